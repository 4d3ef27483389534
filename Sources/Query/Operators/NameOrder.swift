import Model

/// Comparisons by the order that names have: `weekday >= "Sat"`. A text that is none of them is
/// neither equal to one nor before or after it.
struct NameOrder {
  private let names: Categories
  private let exact: Bool
  private let places: [[UInt8]: Int64]

  /// The order of some names, whose case does not matter unless they are to be written exactly.
  init(_ names: Categories, exact: Bool) {
    self.names = names
    self.exact = exact
    places = Dictionary(
      names.values.enumerated().map { (NameOrder.key($1, exact), Int64($0)) },
      uniquingKeysWith: { first, _ in first })
  }

  /// The place of a name, nil for a text that is none.
  func place(of text: String) -> Int64? { places[NameOrder.key(text, exact)] }

  /// The name that a text which is none most likely means: one that it begins with, or the one that it is, or begins, in
  /// French.
  func name(meantBy text: String) -> String? {
    let folded = Fold.string(text)
    if let name = names.values.first(where: { folded.hasPrefix(Fold.string($0)) }) { return name }
    return NameOrder.name(inFrench: text, among: names)
  }

  /// The one of the weekdays or months that a text is, or begins, in French; nil where that is none or several, and
  /// of fewer than three letters.
  static func name(inFrench text: String, among names: Categories) -> String? {
    let folded = Fold.string(text)
    let words = NameOrder.french.first { $0.names === names }?.words ?? []
    let places = words.indices.filter { folded.count >= 3 && words[$0].hasPrefix(folded) }
    return places.count == 1 ? names.values[places[0]] : nil
  }

  /// What the names are in French, folded.
  private static let french: [(names: Categories, words: [String])] = [
    (.weekdays, ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"]),
    (
      .months,
      [
        "janvier", "fevrier", "mars", "avril", "mai", "juin", "juillet", "aout", "septembre",
        "octobre", "novembre", "decembre",
      ]
    ),
  ]

  /// For each row whether its name lies so to the other; a column of one row stands for all.
  func holds(
    _ subject: Column, _ relation: Expression.Relation, _ other: Column, _ count: Int
  ) -> [Bool] {
    let (a, b) = (column(subject), column(other))
    let holds = ordered(a, relation, b, count).truths
    return holds.indices.map { row in
      holds[row] && a[spread: row] != NameOrder.unknown && b[spread: row] != NameOrder.unknown
    }
  }

  /// What stands for the place of a text that is none of the names.
  private static let unknown: Int64 = -1

  private func column(_ column: Column) -> PlainColumn<Int64> {
    if case .category(let column) = column, column.categories === names {
      return PlainColumn(column.codes.map(Int64.init), nulls: Column.category(column).nullRows)
    }
    let texts = TextReader(column)
    return PlainColumn(
      (0..<texts.count).map { texts[$0].flatMap(place) ?? NameOrder.unknown },
      nulls: column.nullRows)
  }

  private static func key(_ text: String, _ exact: Bool) -> [UInt8] {
    Array((exact ? text : Fold.string(text)).utf8)
  }
}

extension Column {
  /// The names of a column of categories that have an order of their own; nil for any other.
  var orderedNames: Categories? {
    if case .category(let column) = self, column.categories.isOrdered {
      column.categories
    } else {
      nil
    }
  }
}
