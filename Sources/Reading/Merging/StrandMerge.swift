import Diagnostics
import Model

/// Merges two strands into one: every message once, in the order of time.
struct StrandMerge {
  /// The strand of both.
  private(set) var result = Strand()

  /// Who of the two is who.
  let people: PeopleMatching

  /// The messages that are copies of others, each with the one that is kept in its place.
  private(set) var copies: [(message: Int32, of: Int32)] = []

  /// The places in the result of messages that only one of the strands has.
  private var onlyLeft: [Int] = []
  private var onlyRight: [Int] = []

  private let a: Strand
  private let b: Strand
  private let traits: MessageTraits
  private let search: FragmentSearch
  private let leftPlaces: [Int32]
  private let rightPlaces: [Int32]

  /// Merges two strands. Linear, but for the order within a minute.
  init(
    _ a: Strand, _ b: Strand, of corpus: Corpus, ownWords: Set<String>, interrupt: Interrupt
  ) throws(Diagnostic) {
    self.a = a
    self.b = b
    traits = MessageTraits(of: corpus, ownWords: ownWords)
    search = FragmentSearch(of: corpus, traits)
    let found = try Coincidences(a, b, kinds: corpus.messages.kinds, interrupt: interrupt)
    people = PeopleMatching(a, b, found, ownWords: ownWords)
    (result.people, leftPlaces, rightPlaces) = StrandMerge.united(a, b, people)
    result.isChunked = a.isChunked || b.isChunked
    result.messages.reserveCapacity(max(a.messages.count, b.messages.count))
    try mergeMinutes(interrupt)
    joinNeighbours()
  }

  /// The people of both, and the places there of those of each.
  private static func united(
    _ a: Strand, _ b: Strand, _ matching: PeopleMatching
  ) -> ([Strand.Person], left: [Int32], right: [Int32]) {
    var people = a.people
    let right = b.people.enumerated().map { place, person -> Int32 in
      let same = matching.right[place]
      if same >= 0 {
        people[Int(same)].spellings += person.spellings
        return same
      }
      people.append(person)
      return Int32(clamping: people.count - 1)
    }
    return (people, a.people.indices.map { Int32(clamping: $0) }, right)
  }

  private mutating func mergeMinutes(_ interrupt: Interrupt) throws(Diagnostic) {
    var matching = MinuteMatching(people, traits: traits, mayBeCut: result.isChunked)
    var (i, j) = (0, 0)
    var checked = 0
    while i < a.messages.count || j < b.messages.count {
      if i + j - checked > 0xFFF {
        try interrupt.check()
        checked = i + j
      }
      let left = i < a.messages.count ? a.messages[i].minute : .max
      let right = j < b.messages.count ? b.messages[j].minute : .max
      if left < right {
        addLeft(i)
        i += 1
      } else if right < left {
        addRight(j)
        j += 1
      } else {
        let (ones, others) = (i..<a.endOfMinute(from: i), j..<b.endOfMinute(from: j))
        matching.match(a.messages[ones], b.messages[others])
        add(ones, others, matching)
        (i, j) = (ones.upperBound, others.upperBound)
      }
    }
  }

  private mutating func addLeft(_ place: Int) {
    var message = a.messages[place]
    if message.person >= 0 { message.person = leftPlaces[Int(message.person)] }
    onlyLeft.append(result.messages.count)
    result.messages.append(message)
  }

  private mutating func addRight(_ place: Int) {
    var message = b.messages[place]
    if message.person >= 0 { message.person = rightPlaces[Int(message.person)] }
    onlyRight.append(result.messages.count)
    result.messages.append(message)
  }

  /// Joins long texts of one person that only one strand has at one minute and only the other at the
  /// next or the one before: the phone that sends and the one that receives have each a clock.
  private mutating func joinNeighbours() {
    var places: [Said: [Int]] = [:]
    for place in onlyRight {
      if let said = said(at: place) { places[said, default: []].append(place) }
    }
    var gone: Set<Int> = []
    for place in onlyLeft {
      guard let said = said(at: place), let others = places[said] else { continue }
      let minute = result.messages[place].minute
      let like = others.first {
        abs(result.messages[$0].minute - minute) == 1 && !gone.contains($0)
      }
      guard let like else { continue }
      copies.append((result.messages[like].message, of: result.messages[place].message))
      gone.insert(like)
    }
    guard !gone.isEmpty else { return }
    var place = -1
    result.messages.removeAll { _ in
      place += 1
      return gone.contains(place)
    }
  }

  /// Who says what.
  private struct Said: Hashable {
    let person: Int32
    let content: UInt64
  }

  /// What a message of the result says; nil where it is not by a person, or too short to be told
  /// from another that says the same.
  private func said(at place: Int) -> Said? {
    let message = result.messages[place]
    guard message.person >= 0, traits.kind(message.message) == .text,
      traits.length(message.message) >= StrandMerge.leastLength
    else { return nil }
    return Said(person: message.person, content: message.content)
  }

  /// Bytes of a text that people do not say twice within two minutes.
  private static let leastLength = 20
}

/// The order within a minute.
extension StrandMerge {
  /// Adds a minute that both strands have: what both have in the order of the left one, and between
  /// that what only one has, where it stands there.
  private mutating func add(_ ones: Range<Int>, _ others: Range<Int>, _ matching: MinuteMatching) {
    let absorbed = absorbFragments(ones, others, matching)
    var only: [Int] = []
    var next = others.lowerBound
    for (index, place) in ones.enumerated() where !absorbed.left.contains(place) {
      guard let match = matching.left[index] else {
        only.append(place)
        continue
      }
      let like = others.lowerBound + match
      addBetween(only, next..<max(next, like), others, matching, absorbed.right)
      only.removeAll(keepingCapacity: true)
      addBoth(place, like)
      next = max(next, like + 1)
    }
    addBetween(only, next..<others.upperBound, others, matching, absorbed.right)
  }

  /// Adds what only the left strand has and what only the right one has between two messages that
  /// both have, by the second where both tell it.
  private mutating func addBetween(
    _ only: [Int], _ range: Range<Int>, _ others: Range<Int>, _ matching: MinuteMatching,
    _ absorbed: Set<Int>
  ) {
    var rest = only[...]
    for place in range where !matching.right[place - others.lowerBound] && !absorbed.contains(place)
    {
      while let first = rest.first, a.messages[first].moment <= b.messages[place].moment {
        addLeft(first)
        rest.removeFirst()
      }
      addRight(place)
    }
    for place in rest { addLeft(place) }
  }

  /// Adds a message that both strands have: the copy that tells more.
  private mutating func addBoth(_ place: Int, _ like: Int) {
    let (one, other) = (a.messages[place], b.messages[like])
    let keepsLeft = isBetter(one, than: other)
    var message = keepsLeft ? one : other
    let another = keepsLeft ? other : one
    copies.append((another.message, of: message.message))
    if message.moment % 60 == 0 { message.moment = another.moment }
    let people = [
      one.person < 0 ? one.person : leftPlaces[Int(one.person)],
      other.person < 0 ? other.person : rightPlaces[Int(other.person)],
    ]
    message.person = (keepsLeft ? people : people.reversed()).first { $0 >= 0 } ?? Strand.nobody
    result.messages.append(message)
  }

  /// Whether the copy of the left strand tells at least as much as that of the right one.
  private func isBetter(_ one: Strand.Message, than other: Strand.Message) -> Bool {
    if traits.kind(one.message) != .text || one.content != other.content {
      let (worth, another) = (traits.worth(one.message), traits.worth(other.message))
      if worth != another { return worth > another }
      if traits.kind(one.message) != .text, one.content != other.content { return true }
    }
    // A chunker drops blank lines, and a gap the end of a message.
    return traits.length(one.message) >= traits.length(other.message)
  }
}

/// Lines without a header.
extension StrandMerge {
  /// Finds the fragments of a minute that are a part of a message of the other strand. Gives their
  /// places.
  private mutating func absorbFragments(
    _ ones: Range<Int>, _ others: Range<Int>, _ matching: MinuteMatching
  ) -> (left: Set<Int>, right: Set<Int>) {
    var absorbed: (left: Set<Int>, right: Set<Int>) = ([], [])
    var gone: Set<Int32> = []
    for (place, next) in fragments(ones, of: a.messages) {
      guard let match = matching.left[next - ones.lowerBound],
        let whole = search.whole(
          of: a.messages[place].message, before: b.messages[others.lowerBound + match].message)
      else { continue }
      copies.append((a.messages[place].message, of: whole))
      absorbed.left.insert(place)
      gone.insert(a.messages[place].message)
    }
    let rest = fragments(others, of: b.messages)
    guard !rest.isEmpty else { return absorbed }
    let likes = Dictionary(
      matching.left.enumerated().compactMap { place, match in match.map { ($0, place) } }
    ) { first, _ in first }
    for (place, next) in rest {
      guard let match = likes[next - others.lowerBound],
        let whole = search.whole(
          of: b.messages[place].message, before: a.messages[ones.lowerBound + match].message),
        !gone.contains(whole)
      else { continue }
      copies.append((b.messages[place].message, of: whole))
      absorbed.right.insert(place)
    }
    return absorbed
  }

  /// The fragments of a stretch that a message with a date follows there, each with that one.
  private func fragments(
    _ range: Range<Int>, of messages: [Strand.Message]
  ) -> [(place: Int, next: Int)] {
    var found: [(place: Int, next: Int)] = []
    var next: Int?
    for place in range.reversed() {
      if messages[place].moment != Moment.none {
        next = place
      } else if let next {
        found.append((place, next))
      }
    }
    return found.reversed()
  }
}
