/// Tells in a few looks whether a text may hold a mark: false for nearly all that hold none, never
/// false for one that does.
struct MarkFilter {
  private static let wordings = MessageMark.all.wordings
  private static let starts = PhraseEnds(of: wordings)
  private static let ends = PhraseEnds(reversing: wordings)

  private let starts = MarkFilter.starts
  private let ends = MarkFilter.ends
  private let place = PlaceAddress()

  /// Whether the text at `range` may begin or end with a mark, or its first line end with one.
  func mayHoldMark(_ range: Range<Int>, isMultiline: Bool, of bytes: Span<UInt8>) -> Bool {
    var start = range.lowerBound
    // Nearly all begin with a letter.
    if start < range.upperBound, !(0x21...0x7E ~= bytes[start]) {
      start = skippingBlanks(bytes, at: start)
    }
    guard start + 3 < range.upperBound else { return false }
    let word = loadBytes(bytes, at: start, count: min(8, range.upperBound - start))
    if starts.contains(word.byteSwapped) { return true }
    // A file's name as Android gives it, `IMG-2…`, tells an attachment in any language.
    if word >> 24 & 0xFFFF == 0x322D { return true }
    var end = range.upperBound
    while end > start, isPadding(bytes[end - 1]) { end -= 1 }
    if mayEndInMark(start..<end, of: bytes) || endsInPlace(start..<end, of: bytes) { return true }
    if UnknownMark.editMark(in: start..<end, of: bytes) != nil { return true }
    if isMultiline, UnknownMark.isPoll(range, of: bytes) { return true }
    return isMultiline && mayEndInMark(start..<lineEnd(bytes, from: start), of: bytes)
  }

  /// Whether a text ends in the address of a place.
  @inline(__always)
  func endsInPlace(_ range: Range<Int>, of bytes: Span<UInt8>) -> Bool {
    place.ends(range, of: bytes)
  }

  @inline(__always)
  private func mayEndInMark(_ range: Range<Int>, of bytes: Span<UInt8>) -> Bool {
    let count = min(8, range.count)
    guard count > 3 else { return false }
    let word = loadBytes(bytes, at: range.upperBound - count, count: count)
    return ends.contains(word << UInt64(64 - 8 * count))
  }

  /// Whether a byte may follow a mark at the end of a text: a space, a line end or a dot.
  private func isPadding(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x2E
  }
}
