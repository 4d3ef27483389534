import Diagnostics
import Model

/// Where two strands say the same in the same minute, and who of one that is in the other:
/// docs/formats.md#the-same-chat-twice.
///
/// Only what a minute of each strand holds once counts: of two “ok” nobody knows which is which.
struct Coincidences {
  /// What two people have in common.
  struct Pair {
    /// Messages of both that coincide.
    var count = 0
    /// Whether they say two different things at least.
    var differ = false
    /// What the first says.
    fileprivate let content: UInt64
  }

  /// Two people, one of each strand.
  struct Key: Hashable {
    let left: Int32
    let right: Int32
  }

  /// The pairs that have something in common.
  private(set) var pairs: [Key: Pair] = [:]

  /// For each person the messages that coincide with one of anybody.
  private(set) var left: [Int]
  private(set) var right: [Int]

  /// For each person the messages that could coincide: those of the time that both strands cover
  /// which their minute holds once.
  private(set) var leftAll: [Int]
  private(set) var rightAll: [Int]

  /// Counts the coincidences of two strands of a corpus. Linear, but for a sort of each minute.
  init(
    _ a: Strand, _ b: Strand, kinds: [MessageKind], interrupt: Interrupt
  ) throws(Diagnostic) {
    left = [Int](repeating: 0, count: a.people.count)
    right = [Int](repeating: 0, count: b.people.count)
    leftAll = left
    rightAll = right
    guard let first = a.period, let second = b.period, first.overlaps(second) else { return }
    let common = first.clamped(to: second)
    var (i, j) = (a.firstPlace(from: common), b.firstPlace(from: common))
    var (ones, others) = (MinuteContents(), MinuteContents())
    var checked = 0
    while i < a.messages.count || j < b.messages.count {
      let minute = min(
        i < a.messages.count ? a.messages[i].minute : .max,
        j < b.messages.count ? b.messages[j].minute : .max)
      guard minute <= common.upperBound else { break }
      if i + j - checked > 0xFFFF {
        try interrupt.check()
        checked = i + j
      }
      i = ones.fill(from: a, at: i, minute, kinds)
      j = others.fill(from: b, at: j, minute, kinds)
      for one in ones.all { leftAll[Int(one.person)] += 1 }
      for other in others.all { rightAll[Int(other.person)] += 1 }
      MinuteContents.forEachCommon(ones, others) { one, other in
        left[Int(one.person)] += 1
        right[Int(other.person)] += 1
        let key = Key(left: one.person, right: other.person)
        var pair = pairs[key] ?? Pair(content: one.content)
        pair.count += 1
        if pair.content != one.content { pair.differ = true }
        pairs[key] = pair
      }
    }
  }
}

extension Strand {
  /// The first place of a message of a period or after it.
  fileprivate func firstPlace(from period: ClosedRange<Int64>) -> Int {
    messages.firstPlace { $0.minute >= period.lowerBound }
  }
}

/// The messages with a sender of one minute of a strand, those left out that say the same as another
/// of the minute; by what they say.
private struct MinuteContents {
  private(set) var all: [(content: UInt64, person: Int32)] = []

  /// Takes the messages of a minute that stand from a place on; gives the place after them.
  mutating func fill(
    from strand: Strand, at place: Int, _ minute: Int64, _ kinds: [MessageKind]
  ) -> Int {
    all.removeAll(keepingCapacity: true)
    var end = place
    while end < strand.messages.count, strand.messages[end].minute == minute {
      let message = strand.messages[end]
      if message.person >= 0, kinds[Int(message.message)] != .system {
        all.append((message.content, message.person))
      }
      end += 1
    }
    guard all.count > 1 else { return end }
    all.sort { $0.content < $1.content }
    var kept = 0
    var start = 0
    while start < all.count {
      var next = start + 1
      while next < all.count, all[next].content == all[start].content { next += 1 }
      if next - start == 1 {
        all[kept] = all[start]
        kept += 1
      }
      start = next
    }
    all.removeLast(all.count - kept)
    return end
  }

  /// Calls `body` with the messages of two minutes that say the same.
  static func forEachCommon(
    _ ones: MinuteContents, _ others: MinuteContents,
    _ body: ((content: UInt64, person: Int32), (content: UInt64, person: Int32)) -> Void
  ) {
    var (i, j) = (0, 0)
    while i < ones.all.count, j < others.all.count {
      let (one, other) = (ones.all[i], others.all[j])
      if one.content == other.content { body(one, other) }
      if one.content <= other.content { i += 1 }
      if other.content <= one.content { j += 1 }
    }
  }
}
