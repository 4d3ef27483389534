import Model

/// Exports of a folder that are one text, cut by characters into files with consecutive names, each of which
/// begins with what the one before ends with: docs/formats.md#pieces-of-an-export.
struct PieceSeries {
  /// A file of the folder.
  struct Piece {
    let name: [UInt8]
    let text: SharedBytes
    let softLines: [UInt32]
    /// The file among those of the corpus.
    let file: Int
    /// Its text without what a splitter drops at the ends, or cuts in two.
    fileprivate let core: Range<Int>

    init(name: [UInt8], text: SharedBytes, softLines: [UInt32], file: Int) {
      (self.name, self.text, self.softLines, self.file) = (name, text, softLines, file)
      core = PieceSeries.core(of: text.span)
    }
  }

  /// The text put together.
  private(set) var text: [UInt8] = []

  /// Where its lines stand in files.
  private(set) var runs: [Transcript.LineRun] = []

  /// Its lines behind a soft break: ``DecodedText/softLines``.
  private(set) var softLines: [UInt32] = []

  /// Bytes that may be shared at most.
  private static let longest = 1 << 14

  /// Fewer bytes without a header tell nothing.
  private static let fewest = 8

  /// Bytes behind a header that have to be shared with it: pieces may be cut right behind one.
  private static let behindHeader = 4

  /// The pieces that belong together, as places among those given, each group in order; files that are no
  /// pieces of others are groups of their own. Looks at the ends of files with consecutive names only.
  static func groups(of pieces: [Piece]) -> [[Int]] {
    let order = pieces.indices.sorted { NaturalOrder.areInOrder(pieces[$0].name, pieces[$1].name) }
    var groups: [[Int]] = []
    var row: [Int] = []
    for place in order {
      if let last = row.last, !NaturalOrder.areNeighbours(pieces[last].name, pieces[place].name) {
        groups += parts(of: row, pieces)
        row = []
      }
      row.append(place)
    }
    return groups + parts(of: row, pieces)
  }

  /// Files with consecutive names, parted where one does not go on with what the one before ends with.
  ///
  /// A header among what they share is proof: no two messages have the same. Fewer characters are where half
  /// of the files share some and there is such proof, or three in four of several do: what one export ends
  /// with no other begins with by chance.
  private static func parts(of row: [Int], _ pieces: [Piece]) -> [[Int]] {
    let seams = zip(row, row.dropFirst()).map { Seam(pieces[$0], pieces[$1]) }
    let overlapping = seams.count { $0.shared >= fewest }
    let areSeries =
      seams.contains { $0.isProof } && overlapping * 2 >= seams.count
      || seams.count > 2 && overlapping * 4 >= seams.count * 3
    var parts: [[Int]] = []
    for (index, place) in row.enumerated() {
      let seam = index > 0 ? seams[index - 1] : nil
      let goesOn = seam.map { $0.isProof || areSeries && $0.shared >= fewest } ?? false
      if goesOn, !parts.isEmpty {
        parts[parts.count - 1].append(place)
      } else {
        parts.append([place])
      }
    }
    return parts
  }

  /// Puts pieces together that go on where the one before ends.
  init(_ pieces: [Piece]) {
    var line = 0
    for (index, piece) in pieces.enumerated() {
      let isLast = index == pieces.count - 1
      let end = isLast ? piece.text.count : piece.core.upperBound
      guard index > 0 else {
        text += piece.text[..<end]
        runs.append(Transcript.LineRun(firstLine: 0, file: piece.file, fileLine: 1))
        softLines = piece.softLines
        line = PieceSeries.lines(piece.text[..<end])
        continue
      }
      let fresh = piece.core.lowerBound + Seam(pieces[index - 1], piece).shared
      text += piece.text[fresh..<end]
      let lines = PieceSeries.lines(piece.text[fresh..<end])
      guard lines > 0 else { continue }
      // The first line goes on with one of the piece before.
      let before = PieceSeries.lines(piece.text[..<fresh]) + 1
      runs.append(
        Transcript.LineRun(firstLine: line + 1, file: piece.file, fileLine: before + 1))
      softLines += piece.softLines.filter { $0 >= UInt32(clamping: before) }.map {
        $0 - UInt32(clamping: before) + UInt32(clamping: line + 1)
      }
      line += lines
    }
  }

  private static func lines(_ text: Slice<SharedBytes>) -> Int {
    text.count { $0 == UInt8(ascii: "\n") }
  }

  /// What two files share.
  private struct Seam {
    /// Bytes with which the one ends and the other begins; 0 where one of them is no more than those.
    let shared: Int

    /// Whether a header is among them.
    let isProof: Bool

    init(_ first: Piece, _ second: Piece) {
      let shared = Seam.overlap(
        first.text.span.extracting(first.core), second.text.span.extracting(second.core))
      let isPart = shared < Swift.min(first.core.count, second.core.count)
      self.shared = isPart ? shared : 0
      isProof = isPart && Seam.holdsHeader(second, shared, after: first)
    }

    /// The longest end of one text with which the other begins, in bytes: by the prefix function of Knuth,
    /// Morris and Pratt.
    private static func overlap(_ first: Span<UInt8>, _ second: Span<UInt8>) -> Int {
      let begin = second.extracting(first: longest)
      let end = first.extracting(last: longest)
      guard !begin.isEmpty, !end.isEmpty else { return 0 }
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
      return length
    }

    /// Whether a line of those bytes begins with a header, and goes on behind it.
    private static func holdsHeader(_ second: Piece, _ shared: Int, after first: Piece) -> Bool {
      let bytes = second.text.span.extracting(0..<(second.core.lowerBound + shared))
      var reader = HeaderReader()
      let before = first.core.upperBound - shared
      var start = second.core.lowerBound
      // Their first line may be the end of one.
      if before > 0, first.text[before - 1] != UInt8(ascii: "\n") {
        start = lineEnd(bytes, from: start) + 1
      }
      while start < bytes.count {
        reader.forgetDay()
        if let header = reader.header(in: bytes, at: start),
          header.end + behindHeader <= bytes.count
        {
          return true
        }
        start = lineEnd(bytes, from: start) + 1
      }
      return false
    }
  }

  /// A text without blanks, line breaks and U+FFFD at its ends.
  private static func core(of text: Span<UInt8>) -> Range<Int> {
    var (start, end) = (0, text.count)
    while start < end {
      if isBlank(text[start]) {
        start += 1
      } else if isReplacement(text, at: start) {
        start += 3
      } else {
        break
      }
    }
    while start < end {
      if isBlank(text[end - 1]) {
        end -= 1
      } else if end - start >= 3, isReplacement(text, at: end - 3) {
        end -= 3
      } else {
        break
      }
    }
    return start..<end
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte)
  }

  /// Whether U+FFFD stands at a place, as it does for a character that was cut in two.
  private static func isReplacement(_ text: Span<UInt8>, at place: Int) -> Bool {
    place + 2 < text.count && text[place] == 0xEF && text[place + 1] == 0xBF
      && text[place + 2] == 0xBD
  }
}
