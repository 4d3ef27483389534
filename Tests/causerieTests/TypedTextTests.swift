import CEditline
import Testing

@testable import causerie

@Suite struct PastedTextTests {
  private func pasted(_ text: String) -> PastedText {
    var pasted = PastedText()
    for scalar in (text + "\u{1B}[201~").unicodeScalars { pasted.append(scalar) }
    return pasted
  }

  @Test(arguments: [
    ("a\rb\nc", "a\nb\nc"), ("a\r\nb", "a\nb"), ("a\n\rb", "a\nb"), ("a\r\rb", "a\n\nb"),
    ("a\r\n\r\n", "a"), ("\ta\u{1B}[2J\u{9B}b\u{7F}", "\ta[2Jb"), ("", ""), ("[201~", "[201~"),
  ])
  func `line breaks are line feeds and control characters are gone`(typed: String, text: String) {
    #expect(pasted(typed).isComplete)
    #expect(pasted(typed).text == text)
  }

  @Test func `what is too long is known, and its end is found`() {
    let limit = String(repeating: "x", count: PastedText.limit)
    #expect(pasted(limit).text == limit)
    #expect(pasted(limit + "x").isComplete)
    #expect(pasted(limit + "x").text == nil)
    #expect(pasted(limit + limit + limit).text == nil)
  }
}

@Suite struct ScreenPlaceTests {
  @Test(arguments: [
    ("", 10, 0, 0), ("abc", 10, 0, 3), ("0123456789", 10, 1, 0), ("012345678日", 10, 1, 2),
    ("a\nbc", 10, 1, 2), ("日日日", 4, 1, 2), ("e\u{301}", 10, 0, 1),
  ])
  func `rows and columns are those of the terminal`(text: String, width: Int, row: Int, column: Int)
  {
    #expect(editline_use_utf8())
    let place = ScreenPlace(after: text, width: width)
    #expect(place.row == row)
    #expect(place.column == column)
  }
}

@Suite struct StatementReaderTests {
  /// A reader of the lines given, for which a `(` or a `|` at the end of the text wants more.
  private func reader(_ lines: [TypedInput]) -> StatementReader {
    var rest = lines.makeIterator()
    return StatementReader(
      isOpen: { $0.hasSuffix("|") || $0.hasSuffix("(") }, readLine: { _ in rest.next() ?? .end })
  }

  @Test func `a statement goes on while it is open`() {
    var reader = reader([.text("a |"), .text("b |"), .text("c"), .text("d")])
    #expect(reader.next() == .text("a |\nb |\nc"))
    #expect(reader.firstLine == 1)
    #expect(reader.next() == .text("d"))
    #expect(reader.firstLine == 4)
    #expect(reader.next() == .end)
  }

  @Test func `blank lines between statements are passed over but counted`() {
    var reader = reader([.text(""), .text("  "), .text("a"), .text("")])
    #expect(reader.next() == .text("a"))
    #expect(reader.firstLine == 3)
    #expect(reader.next() == .end)
  }

  @Test func `an interrupt drops the lines so far`() {
    var reader = reader([.text("a |"), .interrupted, .text("b")])
    #expect(reader.next() == .interrupted)
    #expect(reader.next() == .text("b"))
  }

  @Test func `a statement open at the end comes as it is`() {
    var reader = reader([.text("a |")])
    #expect(reader.next() == .text("a |"))
    #expect(reader.next() == .end)
  }
}

@Suite struct KeySequenceTests {
  /// The characters among the keys that are typed into the line.
  private func text(in keys: String) -> String {
    var sequence = KeySequence()
    return String(String.UnicodeScalarView(keys.unicodeScalars.filter { sequence.isText($0) }))
  }

  @Test(arguments: [
    ("ab é日", "ab é日"), ("a\u{1B}[Ab", "ab"), ("\u{1B}[1;5Dx", "x"), ("\u{1B}OAx", "x"),
    ("\u{1B}bx", "x"), ("\u{16}ax", "x"), ("\u{1B}\u{1B}[Ax", "[Ax"), ("\u{07}x", "x"),
  ])
  func `parts of a key's sequence are no text`(keys: String, expected: String) {
    #expect(text(in: keys) == expected)
  }
}

@Suite struct KeyQueueTests {
  @Test func `an action is offered until it is taken, then what follows comes`() {
    var queue = KeyQueue()
    queue.append(.abandon)
    queue.append("x")
    #expect(queue.next() == KeyQueue.actionKey)
    #expect(queue.next() == KeyQueue.actionKey)
    #expect(queue.takeAction() == .abandon)
    #expect(queue.takeAction() == nil)
    #expect(queue.next() == "x")
    #expect(queue.next() == nil)
  }

  @Test func `an action that nobody takes is let go`() {
    var queue = KeyQueue()
    queue.append(.abandon)
    queue.append("x")
    let keys = (0..<5).map { _ in queue.next() }
    #expect(keys == [KeyQueue.actionKey, KeyQueue.actionKey, KeyQueue.actionKey, "x", nil])
  }
}
