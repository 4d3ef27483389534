/// The words of expressions. No column is called so without back quotes.
enum Keyword: String, CaseIterable {
  case and
  case or
  case not
  case has
  case contains
  case starts
  case ends
  case exact
  case `in`
  case between
  case `is`
  case null
  case `true`
  case `false`
  case by
  case per

  /// Whether a name has to stand between back quotes where it means a column.
  static func isReserved(_ name: String) -> Bool {
    Keyword(rawValue: name) != nil || Literal.RelativeDate(rawValue: name) != nil
  }
}
