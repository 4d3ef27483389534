import Model

/// A corpus in which merged groups stand in the place of their transcripts.
struct RebuiltCorpus {
  /// The new corpus.
  private(set) var corpus: Corpus

  /// The corpus before.
  let old: Corpus

  /// For each message of the old corpus its place in the new one; -1 until it has one.
  private(set) var places: [Int32]

  /// For each message of the new corpus which one of the old it is.
  private var order: [Int32] = []

  /// For each message of the new corpus who sent it, as a place among ``names``; -1 for nobody.
  private var senders: [Int32] = []

  /// What senders are called, each once.
  private var names: [String] = []
  private var known: [String: Int32] = [:]

  /// For each chunk of the old corpus its place in the new one.
  private(set) var chunkPlaces: [Int]

  /// Puts merged groups into a corpus. Linear, but for sorts of what few messages have.
  init(_ old: Corpus, _ groups: [MergedGroup]) {
    self.old = old
    corpus = old
    places = [Int32](repeating: -1, count: old.messages.count)
    chunkPlaces = [Int](repeating: 0, count: old.chunks.count)
    order.reserveCapacity(old.messages.count)
    corpus.transcripts = []
    corpus.chunks = []
    corpus.messages = Messages()
    let first = Dictionary(uniqueKeysWithValues: groups.map { ($0.transcripts[0], $0) })
    let merged = Set(groups.flatMap(\.transcripts))
    for (place, transcript) in old.transcripts.enumerated() {
      if let group = first[place] {
        add(group)
      } else if !merged.contains(place) {
        add(transcript)
      }
    }
    addLists(groups)
    callPeople(groups)
  }

  /// Adds a transcript as it was.
  private mutating func add(_ transcript: Transcript) {
    var moved = transcript
    let begin = order.count
    let messages = old.messages
    var called: [Int32: Int32] = [:]
    for message in transcript.messages {
      places[message] = Int32(clamping: order.count)
      order.append(Int32(clamping: message))
      let sender = messages.senders[message]
      if sender >= 0, called[sender] == nil {
        called[sender] = place(of: old.people.values[Int(sender)])
      }
      senders.append(called[sender] ?? -1)
    }
    corpus.messages.moments += messages.moments[transcript.messages]
    corpus.messages.starts += messages.starts[transcript.messages]
    corpus.messages.lengths += messages.lengths[transcript.messages]
    corpus.messages.kinds += messages.kinds[transcript.messages]
    corpus.messages.lines += messages.lines[transcript.messages]
    moved.messages = begin..<order.count
    moved.chunks = addChunks(of: transcript, bytes: 0, lines: 0)
    corpus.transcripts.append(moved)
  }

  /// Adds the transcripts of a group as one.
  private mutating func add(_ group: MergedGroup) {
    let layout = MergedLayout(group.transcripts.map { old.transcripts[$0] })
    let called = group.names(in: old).map { names in
      names.mapValues { place(of: $0) }
    }
    let begin = order.count
    for message in group.messages {
      let number = Int(message.message)
      let part = layout.part(ofMessage: number)
      places[number] = Int32(clamping: order.count)
      order.append(message.message)
      senders.append(called[part][old.messages.senders[number]] ?? -1)
      corpus.messages.moments.append(message.moment)
      corpus.messages.starts.append(old.messages.starts[number] + UInt32(layout.bytes[part]))
      corpus.messages.lengths.append(old.messages.lengths[number])
      corpus.messages.kinds.append(old.messages.kinds[number])
      corpus.messages.lines.append(old.messages.lines[number] + UInt32(layout.lines[part]))
    }
    var copies: [Transcript.Copy] = []
    var chunks = corpus.chunks.count..<corpus.chunks.count
    for (part, place) in group.transcripts.enumerated() {
      let transcript = old.transcripts[place]
      for message in transcript.messages {
        let original = group.original(of: Int32(clamping: message))
        places[message] = places[Int(original)]
        copies.append(
          Transcript.Copy(
            line: old.messages.lines[message] + UInt32(layout.lines[part]),
            message: places[message], hasHeader: old.messages.kinds[message] != .fragment))
      }
      let added = addChunks(of: transcript, bytes: layout.bytes[part], lines: layout.lines[part])
      chunks = chunks.lowerBound..<added.upperBound
    }
    var transcript = layout.transcript(messages: begin..<order.count, chunks: chunks)
    transcript.copies = copies
    corpus.transcripts.append(transcript)
  }

  /// Adds the chunks of a transcript that stands from some byte and line on in the one that is
  /// added next; gives their places.
  private mutating func addChunks(
    of transcript: Transcript, bytes: Int, lines: Int
  ) -> Range<Int> {
    let first = corpus.chunks.count
    for place in transcript.chunks {
      var chunk = old.chunks[place]
      chunk.transcript = corpus.transcripts.count
      chunk.lines = (chunk.lines.lowerBound + lines)..<(chunk.lines.upperBound + lines)
      chunk.bytes = (chunk.bytes.lowerBound + bytes)..<(chunk.bytes.upperBound + bytes)
      chunkPlaces[place] = corpus.chunks.count
      corpus.chunks.append(chunk)
    }
    return first..<corpus.chunks.count
  }

  private mutating func place(of name: String) -> Int32 {
    if let place = known[name] { return place }
    let place = Int32(clamping: names.count)
    known[name] = place
    names.append(name)
    return place
  }
}

/// What few messages have, and who wrote.
extension RebuiltCorpus {
  /// Takes over what stands in lists about the messages that are kept.
  private mutating func addLists(_ groups: [MergedGroup]) {
    let messages = old.messages
    corpus.messages.edited = messages.edited.compactMap { place(ofKept: $0) }.sorted()
    corpus.messages.bodies = moved(messages.bodies, \.message)
    corpus.messages.attachments = moved(messages.attachments, \.message)
    let callings = NoticeCallings(groups, of: old)
    corpus.messages.notices = moved(messages.notices.map { callings.called($0) }, \.message)
  }

  /// The new place of a message; nil for a copy of another.
  private func place(ofKept message: Int32) -> Int32? {
    let place = places[Int(message)]
    return place >= 0 && order[Int(place)] == message ? place : nil
  }

  private func moved<Item>(
    _ items: [Item], _ message: WritableKeyPath<Item, Int32>
  ) -> [Item] {
    var moved: [Item] = []
    moved.reserveCapacity(items.count)
    for item in items {
      guard let place = place(ofKept: item[keyPath: message]) else { continue }
      moved.append(item)
      moved[moved.count - 1][keyPath: message] = place
    }
    // Several of one message keep their order.
    let order = moved.indices.sorted { a, b in
      (moved[a][keyPath: message], a) < (moved[b][keyPath: message], b)
    }
    return order.map { moved[$0] }
  }

  /// Makes the senders places among people in the order of their first message.
  private mutating func callPeople(_ groups: [MergedGroup]) {
    var people: [String] = []
    var codes = [Int32](repeating: -1, count: names.count)
    for sender in senders where sender >= 0 && codes[Int(sender)] < 0 {
      codes[Int(sender)] = Int32(clamping: people.count)
      people.append(names[Int(sender)])
    }
    corpus.people = Categories(people)
    corpus.messages.senders = senders.map { $0 < 0 ? -1 : codes[Int($0)] }
    let spelt = order.map { old.messages.senders[Int($0)] }
    let unchanged = old.people.values.map { known[$0] ?? -2 }
    if zip(spelt, senders).contains(where: { $0 >= 0 && unchanged[Int($0)] != $1 }) {
      corpus.written = Corpus.Written(names: old.people.values, senders: spelt)
    }
    let called = Set(people)
    var seen: Set<Alias> = []
    for group in groups {
      for (person, name) in zip(group.people, group.names) {
        for spelling in person.spellings where !called.contains(spelling.name) {
          let alias = Alias(name: spelling.name, person: name)
          if seen.insert(alias).inserted { corpus.joined.append(alias) }
        }
      }
    }
  }
}
