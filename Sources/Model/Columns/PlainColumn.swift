/// Values of one fixed-size type, some of them perhaps null.
public struct PlainColumn<Element: Sendable>: Sendable {
  /// A value a row; whatever stands at a null row means nothing.
  public var values: [Element]

  /// Whether each row is null; nil where none is.
  public var nulls: [Bool]?

  /// Values between which all of them lie, where somebody knows without looking; nil where nobody does.
  public var bounds: Bounds?

  /// The same for each stretch of ``FoldedTexts/stretch`` rows from the first on; nil where nobody knows
  /// them, an element nil where a row of the stretch is null.
  public var stretches: [Bounds?]?

  /// Two values between which others lie, or which they are.
  public struct Bounds: Sendable {
    /// None is less.
    public let least: Element
    /// None is greater.
    public let greatest: Element
  }

  /// A column of values, `nulls` as long as `values` where there is one.
  @inlinable
  public init(_ values: [Element], nulls: [Bool]? = nil) {
    self.values = values
    self.nulls = nulls
  }

  /// A column of values of which nil is null; `filler` stands where a null row's value would.
  public init(_ values: some Sequence<Element?>, filler: Element) {
    let optionals = Array(values)
    self.init(
      optionals.map { $0 ?? filler },
      nulls: optionals.contains { $0 == nil } ? optionals.map { $0 == nil } : nil)
  }

  /// How many rows there are.
  @inlinable public var count: Int { values.count }

  /// The value of a row, nil where it is null.
  @inlinable
  public subscript(row: Int) -> Element? {
    if let nulls, nulls[row] { return nil }
    return values[row]
  }

  /// The values of the given rows, in their order.
  public func gathered(_ rows: [Int32]) -> PlainColumn {
    gathered(rows) {}
  }

  /// The same; `check` is called every few milliseconds, and what it throws ends the work.
  public func gathered<Stop: Error>(
    _ rows: [Int32], check: () throws(Stop) -> Void
  ) throws(Stop) -> PlainColumn {
    let gathered = try Checked.map(rows.count, check: check) { values[Int(rows[$0])] }
    guard let nulls else { return PlainColumn(gathered) }
    return PlainColumn(
      gathered, nulls: try Checked.map(rows.count, check: check) { nulls[Int(rows[$0])] })
  }

  /// The values of a range of rows.
  public func slice(_ rows: Range<Int>) -> PlainColumn {
    PlainColumn(Array(values[rows]), nulls: nulls.map { Array($0[rows]) })
  }
}

extension PlainColumn: Equatable where Element: Equatable {
  /// Whether two columns hold the same; what is known of their bounds makes no difference.
  public static func == (a: PlainColumn, b: PlainColumn) -> Bool {
    a.values == b.values && a.nulls == b.nulls
  }
}

extension PlainColumn where Element == Int64 {
  /// A column of seconds in which ``Moment/none`` stands for null.
  public init(moments: [Int64]) {
    self.init(
      moments, nulls: moments.contains(Moment.none) ? moments.map { $0 == Moment.none } : nil)
  }
}
