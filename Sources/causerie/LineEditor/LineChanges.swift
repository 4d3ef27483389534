/// What a line was before each change, for undoing them one by one. Characters typed one after the other
/// are one change, as in readline.
struct LineChanges {
  /// The most characters that are undone at once.
  private static let longestRun = 20

  /// Changes of one line that can be undone.
  private static let most = 1_000

  private var earlier: [Editline.Line] = []
  private var now = Editline.Line()

  /// Characters of the run that is being typed; 0 outside of one.
  private var run = 0

  /// Takes note of what the line is before the next key.
  mutating func note(_ line: Editline.Line) {
    defer { now = line }
    guard line.text != now.text else {
      if line.before != now.before { run = 0 }
      return
    }
    let isTyped =
      line.after == now.after && line.before.dropLast() == now.before && !line.before.isEmpty
    if isTyped, run > 0, run < Self.longestRun {
      run += 1
      return
    }
    run = isTyped ? 1 : 0
    if earlier.count == Self.most { earlier.removeFirst() }
    earlier.append(now)
  }

  /// What the line was before its last change; nil where there was none.
  mutating func undo() -> Editline.Line? {
    guard let line = earlier.popLast() else { return nil }
    (now, run) = (line, 0)
    return line
  }
}
