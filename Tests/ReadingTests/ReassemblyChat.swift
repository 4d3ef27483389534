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
  private(set) var chunks: [Cut] = []

  struct Cut {
    let name: String
    let lines: ArraySlice<String>
    let text: String

    var file: ChunkFile {
      ChunkFile(Array(text.utf8), file: 0, label: "chat/\(name)", name: Array(name.utf8))
    }

    func named(_ name: String) -> ChunkFile {
      ChunkFile(Array(text.utf8), file: 0, label: "chat/\(name)", name: Array(name.utf8))
    }
  }

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
    var start = 0
    var tokens = 0
    for index in lines.indices {
      tokens += ReassemblyChat.tokens(of: lines[index])
      if tokens > limit, index + 1 - start > overlap {
        add(lines[start...index])
        start = index + 1 - overlap
        tokens = lines[start...index].reduce(0) { $0 + ReassemblyChat.tokens(of: $1) }
      }
    }
    if start < lines.count { add(lines[start...]) }
  }

  private mutating func add(_ lines: ArraySlice<String>) {
    let ordinal = chunks.count + 1
    let tokens = lines.reduce(0) { $0 + ReassemblyChat.tokens(of: $1) }
    let text = """
      === MÉTADONNÉES CHUNK ===
      Période: null → null
      Participants:\u{20}
      Topics:\u{20}
      Tokens: \(tokens)
      Messages: \(lines.count)

      === CONTENU ===
      \(lines.joined(separator: "\n"))
      """
    chunks.append(Cut(name: "temporal_chunk-\(ordinal)_\(ordinal).txt", lines: lines, text: text))
  }

  static func tokens(of line: String) -> Int { (line.utf16.count + 3) / 4 }
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
