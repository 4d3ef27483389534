import Model

/// The headers among the lines of a chunk.
extension ChunkLines {
  /// Whether one of the lines from a place of ``buffer`` on begins with a header.
  func holdHeader(from start: Int, _ reader: inout HeaderReader) -> Bool {
    firstHeader(from: start, &reader) != nil
  }

  /// What the first header, of whatever shape, says in the lines from a place of ``buffer`` on; nil where there
  /// is none. It is found soonest by a reader that has met others of its shape.
  func firstHeader(from start: Int, _ reader: inout HeaderReader) -> HeaderStamp? {
    let bytes = buffer.span.extracting(0..<range.upperBound)
    var start = start
    while start < bytes.count {
      // A heading of the lines that the reader met before is none of these.
      reader.forgetDay()
      if let header = reader.header(in: bytes, at: start) { return header.stamp }
      start = lineEnd(bytes, from: start) + 1
    }
    return nil
  }

  /// What the first and the last header among these lines say; nil where there is none. Linear, but for the
  /// middle of a long text, which is looked at only where its ends have none.
  func outerHeaders(_ reader: inout HeaderReader) -> (first: HeaderStamp, last: HeaderStamp)? {
    guard range.count > 2 * ChunkLines.longestEnd else { return outerHeaders(in: range, &reader) }
    let bytes = buffer.span
    let tail = lineEnd(bytes, from: range.upperBound - ChunkLines.longestEnd) + 1
    let head = range.lowerBound..<(range.lowerBound + ChunkLines.longestEnd)
    if let first = outerHeaders(in: head, &reader)?.first, tail < range.upperBound,
      let last = outerHeaders(in: tail..<range.upperBound, &reader)?.last
    {
      return (first, last)
    }
    return outerHeaders(in: range, &reader)
  }

  /// The same of the lines that begin in a stretch, which begins with one.
  private func outerHeaders(
    in stretch: Range<Int>, _ reader: inout HeaderReader
  ) -> (first: HeaderStamp, last: HeaderStamp)? {
    let bytes = buffer.span.extracting(0..<range.upperBound)
    var (first, last): (HeaderStamp?, HeaderStamp?)
    reader.forgetDay()
    var start = stretch.lowerBound
    while start < stretch.upperBound {
      if let header = reader.header(in: bytes, at: start) {
        first = first ?? header.stamp
        last = header.stamp
      }
      start = lineEnd(bytes, from: start) + 1
    }
    return first.flatMap { first in last.map { (first, $0) } }
  }

  /// Bytes of an end of a text that hold a header most likely.
  private static let longestEnd = 1 << 16
}
