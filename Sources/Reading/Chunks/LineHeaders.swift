import Model

/// The headers among the lines of a chunk.
extension ChunkLines {
  /// Whether one of the lines from a place of ``buffer`` on begins with a header. It is found soonest by a reader
  /// that has met others of its shape.
  func holdHeader(from start: Int, _ reader: inout HeaderReader) -> Bool {
    var isFound = false
    forEachHeader(from: start, &reader) { _ in
      isFound = true
      return false
    }
    return isFound
  }

  /// What the first header says in the lines from a place of ``buffer`` on, of whatever shape; nil where there is
  /// none. One that was copied from a phone counts only where all are: else a message quotes it.
  func firstHeader(from start: Int, _ reader: inout HeaderReader) -> HeaderStamp? {
    var (own, copied): (HeaderStamp?, HeaderStamp?)
    forEachHeader(from: start, &reader) { stamp in
      if stamp.form.isCopied { copied = copied ?? stamp } else { own = stamp }
      return own == nil
    }
    return own ?? copied
  }

  /// Calls `body` with each header in the lines from a place of ``buffer`` on, until it says no.
  private func forEachHeader(
    from start: Int, _ reader: inout HeaderReader, _ body: (HeaderStamp) -> Bool
  ) {
    let bytes = buffer.span.extracting(0..<range.upperBound)
    var start = start
    while start < bytes.count {
      // A heading of the lines that the reader met before is none of these.
      reader.forgetDay()
      if let header = reader.header(in: bytes, at: start), !body(header.stamp) { return }
      start = lineEnd(bytes, from: start) + 1
    }
  }

  /// What the first and the last header among these lines say, those copied from a phone apart, as for
  /// ``firstHeader(from:_:)``; nil where there is none. Linear, but for the
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
    var (own, copied):
      ((first: HeaderStamp, last: HeaderStamp)?, (first: HeaderStamp, last: HeaderStamp)?)
    reader.forgetDay()
    var start = stretch.lowerBound
    while start < stretch.upperBound {
      if let header = reader.header(in: bytes, at: start) {
        if header.stamp.form.isCopied {
          copied = (copied?.first ?? header.stamp, header.stamp)
        } else {
          own = (own?.first ?? header.stamp, header.stamp)
        }
      }
      start = lineEnd(bytes, from: start) + 1
    }
    return own ?? copied
  }

  /// Bytes of an end of a text that hold a header most likely.
  private static let longestEnd = 1 << 16
}
