import Diagnostics
import Query
import Testing

@Test func `a script has its parameters first, then its statements`() throws {
  let text = """
    #!/usr/bin/env -S causerie run
    # The week of one person.
    param who: text = "Ana"  # whose messages
    param since: date = newest - 7d; param out: path
      #indented comments need no blank
    param n

    load chats
    grep from:$who since:$since \\
      $unknown
    let mine = messages
      | where sender = $who   # theirs
      # a line about the next
      | sort -date
    mine |
      take 10; stats

    messages | where (date > 2025 and
      # inside a bracket
      words > 3)
    """
  let expected = """
    param who = "Ana"  # whose messages
    param since: date = newest - 7d
    """
  let wrong = text.replacing("newest - 7d", with: "newest 7d")
  let error = #expect(throws: Diagnostic.self) { try parseScript(wrong, grammar: .sample) }
  #expect(
    error?.text(in: SourceText(name: "week.causerie", text: wrong)) == """
      week.causerie:4:28: error: “7d” has no meaning after “newest”
        param since: date = newest 7d; param out: path
                                   ^^ like: param who: text = "Ana"  # whose messages
      """)
  #expect(
    try parseScript(text, grammar: .sample).description == expected + """

      param out: path
      param n
      load chats
      grep from:$who since:$since $unknown
      let mine = messages | where sender = $who | sort -date
      mine | take 10
      stats
      messages | where date > 2025 and words > 3

      """)
}

@Test(arguments: ["\n", "\r\n", "\r"])
func `a script reads the same with any line breaks and a byte order mark`(lineBreak: String) throws
{
  let lines = [
    "#! run", "param a = 1 # help", "", "messages |", "  # more", "where text has \"one", "two\"",
    "| take \\", "3", "chunks",
  ]
  let script = try parseScript(
    "\u{FEFF}" + lines.joined(separator: lineBreak), grammar: .sample)
  #expect(
    script.description == """
      param a = 1  # help
      messages | where text has "one\\ntwo" | take 3
      chunks

      """)
}

@Test func `a bar after an empty line begins a statement of its own`() throws {
  let script = try parseScript("messages\n\n| take 3", grammar: .sample)
  #expect(script.description == "messages\n\n| take 3\n")
}

@Test func `spans of a script count from its start`() throws {
  let text = "# été\nmessages | where words > 3\ngrep \"à\" b"
  let script = try parseScript(text, grammar: .sample)
  let bytes = Array(text.utf8)
  func source(_ span: SourceSpan) -> String {
    String(decoding: bytes[span.lower..<span.upper], as: UTF8.self)
  }
  #expect(
    script.statements.map { source($0.span) } == ["messages | where words > 3", "grep \"à\" b"])
  guard case .pipeline(let pipeline) = script.statements[0].kind,
    case .stage(.where(let condition)) = pipeline.calls[1].kind,
    case .comparison(let left, let comparison, let right) = condition.kind
  else { throw Diagnostic("no comparison") }
  #expect(source(pipeline.calls[1].span) == "where words > 3")
  #expect(
    [condition.span, left.span, comparison.span, right.span].map(source)
      == ["words > 3", "words", ">", "3"])
}

@Test(arguments: [
  (
    "param a\nparam a",
    """
    error: there are two parameters a
      param a
            ^
    """
  ),
  (
    "param a: txt",
    """
    error: expected a type, found “txt”
      param a: txt
               ^^^ did you mean “text”?
    """
  ),
  (
    "param a: int = 3",
    """
    error: expected a type, found “int”
      param a: int = 3
               ^^^ one of text, number, date, path, list
    """
  ),
  (
    "param out: path = out/a.csv",
    """
    error: “/” has no meaning after “out”
      param out: path = out/a.csv
                           ^ like: param who: text = "Ana"  # whose messages
    """
  ),
  (
    "messages\nparam a",
    """
    error: param stands only at the top of a script
      param a
      ^^^^^ the parameters come before the statements
    """
  ),
  (
    "param a | messages",
    """
    error: the end of the line is missing after “a”
      param a | messages
              ^ like: param who: text = "Ana"  # whose messages
    """
  ),
  (
    "messages | where (words > 3\nchunks",
    """
    error: this ( is never closed
      messages | where (words > 3
                       ^
    """
  ),
  (
    "messages\ngrep \"a\nchunks\n",
    """
    error: this quote is never closed
      grep "a
           ^ close it with another "
    """
  ),
])
func `a wrong script is answered at its line`(text: String, expected: String) {
  let error = #expect(throws: Diagnostic.self) { try parseScript(text, grammar: .sample) }
  #expect(error?.text(in: SourceText(text: text)) == expected)
}

@Test(arguments: [
  "messages |", "messages | ", "messages |\n", "messages | # rest follows", "messages \\",
  "messages \\\n", "grep a \\", "grep a |", "grep \"a", "grep from:'a", "sql \"select",
  "sql select 'a", "messages | where (a = 1", "messages | where (a =", "messages | where f(",
  "messages | where a in (1, 2,", "messages | where f(a, (b)", "messages | where a = \"x",
  "messages | where (a not", "messages | select f(\"a", "let x = messages |", "messages; chunks |",
  "grep 'a\n\nb", "|",
])
func `a prompt asks for more while something is open`(text: String) {
  #expect(isOpen(text, grammar: .sample))
}

@Test(arguments: [
  "", "messages", "# note \\", "# note |", "grep a # |", "grep \"a\"", "grep l'étude", "grep /a",
  "grep a\\b", "cnil \"a", "messages | where b c (", "messages | where (a | b",
  "messages | where l'été",
  "messages | where a =", "let x =", "explain", "messages | where `a", "messages | where (a = 1)",
  "load a\\\\",
])
func `a prompt runs or refuses what more text would not mend`(text: String) {
  #expect(!isOpen(text, grammar: .sample))
}

@Test func `a pipeline or an expression stands alone`() throws {
  #expect(try parsePipeline("| take 3", grammar: .sample).continues)
  for text in ["", "let x = links", "messages; links"] {
    #expect(throws: Diagnostic.self) { try parsePipeline(text, grammar: .sample) }
  }
  for text in ["", "a b", "a | b", "a; b", "a\nb"] {
    #expect(throws: Diagnostic.self) { try parseExpression(text) }
  }
}
