import CKernels

/// The words of the topics, made ready for the search of many lines.
struct ChunkerWords: Sendable {
  /// Those of all topics.
  static let all = ChunkerWords()

  private let words: [(topic: ChunkerTopics, bytes: [UInt8])]

  /// For the lower halves of the first three bytes of a word, 16 entries each, the words that may have
  /// them, a bit a word: what is looked for before anything is compared.
  private var low = [UInt8](repeating: 0, count: 48)

  /// For their upper halves likewise.
  private var high = [UInt8](repeating: 0, count: 48)

  private init() {
    words = ChunkerTopic.all.enumerated().flatMap { place, topic in
      topic.words.map { (ChunkerTopics(rawValue: 1 << UInt8(place)), Array($0.utf8)) }
    }
    for (place, word) in words.enumerated() {
      for step in 0..<3 {
        for byte in UInt8.min...UInt8.max where ChunkerWords.isLetter(byte, word.bytes[step]) {
          low[16 * step + Int(byte & 15)] |= 1 << UInt8(place % 8)
          high[16 * step + Int(byte >> 4)] |= 1 << UInt8(place % 8)
        }
      }
    }
  }

  /// The first place from `start` on at which a word may begin; the end where there is none. Linear.
  func firstCandidate(in bytes: Span<UInt8>, from start: Int) -> Int {
    let rest = bytes.extracting(start...)
    let found = unsafe rest.withUnsafeBufferPointer { rest in
      unsafe kernels_find_triple(rest.baseAddress, rest.count, low, high)
    }
    return start + found
  }

  /// The topics of which a word begins at a place, in a text that ends where its line does.
  func topics(at place: Int, in bytes: Span<UInt8>) -> ChunkerTopics {
    var topics: ChunkerTopics = []
    for word in words where ChunkerWords.stands(word.bytes, at: place, in: bytes) {
      topics.insert(word.topic)
    }
    return topics
  }

  private static func stands(_ word: [UInt8], at place: Int, in bytes: Span<UInt8>) -> Bool {
    guard place + word.count <= bytes.count else { return false }
    for offset in word.indices where !isLetter(bytes[place + offset], word[offset]) {
      return false
    }
    return true
  }

  /// Whether a byte is one of a word in lower case, or its capital: letters of ASCII and the second
  /// bytes of the accented ones of Latin-1 have their capital 32 below.
  private static func isLetter(_ byte: UInt8, _ wanted: UInt8) -> Bool {
    byte == wanted || byte | 0x20 == wanted
  }
}

/// Finds the topics of lines that are asked for in their order.
struct ChunkerTopicSearch {
  /// The first place at which a word may begin that was not looked at; nil before the first line.
  private var candidate: Int?

  /// The topics of which a line of a text holds a word. Linear in what was not searched before.
  mutating func topics(in line: Range<Int>, of text: Span<UInt8>) -> ChunkerTopics {
    let words = ChunkerWords.all
    var topics: ChunkerTopics = []
    var place = candidate ?? line.lowerBound
    if place < line.lowerBound || candidate == nil {
      place = words.firstCandidate(in: text, from: line.lowerBound)
    }
    while place < line.upperBound {
      topics.formUnion(words.topics(at: place, in: text.extracting(0..<line.upperBound)))
      place = words.firstCandidate(in: text, from: place + 1)
    }
    candidate = place
    return topics
  }
}
