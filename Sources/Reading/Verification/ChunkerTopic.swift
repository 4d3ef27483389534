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
