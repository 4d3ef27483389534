// The command of Tab.
extension LineEditor {
  /// Completes the text at the cursor; a second Tab lists the candidates.
  func complete() -> Editline.Effect {
    let line = editline.line
    let head = statementSoFar.isEmpty ? "" : statementSoFar + "\n"
    let statement = head + line.text
    let cursor = (head + line.before).utf8.count
    guard let completion = context.complete(statement, cursor),
      completion.range.lowerBound >= head.utf8.count,
      completion.range.contains(cursor)
        || completion.range.upperBound == cursor
    else { return .refused }
    switch completion.step(in: statement) {
    case .nothing: return .refused
    case .insert(let text):
      insert(text, over: completion.range, in: statement, cursor: cursor)
      tabbedLine = completion.candidates.count > 1 ? editline.line : nil
      // What a single candidate is, is said once it is there.
      guard completion.candidates.count == 1, completion.candidates[0].note != nil else {
        return redrawing
      }
      return showBelow(list(of: completion.candidates))
    case .list:
      guard tabbedLine == line else {
        tabbedLine = line
        return .refused
      }
      return showBelow(list(of: completion.candidates))
    }
  }

  private func insert(_ text: String, over range: Range<Int>, in statement: String, cursor: Int) {
    let bytes = Array(statement.utf8)
    func scalars(_ range: Range<Int>) -> Int {
      String(decoding: bytes[range], as: UTF8.self).unicodeScalars.count
    }
    editline.move(by: scalars(cursor..<range.upperBound))
    editline.deleteBackward(scalars(range))
    editline.insert(text)
  }

  private func list(of candidates: [Completion.Candidate]) -> [String] {
    let clean = candidates.map { candidate in
      var clean = candidate
      clean.display = context.clean(candidate.display)
      clean.note = candidate.note.map(context.clean)
      return clean
    }
    let screen = screen
    return CandidateList(candidates: clean, columns: context.columns)
      .lines(width: screen.width, height: Swift.max(1, screen.height - 2))
  }
}
