import Model

/// How the columns of a type are declared in a database.
///
/// The first word tells SQLite how values are kept and compared, and other programs what they read; the
/// second one, which means nothing to them, tells causerie what the values are. Dates are ISO 8601 as
/// text, so that `date >= '2025-02'` compares text with text: under any name without TEXT in it SQLite
/// would make a number of `'2025'`, and every text is greater than a number.
struct StoredType {
  let type: ValueType
  let declaration: String

  /// One for each type.
  static let all: [StoredType] =
    [
      StoredType(type: .text, declaration: "TEXT"),
      StoredType(type: .int, declaration: "INTEGER"),
      StoredType(type: .float, declaration: "REAL"),
      StoredType(type: .bool, declaration: "INTEGER BOOL"),
      StoredType(type: .datetime, declaration: "TEXT DATETIME"),
      StoredType(type: .duration, declaration: "INTEGER SECONDS"),
      StoredType(type: .list, declaration: "TEXT LIST"),
    ]
    + Period.Unit.allCases.map { unit in
      StoredType(type: .period(unit), declaration: "TEXT \(unit.rawValue.uppercased())")
    }

  /// The declaration of a type.
  static func declaration(of type: ValueType) -> String {
    all.first { $0.type == type }?.declaration ?? "TEXT"
  }

  /// The type of a declaration; nil where it is none of ours.
  static func type(declared: String) -> ValueType? {
    all.first { $0.declaration == declared }?.type
  }
}
