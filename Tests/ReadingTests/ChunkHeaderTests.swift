import Model
import Testing

@testable import Reading

@Suite struct ChunkHeaderTests {
  /// A header with these lines between title and marker, and one line of content.
  private func header(
    _ fields: [String], title: String = "=== MÉTADONNÉES CHUNK ===",
    marker: String = "=== CONTENU ===", content: String = "bonjour"
  ) -> (header: ChunkHeader, text: [UInt8]) {
    let text = Array(([title] + fields + [marker, content]).joined(separator: "\n").utf8)
    return (ChunkHeader(text.span, label: "x"), text)
  }

  private let fields = [
    "Période: 27/07/2025 → 28/07/2025", "Participants: Ana, ~ Bo Li", "Topics: modèle IA, Suisse",
    "Tokens: 503", "Messages: 12", "",
  ]

  @Test func `every field of a header is read`() {
    let (header, text) = header(fields)
    let declared = header.declaration
    #expect(declared.periodStart == CivilDate(year: 2025, month: 7, day: 27))
    #expect(declared.periodEnd == CivilDate(year: 2025, month: 7, day: 28))
    #expect(declared.participants == ["Ana", "~ Bo Li"])
    #expect(declared.topics == ["modèle IA", "Suisse"])
    #expect((declared.tokens, declared.messages) == (503, 12))
    #expect(header.problems.isEmpty)
    #expect(ChunkContent(of: text.span).line == 9)
  }

  @Test(arguments: ChunkField.all.map(\.label))
  func `a field reads its own example whatever its case and accents`(label: String) throws {
    let field = try #require(ChunkField.all.first { $0.label == label })
    for spelling in [label, label.uppercased(), label.lowercased(), "  \(label) "] {
      let header = header(["\(spelling): \(field.example)"]).header
      #expect(header.field(field.kind)?.isWellFormed == true)
      #expect(header.declaration != Chunk.Declaration())
    }
  }

  @Test(arguments: [
    "=== METADONNEES CHUNK ===", "=== métadonnées chunk ===",
    "=== Me\u{301}tadonne\u{301}es Chunk ===",
    " === MÉTADONNÉES CHUNK === ",
  ])
  func `a title is known by its letters`(title: String) {
    let (header, text) = header(fields, title: title, marker: "=== Contenu ===")
    #expect(ChunkHeader.begins(text))
    #expect(header.problems.isEmpty)
    #expect(text[ChunkContent(of: text.span).start...].elementsEqual("bonjour".utf8))
  }

  @Test func `blank lines may stand before the title, and count as lines of the file`() {
    let (header, text) = header(Array(fields.dropFirst()), title: "\n \n=== MÉTADONNÉES CHUNK ===")
    #expect(ChunkHeader.begins(text))
    #expect(header.problems.map(\.line) == [3])
    #expect(header.field(.participants)?.line == 4)
    #expect(ChunkContent(of: text.span).line == 10)
    #expect(text[ChunkContent(of: text.span).start...].elementsEqual("bonjour".utf8))
  }

  @Test func `another first line is no title`() {
    for line in ["=== CONTENU ===", "MÉTADONNÉES CHUNK", "", "=== MÉTADONNÉES CHUNK === et plus"] {
      #expect(!ChunkHeader.begins(Array((line + "\nPériode: null").utf8)))
    }
  }

  @Test func `line breaks of any kind make the same header`() {
    let unix = InputSample.chunk(["[27/07/2025, 19:41:23] Ana: oui", "et non"])
    for text in [
      unix.replacing("\n", with: "\r\n"), unix.replacing("\n", with: "\r"), "\u{FEFF}" + unix,
    ] {
      let chunk = ChunkFile(DecodedText(Array(text.utf8)).bytes, file: 0, label: "x", name: [])
      #expect(chunk.header.problems.isEmpty)
      #expect(chunk.lines.count == 2)
      #expect(chunk.firstLine == 9)
    }
  }

  /// A field replaced by other lines, and the row that comes of it: code and line.
  struct Damage: CustomTestStringConvertible {
    let field: String
    let lines: [String]
    let code: Problem.Code
    let line: Int
    var testDescription: String { lines.joined(separator: "⏎") }
  }

  @Test(arguments: [
    Damage(field: "Tokens", lines: ["Tokens: -3"], code: .malformedField, line: 5),
    Damage(
      field: "Tokens", lines: ["Tokens: 12345678901234567890"], code: .malformedField, line: 5),
    Damage(field: "Tokens", lines: ["Tokens:"], code: .malformedField, line: 5),
    Damage(field: "Messages", lines: ["Messages: douze"], code: .malformedField, line: 6),
    Damage(field: "Tokens", lines: ["Tokens: 1", "Tokens: 2"], code: .malformedField, line: 6),
    Damage(field: "Topics", lines: [], code: .missingField, line: 1),
    Damage(field: "Topics", lines: ["Topics: x", "Langue: fr"], code: .unknownField, line: 5),
    Damage(
      field: "Topics", lines: ["Topics: x", "n'importe quoi"], code: .malformedField, line: 5),
    Damage(
      field: "Période", lines: ["Période: 31/02/2025 → null"], code: .malformedField, line: 2),
    Damage(field: "Période", lines: ["Période: 2025-07-27"], code: .malformedField, line: 2),
    Damage(field: "Période", lines: ["Période: 01/01/0000"], code: .malformedField, line: 2),
  ])
  func `damage is a row with its line, and the rest is read`(damage: Damage) {
    let lines = fields.flatMap { $0.hasPrefix(damage.field) ? damage.lines : [$0] }
    let (header, text) = header(lines)
    #expect(header.problems.map(\.code) == [damage.code])
    #expect(header.problems.first?.line == damage.line)
    #expect(text[ChunkContent(of: text.span).start...].elementsEqual("bonjour".utf8))
    #expect(damage.field == "Messages" || header.declaration.messages == 12)
  }

  @Test func `the first of two equal fields counts, half a period is kept, unknown ones too`() {
    let header = header([
      "Période: 27/07/2025 → jamais", "Participants: ", "Topics: ", "Tokens: 1", "Tokens: 2",
      "Messages: 3", "Langue: fr",
    ]).header
    #expect(header.declaration.tokens == 1)
    #expect(header.declaration.periodStart == CivilDate(year: 2025, month: 7, day: 27))
    #expect(header.declaration.periodEnd == nil)
    #expect(header.declaration.participants == [])
    #expect(header.declaration.unknown == ["Langue: fr"])
    let read = ChunkField.Kind.allCases.map { header.field($0)?.line }
    #expect(read == [2, 3, 4, 5, 7])
    let isWellFormed = ChunkField.Kind.allCases.map { header.field($0)?.isWellFormed }
    #expect(isWellFormed == [false, true, true, true, true])
  }

  @Test(arguments: ["=== CONTENT ===", "=== INHALT ===", "===Содержание===", "=== 内容 ==="])
  func `a marker in another language ends the header, and a row names its line`(marker: String) {
    let (header, text) = header(fields, marker: marker)
    let content = ChunkContent(of: text.span)
    #expect(text[content.start...].elementsEqual("bonjour".utf8))
    #expect(content.line == 9)
    #expect(header.problems.map(\.code) == [.malformedField])
    #expect(header.problems.map(\.line) == [8])
    #expect(header.problems.map(\.detail) == ["“\(marker)” is taken for “=== CONTENU ===”"])
    #expect(header.declaration.messages == 12)
  }

  @Test func `fields may be in another language too`() {
    let content = (Array(repeating: "bonjour", count: 8) + ["=== CONTENU ==="]).joined(
      separator: "\n")
    let (header, text) = header(
      ["Zeitraum: 27/07/2025 → 28/07/2025", "Teilnehmer: Ana", "Tokens: 503", "", ""],
      marker: "=== INHALT ===", content: content)
    #expect(text[ChunkContent(of: text.span).start...].elementsEqual(content.utf8))
    #expect(header.declaration.unknown == ["Zeitraum: 27/07/2025 → 28/07/2025", "Teilnehmer: Ana"])
    #expect(header.declaration.tokens == 503)
  }

  @Test(arguments: [
    // Behind something that is no field.
    ["bonjour", "=== MENU ==="], ["À demain: 10 h", "=== MENU ==="],
    ["17/02/2025, 16:14 - Ana: oui", "=== MENU ==="],
    // No words, or the title of a chunk.
    ["======="], ["=== = ==="], ["=== ==="], ["=== MÉTADONNÉES CHUNK ==="], ["=== MENU"],
  ])
  func `other lines between signs of equality are content`(lines: [String]) {
    let (header, text) = header(
      fields, marker: lines[0], content: (lines.dropFirst() + ["bonjour"]).joined(separator: "\n"))
    #expect(
      text[ChunkContent(of: text.span).start...].elementsEqual(
        "\n\((lines + ["bonjour"]).joined(separator: "\n"))".utf8))
    #expect(header.problems.map(\.code) == [.missingField])
  }

  @Test func `the chunker's own marker behind such a line ends the header`() {
    let (_, text) = header(fields + ["=== NOTE ===", ""])
    #expect(text[ChunkContent(of: text.span).start...].elementsEqual("bonjour".utf8))
  }

  @Test func `a marker in a message is content`() {
    let text = InputSample.chunk(["avant", "=== CONTENU ===", "Tokens: 9"])
    let chunk = ChunkFile(Array(text.utf8), file: 0, label: "x", name: [])
    #expect(chunk.lines.count == 3)
    #expect(chunk.header.problems.isEmpty)
  }

  @Test func `without a marker the content begins after the fields`() {
    let text =
      "=== MÉTADONNÉES CHUNK ===\nPériode: null → null\nParticipants: \nTopics: \n"
      + "Tokens: 3\nMessages: 2\n\nbonjour\nÀ demain: 10 h"
    let chunk = ChunkFile(Array(text.utf8), file: 0, label: "x", name: [])
    #expect(chunk.header.problems.map(\.code) == [.missingField])
    #expect(chunk.lines.bytes.elementsEqual("bonjour\nÀ demain: 10 h".utf8))
    #expect(chunk.firstLine == 8)
  }

  @Test func `a chunk without content says so`() {
    for content in ["", "\n", " \n\t\n"] {
      let text = header(fields, content: content).text
      let chunk = ChunkFile(text, file: 0, label: "x", name: [])
      #expect(chunk.lines.count == 0)
      #expect(chunk.header.problems.map(\.code) == [.missingField])
    }
  }

  @Test func `blank lines around the content are left out, and lines keep their numbers`() {
    let text = header(fields, content: "\n  \nbonjour\n\nsalut\n\n").text
    let chunk = ChunkFile(text, file: 0, label: "x", name: [])
    #expect(chunk.lines.bytes.elementsEqual("bonjour\n\nsalut".utf8))
    #expect(chunk.firstLine == 11)
  }

  @Test(
    arguments: [
      ("temporal_27-07-2025_12.txt", 12), ("temporal_27-07-2025_to_28-07-2025_13.txt", 13),
      ("temporal_chunk-14_14.txt", 14), ("TEMPORAL_x_7.TXT", 7), ("temporal_x_007.txt", 7),
      ("temporal_x_7 (1).txt", 7), ("temporal_x_7(2).txt", 7), ("temporal_x_7", 7),
      ("temporal_x_.txt", nil), ("temporal_x_7a.txt", nil), ("000_439a.txt", nil), ("", nil),
      ("temporal_x_12345678901234567890.txt", nil), ("temporal_x_7 (a).txt", nil),
    ] as [(String, Int?)])
  func `the number at the end of the chunker's names is the order`(name: String, number: Int?) {
    #expect(ChunkName.ordinal(in: Array(name.utf8)[...]) == number)
  }

  @Test func `a chunk with bytes changed at random is always read`() {
    let lines = ["[27/07/2025, 19:41:23] Ana: voilà 🌸", "", "et la suite", "=== fin ==="]
    let text = Array(InputSample.chunk(lines, period: "27/07/2025 → 28/07/2025").utf8)
    var random = Seeded(3)
    for _ in 0..<2_000 {
      var damaged = text
      for _ in 0..<Swift.max(1, text.count / 100) {
        damaged[Int.random(in: 0..<text.count, using: &random)] = UInt8.random(
          in: 0...255, using: &random)
      }
      let decoded = DecodedText(damaged).bytes
      let chunk = ChunkFile(decoded, file: 0, label: "x", name: [])
      #expect(chunk.lines.count <= decoded.count { $0 == 0x0A } + 1)
    }
  }
}
