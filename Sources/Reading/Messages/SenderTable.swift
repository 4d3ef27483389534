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
    fileprivate let hash: UInt64
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
    /// Whether the export itself tells where it ends, so that nothing is to be found out.
    var isCertain = false
    /// Bytes up to and with a second colon that all messages so far begin with alike, as they do
    /// where the name itself holds a colon; 0 where they do not. Notices do not count.
    var commonStart: UInt8 = 0
    /// Messages that begin so.
    var alike: Int32 = 0
    /// Byte offset of the text of its first message that is no notice; nil before there is one.
    var firstText: UInt32?

    /// Where it stands first.
    var range: Range<Int> { Int(start)..<Int(start) + Int(length) }

    /// Whether its messages are only to be counted: the first ones have told that they do not begin
    /// alike.
    var isPlain: Bool { firstText != nil && commonStart == 0 }

    /// Where it stands first with what all its messages begin with, up to the second colon; nil
    /// where they have no such beginning in common.
    var wholeName: Range<Int>? {
      guard let firstText, commonStart > 0 else { return nil }
      return Int(start)..<Int(firstText) + Int(commonStart) - 1
    }
  }

  /// What tells a name of up to sixteen bytes from all others.
  private struct Key: Equatable {
    let length: UInt32
    /// The first and the last eight bytes, or all.
    let head: UInt64
    let tail: UInt64

    @inline(__always)
    init(_ range: Range<Int>, in bytes: Span<UInt8>) {
      let count = min(8, range.count)
      length = UInt32(truncatingIfNeeded: range.count)
      head = loadBytes(bytes, at: range.lowerBound, count: count)
      tail = loadBytes(bytes, at: range.upperBound - count, count: count)
    }
  }

  private(set) var names: [Name] = []
  /// The key of each name.
  private var keys: [Key] = []
  private var slots: [Int32] = Array(repeating: -1, count: 64)
  private let seed = UInt64.random(in: .min ... .max) | 1

  /// The place of the name in `range` among ``names``, added where it is new.
  mutating func place(of range: Range<Int>, in bytes: Span<UInt8>, message: Int) -> Int {
    let key = Key(range, in: bytes)
    let hash = hash(key, range, bytes)
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] >= 0 {
      let place = Int(slots[slot])
      if isName(place, key, range, in: bytes) { return place }
      slot = (slot + 1) & (slots.count - 1)
    }
    slots[slot] = Int32(truncatingIfNeeded: names.count)
    keys.append(key)
    names.append(
      Name(
        start: UInt32(truncatingIfNeeded: range.lowerBound), length: key.length, hash: hash,
        firstMessage: Int32(truncatingIfNeeded: message)))
    if names.count * 2 > slots.count { grow() }
    return names.count - 1
  }

  /// The place of a name that is in the table already; nil where it is not.
  func place(of range: Range<Int>, in bytes: Span<UInt8>) -> Int? {
    let key = Key(range, in: bytes)
    var slot = Int(truncatingIfNeeded: hash(key, range, bytes)) & (slots.count - 1)
    while slots[slot] >= 0 {
      let place = Int(slots[slot])
      if isName(place, key, range, in: bytes) { return place }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  /// Counts a message of the name at `place` whose text is `text`; `isNotice` tells whether the
  /// line has the wording of a notice, where ``Name/asksForNotice(_:of:)``.
  mutating func count(
    _ place: Int, text: Range<Int>, isNotice: Bool, in bytes: Span<UInt8>
  ) {
    names[place].count(text, isNotice: isNotice, in: bytes)
  }

  /// Adds the names of the messages that follow, of which the first has a number; gives for each of
  /// its names the place among all.
  mutating func append(
    _ next: SenderTable, from firstMessage: Int, in bytes: Span<UInt8>
  ) -> [Int32] {
    next.names.map { name in
      let known = names.count
      let message = firstMessage + Int(name.firstMessage)
      let place = place(of: name.range, in: bytes, message: message)
      if place == known {
        introduce(
          place, maybeNotice: name.maybeNotice, isMarked: name.isMarked, isCertain: name.isCertain)
      }
      names[place].add(name, in: bytes)
      return Int32(truncatingIfNeeded: place)
    }
  }

  /// Notes what the first line of the name at `place` is like.
  mutating func introduce(_ place: Int, maybeNotice: Bool, isMarked: Bool, isCertain: Bool) {
    names[place].maybeNotice = maybeNotice
    names[place].isMarked = isMarked
    names[place].isCertain = isCertain
  }

  /// The bytes of a text up to and with the first colon that a blank or the end of the line
  /// follows; 0 where there is none among the first sixty.
  fileprivate static func secondColon(of text: Range<Int>, in bytes: Span<UInt8>) -> UInt8 {
    for at in text.prefix(60) {
      if bytes[at] == 0x0A { break }
      if bytes[at] == 0x3A, endsName(at, text, bytes) {
        return UInt8(truncatingIfNeeded: at + 1 - text.lowerBound)
      }
    }
    return 0
  }

  /// Whether a colon in a text is followed by a blank or the end of the line, where a chunker may
  /// have trimmed that blank.
  fileprivate static func endsName(
    _ colon: Int, _ text: Range<Int>, _ bytes: Span<UInt8>
  ) -> Bool {
    colon + 1 == text.upperBound || bytes[colon + 1] == 0x0A
      || blankLength(bytes, at: colon + 1) > 0
  }

  private mutating func grow() {
    slots = Array(repeating: -1, count: slots.count * 4)
    for (place, name) in names.enumerated() {
      var slot = Int(truncatingIfNeeded: name.hash) & (slots.count - 1)
      while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Int32(truncatingIfNeeded: place)
    }
  }

  /// A number that equal names share, from all bytes of the name.
  @inline(__always)
  private func hash(_ key: Key, _ range: Range<Int>, _ bytes: Span<UInt8>) -> UInt64 {
    func mix(_ a: UInt64, _ b: UInt64) -> UInt64 {
      let (high, low) = (a ^ b).multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
      return high ^ low
    }
    var state = mix(mix(seed ^ UInt64(key.length), key.head) ^ seed, key.tail)
    var at = range.lowerBound + 8
    while at < range.upperBound - 8 {
      state = mix(state ^ seed, loadBytes(bytes, at: at, count: 8))
      at += 8
    }
    return state ^ state >> 32
  }

  /// Whether the name at `place` is the one in `range`, which has that key.
  @inline(__always)
  private func isName(
    _ place: Int, _ key: Key, _ range: Range<Int>, in bytes: Span<UInt8>
  ) -> Bool {
    guard keys[place] == key else { return false }
    let other = Int(names[place].start)
    var offset = 8
    while offset < range.count - 8 {
      let word = loadBytes(bytes, at: range.lowerBound + offset, count: 8)
      if word != loadBytes(bytes, at: other + offset, count: 8) { return false }
      offset += 8
    }
    return true
  }
}

extension SenderTable.Name {
  /// Counts a message: ``SenderTable/count(_:text:isNotice:in:)``.
  fileprivate mutating func count(_ text: Range<Int>, isNotice: Bool, in bytes: Span<UInt8>) {
    messages &+= 1
    // What WhatsApp itself says begins alike without any name in it.
    let isMarked = !isCertain && startsWithMark(bytes, text)
    guard !isCertain, !isPlain else {
      if !isMarked { unmarked &+= 1 }
      return
    }
    if firstText == nil, !isNotice, !isMarked {
      firstText = UInt32(truncatingIfNeeded: text.lowerBound)
      commonStart = SenderTable.secondColon(of: text, in: bytes)
    }
    if let rest = restOfName(in: text, of: bytes) {
      alike &+= 1
      if !startsWithMark(bytes, rest..<text.upperBound) { unmarked &+= 1 }
    } else if !isMarked {
      unmarked &+= 1
      if !isNotice { commonStart = 0 }
    }
  }

  /// Adds what the messages that follow have told of the name.
  fileprivate mutating func add(_ next: SenderTable.Name, in bytes: Span<UInt8>) {
    messages &+= next.messages
    unmarked &+= next.unmarked
    guard let nextText = next.firstText else { return }
    guard let text = firstText else {
      (firstText, commonStart, alike) = (nextText, next.commonStart, next.alike)
      return
    }
    // Texts that have a colon in common begin alike up to the first that each of them has.
    let isAlike =
      commonStart > 0 && commonStart == next.commonStart
      && (0..<Int(commonStart)).allSatisfy { bytes[Int(text) + $0] == bytes[Int(nextText) + $0] }
    if isAlike { alike &+= next.alike } else { commonStart = 0 }
  }

  /// Whether it matters if a further message of this text has the wording of a notice: it does for
  /// the first, until one has not, and where others have a beginning in common that this one lacks.
  func asksForNotice(_ text: Range<Int>, of bytes: Span<UInt8>) -> Bool {
    if isPlain { return false }
    if messages == 0 { return true }
    guard firstText == nil || commonStart > 0, !startsWithMark(bytes, text) else { return false }
    return restOfName(in: text, of: bytes) == nil
  }

  /// Where the text of a message goes on after the rest of a name that holds a colon: after the
  /// colon that all its messages have in common and the blank that follows it; nil where the
  /// message begins otherwise.
  func restOfName(in text: Range<Int>, of bytes: Span<UInt8>) -> Int? {
    guard let firstText, commonStart > 0, text.count >= Int(commonStart) else { return nil }
    for index in 0..<Int(commonStart)
    where bytes[text.lowerBound + index] != bytes[Int(firstText) + index] {
      return nil
    }
    let end = text.lowerBound + Int(commonStart)
    guard SenderTable.endsName(end - 1, text, bytes) else { return nil }
    return end < text.upperBound ? end + blankLength(bytes, at: end) : end
  }
}

/// Whether a text begins with U+200E, as what WhatsApp for iOS itself writes does.
func startsWithMark(_ bytes: Span<UInt8>, _ text: Range<Int>) -> Bool {
  text.count >= 3 && bytes[text.lowerBound] == 0xE2 && bytes[text.lowerBound + 1] == 0x80
    && bytes[text.lowerBound + 2] == 0x8E
}
