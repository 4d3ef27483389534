import Testing

@testable import Reading

@Test(arguments: HeaderExample.all.filter { !HeaderShape.all[$0.shape].isUnderHeading })
func `a header is read alike whatever header was before it`(_ example: HeaderExample) {
  let line = Array(example.line.utf8)
  let others = ["0", "5", "9", ":", ".", " ", "x", "é", ""].map { Array($0.utf8) }
  for place in line.indices.prefix(40) {
    for other in others {
      let changed = line[..<place] + other + line[(place + 1)...]
      var fresh = HeaderReader()
      var used = HeaderReader()
      _ = used.header(in: line.span, at: 0)
      let expected = fresh.header(in: Array(changed).span, at: 0)
      let header = used.header(in: Array(changed).span, at: 0)
      // A reader that has read a shape prefers it; both agree where the line has but one.
      guard fresh.shapes(of: Array(changed).span).count < 2 else { continue }
      #expect(
        header?.stamp.rawValue == expected?.stamp.rawValue,
        "\(String(decoding: changed, as: UTF8.self))")
      #expect(header?.end == expected?.end)
    }
  }
}

@Test func `a text that was told of is known by all its bytes`() {
  var known = KnownTexts<Int>()
  let text = Array("<Media omitted> <Media omitteD> <Medio omitted> <Media omitted".utf8)
  known.keep(1, for: 0..<15, in: text.span)
  #expect(known.answer(0..<15, in: text.span) == 1)
  #expect(known.answer(16..<31, in: text.span) == nil)
  #expect(known.answer(32..<47, in: text.span) == nil)
  #expect(known.answer(48..<62, in: text.span) == nil)
  #expect(known.answer(1..<15, in: text.span) == nil)
}

@Test func `very short and very long texts are not kept`() {
  var known = KnownTexts<Int>()
  let text = [UInt8](repeating: 0x61, count: 100)
  for count in [0, 7, 65, 100] {
    known.keep(count, for: 0..<count, in: text.span)
    #expect(known.answer(0..<count, in: text.span) == nil)
  }
}
