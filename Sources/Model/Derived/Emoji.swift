/// Emoji in running text, each as the reader sees one: a flag, a family or a hand with its skin
/// tone is a single emoji.
///
/// The sequences are those of UTS #51 (emoji, definitions ED-8 to ED-17): two regional indicators;
/// a key of a telephone with U+20E3; and emoji elements joined by U+200D, of which at least one
/// shows as a picture: by default, by a skin tone, or by U+FE0F after it. A digit, `©`, `®` or `™`
/// alone is text, and so is what U+FE0E follows.
enum Emoji {
  /// Calls `found` with the bytes of each emoji, from left to right.
  static func forEach(in text: Span<UInt8>, _ found: (Range<Int>) -> Void) {
    var place = 0
    var free = 0
    while place < text.count {
      guard leads(text[place]) else {
        place += 1
        continue
      }
      let (scalar, length) = text.scalar(at: place)
      guard isCandidate(scalar) else {
        place += length
        continue
      }
      // A key or a `©` is known for an emoji by what comes after it.
      let depends = scalar == presentation || scalar == keycap
      let start = depends && place > free ? Scalars.start(of: text, before: place) : place
      guard start >= free, let sequence = sequence(in: text, from: start) else {
        place += length
        continue
      }
      if sequence.isPicture { found(start..<sequence.end) }
      place = Swift.max(sequence.end, place + length)
      free = place
    }
  }

  static let joiner: UInt32 = 0x200D
  static let presentation: UInt32 = 0xFE0F
  static let textual: UInt32 = 0xFE0E
  static let keycap: UInt32 = 0x20E3

  /// Whether a byte can lead a code point of ``isCandidate(_:)``.
  private static func leads(_ byte: UInt8) -> Bool {
    byte >= 0xE2 && (byte <= 0xE3 || byte >= 0xEF)
  }

  /// Whether a code point can be the first of an emoji, or the first that tells: the blocks that
  /// hold emoji from U+203C on, U+20E3 and U+FE0F.
  private static func isCandidate(_ value: UInt32) -> Bool {
    switch value {
    case 0x203C, 0x2049, 0x20E3, 0x2100...0x214F, 0x2190...0x21FF, 0x2300...0x23FF,
      0x2460...0x24FF, 0x25A0...0x27BF, 0x2900...0x297F, 0x2B00...0x2BFF, 0x3030, 0x303D,
      0x3297, 0x3299, 0xFE0F, 0x1F000...0x1FAFF:
      true
    default: false
    }
  }

  /// The end of the sequence that begins at `start`, and whether it is an emoji or the same
  /// characters as text; nil where none begins.
  private static func sequence(
    in text: Span<UInt8>, from start: Int
  ) -> (end: Int, isPicture: Bool)? {
    let (first, length) = text.scalar(at: start)
    if isRegional(first) {
      guard start + length < text.count else { return nil }
      let (second, secondLength) = text.scalar(at: start + length)
      return isRegional(second) ? (start + length + secondLength, true) : nil
    }
    if first < 0x80 { return endOfKey(in: text, from: start).map { ($0, true) } }
    guard var element = EmojiElement(text, at: start) else { return nil }
    var isPicture = element.isPicture
    while let joined = element.joined(in: text) {
      element = joined
      isPicture = isPicture || joined.isPicture
    }
    return (element.end, isPicture)
  }

  /// The end of a key: a digit, `#` or `*`, perhaps U+FE0F, and U+20E3.
  private static func endOfKey(in text: Span<UInt8>, from start: Int) -> Int? {
    guard "0123456789#*".utf8.contains(text[start]) else { return nil }
    var end = start + 1
    if end < text.count {
      let (scalar, length) = text.scalar(at: end)
      if scalar == presentation { end += length }
    }
    guard end < text.count else { return nil }
    let (scalar, length) = text.scalar(at: end)
    return scalar == keycap ? end + length : nil
  }

  private static func isRegional(_ scalar: UInt32) -> Bool {
    (0x1F1E6...0x1F1FF).contains(scalar)
  }
}

/// One emoji character with the modifiers behind it: an element of a sequence joined by U+200D.
struct EmojiElement {
  /// Where its bytes end.
  private(set) var end: Int
  /// Whether it shows as a picture rather than as text.
  private(set) var isPicture: Bool

  /// The element that begins at a place; nil where no emoji character stands there.
  init?(_ text: Span<UInt8>, at start: Int) {
    let (scalar, length) = text.scalar(at: start)
    guard scalar > 0x7F, let properties = Unicode.Scalar(scalar)?.properties, properties.isEmoji
    else { return nil }
    end = start + length
    isPicture = properties.isEmojiPresentation
    while end < text.count {
      let (mark, markLength) = text.scalar(at: end)
      switch mark {
      case Emoji.presentation, 0x1F3FB...0x1F3FF: isPicture = true
      case Emoji.textual: isPicture = false
      // U+20E0 crosses out; the tags spell the flags of England, Scotland and Wales.
      case 0x20E0, Emoji.keycap, 0xE0020...0xE007F: break
      default: return
      }
      end += markLength
    }
  }

  /// The element behind a joiner that follows; nil where none does.
  func joined(in text: Span<UInt8>) -> EmojiElement? {
    guard end < text.count else { return nil }
    let (scalar, length) = text.scalar(at: end)
    guard scalar == Emoji.joiner, end + length < text.count else { return nil }
    return EmojiElement(text, at: end + length)
  }
}
