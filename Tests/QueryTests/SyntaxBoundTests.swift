import Diagnostics
import Query
import Testing

private func complaint(of text: String) -> String? {
  do {
    _ = try parseLine(text, grammar: .sample)
    return nil
  } catch {
    return error.message
  }
}

/// A long text with a short name, so that a failure can be read.
private struct Sample: Sendable, CustomTestStringConvertible {
  let name: String
  let expected: String?
  let text: @Sendable () -> String

  init(_ name: String, _ expected: String? = nil, text: @escaping @Sendable () -> String) {
    self.name = name
    self.expected = expected
    self.text = text
  }

  var testDescription: String { name }
}

private let deep = "this is nested more than 200 deep"
private let many = "this has more than 100000 parts"

/// `count` times a piece.
private func times(_ count: Int, _ piece: String) -> String {
  String(repeating: piece, count: count)
}

@Test(arguments: [
  Sample("brackets") { times(20_000, "(") + "a" + times(20_000, ")") },
  Sample("nots") { times(20_000, "not ") + "a" },
  Sample("minuses") { times(20_000, "-") + "a" },
  Sample("calls") { times(20_000, "f(") },
  Sample("a sum") { "0" + times(20_000, " + a") },
  Sample("a product") { "0" + times(20_000, " * a") },
  Sample("sums in brackets") { times(150, "(") + "a" + times(150, times(150, " + a") + ")") },
])
private func `depth ends in an error`(sample: Sample) {
  #expect(complaint(of: "messages | where " + sample.text()) == deep)
}

@Test func `what is not too deep is read, printed, compared and freed`() throws {
  let texts = [
    String(repeating: "(", count: 199) + "a" + String(repeating: ")", count: 199),
    String(repeating: "not ", count: 199) + "a",
    String(repeating: "f(", count: 199) + String(repeating: ")", count: 199),
    "a" + String(repeating: " - (b", count: 99) + String(repeating: ")", count: 99),
    "a" + String(repeating: " + b", count: 199),
  ]
  for text in texts {
    let tree = try parseExpression(text)
    let again = try parseExpression(tree.description)
    #expect(again.description == tree.description)
    #expect(tree == (try parseExpression(text)))
  }
}

@Test func `chains of conditions are flat, however long`() throws {
  for word in ["or", "and"] {
    let line = "a" + String(repeating: " \(word) a", count: 10_000)
    let tree = try parseExpression(line)
    #expect(tree.description == line)
    switch tree.kind {
    case .or(let parts), .and(let parts): #expect(parts.count == 10_001)
    default: Issue.record("no chain")
    }
  }
}

@Test(arguments: [
  Sample("conditions") { "messages | where a" + times(200_000, " or a") },
  Sample("values") { "messages | where a in (1" + times(200_000, ",1") },
  Sample("words") { "grep" + times(200_000, " a") },
  Sample("calls") { "messages" + times(200_000, "|count") },
  Sample("statements") { times(200_000, "a;") },
])
private func `the number of parts ends in an error`(sample: Sample) {
  #expect(complaint(of: sample.text()) == many)
}

/// A line of four million bytes that repeats a piece.
private func long(_ start: String, _ piece: String) -> String {
  start + times((4_000_000 - start.utf8.count) / piece.utf8.count, piece)
}

@Test(arguments: [
  Sample("a text") { long("messages | where text has \"", "a") + "\"" },
  Sample("a word") { long("grep ", "a") },
  Sample("a comment") { long("messages # ", "a") },
  Sample("blanks") { long("messages", " ") },
  Sample("separators") { long("", " ;") },
  Sample("lines") { long("messages", "\n") },
  Sample("comments") { long("messages", "\n# a") },
  Sample("a number", "a number has at most 400 digits") { long("messages | where a = ", "1") },
  Sample("brackets", deep) { long("messages | where ", "(") },
  Sample("quotes", "one comparison follows another") { long("messages | where a = ", "\"\" = ") },
  Sample("bars", "a verb is missing between | and |") { long("messages ", "| ") },
  Sample("bad letters", "unexpected “@”") { long("messages | where ", "@") },
  Sample("an open quote", "this quote is never closed") { long("grep \"", "é") },
  Sample("an open pattern", "this regular expression is never closed") { long("grep /", "a ") },
  Sample("names", many) { long("messages | select a", ",a") },
  Sample("an unknown verb", "no verb " + times(40, "a") + "…") { long("a", "a") + " b" },
])
private func `a line of 4 MB is read or refused in linear time`(sample: Sample) {
  #expect(complaint(of: sample.text()) == sample.expected)
}

@Test func `a longer text is refused before it is looked at`() {
  let text = String(repeating: "a", count: (4 << 20) + 1)
  #expect(complaint(of: text) == "this is longer than 4 MiB")
  #expect(throws: Diagnostic.self) { try parseScript(text, grammar: .sample) }
  #expect(throws: Diagnostic.self) { try parseExpression(text) }
  #expect(!isOpen(text, grammar: .sample))
}
