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
    /// How it goes on with the piece before.
    fileprivate var seam = Seam.cut(.lines)

    init(name: [UInt8], text: SharedBytes, softLines: [UInt32], size: Int, file: Int) {
      (self.name, self.text, self.softLines) = (name, text, softLines)
      (self.size, self.file) = (size, file)
      ordinal = ChunkName.ordinal(in: name[...])
      core = PieceSeries.core(of: text.span, from: 0)
    }

    /// What was cut, as lines.
    fileprivate var lines: ChunkLines { ChunkLines(core, of: ChunkBuffer(text, names: [])) }

    /// The same without its first bytes.
    fileprivate func without(_ heading: Int) -> Piece {
      var piece = self
      piece.start = heading
      piece.core = PieceSeries.core(of: text.span, from: heading)
      return piece
    }
  }

  /// How a piece goes on with the one before.
  fileprivate enum Seam {
    /// It repeats so many of its last bytes.
    case repeats(Int)
    /// It repeats nothing.
    case cut(PieceCuts)
  }

  /// Files that belong together.
  struct Group {
    /// Their places among those given, in order; behind them those of files that hold the same as one of them.
    fileprivate(set) var places: [Int]
    /// The last of those, each with the one that holds the same.
    fileprivate(set) var doubles: [(place: Int, original: Int)] = []
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
    var doubles = doubles(among: pieces)
    let order = pieces.indices.sorted { areInOrder(pieces[$0], pieces[$1]) }
    var groups: [Group] = []
    var row = Group(places: [], pieces: [])
    // Doubles since the last piece.
    var passed: [Int] = []
    for place in order {
      if doubles[place] != nil {
        passed.append(place)
        continue
      }
      let piece = pieces[place]
      for double in fillers(of: passed, in: pieces, behind: row.pieces.last, before: piece) {
        // It is no double where the row would have a hole without it: somebody has written the same again.
        doubles[double] = nil
        row.places.append(double)
        row.pieces.append(pieces[double])
      }
      passed = []
      if let last = row.pieces.last, !areNeighbours(last, piece) {
        groups += parts(of: row)
        row = Group(places: [], pieces: [])
      }
      row.places.append(place)
      row.pieces.append(piece)
    }
    groups += parts(of: row)
    guard !doubles.isEmpty else { return groups }
    let copies = Dictionary(grouping: doubles.sorted { $0.key < $1.key }, by: \.value)
    for index in groups.indices {
      for original in groups[index].places {
        for (place, _) in copies[original] ?? [] {
          if groups[index].pieces.count > 1 {
            groups[index].doubles.append((place, original))
            groups[index].places.append(place)
          } else {
            // An export that is there twice is no piece.
            groups.append(Group(places: [place], pieces: [pieces[place]]))
          }
        }
      }
    }
    return groups
  }

  /// Those of some pieces, in order, whose names fill the hole between two; none where they do not, or there is
  /// none.
  private static func fillers(
    of passed: [Int], in pieces: [Piece], behind last: Piece?, before next: Piece
  ) -> [Int] {
    guard var last, !passed.isEmpty, !areNeighbours(last, next) else { return [] }
    var fillers: [Int] = []
    for place in passed where areNeighbours(last, pieces[place]) {
      fillers.append(place)
      last = pieces[place]
    }
    return areNeighbours(last, next) ? fillers : []
  }

  /// Files that hold the same as another, with that: of several the one with the shortest name. Linear.
  private static func doubles(among pieces: [Piece]) -> [Int: Int] {
    let sizes = RepeatFilter(pieces.count) { UInt64(pieces[$0].text.count) }
    var known: [UInt64: Int] = [:]
    var doubles: [Int: Int] = [:]
    let order = pieces.indices.sorted { a, b in
      (pieces[a].name.count, a) < (pieces[b].name.count, b)
    }
    for place in order {
      let text = pieces[place].text
      // One line over and over, as an album is, fills pieces that are no doubles.
      guard sizes.mayRepeat(UInt64(text.count)),
        !pieces[place].lines.areAlike(from: pieces[place].core.lowerBound)
      else { continue }
      let hash = LineHashes.hash(of: text.span)
      if let other = known[hash] {
        let same = pieces[other].text
        if areEqual(same.span, text.span) { doubles[place] = other }
      } else {
        known[hash] = place
      }
    }
    return doubles
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
    if CharacterOverlap.areOfOneText(seams) { return series(row, seams) }
    guard let headings = PieceHeading.lengths(in: row.pieces.map(\.text)) else {
      return cut(row, seams) ?? proved(row, seams)
    }
    var inner = row
    inner.pieces = zip(row.pieces, headings).map { $0.without($1) }
    let others = self.seams(between: inner.pieces)
    if CharacterOverlap.areOfOneText(others) { return series(inner, others) }
    return cut(inner, others) ?? proved(row, seams)
  }

  /// All files as one text that was cut; nil where they do not look so. Of an album that was cut one file ends as
  /// the next begins; where other lines are repeated, as many as fit in a few characters, all that are shared are.
  private static func cut(_ row: Group, _ seams: [CharacterOverlap]) -> [Group]? {
    if row.pieces.count >= PieceCuts.several,
      CharacterOverlap.areOfOneTextInPart(seams, fewest: telling, rarity: 32)
    {
      let groups = series(row, seams)
      if groups.count == 1 { return groups }
      // Where few share something, it may be what people write again and again.
      let shared = seams.count { $0.count >= CharacterOverlap.fewest }
      guard shared * 3 < seams.count else { return nil }
    }
    guard let cut = PieceCuts(of: row.pieces.map { ($0.text, $0.start, $0.size) }) else {
      return nil
    }
    var whole = row
    for index in whole.pieces.indices { whole.pieces[index].seam = .cut(cut) }
    return [whole]
  }

  /// Files of a row that was cut by characters: those that share nothing belong together where they go on in time.
  private static func series(_ row: Group, _ seams: [CharacterOverlap]) -> [Group] {
    let counts = CharacterOverlap.settled(seams).map(\.count)
    let stretches = parts(of: row, counts.map { $0 > 0 ? .repeats($0) : nil })
    let goOn = BareSeams.goOn(stretches.map { $0.pieces.map(\.lines) })
    var groups: [Group] = []
    for (index, stretch) in stretches.enumerated() {
      guard index > 0, goOn[index - 1] else {
        groups.append(stretch)
        continue
      }
      groups[groups.count - 1].places += stretch.places
      groups[groups.count - 1].pieces += stretch.pieces
    }
    return groups
  }

  /// Files of a row that go on with the one before for certain.
  private static func proved(_ row: Group, _ seams: [CharacterOverlap]) -> [Group] {
    parts(of: row, seams.map { $0.isProof ? .repeats($0.count) : nil })
  }

  /// Files with consecutive names, parted where there is no seam between them.
  private static func parts(of row: Group, _ seams: [Seam?]) -> [Group] {
    var parts: [Group] = []
    for (index, (place, piece)) in zip(row.places, row.pieces).enumerated() {
      if index > 0, let seam = seams[index - 1], !parts.isEmpty {
        var piece = piece
        piece.seam = seam
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
      var (start, end) = (piece.start, piece.core.upperBound)
      if index == pieces.count - 1 {
        end = piece.text.count
      } else if case .cut = pieces[index + 1].seam {
        end = piece.text.count
      }
      switch piece.seam {
      case .cut(.lines) where !text.isEmpty && text.last != PieceSeries.newline:
        let before = pieces[index - 1]
        switch CutPlace(
          between: before.text.span.extracting(before.core),
          and: piece.text.span.extracting(piece.core))
        {
        case .lines:
          text.append(PieceSeries.newline)
          line += 1
        case .words: text.append(UInt8(ascii: " "))
        case .anywhere: break
        }
      case .cut: break
      case .repeats(let count): start = piece.core.lowerBound + count
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

  /// Bytes without a header that tell what goes on where most files share nothing.
  private static let telling = 16

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
