import Diagnostics
import Query
import Testing

/// The pieces of the words of a line's first call, one word a line: bare as they are, quoted
/// between “ ”, patterns between ⟨ ⟩, parameters after $.
private func pieces(_ line: String, parameters: Set<String> = []) -> [String] {
  do {
    let statements = try parseLine(line, grammar: .sample, parameters: parameters)
    guard case .pipeline(let pipeline) = statements.first?.kind,
      case .words(_, let words) = pipeline.calls[0].kind
    else { return [] }
    // What is printed is read as the same words.
    let again = try parseLine(pipeline.description, grammar: .sample, parameters: parameters)
    #expect(again.first?.description == pipeline.description)
    return words.map { word in word.pieces.map(shown).joined(separator: "+") }
  } catch {
    return [error.text(in: SourceText(text: line))]
  }
}

private func shown(_ piece: Word.Piece) -> String {
  switch piece {
  case .bare(let text): text
  case .quoted(let text): "“\(text)”"
  case .pattern(let text): "⟨\(text)⟩"
  case .parameter(let name): "$\(name)"
  }
}

@Test(arguments: [
  ("grep a  b\tc", ["a", "b", "c"]),
  ("grep l'étude d'été", ["l'étude", "d'été"]),
  ("grep 'l\\'été' \"dit \\\"oui\\\"\"", ["“l'été”", "“dit \"oui\"”"]),
  ("grep from:\"Bo Li\",Ana,'Zoë' !\"two words\"", ["from:+“Bo Li”+,Ana,+“Zoë”", "!+“two words”"]),
  ("alias \"+33 6\"=\"Karim\"", ["“+33 6”+=+“Karim”"]),
  ("grep say\"hi\"", ["say\"hi\""]),
  ("grep \"\" \"a\"b", ["“”", "“a”+b"]),
  ("grep #RAG a#b # a comment", ["#RAG", "a#b"]),
  ("grep \"# quoted\" #", ["“# quoted”"]),
  ("grep \\d a\\", ["\\d", "a"]),
  ("grep a\\b \\w+", ["a\\b", "\\w+"]),
  ("grep 10$ $x", ["10$", "$x"]),
  ("show 3..5 -C 6", ["3..5", "-C", "6"]),
  ("grep été\u{A0}chaud", ["été\u{A0}chaud"]),
  ("grep\u{A0}a \u{A0}b", ["a", "b"]),
  ("grep a \\\n  b", ["a", "b"]),
  ("grep \"a\\nb\\tc\\u{E9}\\d\"", ["“a\nb\tcé\\d”"]),
])
func `words are separated by blanks and grouped by quotes`(line: String, expected: [String]) {
  #expect(pieces(line) == expected)
}

@Test(arguments: [
  ("grep /a b|c;d/ e", ["⟨a b|c;d⟩", "e"]),
  ("grep !/x\\/y/", ["!+⟨x/y⟩"]),
  ("grep /[/]/|count", ["⟨[/]⟩"]),
  ("grep /a\\\\/", ["⟨a\\\\⟩"]),
  ("grep -w /été/;messages", ["-w", "⟨été⟩"]),
  ("grep a/b \"/c/\" from:/d/", ["a/b", "“/c/”", "from:/d/"]),
  ("grep -f /tmp/words cnil", ["-f", "/tmp/words", "cnil"]),
  ("grep -f /tmp/my\\ words /a/", ["-f", "/tmp/my words", "⟨a⟩"]),
  ("show /a b/", ["/a", "b/"]),
])
func `a regular expression runs from slash to slash`(line: String, expected: [String]) {
  #expect(pieces(line) == expected)
}

@Test(arguments: [
  ("load my\\ chats/*.txt ~/x", ["my chats/*.txt", "~/x"]),
  ("load a\\*b \\(1\\).txt", ["a+“*”+b", "“(”+1+“)”+.txt"]),
  ("load 'l'\\''été.txt' l'été.txt", ["“l'été.txt”", "l'été.txt"]),
  ("load old=\"a b\"/c \"d\"\"e\"", ["old=+“a b”+/c", "“de”"]),
  ("load C:\\Users", ["C:\\Users"]),
])
func `a path is written as a shell or a terminal writes it`(line: String, expected: [String]) {
  #expect(pieces(line) == expected)
}

@Test(arguments: [
  ("sql select 'a|b;c' from t # d", ["“select 'a|b;c' from t”"]),
  ("sql \"select 1\"", ["“select 1”"]),
  ("sql \"a\" + 'it''s'", ["“\"a\" + 'it''s'”"]),
  ("sql", []),
])
func `the rest of a raw call is one word`(line: String, expected: [String]) {
  #expect(pieces(line) == expected)
}

@Test(arguments: [
  ("grep $who from:$who,Bo on:$who..$day", ["$who", "from:+$who+,Bo", "on:+$who+..+$day"]),
  ("grep \"$who\" /$who/ a$who $other", ["“$who”", "⟨$who⟩", "a$who", "$other"]),
  (
    "export $who.csv",
    [
      """
      error: a parameter is a value, and no part of a word
        export $who.csv
               ^^^^ make the whole word a parameter, or quote it to mean the text $who
      """
    ]
  ),
])
func `a dollar in words names only a declared parameter`(line: String, expected: [String]) {
  #expect(pieces(line, parameters: ["who", "day"]) == expected)
}

@Test func `the text of a word has its quotes taken off`() throws {
  let statements = try parseLine(
    #"grep from:"Bo Li",$who /a\/b/"#, grammar: .sample, parameters: ["who"])
  guard case .pipeline(let pipeline) = statements[0].kind,
    case .words(_, let words) = pipeline.calls[0].kind
  else { throw Diagnostic("no words") }
  #expect(words.map(\.text) == ["from:Bo Li,$who", "/a/b/"])
}

@Test(arguments: [
  "Zoë", "Bo Li", "", "-v", "a|b", "c:\\new\\table", "dit \"oui\"", "l'été", "two\nlines", "end\\",
  "\u{202E}turned", "\\u{41}", "#", "x,y", "~/chats",
])
func `a text spelt as a word is read as that text`(text: String) {
  let read = pieces("grep \(Spelling.word(text))")
  #expect(read == [Spelling.word(text) == text ? text : "“\(text)”"])
}
