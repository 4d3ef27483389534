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
    /// What its messages have in common where the name itself holds a colon.
    var beginning = NameBeginning()

    /// Where it stands first.
    var range: Range<Int> { Int(start)..<Int(start) + Int(length) }

    /// Whether its messages are only to be counted: the first ones have told that they do not begin
    /// alike.
    var isPlain: Bool { beginning.isNone }
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

  /// Counts a message of the name at `place` whose text is `text`; `line` tells whether its line has the
  /// wording of a notice, where ``Name/asksForNotice(_:of:)``.
  mutating func count(
    _ place: Int, text: Range<Int>, _ line: NoticeReader.Line, in bytes: Span<UInt8>
  ) {
    names[place].count(text, line, in: bytes)
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
  /// Counts a message: ``SenderTable/count(_:text:_:in:)``.
  fileprivate mutating func count(
    _ text: Range<Int>, _ line: NoticeReader.Line, in bytes: Span<UInt8>
  ) {
    messages &+= 1
    // What WhatsApp itself says begins alike without any name in it.
    let isMarked = !isCertain && startsWithMark(bytes, text)
    guard !isCertain, !isPlain else {
      if !isMarked { unmarked &+= 1 }
      return
    }
    if isMarked { return }
    switch line {
    case .notice: break
    case .wording(let end): beginning.add(text, aboutNameUpTo: end, in: bytes)
    case .other: beginning.add(text, in: bytes)
    }
    if !NameBeginning.isMarkedBehindColon(text, in: bytes) { unmarked &+= 1 }
  }

  /// Adds what the messages that follow have told of the name.
  fileprivate mutating func add(_ next: SenderTable.Name, in bytes: Span<UInt8>) {
    messages &+= next.messages
    unmarked &+= next.unmarked
    beginning.join(next.beginning, in: bytes)
  }

  /// Whether it matters if a further message of this text has the wording of a notice: it does for
  /// the first, until one has not, and where others have a beginning in common that this one lacks.
  func asksForNotice(_ text: Range<Int>, of bytes: Span<UInt8>) -> Bool {
    if isPlain { return false }
    if messages == 0 { return true }
    return !startsWithMark(bytes, text) && beginning.asksForNotice(text, in: bytes)
  }
}

/// Whether a text begins with U+200E, as what WhatsApp for iOS itself writes does.
func startsWithMark(_ bytes: Span<UInt8>, _ text: Range<Int>) -> Bool {
  text.count >= 3 && bytes[text.lowerBound] == 0xE2 && bytes[text.lowerBound + 1] == 0x80
    && bytes[text.lowerBound + 2] == 0x8E
}
