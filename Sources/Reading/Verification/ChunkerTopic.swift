/// A topic that the chunker notes, and the words of which one must stand in a header line:
/// docs/formats.md#the-chunk-header.
struct ChunkerTopic: Sendable {
  /// What the chunk's header lists.
  let name: String

  /// The words, in lower case; they may stand inside longer ones.
  let words: [String]

  /// All of them, in the order in which they are listed.
  static let all = [
    ChunkerTopic(name: "modèle IA", words: ["modèle", "model"]),
    ChunkerTopic(name: "Suisse", words: ["suisse", "swiss"]),
    ChunkerTopic(name: "universités suisses", words: ["epfl", "ethz"]),
    ChunkerTopic(name: "podcast", words: ["podcast"]),
    ChunkerTopic(name: "NotebookLM", words: ["notebooklm"]),
  ]
}

/// A set of the topics that the chunker notes, by their places in ``ChunkerTopic/all``.
struct ChunkerTopics: OptionSet, Hashable, Sendable {
  let rawValue: UInt8

  /// The topics of a list; nil where it names one that is unknown.
  init?(_ names: [String]) {
    var topics: ChunkerTopics = []
    for name in names {
      guard let place = ChunkerTopic.all.firstIndex(where: { $0.name == name }) else { return nil }
      topics.insert(ChunkerTopics(rawValue: 1 << UInt8(place)))
    }
    self = topics
  }

  init(rawValue: UInt8) {
    self.rawValue = rawValue
  }

  /// Their names, in the chunker's order.
  var names: [String] {
    ChunkerTopic.all.enumerated().filter { rawValue >> UInt8($0.offset) & 1 == 1 }
      .map(\.element.name)
  }

  /// The topics of which a line holds a word.
  init(in line: Range<Int>, of bytes: Span<UInt8>) {
    var topics: ChunkerTopics = []
    for place in line where ChunkerTopics.firsts.contains(bytes[place]) {
      for (topic, word) in ChunkerTopics.words
      where ChunkerTopics.stands(word, at: place, before: line.upperBound, in: bytes) {
        topics.insert(topic)
      }
    }
    self = topics
  }

  private static let words: [(topic: ChunkerTopics, bytes: [UInt8])] =
    ChunkerTopic.all.enumerated().flatMap { place, topic in
      topic.words.map { (ChunkerTopics(rawValue: 1 << UInt8(place)), Array($0.utf8)) }
    }

  /// The bytes that a word may begin with, in either case.
  private static let firsts = ByteSet(
    words.compactMap(\.bytes.first).flatMap { [$0, $0 & 0xDF] })

  private static func stands(
    _ word: [UInt8], at place: Int, before end: Int, in bytes: Span<UInt8>
  ) -> Bool {
    guard place + word.count <= end else { return false }
    for (offset, wanted) in word.enumerated() {
      // Letters of ASCII and the second bytes of the accented ones of Latin-1 have their capital 32
      // below.
      let byte = bytes[place + offset]
      guard byte == wanted || (byte | 0x20) == wanted else { return false }
    }
    return true
  }
}

/// A set of bytes.
struct ByteSet: Sendable {
  private var low: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)

  init(_ bytes: some Sequence<UInt8>) {
    for byte in bytes {
      let bit: UInt64 = 1 << UInt64(byte & 63)
      switch byte >> 6 {
      case 0: low.0 |= bit
      case 1: low.1 |= bit
      case 2: low.2 |= bit
      default: low.3 |= bit
      }
    }
  }

  func contains(_ byte: UInt8) -> Bool {
    let word =
      switch byte >> 6 {
      case 0: low.0
      case 1: low.1
      case 2: low.2
      default: low.3
      }
    return word >> UInt64(byte & 63) & 1 == 1
  }
}
