import Testing

@testable import causerie

/// The lines that undoing goes back through, last first, once `lines` have been there one after the other.
private func undone(_ lines: [Editline.Line]) -> [String] {
  var changes = LineChanges()
  for line in lines { changes.note(line) }
  var texts: [String] = []
  while let line = changes.undo() { texts.append(line.before + "|" + line.after) }
  return texts
}

/// The lines that typing a text makes of one.
private func typing(_ text: String, into line: Editline.Line = .init()) -> [Editline.Line] {
  (0...text.count).map { .init(before: line.before + text.prefix($0), after: line.after) }
}

@Suite struct LineChangesTests {
  @Test func `what is typed in one go is undone in one go`() {
    #expect(undone(typing("grep")) == ["|"])
    #expect(undone(typing("grep") + typing("x", into: .init(before: "grep", after: ""))) == ["|"])
  }

  @Test func `a long run of typing is several changes`() {
    #expect(undone(typing(String(repeating: "a", count: 30))) == ["aaaaaaaaaaaaaaaaaaaa|", "|"])
  }

  @Test func `a move of the cursor parts what is typed`() {
    let moved = Editline.Line(before: "a", after: "b")
    #expect(undone(typing("ab") + typing("x", into: moved)) == ["a|b", "|"])
  }

  @Test func `a cut is a change, and so is what is typed after it`() {
    let cut = Editline.Line(before: "un ", after: "")
    #expect(undone(typing("un deux") + typing("x", into: cut)) == ["un |", "un deux|", "|"])
  }

  @Test func `what is done after undoing is undone first`() {
    var changes = LineChanges()
    for line in typing("ab") { changes.note(line) }
    #expect(changes.undo()?.text == "")
    for line in typing("c") { changes.note(line) }
    #expect(changes.undo()?.text == "")
    #expect(changes.undo() == nil)
  }
}
