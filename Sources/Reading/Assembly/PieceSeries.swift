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
  private static func parts(of row: [Int], _ pieces: [Piece]) -> [[Int]] {
    let seams = zip(row, row.dropFirst()).map { overlap(of: pieces[$0], with: pieces[$1]) }
    let areSeries = CharacterOverlap.areOfOneText(seams)
    var parts: [[Int]] = []
    for (index, place) in row.enumerated() {
      let seam = index > 0 ? seams[index - 1] : nil
      let goesOn =
        seam.map { $0.isProof || areSeries && $0.count >= CharacterOverlap.fewest } ?? false
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
      let fresh =
        piece.core.lowerBound + PieceSeries.overlap(of: pieces[index - 1], with: piece).count
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
  private static func overlap(of first: Piece, with second: Piece) -> CharacterOverlap {
    CharacterOverlap(
      of: first.text.span.extracting(first.core), with: second.text.span.extracting(second.core))
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
