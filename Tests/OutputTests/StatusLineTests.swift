import Diagnostics
import Output
import Testing

struct StatusLineTests {
  /// What a line writes on a terminal of so many columns, escapes as `⟨⟩`.
  func written(columns: Int, _ work: (inout StatusLine) -> Void) throws -> String {
    var bytes: [UInt8] = []
    let sink = Sink { (part) throws(Diagnostic) in bytes += part }
    let screen = Screen.terminal(columns: columns, lines: 24, colored: false, rewritable: true)
    var line = try #require(StatusLine(sink, screen))
    work(&line)
    return String(decoding: bytes, as: UTF8.self)
      .replacing("\r", with: "⟨home⟩").replacing("\u{1B}[K", with: "⟨erase⟩")
  }

  @Test func `is written over in place and erased once`() throws {
    let text = try written(columns: 40) { line in
      line.erase()
      line.show("reading 1 of 2 files")
      line.show("reading 2 of 2 files")
      line.erase()
      line.erase()
    }
    #expect(
      text == "⟨home⟩reading 1 of 2 files⟨erase⟩⟨home⟩reading 2 of 2 files⟨erase⟩⟨home⟩⟨erase⟩")
  }

  @Test func `leaves room for what a terminal echoes, and shows nothing raw`() throws {
    #expect(try written(columns: 13) { $0.show("0123456789abc") } == "⟨home⟩012345678…⟨erase⟩")
    #expect(try written(columns: 13) { $0.show("日本語日本語") } == "⟨home⟩日本語日…⟨erase⟩")
    #expect(
      try written(columns: 40) { $0.show("a\u{1B}[2Jb\n\u{202E}c") }
        == "⟨home⟩a␛[2Jb⏎⟨U+202E⟩c⟨erase⟩")
  }

  @Test(arguments: [
    Screen.plain, .terminal(columns: 80, lines: 24, colored: true),
    .terminal(columns: 3, lines: 24, colored: false, rewritable: true),
  ])
  func `is not there where nothing can be written over`(screen: Screen) {
    let line = StatusLine(Sink { _ in }, screen)
    #expect(line == nil)
  }
}
