/// Web addresses in running text: `http://…`, `https://…` anywhere, `www.….…` where a word begins.
///
/// Where an address ends is said at ``AddressEnd``.
public enum Links {
  /// The bytes of each address in a text, half-open, from left to right.
  public static func ranges(in text: String) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    forEach(in: Array(text.utf8).span) { ranges.append($0) }
    return ranges
  }

  /// Calls `found` with the bytes of each address, from left to right.
  static func forEach(in text: Span<UInt8>, _ found: (Range<Int>) -> Void) {
    var place = 0
    var free = 0
    while place < text.count {
      let byte = text[place]
      guard byte == colon || byte | 0x20 == w, let head = head(in: text, at: place, from: free)
      else {
        place += 1
        continue
      }
      // Where no dot follows there is no need to look for the end, which may be as far away from each `www.` as
      // the text goes on without a blank.
      let needsDot = byte != colon
      guard !needsDot || hasDot(text, head.upperBound..<text.count) else {
        place += 1
        continue
      }
      let end = AddressEnd.find(in: text, from: head)
      guard end > head.upperBound, !needsDot || hasDot(text, head.upperBound..<end) else {
        place += 1
        continue
      }
      found(head.lowerBound..<end)
      place = end
      free = end
    }
  }

  private static let colon = UInt8(ascii: ":")
  private static let w = UInt8(ascii: "w")
  private static let schemes = ["https", "http"].map { Array($0.utf8) }
  private static let bare = Array("www.".utf8)

  /// The `https://`, `http://` or `www.` whose colon or first letter stands at `place`, if what
  /// follows can begin a host and what comes before `free` is not needed.
  private static func head(in text: Span<UInt8>, at place: Int, from free: Int) -> Range<Int>? {
    guard place + 4 <= text.count else { return nil }
    if text[place] != colon {
      let end = place + bare.count
      guard holds(text, bare, at: place), end < text.count, beginsHost(text[end]),
        place == 0 || !continuesName(text[place - 1])
      else { return nil }
      return place..<end
    }
    guard text[place + 1] == UInt8(ascii: "/"), text[place + 2] == UInt8(ascii: "/"),
      beginsHost(text[place + 3]),
      let scheme = schemes.first(where: { scheme in
        place - scheme.count >= free && holds(text, scheme, at: place - scheme.count)
      })
    else { return nil }
    return (place - scheme.count)..<(place + 3)
  }

  /// Whether a word of small letters stands at a place, in either case, where there is room for it.
  private static func holds(_ text: Span<UInt8>, _ word: [UInt8], at start: Int) -> Bool {
    for place in word.indices {
      let byte = text[start + place]
      let small = byte &- 0x41 < 26 ? byte | 0x20 : byte
      guard small == word[place] else { return false }
    }
    return true
  }

  private static func beginsHost(_ byte: UInt8) -> Bool {
    Scalars.isASCIIWord(byte) || byte >= 0xC3 || byte == UInt8(ascii: "[")
  }

  /// Whether a `www.` after this byte is the middle of a name or a path.
  private static func continuesName(_ byte: UInt8) -> Bool {
    Scalars.isASCIIWord(byte) || "./@-_".utf8.contains(byte)
  }

  /// Whether a dot stands between two other characters of the host, which `range` begins with.
  private static func hasDot(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    for place in range.dropLast() {
      if text[place] == UInt8(ascii: ".") { return true }
      if "/?#:".utf8.contains(text[place]) { return false }
    }
    return false
  }
}
