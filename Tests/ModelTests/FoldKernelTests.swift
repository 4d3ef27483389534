import CKernels
import Testing

@testable import Model

/// What a kernel makes of bytes: how many it read, and their fold.
private func folded(
  _ bytes: [UInt8],
  by kernel: (
    UnsafePointer<UInt8>?, Int, UnsafePointer<UInt8>?, UnsafeMutablePointer<UInt8>?,
    UnsafeMutablePointer<Int>?
  ) -> Int
) -> (read: Int, folded: [UInt8]) {
  var folded = [UInt8](repeating: 0xEE, count: bytes.count + 16)
  var written = 0
  let western = FoldTable.western.indices.map { FoldTable.western[$0] }
  let read = unsafe kernel(bytes, bytes.count, western, &folded, &written)
  return (read, Array(folded[..<written]))
}

@Test(arguments: 0..<40)
func `both forms of the kernel fold alike, and as the fold does`(_ seed: Int) {
  let parts =
    [
      "a", "Z", "`", "\t", "é", "É", "ÿ", "œ", "ß", "×", "Æ", "ñ", "б", "好", "🎉", "\u{301}", " ",
      "\n",
      "\u{C3}", "\u{A0}", "0123456789", "les élèves répètent ",
    ].map { Array($0.utf8) } + [[0xC3], [0xA9], [0xC3, 0x41], [0xC3, 0xC3, 0xA9], [0xFF], [0]]
  var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1
  for _ in 0..<200 {
    var text: [UInt8] = []
    state = state &* 6_364_136_223_846_793_005 &+ 1
    for _ in 0..<(state >> 58) {
      state = state &* 6_364_136_223_846_793_005 &+ 1
      // Mostly what the kernel knows.
      text += parts[Int(state >> 33) % (state >> 60 < 13 ? 6 : parts.count)]
    }
    let (read, fast) = unsafe folded(text, by: kernels_fold)
    let (portableRead, portable) = unsafe folded(text, by: kernels_fold_portable)
    #expect(read == portableRead && fast == portable)
    var expected: [UInt8] = []
    Fold.append(Array(text[..<read]).span, to: &expected)
    #expect(fast == expected)
    guard read < text.count else { continue }
    #expect(text[read] >= 0x80)
  }
}

@Test func `the letters that the kernel knows are those that become one of ASCII`() {
  #expect(FoldTable.western.count == 64)
  for offset in FoldTable.western.indices {
    let letter = FoldTable.western[offset]
    let folded = Array(Fold.string(String(Unicode.Scalar(UInt8(0xC0 + offset)))).utf8)
    #expect(letter == (folded.count == 1 ? folded[0] : 0))
  }
}
