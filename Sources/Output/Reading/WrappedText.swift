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
///   - ink: paints them.
func wrapped(
  _ text: String, to width: Int, lead: Int = 0, matches: [Range<Int>], ink: Ink
) -> [String] {
  var lines: [String] = []
  var offset = 0
  for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
    let inner = matches.compactMap { match -> Range<Int>? in
      let lower = Swift.max(match.lowerBound, offset) - offset
      let upper = Swift.min(match.upperBound, offset + line.utf8.count) - offset
      return lower < upper ? lower..<upper : nil
    }
    for row in rows(
      of: visiblePieces(of: String(line)), width: width, lead: lines.isEmpty ? lead : 0)
    {
      lines.append(painted(row, matches: inner, ink: ink))
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

private func painted(
  _ row: ArraySlice<VisiblePiece>, matches: [Range<Int>], ink: Ink
) -> String {
  var text = ""
  var run = ""
  for piece in row {
    if matches.contains(where: { $0.overlaps(piece.bytes) }) {
      run += piece.text
    } else {
      text += ink.paint(run, .match) + piece.text
      run = ""
    }
  }
  return text + ink.paint(run, .match)
}
