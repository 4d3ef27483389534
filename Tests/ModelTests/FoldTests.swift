import Testing

@testable import Model

private func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

private func fold(_ text: [UInt8]) -> [UInt8] {
  var folded: [UInt8] = []
  Fold.append(text.span, to: &folded)
  return folded
}

private let scalars = (UInt32(0)...0x10FFFF).compactMap(Unicode.Scalar.init)

@Test(arguments: [
  ("l’Étude", "l'etude"), ("ÉLODIE", "elodie"), ("E\u{301}te\u{301}", "ete"), ("Cœur", "coeur"),
  ("Lætitia", "laetitia"), ("Straße STRAẞE", "strasse strasse"), ("Øresund", "oresund"),
  ("Łódź", "lodz"), ("ısı İSİ", "isi isi"), ("Ǿ ǽ", "o ae"), ("Nguyễn", "nguyen"),
  ("Ёлка е\u{308}ж", "елка еж"), ("Йод", "йод"), ("Ὀδυσσεύς ΣΟΦΌΣ", "οδυσσευσ σοφοσ"),
  ("Ⴀა ᲐՍս", "ⴀა აսս"), ("ＲＡＧ１２＋￥", "rag12+¥"), ("Å Ω K", "a ω k"),
  ("‘a’ ʼb` ´c′", "'a' 'b' 'c'"), ("a\u{A0}b\u{202F}c\u{3000}d\te", "a b c d e"),
  ("a\nb\r\nc", "a\nb\r\nc"), ("\u{FEFF}a\u{200B}b\u{200E}c\u{200F}", "abc"),
  ("@\u{2068}Ana\u{2069} !", "@ana !"), ("\u{202A}+33\u{A0}6 12\u{202C}", "+33 6 12"),
  ("\u{2067}\u{61C}ا\u{2069}", "ا"), ("❤\u{FE0F}", "❤"),
  ("👨\u{200D}👩\u{200D}👧", "👨\u{200D}👩\u{200D}👧"),
  ("❤\u{FE0F}\u{200D}🔥", "❤\u{200D}🔥"), ("👩🏽\u{200D}💻", "👩🏽\u{200D}💻"),
  ("क\u{94D}\u{200D}ष", "क\u{94D}ष"), ("a\u{200D}🔥", "a🔥"), ("🔥\u{200D}", "🔥"),
  ("が か\u{3099}", "が か\u{3099}"), ("שָׁלוֹם", "שָׁלוֹם"), ("مُحَمَّد", "مُحَمَّد"),
  ("1\u{301}", "1\u{301}"), ("\u{301}a", "\u{301}a"), ("e\u{200B}\u{301}", "e"),
])
func `the fold leaves what matters`(text: String, folded: String) {
  #expect(bytes(Fold.string(text)) == bytes(folded))
}

@Test func `folding twice is folding once, for every scalar`() {
  var all: [UInt8] = []
  for scalar in scalars { all += UTF8.encode(scalar).map(Array.init) ?? [] + [0x0A] }
  let once = fold(all)
  #expect(fold(once) == once)
}

@Test func `folding twice is folding once, for what the fold changes beside its neighbours`() {
  let neighbours = ["e", "Œ", "α", "д", "е", "1", "🔥", "Ⓜ", "\u{200D}", "\u{301}", "\u{308}"]
  let fire = bytes("🔥")
  let joiner = bytes("\u{200D}")
  for value in FoldTable.changing + [0x1F525, 0x2640, 0x00A9] {
    let scalar = bytes(Unicode.Scalar(value).map(String.init) ?? "")
    for neighbour in neighbours.map(bytes) {
      for text in [neighbour + scalar, scalar + neighbour, fire + scalar + joiner + neighbour] {
        let once = fold(text)
        guard fold(once) == once else {
          Issue.record("\(text) folds to \(once), and that to \(fold(once))")
          return
        }
      }
    }
  }
}

@Test func `every scalar loses its case`() {
  for scalar in scalars where scalar.properties.changesWhenLowercased {
    let lower = scalar.properties.lowercaseMapping
    #expect(fold(bytes(String(scalar))) == fold(bytes(lower)), "\(scalar)")
  }
}

/// The standard library compares texts by canonical equivalence: an independent witness for the
/// table of letters with marks.
@Test func `Latin and Greek letters fold as their decomposed spelling does`() {
  let letters = scalars.filter {
    FoldTable.shedsMarks($0.value) && !$0.properties.changesWhenLowercased
  }
  let marks = FoldLetters.marks.compactMap(Unicode.Scalar.init)
  var found = 0
  var composed: [String: [UInt8]] = [:]
  for letter in letters { composed[String(letter)] = fold(bytes(String(letter))) }
  // A letter with two marks is one with one mark and another mark.
  for letter in letters {
    for mark in marks {
      let text = "\(letter)\(mark)"
      guard text.unicodeScalars.count == 2, let known = composed[text] else { continue }
      found += 1
      #expect(known == fold(bytes(text)), "\(text)")
    }
  }
  #expect(found > 500)
}

@Test func `what has no case, marks, width or spelling of its own stays as written`() {
  let changing = Set(FoldTable.changing)
  for scalar in scalars where scalar.properties.changesWhenLowercased {
    #expect(changing.contains(scalar.value), "the table does not know the case of \(scalar)")
  }
  var others: [UInt8] = []
  for scalar in scalars where !changing.contains(scalar.value) {
    others += UTF8.encode(scalar).map(Array.init) ?? []
  }
  #expect(fold(others) == others)
}

@Test func `every blank is a space and line breaks stay`() {
  for scalar in scalars where scalar.properties.generalCategory == .spaceSeparator {
    #expect(fold(bytes(String(scalar))) == [0x20])
  }
  for breaking in ["\n", "\r", "\u{B}", "\u{C}", "\u{85}", "\u{2028}", "\u{2029}"] {
    #expect(fold(bytes(breaking)) == bytes(breaking))
  }
}

@Test func `a text folds as its parts do, wherever it is cut`() {
  let text = "Où l’ÉTÉ 👨\u{200D}👩\u{200D}👧 œuvre в Ёлке ＡＢＣ une ligne de plus de seize octets"
  let whole = fold(bytes(text))
  let scalars = Array(text.unicodeScalars)
  for cut in scalars.indices
  where scalars[cut] != "\u{200D}" && (cut == 0 || scalars[cut - 1] != "\u{200D}") {
    var parts = String.UnicodeScalarView()
    parts.append(contentsOf: scalars[..<cut])
    var rest = String.UnicodeScalarView()
    rest.append(contentsOf: scalars[cut...])
    #expect(fold(bytes(String(parts))) + fold(bytes(String(rest))) == whole)
  }
}

@Test func `bytes that are no UTF-8 become replacement characters, as the standard library has it`()
{
  let samples: [[UInt8]] = [
    [0x80], [0xC0, 0x80], [0xE2, 0x82], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80],
    [0xF0, 0x9F, 0x98], [0xF4, 0x90, 0x80, 0x80], [0xFF, 0x61], [0xF0, 0x9F, 0x61],
  ]
  // Any lead byte before any two bytes of interest.
  let others: [UInt8] = [0x61, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC3, 0xE2, 0xF0, 0xFF]
  var noise: [[UInt8]] = []
  for lead in 0x80...0xFF as ClosedRange<UInt8> {
    for second in others {
      for third in others { noise.append([lead, second, third, 0x82, 0xAC, 0x2E]) }
    }
  }
  for sample in samples + noise {
    #expect(fold(sample) == fold(bytes(String(decoding: sample, as: UTF8.self))), "\(sample)")
  }
}

@Test func `long texts fold as short ones do`() {
  let piece = "Été, œuvre, \u{200E}ＡＢ 👨\u{200D}👩 е\u{308} "
  let folded = fold(bytes(piece))
  let many = fold(bytes(String(repeating: piece, count: 5_000)))
  #expect(many.count == folded.count * 5_000)
  #expect(Array(many.suffix(folded.count)) == folded)
  #expect(fold([UInt8](repeating: 0xFF, count: 40_000)).count == 120_000)
}
