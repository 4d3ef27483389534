/// Wraps a text to a width at blanks, with the matches in it painted.
///
/// A word longer than the width is cut where the line ends. Lines of the text stay lines; an empty
/// text is one empty line. Linear; of a very long line some thousand characters are taken at a time.
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
  var (matches, faint) = (matches[...], faint[...])
  for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
    for stretch in stretches(of: line) {
      let bytes = offset..<(offset + stretch.utf8.count)
      let (inner, pale) = (parts(of: &matches, in: bytes), parts(of: &faint, in: bytes))
      for row in rows(
        of: visiblePieces(of: String(stretch)), width: width, lead: lines.isEmpty ? lead : 0)
      {
        lines.append(painted(row, matches: inner, faint: pale, ink: ink))
      }
      offset = bytes.upperBound
    }
    offset += 1
  }
  return lines
}

/// A line in stretches of some thousand characters, so that a very long one takes no more memory than
/// they do; one of an empty line. Each ends at a blank, which it holds, where it has one.
private func stretches(of line: Substring) -> [Substring] {
  guard line.utf8.count > longestStretch else { return [line] }
  var stretches: [Substring] = []
  var rest = line
  while !rest.isEmpty {
    var stretch = rest.prefix(longestStretch)
    if stretch.endIndex < rest.endIndex, let blank = stretch.lastIndex(of: " ") {
      stretch = rest[...blank]
    }
    stretches.append(stretch)
    rest = rest[stretch.endIndex...]
  }
  return stretches
}

private let longestStretch = 1 << 14

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

/// What a stretch of a text has of ranges, ascending, counted from its start. Those that end before the
/// next stretch are taken away.
private func parts(of ranges: inout ArraySlice<Range<Int>>, in bytes: Range<Int>) -> [Range<Int>] {
  while let first = ranges.first, first.upperBound <= bytes.lowerBound { ranges.removeFirst() }
  return ranges.prefix { $0.lowerBound < bytes.upperBound }.compactMap { range in
    let part = range.clamped(to: bytes)
    return part.isEmpty
      ? nil : (part.lowerBound - bytes.lowerBound)..<(part.upperBound - bytes.lowerBound)
  }
}

private func painted(
  _ row: ArraySlice<VisiblePiece>, matches: [Range<Int>], faint: [Range<Int>], ink: Ink
) -> String {
  var text = ""
  var run = ""
  var role: Ink.Role?
  var (matches, faint) = (matches[...], faint[...])
  for piece in row {
    let next: Ink.Role? =
      isInNext(of: &matches, piece) ? .match : isInNext(of: &faint, piece) ? .faint : nil
    if next != role {
      text += role.map { ink.paint(run, $0) } ?? run
      (run, role) = ("", next)
    }
    run += piece.text
  }
  return text + (role.map { ink.paint(run, $0) } ?? run)
}

/// Whether a piece overlaps one of some ranges, ascending; those before it are taken away.
private func isInNext(of ranges: inout ArraySlice<Range<Int>>, _ piece: VisiblePiece) -> Bool {
  while let first = ranges.first, first.upperBound <= piece.bytes.lowerBound {
    ranges.removeFirst()
  }
  return ranges.first?.overlaps(piece.bytes) ?? false
}
