/// The names that lines began with lately, found by the first bytes of the next line: nearly all of a chat
/// are of a few people, and for those nobody looks for the colon.
///
/// A name is what stands before the first colon with a blank behind it, so that one that is known ends
/// where it ended before. Names with a colon in them are not kept.
struct RecentNames {
  /// A name, and what the lines that begin with it begin with.
  private struct Entry {
    var opening = Opening(first: 0, second: 0)
    /// Its place among all names; -1 where there is none.
    var place: Int32 = -1
    /// Byte offset of one of its occurrences.
    var start: UInt32 = 0
    /// Its bytes.
    var length: UInt32 = 0
  }

  /// The first sixteen bytes of a line, or those up to its first colon.
  private struct Opening: Equatable {
    let first: UInt64
    let second: UInt64

    /// Where it stands among the entries.
    var slot: Int {
      Int(truncatingIfNeeded: ((first ^ second &* 5) &* 0x9E37_79B9_7F4A_7C15) >> 55)
    }
  }

  /// Each in the slot of its opening, where another one takes its place.
  private var entries = RecentNames.none
  private static let none = [Entry](repeating: Entry(), count: 512)

  /// The name with which a line begins in `range`, followed by a colon and a space: its place among all
  /// names, and its bytes. Nil where it is not known, which says nothing.
  @inline(__always)
  func name(of range: Range<Int>, in bytes: Span<UInt8>) -> (place: Int, length: Int)? {
    guard let opening = RecentNames.opening(of: range, in: bytes) else { return nil }
    let entry = entries[opening.slot]
    guard entry.opening == opening, entry.place >= 0 else { return nil }
    let length = Int(entry.length)
    let end = range.lowerBound + length
    guard end + 1 < range.upperBound, bytes[end] == 0x3A, bytes[end + 1] == 0x20 else { return nil }
    var offset = 16
    while offset < length {
      // The last word reaches back.
      let place = min(offset, length - 8)
      let word = loadBytes(bytes, at: range.lowerBound + place, count: 8)
      guard word == loadBytes(bytes, at: Int(entry.start) + place, count: 8) else { return nil }
      offset += 8
    }
    return (Int(entry.place), length)
  }

  /// Remembers a name by its place among all names; `range` is the line that begins with it.
  mutating func remember(
    _ place: Int, _ name: Range<Int>, of range: Range<Int>, in bytes: Span<UInt8>
  ) {
    guard name.allSatisfy({ bytes[$0] != 0x3A }),
      let opening = RecentNames.opening(of: range, in: bytes)
    else { return }
    entries[opening.slot] = Entry(
      opening: opening, place: Int32(truncatingIfNeeded: place),
      start: UInt32(truncatingIfNeeded: name.lowerBound),
      length: UInt32(truncatingIfNeeded: name.count))
  }

  /// The opening of a line; nil where fewer bytes follow in the text. Where a line is shorter and has no colon,
  /// it goes on into the next line, and is that of no name.
  @inline(__always)
  private static func opening(of range: Range<Int>, in bytes: Span<UInt8>) -> Opening? {
    guard range.lowerBound + 16 <= bytes.count else { return nil }
    let first = uptoColon(loadBytes(bytes, at: range.lowerBound, count: 8))
    guard first.isWhole else { return Opening(first: first.word, second: 0) }
    let second = uptoColon(loadBytes(bytes, at: range.lowerBound &+ 8, count: 8))
    return Opening(first: first.word, second: second.word)
  }

  /// Those of eight bytes that stand before the first colon, and whether that is all of them.
  @inline(__always)
  private static func uptoColon(_ word: UInt64) -> (word: UInt64, isWhole: Bool) {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let other = word ^ ones &* 0x3A
    // The lowest top bit that is set is that of the first colon.
    let colons = (other &- ones) & ~other & (ones << 7)
    // All bits where there is none.
    return (word & (colons ^ (colons &- 1)), colons == 0)
  }
}
