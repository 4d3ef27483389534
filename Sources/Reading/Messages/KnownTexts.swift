/// What was told of short texts before, by their bytes: the marks that WhatsApp leaves are the same few
/// texts again and again.
struct KnownTexts<Answer: Sendable>: Sendable {
  /// Bytes of a text that is kept at most.
  private let longest: Int
  /// Bits of the number of a slot. A text is kept in the slot that its hash tells; another one takes its place.
  private let bits: Int

  /// What is known; empty until there is something.
  private var answers: [Answer?] = []
  private var lengths: [Int] = []
  private var texts: [UInt8] = []

  /// Room for 2 to the power of `bits` texts of at most so many bytes.
  init(bits: Int = 6, longest: Int = 64) {
    (self.bits, self.longest) = (bits, longest)
  }

  /// What was told of a text; nil where it is not known.
  func answer(_ range: Range<Int>, in bytes: Span<UInt8>) -> Answer? {
    guard !answers.isEmpty, let slot = slot(range, in: bytes), lengths[slot] == range.count else {
      return nil
    }
    let start = slot * longest
    var offset = 0
    while offset < range.count {
      let count = min(8, range.count - offset)
      let word = loadBytes(bytes, at: range.lowerBound + offset, count: count)
      guard word == loadBytes(texts.span, at: start + offset, count: count) else { return nil }
      offset += 8
    }
    return answers[slot]
  }

  /// Keeps what is told of a text; nothing where that is long.
  mutating func keep(_ answer: Answer, for range: Range<Int>, in bytes: Span<UInt8>) {
    guard let slot = slot(range, in: bytes) else { return }
    if answers.isEmpty {
      answers = [Answer?](repeating: nil, count: 1 << bits)
      lengths = [Int](repeating: 0, count: 1 << bits)
      texts = [UInt8](repeating: 0, count: longest << bits)
    }
    answers[slot] = answer
    lengths[slot] = range.count
    for offset in 0..<range.count {
      texts[slot * longest + offset] = bytes[range.lowerBound + offset]
    }
  }

  /// The slot of a text, by all its bytes: those of notices differ in the middle alone.
  private func slot(_ range: Range<Int>, in bytes: Span<UInt8>) -> Int? {
    guard 8...longest ~= range.count else { return nil }
    var hash = UInt64(range.count)
    var place = range.lowerBound
    while place < range.upperBound {
      // The last eight reach back.
      let word = loadBytes(bytes, at: min(place, range.upperBound - 8), count: 8)
      let product = (hash ^ word).multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
      hash = product.high ^ product.low
      place += 8
    }
    return Int(hash & (1 << UInt64(bits) - 1))
  }
}
