import Model
import Testing

@testable import Reading

@Suite struct InputDecodingTests {
  private func text(_ bytes: [UInt8]) -> String {
    String(decoding: DecodedText(bytes).bytes, as: UTF8.self)
  }

  @Test(arguments: [
    ("a\r\nb", "a\nb"), ("a\rb\r", "a\nb\n"), ("a\r\nb\nc", "a\nb\nc"), ("a\r\r\nb", "a\nb"),
    ("a\rb\nc", "a\rb\nc"), ("a\nb\r", "a\nb"), ("\r\n\r\n", "\n\n"), ("\r", "\n"), ("", ""),
    ("a\0b", "a\0b"), ("\u{FEFF}a", "a"), ("a\u{FEFF}", "a\u{FEFF}"), ("a\u{2028}b", "a\u{2028}b"),
  ])
  func `line breaks become one kind and nothing else changes`(file: String, expected: String) {
    #expect(text(Array(file.utf8)) == expected)
    #expect(DecodedText(Array(file.utf8)).damage == nil)
  }

  @Test func `a header after a carriage return makes them line breaks of an export`() {
    func unified(_ file: String) -> String? {
      LineBreaks.withHeadersOnLines(DecodedText(Array(file.utf8)).bytes).map {
        String(decoding: $0, as: UTF8.self)
      }
    }
    let header = "17/02/2025, 16:14 - Zoé: ça"
    #expect(
      unified("\(header)\rva\r\(header)\n\(header)\r\n") == "\(header)\nva\n\(header)\n\(header)\n")
    #expect(unified("\(header)\rva\n\(header)") == nil)
  }

  @Test(arguments: [
    ("[1\r\n[2\n[3\r\n[4\n", [2]), ("[1\n2\r\n3\n4\r\n5", [1, 3]), ("[1\n[2\n[3", []),
    ("[1\r\nzu\nzu\n\n[2\r\n", [4]), ("1\n2\r\r\n3\n", [1]), ("[1\r[2\r", []),
    ("\u{FEFF}[1\n\n[2\r\n", [2]),
  ])
  func `a line behind a bare line feed is told where others end with a carriage return`(
    file: String, expected: [UInt32]
  ) {
    #expect(DecodedText(Array(file.utf8)).softLines == expected)
    var wide: [UInt8] = [0xFF, 0xFE]
    for unit in file.utf16 where unit != 0xFEFF { wide += [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
    #expect(DecodedText(wide).softLines == expected)
  }

  @Test(arguments: [
    "17/02/2025, 16:14 - Zoé 🌸: ça", "\u{200E}[17/02/2025, 4:14:00\u{202F}PM] Zoé: ça",
  ])
  func `text in UTF-16 is read by its mark`(line: String) {
    let chat = "\(line)\r\nva\n"
    var (little, big): ([UInt8], [UInt8]) = ([0xFF, 0xFE], [0xFE, 0xFF])
    for unit in chat.utf16 {
      little += [UInt8(unit & 0xFF), UInt8(unit >> 8)]
      big += [UInt8(unit >> 8), UInt8(unit & 0xFF)]
    }
    for bytes in [little, big] {
      #expect(text(bytes) == "\(line)\nva\n")
      #expect(DecodedText(bytes).problem(in: "x") == nil)
      // Some editors leave out the mark.
      #expect(text(Array(bytes.dropFirst(2))) == "\(line)\nva\n")
      #expect(!DecodedText.isBinary(Array(bytes.dropFirst(2))))
    }
    // Half a pair of surrogates on the second line, and half a unit at the end.
    let cut = DecodedText([0xFF, 0xFE, 0x61, 0, 0x0A, 0, 0x3D, 0xD8, 0x62, 0, 0x63])
    #expect(String(decoding: cut.bytes, as: UTF8.self) == "a\n\u{FFFD}b\u{FFFD}")
    #expect(cut.damage?.count == 2)
    #expect(cut.damage?.firstLine == 2)
  }

  @Test func `a picture is told from a text that a NUL and a wrong byte have damaged`() {
    // A PNG's signature and its first piece, PNG specification 5.2 and 11.2.2, and bytes by chance.
    let picture: [UInt8] =
      [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0x0D, 0x49, 0x48, 0x44, 0x52]
      + (0..<2_000).map { UInt8(truncatingIfNeeded: $0 &* 0x9E37 >> 3) }
    #expect(DecodedText.isBinary(picture))
    let chat = String(repeating: "17/02/2025, 16:14 - Zoé: ça va ?\n", count: 40)
    var damaged = Array(chat.utf8)
    for place in stride(from: 45, to: damaged.count, by: 400) { damaged[place] = 0 }
    damaged[90] = 0xFF
    #expect(!DecodedText.isBinary(damaged))
  }

  @Test func `what is not UTF-8 is read as Windows-1252 where it fits`() {
    let file: [UInt8] = Array("caf".utf8) + [0xE9, 0x20, 0x80, 0x0A, 0x93, 0x9C, 0x94]
    let decoded = DecodedText(file)
    #expect(String(decoding: decoded.bytes, as: UTF8.self) == "café €\n“œ”")
    #expect(decoded.problem(in: "x")?.severity == .note)
    #expect(decoded.problem(in: "x")?.code == .invalidUTF8)
  }

  @Test(arguments: [
    "\u{200E}[17/02/2025, 4:14:00\u{202F}PM] Zoé 🌸: ça, l’été à Orléans", "été — “déjà” ?\n",
    "\u{FEFF}[29.01.18, 12:24:03] Аня: да", "=== MÉTADONNÉES CHUNK ===\nPériode: null → null\n",
  ])
  func `text that was made UTF-8 twice is read as it was before`(chat: String) {
    let once = chat.drop { $0 == "\u{FEFF}" }
    for bytes in [TwiceEncodedText.byLatin1(chat), TwiceEncodedText.byWindows1252(chat)] {
      let decoded = DecodedText(bytes)
      #expect(String(decoding: decoded.bytes, as: UTF8.self) == once)
      #expect(decoded.problem(in: "x")?.severity == .note)
      #expect(decoded.problem(in: "x")?.code == .invalidUTF8)
      // A list of patterns may be about such texts.
      #expect(DecodedText(bytes, isChat: false).encoding == .utf8)
    }
    #expect(DecodedText(Array(chat.utf8)).encoding == .utf8)
  }

  @Test(arguments: [
    "Ã© is not é, Ã§ Ã  Ã¨ Ã¹", "Ã©, Ã§, Ã¨: three", "CAFÉ… MÉTÉO…", "Ã Ã Ã Ã Ã", "plain",
    "Ã©Ã§Ã¨Ã¹ 你好", "í\u{A0}€\u{80} í\u{A0}€\u{80} í\u{A0}€\u{80} í\u{A0}€\u{80}",
  ])
  func `text that only speaks of what was made UTF-8 twice stays as it is`(chat: String) {
    let decoded = DecodedText(Array(chat.utf8))
    #expect(Array(decoded.bytes) == Array(chat.utf8))
    #expect(decoded.problem(in: "x") == nil)
  }

  @Test func `damaged UTF-8 stays UTF-8, and the damage is counted and placed`() {
    let file = Array("été à Orléans\nça ".utf8) + [0xC3, 0x28, 0xFF] + Array("là\n".utf8)
    let decoded = DecodedText(file)
    #expect(
      String(decoding: decoded.bytes, as: UTF8.self) == "été à Orléans\nça \u{FFFD}(\u{FFFD}là\n")
    #expect(decoded.damage?.count == 2)
    let problem = decoded.problem(in: "x")
    #expect(problem?.line == 2)
    #expect(problem?.severity == .warning)
  }

  @Test func `bytes that Windows-1252 leaves out are shown as U+FFFD`() {
    let decoded = DecodedText([0x61, 0x81, 0x62])
    #expect(String(decoding: decoded.bytes, as: UTF8.self) == "a\u{FFFD}b")
    #expect(decoded.damage?.count == 1)
  }

  @Test(arguments: 0..<200)
  func `any bytes become valid text`(seed: Int) {
    var random = Seeded(seed)
    let file = (0..<Int.random(in: 0...400, using: &random)).map { _ -> UInt8 in
      let common: [UInt8] = [0x0A, 0x0D, 0xC3, 0xA9, 0xF0, 0x9F, 0x98, 0x61, 0xFF, 0x00]
      return common.randomElement(using: &random) ?? 0
    }
    let decoded = DecodedText(file)
    #expect(UTF8Repair.firstFault(in: decoded.bytes.span) == nil)
    // The library puts U+FFFD in the same places.
    let repaired = UTF8Repair(file)
    #expect(String(decoding: file, as: UTF8.self).utf8.elementsEqual(repaired.bytes))
    #expect((repaired.replacements > 0) == (UTF8Repair.firstFault(in: file.span) != nil))
  }
}

/// Texts as a program leaves them that takes UTF-8 for another encoding.
enum TwiceEncodedText {
  static func byLatin1(_ text: String) -> [UInt8] {
    text.utf8.flatMap { Array(String(Unicode.Scalar($0)).utf8) }
  }

  /// Windows-1252, with the bytes that it leaves out as Latin-1 has them.
  static func byWindows1252(_ text: String) -> [UInt8] {
    text.utf8.flatMap { Windows1252.decoded([$0]) ?? Array(String(Unicode.Scalar($0)).utf8) }
  }
}
