@testable import Reading

/// A seeded source of numbers (SplitMix64), so that a failing case can be run again.
struct Seeded: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: Int) {
    state = UInt64(truncatingIfNeeded: seed) &* 0x9E37_79B9_7F4A_7C15 ^ 0x5DEE_CE66_D1CE_4E5B
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

/// An invented chat and the chunks that it is cut into.
struct ReassemblyChat {
  /// The lines of the export, as the chunker sees them: trimmed, none empty.
  let lines: [String]

  /// The chunks, in order.
  let chunks: [Cut]

  /// A chat of many repeated lines and of messages of several lines, cut by the chunker's rules.
  init(messages: Int, limit: Int, overlap: Int, isIOS: Bool, using random: inout Seeded) {
    let words = ["ok", "mdr", "oui", "à demain", "👍", "rendez-vous à la gare, quai no 3", "merci"]
    let people = ["Ana", "~ Bo Li", "+41 79 000 00 00", "Zoé 🌸"]
    var lines: [String] = []
    var second = Int.random(in: 0..<3_600, using: &random)
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    for _ in 0..<messages {
      second += Int.random(in: 1...4_000, using: &random)
      let day = "\(two(second / 86_400 % 28 + 1))/\(two(second / 86_400 / 28 % 12 + 1))/2025"
      let time = "\(two(second / 3_600 % 24)):\(two(second / 60 % 60))"
      let name = people.randomElement(using: &random) ?? "Ana"
      let head =
        isIOS ? "[\(day), \(time):\(two(second % 60))] \(name): " : "\(day), \(time) - \(name): "
      lines.append(head + (words.randomElement(using: &random) ?? "ok"))
      for _ in 0..<Swift.max(0, Int.random(in: -6...6, using: &random)) {
        lines.append(words.randomElement(using: &random) ?? "ok")
      }
    }
    self.init(lines: lines, limit: limit, overlap: overlap)
  }

  /// Given lines, cut by the chunker's rules.
  init(lines: [String], limit: Int, overlap: Int) {
    self.lines = lines
    chunks = InventedChunker(limit: limit, overlap: overlap).cuts(of: lines)
  }

  static func tokens(of line: String) -> Int { ChunkerFields.tokens(of: line) }
}

extension JoinedSeries {
  /// The lines between one opening and the next.
  var stretches: [[String]] {
    let lines = String(decoding: text, as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let bounds = openings + [lines.count]
    return zip(bounds, bounds.dropFirst()).map { Array(lines[$0..<$1]) }
  }
}
