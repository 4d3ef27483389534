import Model

/// Who of one strand is who of another: docs/formats.md#the-same-chat-twice.
struct PeopleMatching {
  /// Two people who are one though their names differ, or might be.
  struct Join {
    let left: Int32
    let right: Int32
    /// Messages of both that coincide.
    let count: Int
  }

  /// For each person of the left strand who they are in the right one; ``Strand/nobody`` for none.
  private(set) var left: [Int32]

  /// For each person of the right strand who they are in the left one.
  private(set) var right: [Int32]

  /// Those who are one by what they say, though they are not called the same.
  private(set) var joins: [Join] = []

  /// Those of whom something coincides, but too little to call them one.
  private(set) var doubts: [Join] = []

  /// Messages that must coincide before two names are one.
  static let leastCount = 3

  /// Matches the people of two strands.
  init(_ a: Strand, _ b: Strand, _ found: Coincidences, ownWords: Set<String>) {
    left = [Int32](repeating: Strand.nobody, count: a.people.count)
    right = [Int32](repeating: Strand.nobody, count: b.people.count)
    let names = Dictionary(
      b.people.enumerated().flatMap { place, person in
        person.keys(without: ownWords).map { ($0, Int32(clamping: place)) }
      }
    ) { first, _ in first }
    func areNamesakes(_ pair: Coincidences.Key) -> Bool {
      a.people[Int(pair.left)].keys(without: ownWords).contains { names[$0] == pair.right }
    }
    let pairs = found.pairs.sorted {
      ($1.value.count, $0.key.left, $0.key.right) < ($0.value.count, $1.key.left, $1.key.right)
    }
    // What coincides tells first: one name may mean two people, each phone's own “Mum”.
    for (pair, common) in pairs where PeopleMatching.proves(common, pair, found) {
      join(pair)
      if !areNamesakes(pair) {
        joins.append(Join(left: pair.left, right: pair.right, count: common.count))
      }
    }
    for (place, person) in a.people.enumerated() where left[place] < 0 {
      let namesake = person.keys(without: ownWords).lazy.compactMap { names[$0] }
        .first { right[Int($0)] < 0 }
      guard let namesake else { continue }
      join(Coincidences.Key(left: Int32(clamping: place), right: namesake))
    }
    for (pair, common) in pairs where left[Int(pair.left)] < 0 && right[Int(pair.right)] < 0 {
      doubts.append(Join(left: pair.left, right: pair.right, count: common.count))
    }
  }

  private mutating func join(_ pair: Coincidences.Key) {
    left[Int(pair.left)] = pair.right
    right[Int(pair.right)] = pair.left
  }

  /// Whether what two people have in common proves that they are one.
  private static func proves(
    _ common: Coincidences.Pair, _ pair: Coincidences.Key, _ found: Coincidences
  ) -> Bool {
    let (one, other) = (Int(pair.left), Int(pair.right))
    // Neither coincides with anybody else, but for a chance in ten messages.
    let isTheirs =
      common.count * 10 >= found.left[one] * 9 && common.count * 10 >= found.right[other] * 9
    let fewer = min(found.leftAll[one], found.rightAll[other])
    return common.count >= leastCount && common.differ && isTheirs && common.count * 2 >= fewer
  }
}

extension Strand.Person {
  /// What the names of the person have in common with other spellings of them. A “You” is somebody
  /// else in every export.
  fileprivate func keys(without ownWords: Set<String>) -> [String] {
    spellings.map(\.name).filter { !ownWords.contains($0) }.map { AliasBook.key($0) }
  }
}
