/// Text that a terminal sends between the marks of bracketed paste, `ESC [ 200 ~` and
/// `ESC [ 201 ~` (xterm's control sequences).
struct PastedText {
  /// Characters (scalars) of the longest paste that is taken.
  static let limit = 250_000

  private static let end = Array("\u{1B}[201~".unicodeScalars)

  /// Whether the mark of the end has come.
  private(set) var isComplete = false

  private var scalars: [Unicode.Scalar] = []
  private var isTooLong = false

  /// Takes what comes after the opening mark, scalar by scalar.
  mutating func append(_ scalar: Unicode.Scalar) {
    scalars.append(scalar)
    if scalar == "~", scalars.suffix(Self.end.count).elementsEqual(Self.end) {
      scalars.removeLast(Self.end.count)
      isComplete = true
    } else if scalars.count > Self.limit + Self.end.count {
      // The rest only passes through, to find the mark.
      isTooLong = true
      scalars.removeFirst(Self.limit)
    }
  }

  /// The text for the line: line breaks as line feeds, none at its end, and no control characters
  /// but tabs; nil where it is too long.
  var text: String? {
    guard !isTooLong, scalars.count <= Self.limit else { return nil }
    var text = String.UnicodeScalarView()
    var previous: Unicode.Scalar?
    for scalar in scalars {
      switch (previous, scalar) {
      // One break of two; libedit has the terminal exchange CR and LF.
      case ("\r", "\n"), ("\n", "\r"):
        previous = nil
        continue
      case (_, "\r"), (_, "\n"): text.append("\n")
      case (_, "\t"): text.append(scalar)
      case (_, _): if !scalar.isControl { text.append(scalar) }
      }
      previous = scalar
    }
    while text.last == "\n" { text.removeLast() }
    return String(text)
  }
}
