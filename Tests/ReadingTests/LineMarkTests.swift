import Diagnostics
import Model
import Testing

@testable import Reading

/// Exports whose lines all begin with what a mail or an editor put there.
@Suite struct LineMarkTests {
  private let lines = [
    "[27/07/2025, 19:41:23] Ana: oui", "  et puis", "", "[27/07/2025, 19:42:23] Bo: non",
  ]

  @Test(arguments: ["> ", ">", "    ", "\t", "> > ", " "])
  func `what stands before all lines is left out`(mark: String) throws {
    let text = lines.map { $0.isEmpty ? mark.filter { $0 == ">" } : mark + $0 }
    let sandbox = try InputSandbox(["a.txt": text.joined(separator: "\n")])
    let (corpus, _) = try sandbox.load("a.txt")
    #expect(corpus.texts == ["oui\n  et puis\n", "non"])
    #expect(corpus.messages.lines == [0, 3])
    #expect(corpus.rows(.preamble).count == 1)
  }

  @Test func `lines of a mail around a quoted export are no messages`() throws {
    let quoted = (["Ana a écrit :"] + lines.map { "> " + $0 }).joined(separator: "\r\n")
    let (corpus, _) = try InputSandbox(["a.txt": quoted]).load("a.txt")
    #expect(corpus.texts == ["oui\n  et puis\n", "non"])
    #expect(
      corpus.rows(.preamble) == [
        "a.txt:1: no header stands before: Ana a écrit :",
        "a.txt:2: the lines begin with “> ”, which is left out",
      ])
  }

  @Test
  func `a header or two in the quotation of a mail make no export, and the reason says where`()
    throws
  {
    let mail = (0..<9).map { "Bonjour \($0)" } + lines.map { "> " + $0 }
    let (corpus, report) = try InputSandbox(["a.txt": mail.joined(separator: "\n")]).load("a.txt")
    #expect(corpus.transcripts.isEmpty)
    #expect(
      report.outcomes[0].failure?.message
        == "“a.txt” is no chat: neither a chunk nor a WhatsApp export; on line 10 a header stands "
        + "behind “> ”, which would be left out if most lines began so")
  }

  @Test func `an export with a header at the start of a line keeps its blanks`() throws {
    let text = "[27/07/2025, 19:41:23] Ana: oui\n  [27/07/2025, 19:42:23] Bo: non\n  fin"
    let (corpus, _) = try InputSandbox(["a.txt": text]).load("a.txt")
    #expect(corpus.texts == ["oui\n  [27/07/2025, 19:42:23] Bo: non\n  fin"])
  }
}
