/// Where a text was cut that does not repeat anything behind the cut.
enum CutPlace: Sendable {
  /// Between two lines; the break may have been dropped.
  case lines
  /// Between two words of a line, without the blank.
  case words
  /// Anywhere.
  case anywhere

  /// Bytes of a line that may be the beginning of a header, and of a name behind it.
  private static let longestLead = 320

  /// Tells by what stands on either side: a line that is the beginning of a header, or of a name behind one that
  /// either side has as well, goes on behind the cut.
  ///
  /// - Parameter isFull: whether the first has as many characters as all that were cut, so that nothing was dropped.
  init(between first: Span<UInt8>, and second: Span<UInt8>, isFull: Bool = false) {
    var reader = HeaderReader()
    let next = second.extracting(0..<lineEnd(second, from: 0))
    guard !first.isEmpty, !next.isEmpty, reader.header(in: next, at: 0) == nil else {
      self = .lines
      return
    }
    var start = first.count
    while start > 0, first.count - start <= CutPlace.longestLead,
      first[start - 1] != ChunkLines.newline
    {
      start -= 1
    }
    let last = first.extracting(start...)
    let rest = next.extracting(first: CutPlace.longestLead)
    guard last.count <= CutPlace.longestLead else {
      self = isFull ? .anywhere : .lines
      return
    }
    for (place, blank) in [(CutPlace.anywhere, ""), (.words, " ")] {
      let line =
        Array(String(decoding: last).utf8) + Array(blank.utf8) + Array(String(decoding: rest).utf8)
      reader.forgetDay()
      guard let header = reader.header(in: line.span, at: 0) else { continue }
      if header.end > last.count
        || CutPlace.isName(line, from: header.end, over: last.count, in: first, or: second)
      {
        self = place
        return
      }
    }
    self = isFull ? .anywhere : .lines
  }

  /// Whether a name goes on over a place of a line that, behind such a header, stands in one of two texts.
  private static func isName(
    _ line: [UInt8], from start: Int, over cut: Int, in first: Span<UInt8>, or second: Span<UInt8>
  ) -> Bool {
    guard let colon = place(of: UInt8(ascii: ":"), in: line.span, from: start), colon >= cut,
      start >= 2
    else { return false }
    let name = line.span.extracting(start - 2..<colon + 1)
    return ChunkLines.place(of: name, in: first, from: 0) != nil
      || ChunkLines.place(of: name, in: second, from: 0) != nil
  }
}
