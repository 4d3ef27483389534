/// Tells the address of a place with which a text ends: that of a venue at Foursquare, or coordinates at Google Maps
/// as WhatsApp writes them behind a word or a name: docs/formats.md#attachments-and-marks.
struct PlaceAddress {
  private let venue = Array("https://foursquare.com/v/".utf8)
  private let map = Array("https://maps.google.com/?q=".utf8)

  /// Digits of a venue's address.
  private static let venueDigits = 24
  /// Bytes of two coordinates at most.
  private static let longest = 48

  @inline(__always)
  func ends(_ text: Range<Int>, of bytes: Span<UInt8>) -> Bool {
    endsInVenue(text, of: bytes)
      || text.last.map { bytes[$0] &- 0x30 < 10 } == true && endsInCoordinates(text, of: bytes)
  }

  @inline(__always)
  private func endsInVenue(_ text: Range<Int>, of bytes: Span<UInt8>) -> Bool {
    let digits = text.upperBound - PlaceAddress.venueDigits
    let start = digits - venue.count
    guard start >= text.lowerBound, bytes[digits - 1] == 0x2F, bytes[digits - 2] == 0x76 else {
      return false
    }
    return areEqual(bytes.extracting(start..<digits), venue.span)
  }

  /// Whether a text is `Location: https://maps.google.com/?q=45.75,4.85` with whatever words, or ends in that
  /// below a name and an address on a line each.
  private func endsInCoordinates(_ text: Range<Int>, of bytes: Span<UInt8>) -> Bool {
    var at = text.upperBound
    var commas = 0
    let lowest = max(text.lowerBound, at - PlaceAddress.longest)
    scan: while at > lowest {
      switch bytes[at - 1] {
      case 0x30...0x39, 0x2D, 0x2E: break
      case 0x2C: commas += 1
      default: break scan
      }
      at -= 1
    }
    let start = at - map.count
    guard commas == 1, start > text.lowerBound, bytes[at] != 0x2C,
      areEqual(bytes.extracting(start..<at), map.span)
    else { return false }
    var word = start
    if bytes[word - 1] == 0x20 { word -= 1 }
    let isWide =
      word - 3 > text.lowerBound && bytes[word - 3] == 0xEF && bytes[word - 2] == 0xBC
      && bytes[word - 1] == 0x9A
    guard word - 1 > text.lowerBound, isWide || bytes[word - 1] == 0x3A else { return false }
    var lineEnds = 0
    for at in text.lowerBound..<word where bytes[at] == 0x0A { lineEnds += 1 }
    return lineEnds == 0 || lineEnds == 2
  }
}
