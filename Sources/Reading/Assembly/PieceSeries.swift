import Model

/// Exports of a folder that are one text, cut into files with consecutive names, each of which begins with what
/// the one before ends with, or behind it: docs/formats.md#pieces-of-an-export.
struct PieceSeries {
  /// A file of the folder.
  struct Piece {
    let name: [UInt8]
    let text: SharedBytes
    let softLines: [UInt32]
    /// Bytes of the file.
    let size: Int
    /// The file among those of the corpus.
    let file: Int
    /// The number in its name, where the chunker gave that.
    fileprivate let ordinal: Int?
    /// Where what was cut begins: behind the lines with which the pieces of its folder begin alike.
    fileprivate private(set) var start = 0
    /// Its text without what a splitter drops at the ends, or cuts in two.
    fileprivate private(set) var core: Range<Int>
    /// How it was cut off the piece before, of which it repeats nothing; nil where it repeats something.
    fileprivate var cut: PieceCuts?

    init(name: [UInt8], text: SharedBytes, softLines: [UInt32], size: Int, file: Int) {
      (self.name, self.text, self.softLines) = (name, text, softLines)
      (self.size, self.file) = (size, file)
      ordinal = ChunkName.ordinal(in: name[...])
      core = PieceSeries.core(of: text.span, from: 0)
    }

    /// The same without its first bytes.
    fileprivate func without(_ heading: Int) -> Piece {
      var piece = self
      piece.start = heading
      piece.core = PieceSeries.core(of: text.span, from: heading)
      return piece
    }
  }

  /// Files that belong together.
  struct Group {
    /// Their places among those given.
    fileprivate(set) var places: [Int]
    /// In order.
    fileprivate var pieces: [Piece]
  }

  /// The text put together.
  private(set) var text: [UInt8] = []

  /// Where its lines stand in files.
  private(set) var runs: [Transcript.LineRun] = []

  /// Its lines behind a soft break: ``DecodedText/softLines``.
  private(set) var softLines: [UInt32] = []

  /// The lines with which all pieces begin alike, as the first has them, and which are not in ``text``; nil
  /// where there are none.
  private(set) var heading: String?

  /// The pieces that belong together; files that are no pieces of others are groups of their own. Looks at the
  /// beginnings and the ends of files with consecutive names only.
  static func groups(of pieces: [Piece]) -> [Group] {
    let order = pieces.indices.sorted { areInOrder(pieces[$0], pieces[$1]) }
    var groups: [Group] = []
    var row = Group(places: [], pieces: [])
    for place in order {
      let piece = pieces[place]
      if let last = row.pieces.last, !areNeighbours(last, piece) {
        groups += parts(of: row)
        row = Group(places: [], pieces: [])
      }
      row.places.append(place)
      row.pieces.append(piece)
    }
    return groups + parts(of: row)
  }

  /// Whether a file comes before another: by the number that the chunker gave, else by its name.
  private static func areInOrder(_ one: Piece, _ other: Piece) -> Bool {
    ChunkName.areInOrder(one.ordinal, other.ordinal) {
      NaturalOrder.areInOrder(one.name, other.name)
    }
  }

  /// Whether a file may be the next one after another. What they share has to prove it: names may end in a hash.
  private static func areNeighbours(_ one: Piece, _ other: Piece) -> Bool {
    if let first = one.ordinal, let second = other.ordinal { return second - 1 == first }
    return NaturalOrder.areNext(one.name, other.name)
      || NaturalOrder.areNextByLetters(one.name, other.name)
  }

  /// Files with consecutive names, parted where one does not go on with what the one before ends with; without
  /// the lines with which they begin alike, if they go on without those alone.
  private static func parts(of row: Group) -> [Group] {
    let seams = seams(between: row.pieces)
    guard !CharacterOverlap.areOfOneText(seams) else { return parts(of: row, seams) }
    guard let headings = PieceHeading.lengths(in: row.pieces.map(\.text)) else {
      return cut(row, seams) ?? parts(of: row, seams)
    }
    var inner = row
    inner.pieces = zip(row.pieces, headings).map { $0.without($1) }
    let others = self.seams(between: inner.pieces)
    if CharacterOverlap.areOfOneText(others) { return parts(of: inner, others) }
    return cut(inner, others) ?? parts(of: row, seams)
  }

  /// All files as one text that was cut; nil where some share something, or they do not look so. Of an album that
  /// was cut one file ends as the next begins.
  private static func cut(_ row: Group, _ seams: [CharacterOverlap]) -> [Group]? {
    let shared = seams.count { $0.count >= CharacterOverlap.fewest }
    guard shared == 0 || shared * 3 < seams.count,
      let cut = PieceCuts(of: row.pieces.map { ($0.text, $0.start, $0.size) })
    else { return nil }
    var whole = row
    for index in whole.pieces.indices.dropFirst() { whole.pieces[index].cut = cut }
    return [whole]
  }

  private static func parts(of row: Group, _ seams: [CharacterOverlap]) -> [Group] {
    let areSeries = CharacterOverlap.areOfOneText(seams)
    var parts: [Group] = []
    for (index, (place, piece)) in zip(row.places, row.pieces).enumerated() {
      let seam = index > 0 ? seams[index - 1] : nil
      let goesOn =
        seam.map { $0.isProof || areSeries && $0.count >= CharacterOverlap.fewest } ?? false
      if goesOn, !parts.isEmpty {
        parts[parts.count - 1].places.append(place)
        parts[parts.count - 1].pieces.append(piece)
      } else {
        parts.append(Group(places: [place], pieces: [piece]))
      }
    }
    return parts
  }

  /// What each piece shares with the next.
  private static func seams(between pieces: [Piece]) -> [CharacterOverlap] {
    zip(pieces, pieces.dropFirst()).map { overlap(of: $0, with: $1) }
  }

  /// Puts pieces together that go on where the one before ends.
  init(_ group: Group) {
    let pieces = group.pieces
    if let first = pieces.first, first.start > 0 {
      heading = String(decoding: first.text[..<first.start], as: UTF8.self)
    }
    var line = 0
    for (index, piece) in pieces.enumerated() {
      let isWhole = index == pieces.count - 1 || pieces[index + 1].cut != nil
      let end = isWhole ? piece.text.count : piece.core.upperBound
      var start = piece.start
      switch piece.cut {
      case .lines where text.last != PieceSeries.newline:
        text.append(PieceSeries.newline)
        line += 1
      case nil where index > 0:
        start =
          piece.core.lowerBound + PieceSeries.overlap(of: pieces[index - 1], with: piece).count
      default: break
      }
      // The first line goes on with one of the piece before.
      let isOpen = !(text.last ?? PieceSeries.newline == PieceSeries.newline)
      text += piece.text[start..<end]
      let lines = PieceSeries.lines(piece.text[start..<end])
      let before = PieceSeries.lines(piece.text[..<start]) + (isOpen ? 1 : 0)
      let first = line + (isOpen ? 1 : 0)
      line += lines
      guard !isOpen || lines > 0 else { continue }
      runs.append(Transcript.LineRun(firstLine: first, file: piece.file, fileLine: before + 1))
      softLines += PieceSeries.lines(piece.softLines, from: before, at: first)
    }
  }

  /// Those of some lines of a file that stand on one of it or behind, where that is line `place` of the text.
  private static func lines(_ lines: [UInt32], from first: Int, at place: Int) -> [UInt32] {
    lines.filter { $0 >= UInt32(clamping: first) }
      .map { $0 - UInt32(clamping: first) + UInt32(clamping: place) }
  }

  private static func lines(_ text: Slice<SharedBytes>) -> Int {
    text.count { $0 == newline }
  }

  private static let newline = UInt8(ascii: "\n")

  /// What two files share.
  private static func overlap(of first: Piece, with second: Piece) -> CharacterOverlap {
    CharacterOverlap(
      of: first.text.span.extracting(first.core), with: second.text.span.extracting(second.core))
  }

  /// A text from a place on, without blanks, line breaks and U+FFFD at its ends.
  private static func core(of text: Span<UInt8>, from first: Int) -> Range<Int> {
    var (start, end) = (first, text.count)
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
