import Diagnostics
import Model
import Testing

@testable import Reading

/// What the targets assert must be able to fail: each is shown what is wrong.
struct OracleTests {
  private let chunks = ["Zoë: un", "Bo: deux", "Zoë: trois", "Bo: quatre"].enumerated().map {
    "17/02/2025, 16:1\($0) - \($1)"
  }

  /// A corpus of two chunks that share two lines, and its files.
  private func loaded() throws -> (corpus: Corpus, files: [String: [UInt8]]) {
    let texts = [chunks[..<3], chunks[1...]].map { lines in
      "=== MÉTADONNÉES CHUNK ===\nTokens: 3\n=== CONTENU ===\n\n" + lines.joined(separator: "\n")
    }
    let input = try #require(ChatInput(Array("H\(texts.joined(separator: "\u{1C}"))".utf8)))
    return (try input.corpus(), input.files)
  }

  private func fault(of corpus: Corpus, _ files: [String: [UInt8]]) -> String? {
    do throws(Fault) {
      try ByteAccount(of: corpus, from: files).check()
      return nil
    } catch {
      return error.words
    }
  }

  @Test func `chunks that are read as they should be are accounted for`() throws {
    let (corpus, files) = try loaded()
    #expect(corpus.messages.count == 4)
    #expect(fault(of: corpus, files) == nil)
  }

  @Test func `a message that is too short, or left out, is noticed`() throws {
    var (corpus, files) = try loaded()
    corpus.messages.lengths[1] -= 1
    #expect(fault(of: corpus, files)?.contains("behind message 1 is in none") ?? false)
    corpus = try loaded().corpus
    corpus.transcripts[0].messages = 0..<3
    #expect(fault(of: corpus, files) != nil)
  }

  @Test func `a line that no chunk holds, or that none has lost, is noticed`() throws {
    var (corpus, files) = try loaded()
    corpus.chunks[1].overlap = 1
    #expect(fault(of: corpus, files) == "repeats 2 lines, and says 1")
    corpus = try loaded().corpus
    var bytes = Array(corpus.transcripts[0].text)
    bytes[20] ^= 1
    corpus.transcripts[0].text = SharedBytes(bytes)
    #expect(fault(of: corpus, files)?.contains("is not line") ?? false)
    corpus = try loaded().corpus
    corpus.transcripts[0].runs[1] = .init(firstLine: 3, file: 1, fileLine: 5)
    #expect(fault(of: corpus, files)?.contains("is not line 5 of") ?? false)
  }

  /// A corpus of texts that were cut in the middle of lines, and its files.
  private func cut(_ heading: String) throws -> (corpus: Corpus, files: [String: [UInt8]]) {
    let text = chunks.joined(separator: "\n")
    let texts = [text.prefix(60), text.dropFirst(25)].map { heading + $0 }
    let input = try #require(ChatInput(Array("H\(texts.joined(separator: "\u{1C}"))".utf8)))
    return (try input.corpus(), input.files)
  }

  @Test(arguments: ["=== MÉTADONNÉES CHUNK ===\nTokens: 3\n=== CONTENU ===\n\n", ""])
  func `texts that were cut in the middle of lines are accounted for`(heading: String) throws {
    var (corpus, files) = try cut(heading)
    #expect(corpus.transcripts.count == 1)
    #expect(corpus.messages.count == 4)
    #expect(fault(of: corpus, files) == nil)
    var bytes = Array(corpus.transcripts[0].text)
    bytes[40] ^= 1
    corpus.transcripts[0].text = SharedBytes(bytes)
    #expect(fault(of: corpus, files) != nil)
  }

  @Test func `bytes between chunks that none holds are noticed`() throws {
    var (corpus, files) = try cut("=== MÉTADONNÉES CHUNK ===\nTokens: 3\n=== CONTENU ===\n\n")
    let bytes = corpus.chunks[1].bytes
    corpus.chunks[1].bytes = (bytes.lowerBound + 50)..<bytes.upperBound
    #expect(fault(of: corpus, files) != nil)
  }

  @Test func `a file of which nothing is said is noticed`() throws {
    var (corpus, files) = try loaded()
    corpus.files[0].kind = .other
    #expect(fault(of: corpus, files)?.contains("no row of problems says so") ?? false)
    (corpus, files) = try loaded()
    files["-:t_3.txt"] = [0x61]
    #expect(fault(of: corpus, files) == "nothing is said of -:t_3.txt")
  }

  @Test func `a line of a header of which nothing is said is noticed`() throws {
    let text = "=== MÉTADONNÉES CHUNK ===\nrien\n=== CONTENU ===\n\n" + chunks[0]
    let input = try #require(ChatInput(Array("@\(text)".utf8)))
    var corpus = try input.corpus()
    #expect(fault(of: corpus, input.files) == nil)
    corpus.doubts = Lazy(known: Doubts())
    #expect(
      fault(of: corpus, input.files)
        == "line 2 of - is neither a field nor content, and no row says so")
  }

  @Test func `a complaint about what is not in the text is noticed`() {
    #expect(throws: Fault.self) {
      try FuzzTarget.check(Diagnostic("x", at: SourceSpan(2, 9)), of: "where")
    }
  }

  @Test func `a control character on a screen is noticed, and a colour is none`() {
    let text = Array("a\u{1B}[1mb\u{1B}[0m\n".utf8)
    #expect(throws: Never.self) { try TerminalText.check(screenText: text, isColored: true) }
    #expect(throws: Fault.self) { try TerminalText.check(screenText: text, isColored: false) }
    for escape in ["\u{1B}]0;x\u{7}", "\u{9B}1m", "\u{202E}", "\u{1B}[2J"] {
      #expect(throws: Fault.self) {
        try TerminalText.check(screenText: Array(escape.utf8), isColored: true)
      }
    }
  }

  @Test func `a table that is read back with another cell is noticed`() {
    let table = CellTable(Array("t\u{1F}i\u{1E}a\u{1F}1".utf8)).table
    #expect(throws: Never.self) { try CellTable.check(table, isSameAs: table, "csv") }
    for other in ["t\u{1F}i\u{1E}b\u{1F}1", "t\u{1F}i\u{1E}a\u{1F}", "t\u{1F}i"] {
      let read = CellTable(Array(other.utf8)).table
      #expect(throws: Fault.self) { try CellTable.check(read, isSameAs: table, "csv") }
    }
  }

  @Test func `exports that other programs would not read are noticed`() {
    let table = CellTable(Array("t\u{1E}a".utf8)).table
    for json in ["[\n  {\"a\": \"\u{1}\"}\n]\n", "[\n  {\"a\": 1},\n]\n", "[\n  {\"a\": 1\n]\n"] {
      #expect(throws: Fault.self) { try ExportSyntax.checkJSON(Array(json.utf8), rows: 1) }
    }
    #expect(throws: Fault.self) {
      try ExportSyntax.checkMarkdown(Array("| t |\n| --- |\n| a | b |\n".utf8), of: table)
    }
    #expect(throws: Fault.self) {
      try ExportSyntax.checkHTML(Array("<tbody><tr><td><script></td></tr></tbody>".utf8))
    }
  }

  /// What is wrong with the answer to one text where the answer to another should be the same.
  private func fault(of text: String, as copy: String) throws -> String? {
    let (one, other) = (
      try #require(QueryInput([1] + Array(text.utf8))),
      try #require(QueryInput([1] + Array(copy.utf8)))
    )
    let (script, again) = (try one.parsed(), try other.parsed())
    do throws(Fault) {
      try FuzzTarget.check(script, of: text, isAnsweredAs: again, of: copy)
      return nil
    } catch {
      return error.words
    }
  }

  @Test(arguments: [
    ("messages | take 2", "messages | take 3"),
    ("messages | sort chars", "messages | sort -chars"),
    ("count by sender", "count by kind"),
    ("messages | select id", "messages | select n = id"),
    ("where words > 1 | count", "where words > 3 | count"),
    ("messages | take 1", "messages | where nothing"),
    ("messages | where nothing", "messages | where nowhere"),
    ("count\ncount by kind", "count\ncount by sender"),
  ])
  func `an answer that the printed question does not have is noticed`(
    text: String, copy: String
  ) throws {
    let last = copy.split(separator: "\n").last.map(String.init) ?? ""
    #expect(
      try fault(of: text, as: copy) == "answers otherwise than \(last), as which it is printed")
    #expect(try fault(of: text, as: "  \(text)  ") == nil)
    #expect(try fault(of: text, as: "\(copy)\ncount")?.hasPrefix("has other statements") == true)
  }

  /// What is said of a transcript with a line each, `date,sender,text`, that is read back as others.
  private func fault(of first: [String], readAs again: [String]) throws -> String? {
    func table(_ lines: [String]) throws -> Table {
      try Reading.table(
        in: (["date,sender,text"] + lines).joined(separator: "\n"), of: "transcript.csv")
    }
    let (old, new) = (try table(first), try table(again))
    do throws(Fault) {
      try TranscriptLines.check(new, areThoseOf: old, Array(first.indices))
      return nil
    } catch {
      return error.words
    }
  }

  @Test func `which colon ends a name may be read otherwise, and nothing else of a transcript`()
    throws
  {
    let line = "2025-02-17 16:14:00,Ana,oua: oui"
    #expect(try fault(of: [line], readAs: [line]) == nil)
    #expect(try fault(of: [line], readAs: ["2025-02-17 16:14:00,Ana: oua,oui"]) == nil)
    let notice = "2025-02-17 16:14:00,,Ana: oui"
    #expect(try fault(of: [notice], readAs: ["2025-02-17 16:14:00,Ana,oui"]) == nil)
    #expect(try fault(of: [notice], readAs: ["2025-02-17 16:14:00,Bo,oui"]) != nil)
    let blanks = "2025-02-17 16:14:00,, ~ Ana : oui"
    #expect(try fault(of: [blanks], readAs: ["2025-02-17 16:14:00,Ana,oui"]) == nil)

    for wrong in [
      "2025-02-17 16:15:00,Ana,oua: oui", "2025-02-17 16:14:00,Ana,oua: ouì",
      "2025-02-17 16:14:00,,Ana: oua: oui", "2025-02-17 16:14:00,Ana,oui",
      "2025-02-17 16:14:00,Ana,oua: oui\u{300}",
    ] {
      #expect(try fault(of: [line], readAs: [wrong]) != nil)
    }
  }
}
