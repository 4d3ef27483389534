import Model

/// How files with consecutive names that repeat nothing were cut from one text, as `split` and splitters of texts
/// cut: after so many lines or bytes, or where so many characters end.
enum PieceCuts {
  /// Between lines, or words; the break between two may have been dropped.
  case lines
  /// Anywhere.
  case bytes

  /// A file: its text, where what was cut begins in that, and its bytes before they were decoded.
  typealias Part = (text: SharedBytes, start: Int, size: Int)

  /// How some files were cut, in their order; nil where they may be different texts. They are several, or look cut,
  /// and what they hold is one chat by its times, headers and people. Linear.
  init?(of parts: [Part]) {
    guard parts.count > 1 else { return nil }
    var reader = HeaderReader()
    // No export begins within a message.
    let anyBeginsWithin = parts.dropFirst().contains {
      !PieceCuts.beginsMessage($0, &reader)
    }
    let areOfSameLines = PieceCuts.areOfSameLines(parts)
    // Only what may be one text is looked through.
    guard parts.count >= PieceCuts.several || areOfSameLines || anyBeginsWithin else { return nil }
    let areOfSameBytes =
      !areOfSameLines && anyBeginsWithin
      && (PieceCuts.areOfSameBytes(parts) || PieceCuts.areOfSameCharacters(parts))
    let lines = parts.enumerated().map { index, part in
      // The first line of bytes may be the rest of one, with other digits in its date.
      let isWhole = index == 0 || !areOfSameBytes
      let first = isWhole ? part.start : lineEnd(part.text.span, from: part.start) + 1
      return ChunkLines(
        Swift.min(first, part.text.count)..<part.text.count,
        of: ChunkBuffer(part.text, names: []))
    }
    let isDated = lines.map { $0.holdHeader(from: $0.range.lowerBound, &reader) }
    let areDated = isDated.allSatisfy(\.self)
    let areMostDated = isDated[0] && isDated.count(where: \.self) * 2 >= parts.count
    guard
      areOfSameLines || areOfSameBytes || anyBeginsWithin && areDated
        || parts.count >= PieceCuts.several && areMostDated,
      PieceCuts.areOfOneChat(zip(lines, isDated).filter(\.1).map(\.0))
    else { return nil }
    self = areOfSameBytes ? .bytes : .lines
  }

  /// Whether a file begins with a header, perhaps behind blank lines.
  private static func beginsMessage(_ part: Part, _ reader: inout HeaderReader) -> Bool {
    let text = part.text.span
    var start = part.start
    while start < text.count {
      let end = lineEnd(text, from: start)
      guard text.extracting(start..<end).withoutOuterBlanks.isEmpty else { break }
      start = end + 1
    }
    reader.forgetDay()
    return start < text.count && reader.header(in: text, at: start) != nil
  }

  /// Whether texts may be parts of one chat in their order: each begins when the one before has ended, and no longer
  /// after than the rest of them takes, and nothing says that they are different chats. Of many few may do otherwise:
  /// clocks are set, and messages of phones that were offline come late.
  private static func areOfOneChat(_ parts: [ChunkLines]) -> Bool {
    guard let times = SeamTimes(of: parts), times.between.count == parts.count - 1,
      times.allWithin > 0
    else { return false }
    let usual = usual(times)
    let odd = times.between.count { !usual.contains($0) }
    guard odd * crowd <= times.between.count else { return false }
    let traits = parts.map { ChainTraits(of: $0) }
    return traits.indices.dropFirst().allSatisfy { areOfOneChat(traits, at: $0) }
  }

  /// Whether nothing says that a part and the one before, or those around, are of different chats.
  static func areOfOneChat(
    _ traits: [ChainTraits], at place: Int, depth: Int = depth
  ) -> Bool {
    if traits[place - 1].agree(with: traits[place]) { return true }
    let before = ChainTraits(Array(traits[Swift.max(0, place - depth)..<place]))
    let after = ChainTraits(Array(traits[place..<Swift.min(traits.count, place + depth)]))
    return before.agree(with: after)
  }

  /// The seconds that may pass between parts of one chat: no more than half of all its time.
  static func usual(_ times: SeamTimes) -> ClosedRange<Int64> {
    let all = times.between.reduce(times.allWithin) { $0 + Swift.max(0, $1) }
    return -times.allWithin / patience...all / 2
  }

  /// Whether all but the last have the same number of lines; one alone has a round number.
  private static func areOfSameLines(_ parts: [Part]) -> Bool {
    let counts = parts.map { part in
      // The last line may have lost its break.
      let text = part.text.span.extracting(part.start...)
      let isClosed = !text.isEmpty && text[text.count - 1] == newline
      return count(of: newline, in: text) + (isClosed ? 0 : 1)
    }
    guard let first = counts.first, first >= fewest, let last = counts.last, last <= first,
      counts.dropLast().allSatisfy({ $0 == first })
    else { return false }
    return counts.count > 2 || first % round == 0
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

  /// Whether all but the last have the same number of characters.
  private static func areOfSameCharacters(_ parts: [Part]) -> Bool {
    let counts = parts.map {
      CharacterOverlap.characters(in: $0.text.span.extracting($0.start...))
    }
    guard counts.count > 2, let first = counts.first, let last = counts.last else { return false }
    return last <= first && counts.dropLast().allSatisfy { $0 == first }
  }

  /// So many exports of different chats do not begin when the one before has ended, one after the other.
  static let several = 4

  /// One seam of so many may be odd.
  private static let crowd = 20

  /// Parts looked at on either side of a seam, where others write than in the one before.
  private static let depth = 8

  /// What part of all the time a file may begin earlier than the one before ends.
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
