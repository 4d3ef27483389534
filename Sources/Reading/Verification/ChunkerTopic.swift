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

  /// The topics of a list as a header has it; nil where it names one that is unknown.
  init?(_ list: ArraySlice<UInt8>) {
    var topics: ChunkerTopics = []
    guard !list.isEmpty else {
      self = topics
      return
    }
    for name in ChunkField.list(list) {
      guard let place = ChunkerTopic.all.firstIndex(where: { $0.name == name }) else { return nil }
      topics.insert(ChunkerTopics(rawValue: 1 << UInt8(place)))
    }
    self = topics
  }

  /// The topics of the messages that some lines begin.
  init(ofMessagesIn lines: ArraySlice<HeaderLine>) {
    self.init(rawValue: lines.reduce(0) { $1.beginsMessage ? $0 | $1.topics.rawValue : $0 })
  }

  /// The topics of the headers that the chunker knew in some lines.
  init(ofKnownIn lines: ArraySlice<HeaderLine>) {
    self.init(rawValue: lines.reduce(0) { $1.isKnown ? $0 | $1.topics.rawValue : $0 })
  }

  init(rawValue: UInt8) {
    self.rawValue = rawValue
  }

  /// Their names, in the chunker's order.
  var names: [String] {
    ChunkerTopic.all.enumerated().filter { rawValue >> UInt8($0.offset) & 1 == 1 }
      .map(\.element.name)
  }
}

/// The words of the topics, made ready for the search of many lines.
struct ChunkerWords: Sendable {
  /// Those of all topics.
  static let all = ChunkerWords()

  private let words: [(topic: ChunkerTopics, bytes: [UInt8])]

  /// For each byte, the words that it may begin, a bit a word.
  private var firsts = [UInt32](repeating: 0, count: 256)

  /// For each byte, the words that have it as their second.
  private var seconds = [UInt32](repeating: 0, count: 256)

  private init() {
    words = ChunkerTopic.all.enumerated().flatMap { place, topic in
      topic.words.map { (ChunkerTopics(rawValue: 1 << UInt8(place)), Array($0.utf8)) }
    }
    for (place, word) in words.enumerated() {
      for byte in UInt8.min...UInt8.max {
        if ChunkerWords.isLetter(byte, word.bytes[0]) { firsts[Int(byte)] |= 1 << UInt32(place) }
        if ChunkerWords.isLetter(byte, word.bytes[1]) { seconds[Int(byte)] |= 1 << UInt32(place) }
      }
    }
  }

  /// The topics of which a line holds a word.
  func topics(in line: Range<Int>, of bytes: Span<UInt8>) -> ChunkerTopics {
    var topics: ChunkerTopics = []
    guard line.count > 1 else { return topics }
    var candidates = firsts[Int(bytes[line.lowerBound])]
    for place in (line.lowerBound + 1)..<line.upperBound {
      let byte = Int(bytes[place])
      var here = candidates & seconds[byte]
      candidates = firsts[byte]
      while here != 0 {
        let word = words[here.trailingZeroBitCount]
        if ChunkerWords.stands(word.bytes, at: place - 1, before: line.upperBound, in: bytes) {
          topics.insert(word.topic)
        }
        here &= here - 1
      }
    }
    return topics
  }

  private static func stands(
    _ word: [UInt8], at place: Int, before end: Int, in bytes: Span<UInt8>
  ) -> Bool {
    guard place + word.count <= end else { return false }
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
