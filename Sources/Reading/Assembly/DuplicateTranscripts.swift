import Diagnostics
import Model

/// Transcripts that hold the same chat: chunks and the export they were cut from, one file under
/// two names, an old phone's export and a new one's.
struct DuplicateTranscripts {
  /// A row for each transcript that holds what one before it holds, with the one that it shares the most with.
  private(set) var rows: [Problem] = []

  /// Messages of a transcript that are compared at most, about: chosen by their minute, so that
  /// the same ones are chosen wherever they stand.
  private static let sample = 20_000

  /// Transcripts that the line names which makes them one; of more it names the two of its row.
  private static let longestLine = 64

  /// Compares the transcripts of a corpus, of which `paths` tells what led to the first file of each
  /// source. Linear in their messages.
  init(
    in corpus: Corpus, paths: [Int: String], interrupt: Interrupt
  ) throws(Diagnostic) {
    guard corpus.transcripts.count > 1 else { return }
    let largest = corpus.transcripts.map(\.messages.count).max() ?? 0
    let step = UInt64(largest / DuplicateTranscripts.sample + 1)
    var hashes: [Set<UInt64>] = []
    for transcript in corpus.transcripts {
      try interrupt.check()
      hashes.append(DuplicateTranscripts.hashes(of: transcript, corpus, step))
    }
    var links: [Link] = []
    var groups = Groups(count: corpus.transcripts.count)
    for (place, counts) in DuplicateTranscripts.sharing(among: hashes).enumerated() {
      try interrupt.check()
      var found: [Link] = []
      for (other, count) in counts {
        let smaller = Swift.min(hashes[other].count, hashes[place].count)
        guard count * 2 >= smaller || (count >= 20 && count * 10 >= smaller) else { continue }
        // Exports of one file, or of its pieces, were told apart in it, and a row says so.
        let (first, second) = (corpus.transcripts[other], corpus.transcripts[place])
        guard Set(first.runs.map(\.file)).isDisjoint(with: second.runs.map(\.file)) else {
          continue
        }
        groups.join(other, place)
        found.append(Link(first: other, second: place, count: count))
      }
      if let closest = found.max(by: { ($0.count, $1.first) < ($1.count, $0.first) }) {
        links.append(closest)
      }
    }
    let members = groups.members
    for link in links {
      let (first, second) = (corpus.transcripts[link.first], corpus.transcripts[link.second])
      let smaller = Swift.min(hashes[link.first].count, hashes[link.second].count)
      let shared = hashes[link.first].intersection(hashes[link.second]).count
      let share = shared * 100 / Swift.max(1, smaller)
      let group = members[groups.leader(of: link.second)] ?? []
      let merged =
        group.count <= DuplicateTranscripts.longestLine ? group : [link.first, link.second]
      rows.append(
        Problem(
          .warning, .duplicateTranscript,
          file: second.runs.first.map { corpus.files[$0.file].path },
          "“\(second.source)” and “\(first.source)” hold the same chat: \(share) % of the messages "
            + "of the shorter are in both and count twice; to make them one: load --merge "
            + DuplicateTranscripts.paths(of: merged.map { corpus.transcripts[$0] }, paths)))
    }
  }

  /// For each transcript how many of its hashes are in one before it, where that is the first or the latest one that
  /// has them: with either of these it is one chat if it is one with any. Linear.
  private static func sharing(among hashes: [Set<UInt64>]) -> [[Int: Int]] {
    var holders: [UInt64: (first: Int, latest: Int)] = [:]
    return hashes.enumerated().map { place, hashes in
      var counts: [Int: Int] = [:]
      for hash in hashes {
        guard let (first, latest) = holders[hash] else {
          holders[hash] = (place, place)
          continue
        }
        counts[first, default: 0] += 1
        if latest != first { counts[latest, default: 0] += 1 }
        holders[hash] = (first, place)
      }
      return counts
    }
  }

  /// The paths of all sources of some transcripts, as a line of the shell takes them.
  private static func paths(of transcripts: [Transcript], _ paths: [Int: String]) -> String {
    var words: [String] = []
    for run in transcripts.flatMap(\.runs) {
      guard let path = paths[run.file], !words.contains(path) else { continue }
      words.append(path)
    }
    return DuplicateTranscripts.line(of: words)
  }

  /// Paths, as a line of the shell takes them.
  static func line(of paths: [String]) -> String {
    let plain = Set("-_./~+@")
    return paths.map { path in
      let isPlain = path.allSatisfy { $0.isLetter || $0.isNumber || plain.contains($0) }
      return isPlain && (path == "-" || !path.hasPrefix("-")) ? path : "\"\(path)\""
    }.joined(separator: " ")
  }

  /// Two transcripts that hold the same chat, and the hashes that both have.
  private struct Link {
    let first: Int
    let second: Int
    let count: Int
  }

  /// Transcripts that hold the same chat, directly or through others.
  private struct Groups {
    /// For each transcript the first one of its group.
    private var leaders: [Int]

    init(count: Int) { leaders = Array(0..<count) }

    /// Makes one group of those of two transcripts.
    mutating func join(_ one: Int, _ other: Int) {
      let (from, to) = (leaders[other], leaders[one])
      guard from != to else { return }
      for place in leaders.indices where leaders[place] == Swift.max(from, to) {
        leaders[place] = Swift.min(from, to)
      }
    }

    /// The first transcript of a transcript's group.
    func leader(of place: Int) -> Int { leaders[place] }

    /// The transcripts of each group, ascending, by the first of them.
    var members: [Int: [Int]] { Dictionary(grouping: leaders.indices) { leaders[$0] } }
  }

  /// Hashes of the minute and the text of messages, each once; white space, which the chunker
  /// drops in part, does not count, nor does the sender, whom two phones may call two names.
  private static func hashes(
    of transcript: Transcript, _ corpus: Corpus, _ step: UInt64
  ) -> Set<UInt64> {
    let text = transcript.text.span
    var hashes: Set<UInt64> = []
    for message in transcript.messages {
      let moment = corpus.messages.moments[message]
      guard (hash(ofMinute: moment) >> 32) % step == 0 else { continue }
      let start = Int(corpus.messages.starts[message])
      let bytes = start..<(start + Int(corpus.messages.lengths[message]))
      hashes.insert(hash(moment, text.extracting(bytes)))
    }
    return hashes
  }

  /// A hash of the minute of a message and of its text without white space.
  static func hash(_ moment: Int64, _ text: Span<UInt8>) -> UInt64 {
    // FNV-1a is enough for texts that are equal by chance.
    var hash = hash(ofMinute: moment)
    for place in text.indices where text[place] > 0x20 {
      hash = (hash ^ UInt64(text[place])) &* 0x100_0000_01B3
    }
    return hash
  }

  /// Fibonacci hashing spreads the minutes.
  private static func hash(ofMinute moment: Int64) -> UInt64 {
    let minute = moment == Moment.none ? moment : Period.ordinal(of: .minute, holding: moment)
    return UInt64(bitPattern: minute) &* 0x9E37_79B9_7F4A_7C15
  }
}
