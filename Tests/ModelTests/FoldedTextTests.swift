import Testing

@testable import Model

/// The true text of where `needle` first stands in the folded `text`.
private func found(_ needle: String, in text: String) -> String? {
  let folded = FoldedText(text)
  let wanted = Array(needle.utf8)
  for start in 0...max(0, folded.bytes.count - wanted.count)
  where folded.bytes[start...].starts(with: wanted) {
    let range = folded.trueRange(of: start..<(start + wanted.count))
    return String(decoding: Array(text.utf8)[range], as: UTF8.self)
  }
  return nil
}

@Test(arguments: [
  ("etude", "Une l’Étude ici", "Étude"), ("l'etude", "Une l’Étude ici", "l’Étude"),
  ("ici", "Une l’Étude ici", "ici"), ("ete", "E\u{301}te\u{301} !", "E\u{301}te\u{301}"),
  ("o", "cœur", "œ"), ("e", "cœur", "œ"), ("r", "cœur", "r"), ("coe", "cœur", "cœ"),
  ("b", "a\u{200E}b\u{200F}c", "b"), ("ab", "a\u{200E}b\u{200F}c", "a\u{200E}b"),
  ("❤", "x❤\u{FE0F}y", "❤\u{FE0F}"), ("y", "x❤\u{FE0F}y", "y"), ("rag", "le ＲＡＧ", "ＲＡＧ"),
  ("д", "ЁД", "Д"), ("ss", "Straße", "ß"),
])
func `what is found folded is given back as it was written`(
  needle: String, text: String, expected: String
) {
  #expect(found(needle, in: text).map { Array($0.utf8) } == Array(expected.utf8))
}

private let samples = [
  "", "plain", "Où l’ÉTÉ 👨\u{200D}👩\u{200D}👧 œuvre", "e\u{301}\u{323}\u{200B}\u{301}x",
  "\u{FEFF}\u{200E}[Ё]\u{308}", "ẞßÅ\u{302}", "❤\u{FE0F}\u{200D}🔥\u{FE0F}!", "\u{301}\u{301}",
]

@Test(arguments: samples)
func `the way back covers the text, in order and by whole characters`(text: String) {
  let folded = FoldedText(text)
  var plain: [UInt8] = []
  Fold.append(text.utf8.span, to: &plain)
  #expect(folded.bytes == plain)

  let starts = Set(
    text.unicodeScalars.indices.map { text.utf8.distance(from: text.startIndex, to: $0) }
      + [text.utf8.count])
  var last = 0
  for offset in plain.indices where plain[offset] & 0xC0 != 0x80 {
    var end = offset + 1
    while end < plain.count, plain[end] & 0xC0 == 0x80 { end += 1 }
    let range = folded.trueRange(of: offset..<end)
    #expect(starts.contains(range.lowerBound) && starts.contains(range.upperBound))
    #expect(!range.isEmpty && range.lowerBound >= last)
    last = range.lowerBound
    #expect(folded.trueRange(of: offset..<offset).isEmpty)
  }
}

@Test func `an object that folds one text after another forgets the ones before`() {
  var folded = FoldedText("Œuvre à lire")
  folded.fold("été".utf8.span)
  #expect(folded.bytes == Array("ete".utf8))
  #expect(folded.trueRange(of: 0..<3) == 0..<5)
  folded.fold("abc".utf8.span)
  #expect(folded.trueRange(of: 1..<2) == 1..<2)
}
