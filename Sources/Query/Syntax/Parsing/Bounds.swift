/// How large a text the parser takes: going over is an error, never a crash.
enum Bounds {
  /// Bytes of a line or a script.
  static let bytes = 4 << 20

  /// Levels of brackets, and nodes on the longest way down an expression.
  static let depth = 200

  /// Parts of a line or a script: nodes of its expressions, calls and words.
  static let parts = 100_000

  /// Bytes of a number; longer ones have no use, and reading one costs more than its length.
  static let digits = 400
}
