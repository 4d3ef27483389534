/// The names that stand before a colon, each spelling once, found by their bytes.
///
/// Open addressing over a hash seeded anew in each process, so that no archive can be made to
/// collide; the names themselves stay in the transcript.
struct SenderTable {
  /// A spelling.
  struct Name {
    /// Byte offset of its first occurrence.
    let start: UInt32
    /// Its bytes.
    let length: UInt32
    let hash: UInt64
    /// Messages that begin with it.
    var messages: Int32 = 0
    /// Those of them whose text does not begin with U+200E.
    var unmarked: Int32 = 0
    /// The first message that begins with it.
    let firstMessage: Int32
    /// Whether the first line that begins with it has the wording of a notice.
    var maybeNotice = false
    /// Whether U+200E stands before it, as before notices without a sender on iOS.
    var isMarked = false
    /// Bytes up to and with a second colon and blank that all messages so far begin with alike,
    /// as they do where the name itself holds a colon; 0 where they do not.
    var commonStart: UInt8 = 0
    /// Byte offset of the text of its first message.
    var firstText: UInt32 = 0

    /// Where it stands first.
    var range: Range<Int> { Int(start)..<Int(start) + Int(length) }
  }

  private(set) var names: [Name] = []
  private var slots: [Int32] = Array(repeating: -1, count: 64)
  private let seed = UInt64.random(in: .min ... .max) | 1

  /// The place of the name in `range` among ``names``, added where it is new.
  mutating func place(of range: Range<Int>, in bytes: Span<UInt8>, message: Int) -> Int {
    let hash = hash(range, bytes)
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] >= 0 {
      let place = Int(slots[slot])
      if names[place].hash == hash, isEqual(names[place], to: range, in: bytes) { return place }
      slot = (slot + 1) & (slots.count - 1)
    }
    slots[slot] = Int32(truncatingIfNeeded: names.count)
    names.append(
      Name(
        start: UInt32(truncatingIfNeeded: range.lowerBound),
        length: UInt32(truncatingIfNeeded: range.count), hash: hash,
        firstMessage: Int32(truncatingIfNeeded: message)))
    if names.count * 2 > slots.count { grow() }
    return names.count - 1
  }

  /// The place of a name that is in the table already; nil where it is not.
  func place(of range: Range<Int>, in bytes: Span<UInt8>) -> Int? {
    let hash = hash(range, bytes)
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] >= 0 {
      let place = Int(slots[slot])
      if names[place].hash == hash, isEqual(names[place], to: range, in: bytes) { return place }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  /// Counts a message of the name at `place` whose text is `text`.
  mutating func count(_ place: Int, text: Range<Int>, in bytes: Span<UInt8>) {
    names[place].messages &+= 1
    if !startsWithMark(bytes, text) { names[place].unmarked &+= 1 }
    if names[place].commonStart > 0 { compareStart(place, text, bytes) }
  }

  /// Notes what the first line of the name at `place` is like.
  mutating func introduce(
    _ place: Int, maybeNotice: Bool, isMarked: Bool, text: Range<Int>, in bytes: Span<UInt8>
  ) {
    names[place].maybeNotice = maybeNotice
    names[place].isMarked = isMarked
    names[place].firstText = UInt32(truncatingIfNeeded: text.lowerBound)
    var at = text.lowerBound
    while at + 1 < text.upperBound, at - text.lowerBound < 60, bytes[at] != 0x0A {
      if bytes[at] == 0x3A, bytes[at + 1] == 0x20 {
        names[place].commonStart = UInt8(truncatingIfNeeded: at + 2 - text.lowerBound)
        break
      }
      at += 1
    }
  }

  private mutating func compareStart(_ place: Int, _ text: Range<Int>, _ bytes: Span<UInt8>) {
    let length = Int(names[place].commonStart)
    let first = Int(names[place].firstText)
    var index = 0
    while index < length, text.lowerBound + index < text.upperBound,
      bytes[text.lowerBound + index] == bytes[first + index]
    {
      index += 1
    }
    if index < length { names[place].commonStart = 0 }
  }

  private mutating func grow() {
    slots = Array(repeating: -1, count: slots.count * 4)
    for (place, name) in names.enumerated() {
      var slot = Int(truncatingIfNeeded: name.hash) & (slots.count - 1)
      while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Int32(truncatingIfNeeded: place)
    }
  }

  private func hash(_ range: Range<Int>, _ bytes: Span<UInt8>) -> UInt64 {
    var state = seed ^ UInt64(truncatingIfNeeded: range.count)
    var at = range.lowerBound
    while at < range.upperBound {
      let word = loadBytes(bytes, at: at, count: min(8, range.upperBound - at))
      let (high, low) = (state ^ word).multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
      state = high ^ low ^ seed
      at += 8
    }
    return state ^ state >> 32
  }

  private func isEqual(_ name: Name, to range: Range<Int>, in bytes: Span<UInt8>) -> Bool {
    guard name.length == range.count else { return false }
    var at = range.lowerBound
    var other = Int(name.start)
    while at < range.upperBound {
      let count = min(8, range.upperBound - at)
      if loadBytes(bytes, at: at, count: count) != loadBytes(bytes, at: other, count: count) {
        return false
      }
      at += 8
      other += 8
    }
    return true
  }
}

/// Whether a text begins with U+200E, as what WhatsApp for iOS itself writes does.
func startsWithMark(_ bytes: Span<UInt8>, _ text: Range<Int>) -> Bool {
  text.count >= 3 && bytes[text.lowerBound] == 0xE2 && bytes[text.lowerBound + 1] == 0x80
    && bytes[text.lowerBound + 2] == 0x8E
}
