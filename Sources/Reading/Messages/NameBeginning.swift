/// What the messages of a name have in common at their beginning: where the name itself holds a
/// colon, the rest of it. Marked messages and those with the wording of a notice do not count.
///
/// What is known of one message joins what is known of others in the same way as what is known of
/// two stretches of a transcript does, in any order: ``join(_:in:)``.
struct NameBeginning {
  /// What stands in a message behind what all have in common.
  private struct Ends {
    /// Messages that have a colon there which may end a name.
    var colons: Int32 = 0
    /// Messages that have a blank there, as notices about the person have behind the name, or whatever
    /// else the wording of a notice goes on with: an apostrophe, a particle.
    var blanks: Int32 = 0
    /// Messages of which the line ends there.
    var stops: Int32 = 0
    /// Messages that have anything else.
    var others: Int32 = 0

    var count: Int32 { colons &+ blanks &+ stops &+ others }

    /// Whether each message has a colon there, or a blank.
    var areColonsOrBlanks: Bool { stops == 0 && others == 0 }

    init() {}

    /// Those of so many messages that all have what stands at a place.
    init(_ count: Int32, at place: Int, in bytes: Span<UInt8>) {
      if NameBeginning.endsName(place, in: bytes) {
        colons = count
      } else if blankLength(bytes, at: place) > 0 {
        blanks = count
      } else if place == bytes.count || bytes[place] == 0x0A {
        stops = count
      } else {
        others = count
      }
    }

    static func + (one: Ends, other: Ends) -> Ends {
      var sum = one
      sum.colons &+= other.colons
      sum.blanks &+= other.blanks
      sum.stops &+= other.stops
      sum.others &+= other.others
      return sum
    }
  }

  /// Byte offset of the text of the first message that counts; nil before there is one.
  private var text: UInt32?
  /// Bytes that all messages begin with: of the first line, before any U+200E.
  private var common: UInt8 = 0
  private var ends = Ends()

  /// As far as texts are compared: bytes.
  private static let reach = 60

  /// Messages that must begin alike before a colon is taken for a part of the name.
  private static let enough = 3

  /// Before there is any message.
  init() {}

  /// The beginning of a single line that is a notice if a name ends at `end`.
  private init(of text: Range<Int>, aboutNameUpTo end: Int, in bytes: Span<UInt8>) {
    self.init(of: text, in: bytes)
    guard end >= text.lowerBound, end - text.lowerBound <= Int(common) else { return }
    common = UInt8(truncatingIfNeeded: end - text.lowerBound)
    ends = Ends()
    ends.blanks = 1
  }

  /// The beginning of a single message.
  private init(of text: Range<Int>, in bytes: Span<UInt8>) {
    self.text = UInt32(truncatingIfNeeded: text.lowerBound)
    let end = NameBeginning.end(of: text, in: bytes)
    common = UInt8(truncatingIfNeeded: end - text.lowerBound)
    ends = Ends(1, at: end, in: bytes)
  }

  /// Whether the messages have nothing in common: nothing is left to be found out.
  var isNone: Bool { text != nil && common == 0 }

  /// Whether it matters if a further message has the wording of a notice: where it would tell
  /// something new, and no colon may end a name in it.
  func asksForNotice(_ text: Range<Int>, in bytes: Span<UInt8>) -> Bool {
    guard let first = self.text else { return true }
    let count = Int(common)
    guard text.count >= count, isAlike(Int(first), text.lowerBound, count, in: bytes) else {
      return true
    }
    return ends.areColonsOrBlanks
      && !NameBeginning.endsName(text.lowerBound + count, in: bytes)
  }

  /// Adds a message whose text is `text`.
  mutating func add(_ text: Range<Int>, in bytes: Span<UInt8>) {
    join(NameBeginning(of: text, in: bytes), in: bytes)
  }

  /// Adds a message whose text is `text`, and whose line is a notice if a name ends at `end`.
  mutating func add(_ text: Range<Int>, aboutNameUpTo end: Int, in bytes: Span<UInt8>) {
    join(NameBeginning(of: text, aboutNameUpTo: end, in: bytes), in: bytes)
  }

  /// Adds what is known of other messages of the name.
  mutating func join(_ other: NameBeginning, in bytes: Span<UInt8>) {
    guard let otherText = other.text else { return }
    guard let text else {
      self = other
      return
    }
    let count = Int(min(common, other.common))
    let alike =
      (0..<count).first { bytes[Int(text) + $0] != bytes[Int(otherText) + $0] } ?? count
    ends = ends(behind: alike, in: bytes) + other.ends(behind: alike, in: bytes)
    common = UInt8(truncatingIfNeeded: alike)
  }

  /// The lengths that the rest of the name may have in the texts, with the colon that ends it; the
  /// longest first.
  func rests(in bytes: Span<UInt8>) -> [Int] {
    guard let text else { return [] }
    let start = Int(text)
    let within = (0..<Int(common)).reversed().filter { place in
      NameBeginning.endsName(start + place, in: bytes)
        && (place + 1 < Int(common) || ends.colons &+ ends.others == 0)
    }
    let isBehind = ends.colons > 0 && ends.areColonsOrBlanks
    return (isBehind ? [Int(common) + 1] : []) + within.map { $0 + 1 }
  }

  /// Whether enough messages go on with the rest of a length to tell that it is part of the name.
  func isProven(_ rest: Int) -> Bool {
    guard rest > Int(common) else { return ends.count >= NameBeginning.enough }
    return ends.colons >= NameBeginning.enough && ends.colons >= ends.blanks
  }

  /// The name whose part before its first colon has `count` bytes, with a rest of `length` bytes but
  /// for the colon that ends it; nil before there is a message.
  func wholeName(_ count: Int, and length: Int, in bytes: Span<UInt8>) -> Range<Int>? {
    guard let text else { return nil }
    var colon = Int(text) - 1
    while colon > count, bytes[colon] != 0x3A { colon -= 1 }
    return colon - count..<Int(text) + length - 1
  }

  /// Where the text of a message goes on after a rest of the name of `length` bytes and the blank
  /// that follows it; nil where the message begins otherwise.
  func end(ofRest length: Int, in text: Range<Int>, of bytes: Span<UInt8>) -> Int? {
    guard let first = self.text, length > 0, text.count >= length,
      isAlike(Int(first), text.lowerBound, length - 1, in: bytes),
      NameBeginning.endsName(text.lowerBound + length - 1, in: bytes)
    else { return nil }
    let end = text.lowerBound + length
    return end < text.upperBound ? end + blankLength(bytes, at: end) : end
  }

  /// Whether all messages begin with the rest of a name that others begin with, `length` bytes with the
  /// colon that ends it there.
  func goesOn(like other: NameBeginning, toRest length: Int, in bytes: Span<UInt8>) -> Bool {
    guard let text, let first = other.text, length > 0, Int(common) >= length - 1 else {
      return false
    }
    return isAlike(Int(text), Int(first), length - 1, in: bytes)
  }

  /// What the first message has behind a rest of `length` bytes, up to the end of its line; nil before
  /// there is a message.
  func line(behindRest length: Int, in bytes: Span<UInt8>) -> Range<Int>? {
    guard let text else { return nil }
    let end = lineEnd(bytes, from: Int(text))
    return min(Int(text) + length, end)..<end
  }

  /// What stands in the messages behind the first `count` bytes, which they have in common.
  private func ends(behind count: Int, in bytes: Span<UInt8>) -> Ends {
    guard let text, count < Int(common) else { return ends }
    let place = Int(text) + count
    guard count + 1 == Int(common), bytes[place] == 0x3A else {
      return Ends(ends.count, at: place, in: bytes)
    }
    // Whether that colon may end a name says what stands behind it, in which the messages differ.
    var behind = Ends()
    behind.colons = ends.blanks &+ ends.stops
    behind.others = ends.colons &+ ends.others
    return behind
  }

  /// Whether a U+200E stands behind a colon of a text and its blank, as in a notice of a group whose
  /// name holds a colon.
  static func isMarkedBehindColon(_ text: Range<Int>, in bytes: Span<UInt8>) -> Bool {
    let end = end(of: text, in: bytes)
    return end - 2 >= text.lowerBound && startsWithMark(bytes, end..<text.upperBound)
      && endsName(end - 2, in: bytes)
  }

  /// Where what is compared of a text ends: with its first line, before a U+200E, or out of reach.
  private static func end(of text: Range<Int>, in bytes: Span<UInt8>) -> Int {
    let stretch = text.prefix(reach)
    return stretch.first {
      bytes[$0] == 0x0A || bytes[$0] == 0xE2 && startsWithMark(bytes, $0..<text.upperBound)
    } ?? stretch.upperBound
  }

  /// Whether `count` bytes are the same in two places.
  private func isAlike(_ one: Int, _ two: Int, _ count: Int, in bytes: Span<UInt8>) -> Bool {
    (0..<count).allSatisfy { bytes[one + $0] == bytes[two + $0] }
  }

  /// Whether a colon stands at a place that a blank or the end of the line follows, where a chunker
  /// may have trimmed that blank.
  private static func endsName(_ colon: Int, in bytes: Span<UInt8>) -> Bool {
    guard colon < bytes.count, bytes[colon] == 0x3A else { return false }
    return colon + 1 == bytes.count || bytes[colon + 1] == 0x0A
      || blankLength(bytes, at: colon + 1) > 0
  }
}
