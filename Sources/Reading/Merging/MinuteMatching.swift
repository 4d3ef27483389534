import Model

/// Which messages of a minute of one strand are those of the same minute of another:
/// docs/formats.md#the-same-chat-twice.
///
/// First what says the same in the same order, then what says the same, then what phones word
/// differently, each of the same people; equal ones as often as both have them.
struct MinuteMatching {
  /// For each message of the left strand's minute the place of its like among the right one's; nil
  /// where it has none.
  private(set) var left: [Int?] = []

  /// For each message of the right strand's minute whether the left one has it.
  private(set) var right: [Bool] = []

  private let passes: [Pass]
  private let leftPeople: [Int32]
  private let rightPeople: [Int32]

  /// Matches minutes of two strands whose people are matched. Where a source is cut into chunks, a
  /// message may have lost its end in a gap.
  init(_ people: PeopleMatching, traits: MessageTraits, mayBeCut: Bool) {
    passes = MinuteMatching.passes(traits, mayBeCut: mayBeCut)
    // A person of both strands has one number in both, that of the left one.
    leftPeople = people.left.enumerated().map { place, other in
      other < 0 ? MinuteMatching.stranger : Int32(clamping: place)
    }
    rightPeople = people.right.map { $0 < 0 ? MinuteMatching.stranger : $0 }
  }

  /// What stands for a person whom the other strand does not know, or not to be that person.
  private static let stranger: Int32 = -2

  /// A message that is compared.
  private struct Side {
    let message: Strand.Message
    let person: Int32

    /// Whether it is not told which person of both strands it is of or about.
    var isOpen: Bool { person < 0 }
  }

  /// One way to tell that two messages are one, and what of each side is compared so.
  private struct Pass {
    let key: (Side) -> UInt64?
    var left: (Side) -> Bool = { _ in true }
    var right: (Side) -> Bool = { _ in true }
    var holds: (Side, Side) -> Bool = { _, _ in true }
  }

  /// Matches the messages of a minute. Linear but for a sort.
  mutating func match(_ a: ArraySlice<Strand.Message>, _ b: ArraySlice<Strand.Message>) {
    if matchAlike(a, b) { return }
    left = [Int?](repeating: nil, count: a.count)
    right = [Bool](repeating: false, count: b.count)
    let ones = a.map { Side(message: $0, person: person($0.person, of: leftPeople)) }
    let others = b.map { Side(message: $0, person: person($0.person, of: rightPeople)) }
    var unmatched = Swift.min(ones.count, others.count)
    unmatched -= matchInOrder(ones, others)
    for pass in passes where unmatched > 0 {
      unmatched -= run(pass, ones, others)
    }
  }

  /// Matches minutes in which both strands say the same in the same order, as in most; false where
  /// they do not.
  private mutating func matchAlike(
    _ a: ArraySlice<Strand.Message>, _ b: ArraySlice<Strand.Message>
  ) -> Bool {
    guard a.count == b.count else { return false }
    for (one, other) in zip(a, b) {
      guard one.content == other.content, one.moment != Moment.none, other.moment != Moment.none,
        person(one.person, of: leftPeople) == person(other.person, of: rightPeople)
      else { return false }
    }
    left = Array(0..<a.count)
    right = [Bool](repeating: true, count: b.count)
    return true
  }

  private func person(_ place: Int32, of people: [Int32]) -> Int32 {
    place < 0 ? Strand.nobody : people[Int(place)]
  }

  /// The ways to tell, the surest first.
  private static func passes(_ traits: MessageTraits, mayBeCut: Bool) -> [Pass] {
    func isVague(_ side: Side) -> Bool { traits.isWordedByPhone(side.message.message) }
    func isUnknown(_ side: Side) -> Bool { traits.isUnknownAttachment(side.message.message) }
    func family(_ side: Side) -> UInt64? {
      traits.family(side.message.message).map { key($0, side.person) }
    }
    func attachment(_ side: Side) -> UInt64? {
      traits.attachmentFamily(side.message.message).map { key($0, side.person) }
    }
    func ofNobody(_ side: Side) -> UInt64? {
      let kind = traits.kind(side.message.message)
      return kind == .system || kind == .call ? traits.family(side.message.message) : nil
    }
    func opening(_ side: Side) -> UInt64? {
      traits.opening(side.message.message).map { key($0, side.person) }
    }
    func isMissing(_ side: Side) -> Bool { traits.isMissing(side.message.message) }
    func isEdited(_ side: Side) -> Bool { traits.isEdited(side.message.message) }
    func sender(_ side: Side) -> UInt64? {
      side.isOpen || traits.kind(side.message.message) == .system ? nil : key(0, side.person)
    }
    func areAlike(_ one: Side, _ other: Side) -> Bool {
      traits.areVersions(one.message.message, other.message.message)
    }
    return [
      Pass(key: { side in
        traits.kind(side.message.message) == .fragment
          ? nil : key(side.message.content, side.person)
      }),
      Pass(key: family, left: isVague), Pass(key: family, right: isVague),
      Pass(key: attachment, left: isUnknown), Pass(key: attachment, right: isUnknown),
      Pass(key: ofNobody, left: \.isOpen), Pass(key: ofNobody, right: \.isOpen),
    ]
      + (mayBeCut
        ? [
          Pass(
            key: opening,
            holds: { traits.beginAlike($0.message.message, $1.message.message) })
        ] : [])
      + [
        Pass(key: sender, left: isEdited, holds: areAlike),
        Pass(key: sender, right: isEdited, holds: areAlike),
        Pass(key: sender, left: isMissing), Pass(key: sender, right: isMissing),
      ]
  }

  private static func key(_ hash: UInt64, _ person: Int32) -> UInt64 {
    (hash ^ UInt64(UInt32(bitPattern: person))) &* 0x9E37_79B9_7F4A_7C15
  }

  /// Matches as many messages that say the same as can be without crossing (the longest common
  /// subsequence), so that of several equal ones those are left over that stand out of line; gives
  /// how many. A minute too crowded for that is left to the first pass.
  private mutating func matchInOrder(_ ones: [Side], _ others: [Side]) -> Int {
    guard ones.count * others.count <= MinuteMatching.mostCompared else { return 0 }
    let one = ones.map { passes[0].key($0) }
    let other = others.map { passes[0].key($0) }
    // How many match from a place on in both, row by row, the last row and column empty.
    let width = others.count + 1
    var rest = [UInt16](repeating: 0, count: (ones.count + 1) * width)
    for i in ones.indices.reversed() {
      for j in others.indices.reversed() {
        let place = i * width + j
        rest[place] =
          one[i] != nil && one[i] == other[j]
          ? rest[place + width + 1] + 1 : max(rest[place + width], rest[place + 1])
      }
    }
    var (i, j, matched) = (0, 0, 0)
    while i < ones.count, j < others.count {
      if one[i] != nil, one[i] == other[j] {
        left[i] = j
        right[j] = true
        (i, j, matched) = (i + 1, j + 1, matched + 1)
      } else if rest[(i + 1) * width + j] >= rest[i * width + j + 1] {
        i += 1
      } else {
        j += 1
      }
    }
    return matched
  }

  /// Pairs of messages of a minute that are compared at most to find those in order.
  private static let mostCompared = 4_096

  /// Matches what is left by one way to tell; gives how many it matched.
  private mutating func run(_ pass: Pass, _ ones: [Side], _ others: [Side]) -> Int {
    var keyed: [(key: UInt64, place: Int)] = []
    for (place, other) in others.enumerated() where !right[place] && pass.right(other) {
      if let key = pass.key(other) { keyed.append((key, place)) }
    }
    guard !keyed.isEmpty else { return 0 }
    keyed.sort { ($0.key, $0.place) < ($1.key, $1.place) }
    // Where the next one of a key is, by the first place of that key.
    var next: [Int: Int] = [:]
    var matched = 0
    for (place, one) in ones.enumerated() where left[place] == nil && pass.left(one) {
      guard let key = pass.key(one) else { continue }
      let first = keyed.firstPlace { $0.key >= key }
      let candidate = next[first] ?? first
      guard candidate < keyed.count, keyed[candidate].key == key,
        pass.holds(one, others[keyed[candidate].place])
      else { continue }
      left[place] = keyed[candidate].place
      right[keyed[candidate].place] = true
      next[first] = candidate + 1
      matched += 1
    }
    return matched
  }
}
