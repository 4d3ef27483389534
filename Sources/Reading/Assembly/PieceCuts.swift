import Model

/// How files with consecutive names that repeat nothing were cut from one text, as `split` cuts: after so many
/// lines or bytes.
enum PieceCuts {
  /// Between lines; the break between two may have been dropped.
  case lines
  /// Anywhere.
  case bytes

  /// A file: its text, where what was cut begins in that, and its bytes before they were decoded.
  typealias Part = (text: SharedBytes, start: Int, size: Int)

  /// How some files were cut, in their order; nil where they may be different texts. They look cut, each begins
  /// when the one before has ended, no longer after than all of them take, and nothing says that they are
  /// different chats. Those without a header are of their text by their size alone. Linear.
  init?(of parts: [Part]) {
    guard parts.count > 1 else { return nil }
    var reader = HeaderReader()
    // No export begins within a message.
    let anyBeginsWithin = parts.dropFirst().contains { part in
      !PieceCuts.lines(of: part, from: part.start).beginWithHeader(&reader)
    }
    let areOfSameLines = PieceCuts.areOfSameLines(parts)
    let areOfSameBytes = anyBeginsWithin && PieceCuts.areOfSameBytes(parts)
    // The first line may be the rest of one, with other digits in its date.
    let lines = parts.enumerated().map { index, part in
      let first = index == 0 ? part.start : lineEnd(part.text.span, from: part.start) + 1
      return PieceCuts.lines(of: part, from: Swift.min(first, part.text.count))
    }
    let dated = lines.filter { $0.holdHeader(from: $0.range.lowerBound, &reader) }
    guard
      areOfSameLines || areOfSameBytes || PieceCuts.areOfLikeBytes(parts)
        || anyBeginsWithin && dated.count == parts.count,
      PieceCuts.areOfOneChat(dated)
    else { return nil }
    self = !areOfSameLines && areOfSameBytes ? .bytes : .lines
  }

  private static func lines(of part: Part, from start: Int) -> ChunkLines {
    ChunkLines(start..<part.text.count, of: ChunkBuffer(part.text, names: []))
  }

  /// Whether texts may be parts of one chat in their order.
  private static func areOfOneChat(_ parts: [ChunkLines]) -> Bool {
    guard let times = SeamTimes(of: parts), times.between.count == parts.count - 1,
      times.between.allSatisfy({ (-times.allWithin / patience...times.allWithin).contains($0) })
    else { return false }
    let traits = parts.map { ChainTraits(of: $0) }
    return zip(traits, traits.dropFirst()).allSatisfy { $0.agree(with: $1) }
  }

  /// Whether all but the last have the same number of lines; one alone has a round number.
  private static func areOfSameLines(_ parts: [Part]) -> Bool {
    let counts = parts.map { lineCount(of: $0) }
    guard let first = counts.first, first >= fewest, let last = counts.last, last <= first,
      counts.dropLast().allSatisfy({ $0 == first })
    else { return false }
    return counts.count > 2 || first % round == 0
  }

  private static func lineCount(of part: Part) -> Int {
    // The last line may have lost its break.
    let text = part.text.span.extracting(part.start...)
    let isClosed = !text.isEmpty && text[text.count - 1] == newline
    return count(of: newline, in: text) + (isClosed ? 0 : 1)
  }

  /// Whether all but the last have the same number of bytes, or nearly; one alone has a round number.
  private static func areOfSameBytes(_ parts: [Part]) -> Bool {
    let sizes = parts.map(\.size)
    guard let first = sizes.first, let last = sizes.last, last <= first + tolerance else {
      return false
    }
    guard sizes.count > 2 else { return first % 1_000 == 0 || first % 1_024 == 0 }
    return sizes.dropLast().allSatisfy { abs($0 - first) <= tolerance }
  }

  /// Whether files have about the same number of bytes, as where each was given as many lines as fit.
  private static func areOfLikeBytes(_ parts: [Part]) -> Bool {
    let sizes = parts.map(\.size)
    guard sizes.count >= enough, let most = sizes.dropLast().max(), let last = sizes.last else {
      return false
    }
    let least = most - most / likeness
    return sizes.dropLast().allSatisfy { $0 >= least } && last <= most + most / likeness
      && parts.dropLast().allSatisfy { lineCount(of: $0) >= likeness }
  }

  /// Fewer files may be of about one size by chance.
  private static let enough = 4

  /// What part of their bytes files of about one size may differ by: a twentieth, which is a line of so many.
  private static let likeness = 20

  /// What part of all the time a file may begin earlier than the one before ends: messages of phones that were
  /// offline come late.
  private static let patience: Int64 = 100

  private static let newline = UInt8(ascii: "\n")

  /// Files of fewer lines may have as many by chance.
  private static let fewest = 50

  /// Where two files are all there is, whoever cut them took a round number of lines.
  private static let round = 500

  /// Bytes by which files may differ whose number does not divide that of the text, or that begin with a line about
  /// themselves.
  private static let tolerance = 16
}
