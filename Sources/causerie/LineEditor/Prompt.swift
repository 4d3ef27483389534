/// What stands before the line.
enum Prompt {
  /// Before the first line of a statement.
  static let first = "causerie> "
  /// Before each further line.
  static let more = "     ...> "
}
