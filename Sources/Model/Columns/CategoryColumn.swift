/// The distinct values of a column of categories; columns that share one share the object, so
/// that what is worked out for its entries is worked out once.
public final class Categories: Sendable {
  /// The values, each once; a code is a place in it.
  public let values: [String]

  /// Whether the values come in an order of their own (Monday to Sunday) rather than in the order
  /// of text.
  public let isOrdered: Bool

  /// Distinct values, in an order of their own or not.
  public init(_ values: [String], isOrdered: Bool = false) {
    self.values = values
    self.isOrdered = isOrdered
  }
}

extension Categories {
  /// The days of the week, from Monday, as `weekday` gives them.
  public static let weekdays = Categories(
    ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"], isOrdered: true)

  /// The months of the year, as `monthname` gives them.
  public static let months = Categories(
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
    isOrdered: true)
}

/// Texts of which few are distinct: a code a row into a dictionary.
public struct CategoryColumn: Sendable {
  /// The dictionary.
  public let categories: Categories

  /// Each row's place in the dictionary; -1 for null.
  public let codes: [Int32]

  /// Rows as codes of a dictionary; every code is -1 or a place in it.
  @inlinable
  public init(_ categories: Categories, codes: [Int32]) {
    self.categories = categories
    self.codes = codes
  }

  /// A column with a dictionary of its own, in the order in which values first occur; nil for null.
  public init(_ texts: [String?]) {
    self.init(texts.count, check: {}, { texts[$0] })
  }

  /// The same of the text that `text` gives for each row, of so many; `check` is called every few
  /// milliseconds, and what it throws ends the work.
  public init<Stop: Error>(
    _ count: Int, check: () throws(Stop) -> Void, _ text: (Int) -> String?
  ) throws(Stop) {
    var values: [String] = []
    var places: [String: Int32] = [:]
    let codes = try Checked.map(count, check: check) { row -> Int32 in
      guard let text = text(row) else { return -1 }
      if let place = places[text] { return place }
      let place = Int32(clamping: values.count)
      places[text] = place
      values.append(text)
      return place
    }
    self.init(Categories(values), codes: codes)
  }

  /// How many rows there are.
  @inlinable public var count: Int { codes.count }

  /// The text of a row, nil where it is null.
  public subscript(row: Int) -> String? {
    codes[row] < 0 ? nil : categories.values[Int(codes[row])]
  }

  /// The given rows, in their order.
  public func gathered(_ rows: [Int32]) -> CategoryColumn {
    gathered(rows) {}
  }

  /// The same; `check` is called every few milliseconds, and what it throws ends the work.
  public func gathered<Stop: Error>(
    _ rows: [Int32], check: () throws(Stop) -> Void
  ) throws(Stop) -> CategoryColumn {
    CategoryColumn(
      categories, codes: try Checked.map(rows.count, check: check) { codes[Int(rows[$0])] })
  }

  /// A range of rows.
  public func slice(_ rows: Range<Int>) -> CategoryColumn {
    CategoryColumn(categories, codes: Array(codes[rows]))
  }
}
