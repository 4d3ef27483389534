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
  public init(_ texts: some Sequence<String?>) {
    var values: [String] = []
    var places: [String: Int32] = [:]
    let codes = texts.map { text -> Int32 in
      guard let text else { return -1 }
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
    CategoryColumn(categories, codes: rows.map { codes[Int($0)] })
  }

  /// A range of rows.
  public func slice(_ rows: Range<Int>) -> CategoryColumn {
    CategoryColumn(categories, codes: Array(codes[rows]))
  }
}
