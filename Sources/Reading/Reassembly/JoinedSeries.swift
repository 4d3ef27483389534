import Diagnostics
import Model

/// A series put back together: the text that its chunks were cut from, as far as it is there.
struct JoinedSeries {
  /// The lines, joined by `\n`.
  private(set) var text: SharedBytes = []

  /// The lines before which context is missing, from 0, ascending: the first, and each that follows
  /// a gap.
  private(set) var openings: [Int] = []

  /// Where each chunk's lines stand in the text, in the order of the text.
  private(set) var placements: [Placement] = []

  /// The chunk that is the first to hold each line: by first line, ascending.
  private(set) var runs: [Run] = []

  /// Gaps and odd overlaps, as rows about the chunk that follows them.
  private(set) var problems: [Problem] = []

  /// Lines that its chunks usually repeat; 0 where that is unknown or they repeat nothing.
  let overlap: Int

  private var lineCount = 0

  private var parts = JoinedText()

  /// A chunk in the text.
  struct Placement {
    /// The file among those of the corpus.
    let file: Int
    /// The line of that with which its header begins, from 1.
    let titleLine: Int
    /// The number in its name; nil where there is none.
    let ordinal: Int?
    /// Its lines, from 0, half-open; the first ``overlap`` are repeated ones.
    let lines: Range<Int>
    /// Their bytes in the text, half-open.
    let bytes: Range<Int>
    /// Lines that a chunk before holds as well, the last of them perhaps in part.
    let overlap: Int
  }

  /// Lines that no chunk before holds.
  struct Run {
    /// First of them in the text, from 0.
    let firstLine: Int
    /// The chunk among ``placements``.
    let placement: Int
    /// The line of its file that is ``firstLine``, from 1.
    let fileLine: Int
  }

  /// Puts one series of a folder together.
  ///
  /// - Parameters:
  ///   - chains: the chunks of each chain, as places in `chaining.order`.
  ///   - doubles: chunks that hold the lines of another one, by that one's place.
  init(
    _ chains: [[Int]], _ chaining: Chaining, doubles: [Int: [ChunkFile]], interrupt: Interrupt
  ) throws(Diagnostic) {
    overlap = JoinedSeries.overlap(of: chains, chaining)
    let isUneven = noteUnevenOverlap(of: chains, chaining)
    let count = chains.reduce(0) { $0 + $1.count }
    placements.reserveCapacity(count)
    runs.reserveCapacity(count)
    parts.reserve(count)
    var last: ChunkFile?
    for chain in chains {
      for index in chain {
        try interrupt.check()
        let chunk = chaining.order.chunks[index]
        let (repeated, bytes) = (chaining.repeated[index], chaining.repeatedBytes[index])
        if index == chain.first {
          open(chunk, after: last)
        } else if !isUneven, repeated != overlap || bytes != nil {
          noteOverlap(repeated, bytes, of: chunk, with: last)
        }
        last = chunk
        let start = chaining.freshStarts[index]
        let parting: UInt8? =
          if bytes == nil { ChunkLines.newline } else if chaining.isBehindBlank.contains(index) {
            UInt8(ascii: " ")
          } else { nil }
        guard append(chunk, repeating: repeated, from: start, behind: parting) else { continue }
        let original = placements.count - 1
        for double in doubles[index] ?? [] { place(double, on: original, of: chunk) }
      }
    }
    text = SharedBytes(try parts.bytes(interrupt: interrupt))
  }

  /// Lines that the chunks of chains repeat most often; of several numbers, or none, the one that
  /// is common to the folder.
  private static func overlap(of chains: [[Int]], _ chaining: Chaining) -> Int {
    var counts = LengthCounts()
    for chain in chains {
      for index in chain.dropFirst() { counts.add(chaining.repeated[index]) }
    }
    let most = counts.met.max { ($0.count, $0.length) < ($1.count, $1.length) }
    guard let most, most.count > counts[chaining.overlap] else { return chaining.overlap }
    return most.length
  }

  /// Notes once, about its first chunk, that the chunks of a series repeat this and that; false where most
  /// repeat the same number of lines.
  private mutating func noteUnevenOverlap(of chains: [[Int]], _ chaining: Chaining) -> Bool {
    let following = chains.flatMap { $0.dropFirst() }
    let even = following.count {
      chaining.repeated[$0] == overlap && chaining.repeatedBytes[$0] == nil
    }
    guard even * 2 < following.count, let first = chains.first?.first else { return false }
    let bytes = following.map { index in
      let lines = chaining.chunks[index].lines.range
      return chaining.repeated[index] == 0 ? 0 : chaining.freshStarts[index] - lines.lowerBound
    }
    note(
      "begins a series whose chunks repeat \(bytes.min() ?? 0) to \(bytes.max() ?? 0) bytes of the one "
        + "before, not a number of lines",
      about: chaining.chunks[first])
    return true
  }

  /// Notes that a chunk repeats another number of lines than its series, or not whole ones.
  private mutating func noteOverlap(
    _ repeated: Int, _ bytes: Int?, of chunk: ChunkFile, with last: ChunkFile?
  ) {
    let lines = bytes.map { "\($0) bytes" } ?? JoinedSeries.count(repeated)
    if let last, let missing = Missing(between: last.ordinal, and: chunk.ordinal) {
      note(
        "repeats \(lines) of \(last.shortName): \(missing.words) missing and held nothing else",
        about: chunk)
    } else {
      let usual = bytes == nil ? "\(overlap)" : JoinedSeries.count(overlap)
      note("repeats \(lines) of the chunk before, the others of its series \(usual)", about: chunk)
    }
  }

  /// Begins a chain, which nothing before leads up to.
  private mutating func open(_ chunk: ChunkFile, after last: ChunkFile?) {
    if chunk.lines.count > 0 { openings.append(lineCount) }
    // Other hands may have numbered the chunks of several chats, or from any number on.
    let missing =
      if let last { Missing(between: last.ordinal, and: chunk.ordinal) } else {
        Missing(between: 0, and: chunk.chunkersNumber)
      }
    let detail: String
    if let last {
      let reason = missing.map { "\($0.words) missing" } ?? "it does not repeat its last lines"
      detail = "does not continue \(last.shortName): \(reason)"
    } else if let missing {
      detail = "is the first chunk of its series: \(missing.words) missing"
    } else {
      return
    }
    problems.append(
      Problem(.warning, .gap, file: chunk.label, line: chunk.firstLine, detail))
  }

  private mutating func note(_ detail: String, about chunk: ChunkFile) {
    problems.append(
      Problem(.note, .overlapSize, file: chunk.label, line: chunk.firstLine, detail))
  }

  /// Adds the lines of a chunk after those that it repeats, which begin at a place of their buffer, perhaps in
  /// the middle of the last of those; false where there is no room for them.
  private mutating func append(
    _ chunk: ChunkFile, repeating repeated: Int, from start: Int, behind parting: UInt8?
  ) -> Bool {
    let lines = chunk.lines
    guard parts.count + lines.range.upperBound - start < FileContents.limit else {
      problems.append(
        Problem(
          .error, .limit, file: chunk.label, line: chunk.firstLine,
          "is left out: its series has 4 GiB or more, too much for one text"))
      return false
    }
    if repeated < lines.count {
      runs.append(
        Run(
          firstLine: lineCount, placement: placements.count, fileLine: chunk.firstLine + repeated))
      lineCount += lines.count - repeated
    }
    if start < lines.range.upperBound {
      parts.append(start..<lines.range.upperBound, of: lines.buffer, behind: parting)
    }
    placements.append(
      Placement(
        file: chunk.file, titleLine: Int(chunk.titleLine), ordinal: chunk.ordinal,
        lines: (lineCount - lines.count)..<lineCount,
        bytes: (parts.count - lines.range.count)..<parts.count, overlap: repeated))
    return true
  }

  /// Places a chunk where one stands that holds the same lines.
  private mutating func place(_ double: ChunkFile, on place: Int, of chunk: ChunkFile) {
    let original = placements[place]
    note("holds the same lines as \(chunk.shortName)", about: double)
    placements.append(
      Placement(
        file: double.file, titleLine: Int(double.titleLine), ordinal: double.ordinal,
        lines: original.lines, bytes: original.bytes, overlap: original.lines.count))
  }

  static func count(_ lines: Int) -> String { lines == 1 ? "1 line" : "\(lines) lines" }

  /// Numbers that no chunk has.
  private struct Missing {
    let words: String

    /// The numbers between those of two chunks; nil where there are none or a number is unknown.
    init?(between first: Int?, and second: Int?) {
      guard let first, let second, second - 1 > first else { return nil }
      switch second - first {
      case 2: words = "chunk \(first + 1) is"
      case 3: words = "chunks \(first + 1) and \(first + 2) are"
      default: words = "chunks \(first + 1) to \(second - 1) are"
      }
    }
  }
}
