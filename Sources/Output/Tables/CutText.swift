/// A line cut to a width, with the matches in it painted.
struct CutText {
  /// Which part of a line that is too long stays.
  enum Part {
    /// Its start, or what is around the first match.
    case start
    /// Its end, which is what tells paths apart.
    case end
  }

  /// What is shown, made visible and painted.
  let text: String
  /// The columns it takes.
  let width: Int

  private struct Cell {
    let text: String
    let width: Int
    let isMatch: Bool

    static func dots(_ text: String) -> Cell { Cell(text: text, width: 1, isMatch: false) }
  }

  /// Cuts a line.
  ///
  /// - Parameters:
  ///   - line: the true text, one line; line breaks in it show as marks.
  ///   - width: the columns it may take; nil for as many as it needs.
  ///   - part: what stays of a line that needs more.
  ///   - dots: what stands for the rest, one column wide.
  ///   - matches: byte ranges to paint; a cut line shows the part around the first, and how many there
  ///     are where there are several.
  ///   - ink: paints them.
  init(
    _ line: String, to width: Int?, keeping part: Part = .start, dots: String = "…",
    matches: [Range<Int>], ink: Ink
  ) {
    var cells: [Cell]
    if var width {
      let stretch = CutText.stretch(of: line, around: matches.first, keeping: part, width)
      cells = CutText.cells(of: line, in: stretch, matches: matches)
      let dots = Cell.dots(dots)
      let needed = cells.reduce(0) { $0 + $1.width }
      let count = " ×\(matches.count)"
      if needed > width, matches.count > 1, width >= CutText.leastCounted {
        width -= count.count
        cells = CutText.window(cells, to: width, dots)
        cells.append(Cell(text: count, width: count.count, isMatch: false))
        width += count.count
      }
      cells =
        part == .start
        ? CutText.window(cells, to: width, dots) : CutText.tail(cells, to: width, dots)
    } else {
      cells = CutText.cells(of: line, in: 0..<line.utf8.count, matches: matches)
    }
    self.width = cells.reduce(0) { $0 + $1.width }
    var text = ""
    for run in cells.chunked(by: \.isMatch) {
      let shown = run.map(\.text).joined()
      text += run.first?.isMatch == true ? ink.paint(shown, .match) : shown
    }
    self.text = text
  }

  /// The width from which on a cut line has room for how many matches there are.
  private static let leastCounted = 16

  /// The bytes of a line that may be shown: of a very long one those near the end that stays, or near its
  /// first match, and more of them than fit.
  private static func stretch(
    of line: String, around match: Range<Int>?, keeping part: Part, _ width: Int
  ) -> Range<Int> {
    let count = line.utf8.count
    guard count > 1 << 16, width < count / 128 else { return 0..<count }
    // A character of an emoji has some 30 bytes.
    let room = 4_096 + 32 * width
    guard part == .start else { return (count - room)..<count }
    let first = Swift.max(0, (match?.lowerBound ?? 0) - room)
    return first..<Swift.min(count, first + 3 * room)
  }

  /// The characters that begin in a stretch of a line.
  private static func cells(
    of line: String, in stretch: Range<Int>, matches: [Range<Int>]
  ) -> [Cell] {
    let start = line.firstScalar(at: stretch.lowerBound)
    let end = line.firstScalar(at: stretch.upperBound)
    let offset = line.utf8.distance(from: line.startIndex, to: start)
    let matches = matches.compactMap { match -> Range<Int>? in
      guard match.upperBound > offset, match.lowerBound < stretch.upperBound else { return nil }
      return Swift.max(0, match.lowerBound - offset)..<(match.upperBound - offset)
    }
    var next = 0
    return visiblePieces(of: String(line[start..<end])).map { piece in
      while next < matches.count, matches[next].upperBound <= piece.bytes.lowerBound { next += 1 }
      let isMatch = next < matches.count && matches[next].lowerBound < piece.bytes.upperBound
      return Cell(text: piece.text, width: piece.width, isMatch: isMatch)
    }
  }

  /// The cells that fit: from the start, or around the first match where that is further right.
  private static func window(_ cells: [Cell], to width: Int, _ dots: Cell) -> [Cell] {
    guard cells.reduce(0, { $0 + $1.width }) > width else { return cells }
    guard width > 1 else { return width == 1 ? [dots] : [] }
    let start = firstShown(of: cells, width: width)
    var shown: [Cell] = start > 0 ? [dots] : []
    var used = shown.count
    for index in start..<cells.count {
      let rest = cells[index...].lazy.map(\.width)
      if used + cells[index].width > width - 1 {
        // The last one needs no dots after it.
        let fits = rest.count == 1 && used + cells[index].width <= width
        return shown + [fits ? cells[index] : dots]
      }
      shown.append(cells[index])
      used += cells[index].width
    }
    return shown
  }

  /// The last cells that fit.
  private static func tail(_ cells: [Cell], to width: Int, _ dots: Cell) -> [Cell] {
    var room = width - cells.reduce(0) { $0 + $1.width }
    guard room < 0 else { return cells }
    // The dots take a column too.
    room -= 1
    var start = 0
    while start < cells.count, room < 0 {
      room += cells[start].width
      start += 1
    }
    return width > 0 ? [dots] + cells[start...] : []
  }

  private static func firstShown(of cells: [Cell], width: Int) -> Int {
    guard let match = cells.firstIndex(where: \.isMatch) else { return 0 }
    let lead = cells[..<match].reduce(0) { $0 + $1.width }
    let end = cells[match...].prefix { $0.isMatch }.reduce(lead) { $0 + $1.width }
    guard end > width - 1 else { return 0 }
    // A third of the room goes to what stands before the match.
    var room = width / 3
    var start = match
    while start > 0, room >= cells[start - 1].width {
      room -= cells[start - 1].width
      start -= 1
    }
    // And what the end of the line leaves free.
    var free = width - 1 - cells[start...].reduce(0) { $0 + $1.width }
    while start > 0, free >= cells[start - 1].width {
      free -= cells[start - 1].width
      start -= 1
    }
    return start
  }
}

extension Array {
  /// The array in runs of neighbours with the same value of a property.
  fileprivate func chunked(by property: (Element) -> Bool) -> [ArraySlice<Element>] {
    var runs: [ArraySlice<Element>] = []
    var start = startIndex
    for index in indices.dropFirst() where property(self[index]) != property(self[start]) {
      runs.append(self[start..<index])
      start = index
    }
    if start < endIndex { runs.append(self[start...]) }
    return runs
  }
}

extension String {
  /// Where a scalar begins at a byte offset or after it.
  fileprivate func firstScalar(at offset: Int) -> Index {
    var place = utf8.index(startIndex, offsetBy: offset)
    while place < endIndex, utf8[place] & 0xC0 == 0x80 { place = utf8.index(after: place) }
    return place
  }
}
