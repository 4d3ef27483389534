/// Texts that stand as UTF-8 somewhere in a few large shared buffers; a row is a place in one.
///
/// Selecting, sorting and cutting rows move places, never bytes.
public struct TextColumn: Sendable {
  /// The bytes; valid UTF-8 wherever a row points.
  public let buffers: [SharedBytes]

  /// Where each row's text begins: the buffer in the upper 24 bits, the byte offset in it in the
  /// lower 40. A null row points at offset 0 of buffer 0, which always exists.
  public let starts: [UInt64]

  /// How many bytes each row's text has; ``null`` for a null row.
  public let lengths: [UInt32]

  /// Where its texts are kept folded; nil where they are not.
  public var twin: FoldedTwin?

  /// Whether its texts are known to stand in one buffer in the order of the rows, none over another, with
  /// little between them that is in no text.
  public internal(set) var isPacked = false

  /// The rows from the first to the last that is not null, and the bytes from the start of the one to the end
  /// of the other; nil where the texts are not packed, or all null.
  public var packed: (rows: Range<Int>, buffer: Int, bytes: Range<Int>)? {
    guard isPacked, let first = lengths.firstIndex(where: { $0 != TextColumn.null }),
      let last = lengths.lastIndex(where: { $0 != TextColumn.null })
    else { return nil }
    let start = Int(starts[first] & 0xFF_FFFF_FFFF)
    let end = start + Int(starts[last] - starts[first]) + Int(lengths[last])
    return (first..<last + 1, Int(starts[first] >> 40), start..<end)
  }

  /// Bytes that say where a row's text stands.
  static let bytesOfPlace = MemoryLayout<UInt64>.size + MemoryLayout<UInt32>.size

  /// What stands for null among ``lengths``.
  public static let null = UInt32.max

  /// Rows as places in buffers. The caller answers for the places: a row outside its buffer traps
  /// when it is read.
  @inlinable
  public init(buffers: [SharedBytes], starts: [UInt64], lengths: [UInt32]) {
    self.buffers = buffers.isEmpty ? [[]] : buffers
    self.starts = starts
    self.lengths = lengths
  }

  /// A place as ``starts`` holds it.
  @inlinable
  public static func start(buffer: Int, offset: Int) -> UInt64 {
    UInt64(buffer) << 40 | UInt64(offset)
  }

  /// A column of its own bytes, nil for null.
  public init(_ texts: some Sequence<String?>) {
    var builder = Builder()
    for text in texts {
      if let text { builder.append(text) } else { builder.appendNull() }
    }
    self = builder.finish()
  }

  /// How many rows there are.
  @inlinable public var count: Int { lengths.count }

  /// Whether a row is null.
  @inlinable
  public func isNull(_ row: Int) -> Bool { lengths[row] == TextColumn.null }

  /// The text of a row, nil where it is null. Decodes and copies: for answers, not for scans.
  public subscript(row: Int) -> String? {
    guard !isNull(row) else { return nil }
    let start = Int(starts[row] & 0xFF_FFFF_FFFF)
    let bytes = buffers[Int(starts[row] >> 40)][start..<(start + Int(lengths[row]))]
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Calls `body` with the bytes of a row; a null row has none.
  @inlinable
  public func withBytes<Result, Failure>(
    of row: Int, _ body: (Span<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    let start = Int(starts[row] & 0xFF_FFFF_FFFF)
    let length = isNull(row) ? 0 : Int(lengths[row])
    // Where a buffer is borrowed, nobody counts a reference to what all threads hold.
    let buffers = buffers.span
    return try body(
      buffers[Int(starts[row] >> 40)].span.extracting(start..<(start + length)))
  }

  /// The given rows, in their order.
  public func gathered(_ rows: [Int32]) -> TextColumn {
    gathered(rows) {}
  }

  /// The same; `check` is called every few milliseconds, and what it throws ends the work.
  public func gathered<Stop: Error>(
    _ rows: [Int32], check: () throws(Stop) -> Void
  ) throws(Stop) -> TextColumn {
    TextColumn(
      buffers: buffers,
      starts: try Checked.map(rows.count, check: check) { starts[Int(rows[$0])] },
      lengths: try Checked.map(rows.count, check: check) { lengths[Int(rows[$0])] })
  }

  /// A range of rows.
  public func slice(_ rows: Range<Int>) -> TextColumn {
    var slice = TextColumn(
      buffers: buffers, starts: Array(starts[rows]), lengths: Array(lengths[rows]))
    slice.isPacked = isPacked
    return slice
  }

  /// Collects texts into one buffer.
  public struct Builder {
    private var bytes: [UInt8] = []
    private var starts: [UInt64] = []
    private var lengths: [UInt32] = []

    /// An empty column.
    public init() {}

    /// How many rows there are so far.
    public var count: Int { lengths.count }

    /// Adds a row. A text of 4 GiB or more is cut there: lengths have 32 bits.
    public mutating func append(_ text: some StringProtocol) {
      append(utf8: text.utf8)
    }

    /// Adds a row of bytes, which must be valid UTF-8.
    public mutating func append(utf8 text: some Swift.Collection<UInt8>) {
      starts.append(UInt64(bytes.count))
      bytes.append(contentsOf: text.prefix(Int(TextColumn.null) - 1))
      lengths.append(UInt32(bytes.count - Int(starts[starts.count - 1])))
    }

    /// Adds a null row.
    public mutating func appendNull() {
      starts.append(0)
      lengths.append(TextColumn.null)
    }

    /// The column.
    public consuming func finish() -> TextColumn {
      TextColumn(buffers: [SharedBytes(bytes)], starts: starts, lengths: lengths)
    }
  }
}
