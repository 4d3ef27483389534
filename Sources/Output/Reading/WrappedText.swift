/// Wraps a text to a width at blanks, with the matches in it painted.
///
/// A word longer than the width is cut where the line ends. Lines of the text stay lines; an empty
/// text is one empty line.
///
/// - Parameters:
///   - text: the true text.
///   - width: the columns that a line may take, at least 1.
///   - lead: of those, the ones that the first line leaves to what stands before it.
///   - matches: byte ranges of the text to paint.
///   - faint: byte ranges to paint as what should not catch the eye, apart from matches in them.
///   - ink: paints them.
func wrapped(
  _ text: String, to width: Int, lead: Int = 0, matches: [Range<Int>],
  faint: [Range<Int>] = [], ink: Ink
) -> [String] {
  var lines: [String] = []
  var offset = 0
  for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
    let end = offset + line.utf8.count
    let inner = matches.compactMap { part(of: $0, from: offset, to: end) }
    let pale = faint.compactMap { part(of: $0, from: offset, to: end) }
    for row in rows(
      of: visiblePieces(of: String(line)), width: width, lead: lines.isEmpty ? lead : 0)
    {
      lines.append(painted(row, matches: inner, faint: pale, ink: ink))
    }
    offset += line.utf8.count + 1
  }
  return lines
}

/// The pieces of a line broken into rows; the blank at which a row is broken is left out.
private func rows(
  of pieces: [VisiblePiece], width: Int, lead: Int
) -> [ArraySlice<VisiblePiece>] {
  var rows: [ArraySlice<VisiblePiece>] = []
  var start = 0
  var used = lead
  var blank: Int?
  var index = 0
  while index < pieces.count {
    let piece = pieces[index]
    if used + piece.width > width, index > start {
      if piece.text == " " {
        rows.append(pieces[start..<index])
        start = index + 1
      } else if let at = blank {
        rows.append(pieces[start..<at])
        start = at + 1
      } else {
        rows.append(pieces[start..<index])
        start = index
      }
      index = start
      used = 0
      blank = nil
      continue
    }
    if piece.text == " " { blank = index }
    used += piece.width
    index += 1
  }
  rows.append(pieces[Swift.min(start, pieces.count)...])
  return rows
}

/// What a line from `start` to `end` has of a range, counted from its start; nil for nothing.
private func part(of range: Range<Int>, from start: Int, to end: Int) -> Range<Int>? {
  let lower = Swift.max(range.lowerBound, start) - start
  let upper = Swift.min(range.upperBound, end) - start
  return lower < upper ? lower..<upper : nil
}

private func painted(
  _ row: ArraySlice<VisiblePiece>, matches: [Range<Int>], faint: [Range<Int>], ink: Ink
) -> String {
  var text = ""
  var run = ""
  var role: Ink.Role?
  for piece in row {
    let next: Ink.Role? =
      matches.contains { $0.overlaps(piece.bytes) }
      ? .match : faint.contains { $0.overlaps(piece.bytes) } ? .faint : nil
    if next != role {
      text += role.map { ink.paint(run, $0) } ?? run
      (run, role) = ("", next)
    }
    run += piece.text
  }
  return text + (role.map { ink.paint(run, $0) } ?? run)
}
