import Model

extension ReadingReport.Merge {
  /// What merging a group gave, seen in the corpus that it is in.
  init(_ group: MergedGroup, in rebuilt: RebuiltCorpus) {
    let old = group.transcripts.map { rebuilt.old.transcripts[$0] }
    number = group.number
    sources = old.map(\.source)
    messages = group.messages.count
    // For each message the last source seen to have it, and whether another has it too.
    var last: [Int32: Int] = [:]
    var isShared: Set<Int32> = []
    var held = [Int](repeating: 0, count: old.count)
    for (part, transcript) in old.enumerated() {
      for message in transcript.messages {
        let place = rebuilt.places[message]
        if let before = last[place], before != part { isShared.insert(place) }
        if last[place] != part { held[part] += 1 }
        last[place] = part
      }
    }
    self.held = held
    var only = [Int](repeating: 0, count: old.count)
    for (place, part) in last where !isShared.contains(place) { only[part] += 1 }
    self.only = only
    let sources = self.sources
    joins = group.joins.map { Join($0, in: group, sources) }
    doubts = group.doubts.map { Join($0, in: group, sources) }
    namesakes = zip(group.people, group.names).compactMap { person, name in
      guard let own = person.spellings.first, !person.spellings.contains(where: { $0.name == name })
      else { return nil }
      return Namesake(name: own.name, source: old[own.part].source, person: name)
    }
  }
}

extension ReadingReport.Merge.Join {
  /// What two spellings have in common, seen from what the people of a group are called.
  fileprivate init(_ join: MergedGroup.Join, in group: MergedGroup, _ sources: [String]) {
    let (one, other) = (group.called(join.one), group.called(join.other))
    // Of two who are one the name that is not theirs; of two who may be the number.
    let isFirst =
      one == other ? join.one.name != one : PhoneNumber(one) != nil && PhoneNumber(other) == nil
    let spelling = isFirst ? join.one : join.other
    self.init(
      name: spelling.name, source: sources[spelling.part], person: isFirst ? other : one,
      count: join.count)
  }
}

extension MergedGroup {
  /// What the person of a spelling is called.
  fileprivate func called(_ spelling: Strand.Spelling) -> String {
    let place = people.firstIndex { $0.spellings.contains(spelling) }
    return place.map { names[$0] } ?? spelling.name
  }
}
