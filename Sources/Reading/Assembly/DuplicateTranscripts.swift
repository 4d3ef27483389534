import Diagnostics
import Model

/// Transcripts that hold the same chat: chunks and the export they were cut from, one file under
/// two names, an old phone's export and a new one's.
struct DuplicateTranscripts {
  /// A row for each transcript that holds what one before it holds.
  private(set) var rows: [Problem] = []

  /// Messages of a transcript that are compared at most, about: chosen by their minute, so that
  /// the same ones are chosen wherever they stand.
  private static let sample = 20_000

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
    var holders: [UInt64: [Int]] = [:]
    for (place, transcript) in hashes.enumerated() {
      for hash in transcript where (holders[hash]?.count ?? 0) < 8 {
        holders[hash, default: []].append(place)
      }
    }
    var shared: [Pair: Int] = [:]
    for places in holders.values where places.count > 1 {
      for (index, second) in places.enumerated() {
        for first in places[..<index] {
          shared[Pair(first: first, second: second), default: 0] += 1
        }
      }
    }
    for (pair, count) in shared.sorted(by: { $0.key < $1.key }) {
      let smaller = Swift.min(hashes[pair.first].count, hashes[pair.second].count)
      guard count * 2 >= smaller || (count >= 20 && count * 10 >= smaller) else { continue }
      let (first, second) = (corpus.transcripts[pair.first], corpus.transcripts[pair.second])
      // Exports of one file, or of its pieces, were told apart in it, and a row says so.
      if !Set(first.runs.map(\.file)).isDisjoint(with: second.runs.map(\.file)) { continue }
      let share = count * 100 / Swift.max(1, smaller)
      rows.append(
        Problem(
          .warning, .duplicateTranscript,
          file: second.runs.first.map { corpus.files[$0.file].path },
          "“\(second.source)” and “\(first.source)” hold the same chat: \(share) % of the messages "
            + "of the shorter are in both and count twice; to make them one: load --merge "
            + DuplicateTranscripts.paths(of: [first, second], paths)))
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

  private struct Pair: Hashable, Comparable {
    let first: Int
    let second: Int

    static func < (a: Pair, b: Pair) -> Bool { (a.first, a.second) < (b.first, b.second) }
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
