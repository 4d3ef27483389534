import Diagnostics
import Model
import Testing

@testable import Reading

@Suite struct ContactFileTests {
  /// The entries of a file as `line name = person`.
  private func entries(_ text: String, named name: String = "f") throws -> [String] {
    let sandbox = try InputSandbox([name: text])
    return try ContactFile(at: name, directory: sandbox.path).entries.map {
      "\($0.line) \($0.alias.name) = \($0.alias.person)"
    }
  }

  private func fault(_ text: String) throws -> String? {
    let sandbox = try InputSandbox(["f": text])
    do throws(Diagnostic) {
      _ = try ContactFile(at: "f", directory: sandbox.path)
      return nil
    } catch {
      return error.message
    }
  }

  @Test(arguments: [
    "+33 6 12,Karim\nBo,Bo Li", "+33 6 12;Karim\r\nBo;Bo Li\r\n", "+33 6 12\tKarim\nBo\tBo Li",
    "\u{FEFF}\"+33 6 12\" , Karim \n\n\"Bo\",\"Bo Li\"\n",
  ])
  func `a table has a name and a person a row`(text: String) throws {
    #expect(
      try entries(text).map { $0.drop { $0 != " " } } == [" +33 6 12 = Karim", " Bo = Bo Li"])
  }

  @Test func `what the table aliases exports is read back, its head left out`() throws {
    #expect(
      try entries("name,person\n\"Bo \"\"B\"\" Li\",\"Li, Bo\"\n\"a\nb\",c\nd,e")
        == ["2 Bo \"B\" Li = Li, Bo", "3 a\nb = c", "5 d = e"])
  }

  @Test func `a row that is no name and person is an error with its line`() throws {
    #expect(try fault("a,b\n\nc") == "“f” line 3: a name and a person belong there, not 1 values")
    #expect(try fault("a,b\nc,d,e") == "“f” line 2: a name and a person belong there, not 3 values")
    #expect(
      try fault("a, ") == "“f” line 1: a name and a person belong there, and one is empty")
    #expect(try fault("a,b\n\"c,d\ne") == "“f” line 2: this quote is never closed")
  }

  @Test func `the numbers of a card stand for its name`() throws {
    let cards = """
      BEGIN:VCARD
      VERSION:3.0
      FN:Zoé Martin
      N:Martin;Zoé;;;
      TEL;type=CELL;type=VOICE;waid=33612345678:+33 6 12 34 56 78
      item1.TEL:06 99 99 99 99
      item1.X-ABLabel:maison
      END:VCARD
      BEGIN:VCARD
      VERSION:4.0
      N:Li;Bo;Jean\\, Paul;Dr;jr
      TEL;VALUE=uri;TYPE="voice,home":tel:+33-1-23-45-67-89;ext=5
      END:VCARD
      """
    let expected = [
      "5 +33 6 12 34 56 78 = Zoé Martin", "6 06 99 99 99 99 = Zoé Martin",
      "12 +33-1-23-45-67-89 = Dr Bo Jean, Paul Li jr",
    ]
    #expect(try entries(cards) == expected)
    #expect(try entries("\u{FEFF}" + cards.replacing("\n", with: "\r\n")) == expected)
  }

  @Test func `long lines and coded ones are put together`() throws {
    let cards = """
      begin:vcard
      FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=C3=89lo=
      die =F0=9F=8C=B8
      TEL:+33 6 12 3
        4 56 78
      end:vcard
      """
    #expect(try entries(cards) == ["4 +33 6 12 3 4 56 78 = Élodie 🌸"])
  }

  @Test func `cards without a name or a number are counted`() throws {
    let sandbox = try InputSandbox([
      "f.vcf": """
      BEGIN:VCARD
      FN:Sans numéro
      END:VCARD
      BEGIN:VCARD
      FN:06 12 34 56 78
      TEL:+33 6 12 34 56 78
      END:VCARD
      BEGIN:VCARD
      TEL:*100#
      END:VCARD
      """
    ])
    let file = try ContactFile(at: "f.vcf", directory: sandbox.path)
    #expect(file.entries.isEmpty)
    #expect(file.emptyCards == 3)
  }

  @Test func `damaged address books end in entries or an error, never in a trap`() throws {
    let card = Array(
      "BEGIN:VCARD\nFN;ENCODING=QUOTED-PRINTABLE:=C3=89=\nx\nTEL;A=\"b:\":tel:+33612345678\n y\nEND:VCARD\na,\"b\"\n"
        .utf8)
    var random = Seeded(7)
    for _ in 0..<300 {
      var bytes = card
      for _ in 0..<3 {
        bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(
          in: 0...255, using: &random)
      }
      let sandbox = try InputSandbox()
      try sandbox.write(bytes, to: "f")
      _ = try? ContactFile(at: "f", directory: sandbox.path)
    }
  }
}
