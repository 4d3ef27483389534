/// What a text ends with and another begins with, where a splitter cut both from one, in the middle of a line or
/// a word: docs/formats.md#pieces-of-an-export.
struct CharacterOverlap: Sendable {
  /// Bytes with which the one ends and the other begins; 0 where the one is no more than those.
  var count: Int { fits.first?.bytes ?? 0 }

  /// Whether a header is among them, and the other goes on behind: no two messages have the same.
  let isProof: Bool

  /// What says that they are one text beyond chance, or a message that was written twice.
  let evidence: Evidence

  /// What a text and the one before share.
  enum Evidence: Equatable, Sendable {
    /// Nothing, or one line over and over.
    case none
    /// One line with a header.
    case message
    /// So many bytes without a header.
    case bytes(Int)
    /// Lines that differ, a header among them.
    case lines
  }

  /// Whether more, less or nothing may have been repeated as well: several ends fit, or lines like theirs stand on
  /// either side, as those of an album do.
  private let isOpen: Bool

  /// The ends that fit, the longest first.
  private var fits: [Fit]

  /// Characters of the last line of the one.
  private let lastLine: Int

  /// An end with which the other begins.
  private struct Fit: Sendable {
    let bytes: Int
    let characters: Int
    /// Lines, the first and the last perhaps in part.
    let lines: Int
    /// Its headers, by their bytes.
    let headers: ArraySlice<Range<Int>>
    /// Whether the first and the last line are whole.
    let isOfLines: Bool
  }

  /// Fewer bytes without a header tell nothing.
  static let fewest = 8

  /// Bytes that may be shared at most.
  private static let longest = 1 << 14

  /// Bytes behind a header that have to be shared with it: texts may be cut right behind one.
  private static let behindHeader = 4

  /// Bytes without a header that tell even of two texts.
  static let telling = 32

  /// Messages that were written twice, one at the end of a text and one at the beginning of the next, are fewer.
  private static let messages = 3

  /// Ends that are looked at where many fit.
  private static let most = 256

  /// Looks for what two texts share. Linear in the shorter, or ``longest``.
  init(of first: Span<UInt8>, with second: Span<UInt8>) {
    let lengths = CharacterOverlap.lengths(first, second)
    let shared = second.extracting(first: lengths.first ?? 0)
    let headers = CharacterOverlap.headers(in: shared)
    var (place, characters, lines) = (0, 0, 1)
    fits = []
    for length in lengths.reversed()
    where length >= CharacterOverlap.fewest || length == shared.count {
      while place < length {
        if shared[place] & 0xC0 != 0x80 { characters += 1 }
        if shared[place] == UInt8(ascii: "\n") { lines += 1 }
        place += 1
      }
      let before = first.count - length
      // Their first line may be the end of one.
      let beginsLine = before == 0 || first[before - 1] == UInt8(ascii: "\n")
      fits.append(
        Fit(
          bytes: length, characters: characters, lines: lines,
          headers: headers.prefix { $0.lowerBound < length }
            .drop { $0.lowerBound == 0 && !beginsLine },
          isOfLines: beginsLine
            && (length == second.count || second[length] == UInt8(ascii: "\n"))))
    }
    fits.reverse()
    var last = first.count
    while last > 0, first[last - 1] != UInt8(ascii: "\n") { last -= 1 }
    lastLine = CharacterOverlap.characters(in: first.extracting(last...))
    let own = fits.first?.headers ?? []
    isProof =
      shared.count < second.count
      && own.contains { $0.upperBound + CharacterOverlap.behindHeader <= shared.count }
    isOpen = fits.count > 1 || CharacterOverlap.isInRun(shared.count, first, second)
    evidence = isOpen ? .none : CharacterOverlap.evidence(shared, holdHeader: !own.isEmpty)
  }

  /// Whether what one text ends with and another begins with is one line, perhaps over and over, that stands before
  /// or behind it too.
  private static func isInRun(_ shared: Int, _ first: Span<UInt8>, _ second: Span<UInt8>) -> Bool {
    let line = second.extracting(0..<lineEnd(second, from: 0))
    guard shared > 0, line.count <= shared, areAlike(second.extracting(first: shared)) else {
      return false
    }
    let before = first.extracting(droppingLast: shared)
    if before.count > line.count, before[before.count - 1] == UInt8(ascii: "\n"),
      areEqual(before.extracting(droppingLast: 1).extracting(last: line.count), line)
    {
      return true
    }
    let behind = second.extracting(Swift.min(shared + 1, second.count)...)
    return areEqual(behind.extracting(first: line.count), line)
  }

  private static func evidence(_ shared: Span<UInt8>, holdHeader: Bool) -> Evidence {
    let isLine = lineEnd(shared, from: 0) == shared.count
    if !isLine, areAlike(shared) { return .none }
    if holdHeader { return isLine ? .message : .lines }
    return .bytes(shared.count)
  }

  /// Whether what each of some texts shares with the next says that they are one, cut by characters.
  ///
  /// Half of them share some, and one a header; or three in four, several, or as much as no chance gives. What one
  /// text ends with no other begins with by chance.
  static func areOfOneText(_ overlaps: [CharacterOverlap]) -> Bool {
    let shared = overlaps.count { $0.count >= fewest }
    let telling = overlaps.count { $0.tells(from: CharacterOverlap.telling) }
    return overlaps.contains { $0.isProof } && shared * 2 >= overlaps.count
      || overlaps.count > 2 && shared * 4 >= overlaps.count * 3
      || telling > 0 && telling * 4 >= overlaps.count * 3
  }

  /// Whether chance hardly gives as much: lines that differ with a header among them, or so many bytes without one.
  private func tells(from fewest: Int) -> Bool {
    switch evidence {
    case .none, .message: false
    case .bytes(let count): count >= fewest
    case .lines: true
    }
  }

  /// What texts that are one share, each as much as it was cut with: nothing where that is less than a line and
  /// may be chance. Where several ends fit, or none as well, those of which one alone does tell how much the texts
  /// repeat.
  static func settled(_ overlaps: [CharacterOverlap]) -> [CharacterOverlap] {
    let clear = overlaps.compactMap { overlap in
      overlap.count >= fewest && !overlap.isOpen ? overlap.fits.first : nil
    }
    let usual = Usual(clear)
    return overlaps.map { overlap in
      var settled = overlap
      settled.fits = usual.choice(of: overlap.fits, isOpen: overlap.isOpen).map { [$0] } ?? []
      return settled
    }
  }

  /// How much texts repeat of the one before.
  private struct Usual {
    /// The lines that nearly all repeat; nil where they differ.
    private let lines: Int?
    /// The headers, likewise.
    private let headers: Int?
    /// No text repeats more characters; nil where that is not known.
    private let most: Int?
    /// Whether nearly all repeat whole lines.
    private let areOfLines: Bool

    /// Of fewer, all may repeat as many lines by chance.
    private static let enough = 3

    /// The characters that a splitter repeats at most are a round number, less what it dropped at the ends.
    private static let round = 10

    init(_ fits: [Fit]) {
      lines = Usual.common(fits.map { $0.isOfLines ? $0.lines : 0 })
      headers = Usual.common(fits.map { $0.isOfLines ? $0.headers.count : 0 })
      areOfLines =
        Usual.common(
          fits.filter { $0.bytes >= CharacterOverlap.telling }.map { $0.isOfLines ? 1 : 0 }) == 1
      most = fits.map(\.characters).max().map { ($0 + Usual.round - 1) / Usual.round * Usual.round }
    }

    /// The number that seven in eight of several are; nil where there is none, or it is 0.
    private static func common(_ numbers: [Int]) -> Int? {
      guard numbers.count >= enough else { return nil }
      let median = numbers.sorted()[numbers.count / 2]
      return median > 0 && numbers.count { $0 == median } * 8 >= numbers.count * 7 ? median : nil
    }

    /// The end of several, the longest first, that was repeated; nil where none was.
    func choice(of fits: [Fit], isOpen: Bool) -> Fit? {
      guard let longest = fits.first else { return nil }
      guard longest.bytes >= CharacterOverlap.fewest else {
        return longest.isOfLines && longest.characters <= most ?? 0 ? longest : nil
      }
      // Where lines are repeated, a word may return by chance.
      if areOfLines, !longest.isOfLines, longest.bytes < CharacterOverlap.telling { return nil }
      guard isOpen, let most else { return longest }
      if let lines, let fit = fits.first(where: { $0.lines == lines }) { return fit }
      if let headers, let fit = fits.first(where: { $0.headers.count == headers }) { return fit }
      return fits.first { $0.characters <= most }
    }
  }

  /// Whether so many of them tell that they are one text, though most share nothing: as many lines as fit in a few
  /// characters are none where the last line has more.
  ///
  /// - Parameters:
  ///   - fewest: bytes without a header that tell.
  ///   - rarity: one of so many that tells is enough.
  static func areOfOneTextInPart(
    _ overlaps: [CharacterOverlap], fewest: Int, rarity: Int
  ) -> Bool {
    let messages = overlaps.count { $0.evidence == .message }
    let telling =
      overlaps.count { $0.tells(from: fewest) }
      + (messages >= CharacterOverlap.messages ? messages : 0)
    let most =
      overlaps.lazy.filter { $0.evidence != .none }.compactMap { $0.fits.first?.characters }
      .max() ?? 0
    guard telling > 0 else { return false }
    let bare = overlaps.filter { $0.count == 0 }
    return telling * rarity >= overlaps.count
      || telling > 1 && bare.count { $0.lastLine > most } * 8 >= bare.count * 7
  }

  /// How many characters some bytes are.
  static func characters(in bytes: Span<UInt8>) -> Int {
    bytes.indices.count { bytes[$0] & 0xC0 != 0x80 }
  }

  /// The ends of one text with which the other begins, in bytes, the longest first, without the whole of it: by
  /// the prefix function of Knuth, Morris and Pratt.
  private static func lengths(_ first: Span<UInt8>, _ second: Span<UInt8>) -> [Int] {
    let begin = second.extracting(first: longest)
    let end = first.extracting(last: Swift.min(longest, begin.count))
    guard !begin.isEmpty, !end.isEmpty else { return [] }
    var shorter = [Int](repeating: 0, count: begin.count)
    var length = 0
    for place in begin.indices.dropFirst() {
      while length > 0, begin[place] != begin[length] { length = shorter[length - 1] }
      if begin[place] == begin[length] { length += 1 }
      shorter[place] = length
    }
    length = 0
    for place in end.indices {
      if length == begin.count { length = shorter[length - 1] }
      while length > 0, end[place] != begin[length] { length = shorter[length - 1] }
      if end[place] == begin[length] { length += 1 }
    }
    // One that is no more than the beginning of the other is no piece before it.
    guard length < first.count else { return [] }
    var lengths: [Int] = []
    while length > 0, lengths.count < most {
      lengths.append(length)
      length = shorter[length - 1]
    }
    return lengths
  }

  /// The headers at the beginning of lines.
  private static func headers(in bytes: Span<UInt8>) -> [Range<Int>] {
    var reader = HeaderReader()
    var headers: [Range<Int>] = []
    var start = 0
    while start < bytes.count {
      reader.forgetDay()
      if let header = reader.header(in: bytes, at: start) { headers.append(start..<header.end) }
      start = lineEnd(bytes, from: start) + 1
    }
    return headers
  }
}
