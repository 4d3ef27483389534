/// Going back and forth through the statements that begin as the typed line does (↑ and ↓).
struct HistoryWalk {
  /// What was typed before the walk began.
  private let draft: Editline.Line

  /// The place in the history, from 0; equal to its length at the draft.
  private var place: Int

  /// What the walk last put in the line.
  private var shown: Editline.Line

  /// A walk that starts at a line, with what stands before its cursor as the beginning to look
  /// for.
  init(from line: Editline.Line, in entries: [String]) {
    draft = line
    shown = line
    place = entries.count
  }

  /// Whether the line is as this walk left it, so that the next key goes on with it.
  func isStill(at line: Editline.Line) -> Bool { shown == line }

  /// The next older statement that differs from what is shown; nil where there is none.
  mutating func older(in entries: [String]) -> Editline.Line? {
    for index in entries.indices.prefix(place).reversed() where matches(entries[index]) {
      return show(Editline.Line(before: entries[index]), at: index)
    }
    return nil
  }

  /// The next newer one, and in the end the draft; nil where that is shown already.
  mutating func newer(in entries: [String]) -> Editline.Line? {
    guard place < entries.count else { return nil }
    for index in entries.indices.dropFirst(place + 1) where matches(entries[index]) {
      return show(Editline.Line(before: entries[index]), at: index)
    }
    return show(draft, at: entries.count)
  }

  private func matches(_ entry: String) -> Bool {
    entry.hasPrefix(draft.before) && entry != shown.text
  }

  private mutating func show(_ line: Editline.Line, at index: Int) -> Editline.Line {
    place = index
    shown = line
    return line
  }
}
