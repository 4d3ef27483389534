/// A line reduced to what WhatsApp's phrases are compared by, with the way back to the original.
///
/// Marks are gone, runs of blanks and line ends are one space, quotation marks and apostrophes of
/// all scripts are plain ones (without the blanks that French puts inside them), full stops and
/// commas of Asian scripts are `. ` and `, `. Arabic vowel signs, dots of Devanagari and Bengali letters
/// and inclusive endings (`·e`, `(a)`, `*in`) are gone, and so is a full stop at the end.
struct FoldedText {
  /// The folded bytes.
  private(set) var bytes: [UInt8] = []
  /// From which byte on they stood so many places further on in the original; the first entry is
  /// for the first byte.
  private var shifts: [(place: Int, by: Int)] = []
  private var end = 0

  /// Longer lines are cut here: no phrase of WhatsApp's is longer.
  static let limit = 2_048

  /// Folds a range of a text, which becomes the content.
  mutating func fold(_ text: Span<UInt8>, _ range: Range<Int>) {
    bytes.removeAll(keepingCapacity: true)
    shifts.removeAll(keepingCapacity: true)
    let upper = min(range.upperBound, range.lowerBound + FoldedText.limit)
    var shifts = shifts
    // A sign of two bytes may become two, one of three three.
    bytes.append(addingCapacity: max(0, upper - range.lowerBound)) { folded in
      FoldedText.fold(text, range.lowerBound..<upper, into: &folded, &shifts)
    }
    self.shifts = shifts
    end = max(range.lowerBound, upper)
    if bytes.last == 0x20 { removeLast() }
    if bytes.last == 0x2E { removeLast() }
  }

  private static func fold(
    _ text: Span<UInt8>, _ range: Range<Int>, into folded: inout OutputSpan<UInt8>,
    _ shifts: inout [(place: Int, by: Int)]
  ) {
    let upper = range.upperBound
    var at = range.lowerBound
    var shift = Int.min
    var skipsBlanks = true
    func move(_ origin: Int, _ place: Int) {
      guard origin - place != shift else { return }
      shift = origin - place
      shifts.append((place, shift))
    }
    while at < upper {
      let byte = text[at]
      var plain = plainLength(text, at, upper)
      if plain > 0 {
        move(at, folded.count)
        repeat {
          for byte in at..<at + plain { folded.append(text[byte]) }
          at += plain
          plain = at < upper ? plainLength(text, at, upper) : 0
        } while plain > 0
        skipsBlanks = false
        continue
      }
      if byte == 0x20, !skipsBlanks {
        move(at, folded.count)
        folded.append(0x20)
        skipsBlanks = true
        at += 1
        continue
      }
      let mark = max(markLength(text, at: at), looseSignLength(text, at, upper))
      if mark > 0 {
        at += mark
        continue
      }
      let blank = byte == 0x0A ? 1 : blankLength(text, at: at)
      if blank > 0 {
        if !skipsBlanks {
          move(at, folded.count)
          folded.append(0x20)
        }
        skipsBlanks = true
        at += blank
        continue
      }
      let ending = skipsBlanks ? 0 : inclusiveEnding(text, at, upper)
      if ending > 0 {
        at += ending
        continue
      }
      if byte >= 0x80, let sign = Sign(text, at, upper) {
        if sign.closes, folded.count > 0, folded.span[folded.count - 1] == 0x20 {
          _ = folded.removeLast()
        }
        move(at, folded.count)
        folded.append(sign.plain)
        if sign.isStop { folded.append(0x20) }
        skipsBlanks = sign.opens || sign.isStop
        at += sign.length
        continue
      }
      move(at, folded.count)
      skipsBlanks = false
      if let letter = dotlessLetter(text, at, upper) {
        folded.append(0xE0)
        folded.append(letter.second)
        folded.append(letter.third)
        at += 3
        continue
      }
      folded.append(byte)
      at += 1
    }
  }

  /// The bytes of a character that is itself, whatever stands around it; 0 for what may be a mark, a
  /// blank, a sign or an inclusive ending, and for what is cut at `upper`.
  @inline(__always)
  private static func plainLength(_ text: Span<UInt8>, _ at: Int, _ upper: Int) -> Int {
    let byte = text[at]
    if byte < 0x80 { return byte > 0x20 && byte != 0x28 && byte != 0x2A ? 1 : 0 }
    let length: Int
    switch byte {
    case 0xC3...0xD7, 0xDA: length = 2
    case 0xD8 where at + 1 < upper && text[at + 1] >= 0xA0: length = 2
    case 0xD9 where at + 1 < upper && text[at + 1] < 0x8B: length = 2
    case 0xE0 where at + 2 < upper:
      let (second, third) = (text[at + 1], text[at + 2])
      length = second == 0xA5 || second == 0xA7 && third >= 0x9C || third == 0xBC ? 0 : 3
    case 0xE1, 0xE4...0xEE: length = 3
    default: return 0
    }
    return at + length <= upper ? length : 0
  }

  /// Whether a range of other bytes stands at `place`.
  func has(_ other: [UInt8], _ range: Range<Int>, at place: Int) -> Bool {
    guard place >= 0, place + range.count <= bytes.count else { return false }
    for index in 0..<range.count where bytes[place + index] != other[range.lowerBound + index] {
      return false
    }
    return true
  }

  /// The first place of a range of other bytes from `place` on.
  func first(_ other: [UInt8], _ range: Range<Int>, from place: Int) -> Int? {
    guard let lead = range.first.map({ other[$0] }) else { return nil }
    var at = place
    while at + range.count <= bytes.count {
      if bytes[at] == lead, has(other, range, at: at) { return at }
      at += 1
    }
    return nil
  }

  /// Whether a phrase may end before `place`: at the end, or for a sentence also before a full stop
  /// or comma and a blank.
  func mayEnd(at place: Int, isSentence: Bool) -> Bool {
    if place == bytes.count { return true }
    return isSentence && place + 1 < bytes.count && bytes[place + 1] == 0x20
      && (bytes[place] == 0x2E || bytes[place] == 0x2C)
  }

  /// Whether a range may be what a slot holds: a quotation mark at the beginning of a title has one
  /// at its end, a number has digits alone.
  func mayHold(_ range: Range<Int>, _ slot: Wording.Slot) -> Bool {
    switch slot {
    case .title, .old:
      let title = trimmed(range)
      guard let first = bytes[title].first, first == 0x22 else { return true }
      return title.count > 1 && bytes[title.upperBound - 1] == 0x22
    case .count:
      return String(decoding: bytes[trimmed(range)], as: UTF8.self).allSatisfy(\.isWholeNumber)
    case .actor, .subject, .both, .number, .name, .anything:
      return true
    }
  }

  /// A range without the quotation marks at both of its ends.
  func unquoted(_ range: Range<Int>) -> Range<Int> {
    let range = trimmed(range)
    guard range.count > 2, bytes[range.lowerBound] == bytes[range.upperBound - 1],
      bytes[range.lowerBound] == 0x22 || bytes[range.lowerBound] == 0x27
    else { return range }
    return range.lowerBound + 1..<range.upperBound - 1
  }

  /// Whether one of the quotation marks has no partner.
  var hasOddQuotes: Bool { bytes.count { $0 == 0x22 } % 2 == 1 }

  /// A range without the blanks at its ends, of which there is one at most.
  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    var range = range
    if bytes[range].first == 0x20 { range.removeFirst() }
    if bytes[range].last == 0x20 { range.removeLast() }
    return range
  }

  /// The original range of a range of ``bytes``.
  func original(_ range: Range<Int>) -> Range<Int> {
    let lower = origin(of: range.lowerBound)
    return lower..<max(lower, origin(of: range.upperBound))
  }

  /// Where a folded byte stood; the end of the original for the place after the last one.
  private func origin(of place: Int) -> Int {
    guard place < bytes.count, let shift = shifts.last(where: { $0.place <= place }) else {
      return end
    }
    return place + shift.by
  }

  private mutating func removeLast() {
    end = origin(of: bytes.count - 1)
    bytes.removeLast()
  }

  /// The bytes of a sign that some phrases have and others leave out: an Arabic vowel sign, the dot
  /// under a Devanagari or Bengali letter, U+200C and U+200D.
  private static func looseSignLength(_ text: Span<UInt8>, _ at: Int, _ upper: Int) -> Int {
    guard at + 1 < upper else { return 0 }
    switch text[at] {
    case 0xD9: return (0x8B...0x92).contains(text[at + 1]) ? 2 : 0
    case 0xE0 where at + 2 < upper:
      return (text[at + 1] == 0xA4 || text[at + 1] == 0xA6) && text[at + 2] == 0xBC ? 3 : 0
    case 0xE2 where at + 2 < upper:
      return text[at + 1] == 0x80 && (text[at + 2] == 0x8C || text[at + 2] == 0x8D) ? 3 : 0
    default: return 0
    }
  }

  /// The last two bytes of a Devanagari or Bengali letter without its dot, where the one at `at` is
  /// written with it in one; nil where it is not.
  private static func dotlessLetter(
    _ text: Span<UInt8>, _ at: Int, _ upper: Int
  ) -> (second: UInt8, third: UInt8)? {
    guard at + 2 < upper, text[at] == 0xE0 else { return nil }
    switch (text[at + 1], text[at + 2]) {
    case (0xA5, 0x98...0x9F): return (0xA4, dotless[Int(text[at + 2] - 0x98)])
    case (0xA7, 0x9C): return (0xA6, 0xA1)
    case (0xA7, 0x9D): return (0xA6, 0xA2)
    case (0xA7, 0x9F): return (0xA6, 0xAF)
    default: return nil
    }
  }

  /// The last bytes of the Devanagari letters from U+0958 on, without their dots.
  private static let dotless: [UInt8] = [0x95, 0x96, 0x97, 0x9C, 0xA1, 0xA2, 0xAB, 0xAF]

  /// The bytes of an inclusive ending at `at`, right behind a word: `(a)`, `(-in)`, `·es`, `*innen`;
  /// 0 where none stands there.
  private static func inclusiveEnding(_ text: Span<UInt8>, _ at: Int, _ upper: Int) -> Int {
    let isBracket = text[at] == 0x28
    let isDot = text[at] == 0xC2 && at + 1 < upper && text[at + 1] == 0xB7
    guard isBracket || isDot || text[at] == 0x2A else { return 0 }
    let start = at + (isDot ? 2 : 1)
    var end = start
    while end < upper, isLetter(text[end]) || isBracket && text[end] == 0x2D { end += 1 }
    guard end > start, end - start <= longestEnding else { return 0 }
    if isBracket { return end < upper && text[end] == 0x29 ? end + 1 - at : 0 }
    return end - at
  }

  /// Bytes of an inclusive ending at most.
  private static let longestEnding = 12

  private static func isLetter(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (0x61...0x7A).contains(byte | 0x20)
  }
}

/// A sign outside ASCII that stands for a plain one.
private struct Sign {
  let plain: UInt8
  let length: Int
  /// Whether a blank after it, or before it, belongs to it.
  var opens = false
  var closes = false
  /// Whether it ends a sentence or a part of one, so that a blank follows.
  var isStop = false

  init?(_ text: Span<UInt8>, _ at: Int, _ upper: Int) {
    if text[at] == 0xC2, at + 1 < upper, text[at + 1] == 0xAB || text[at + 1] == 0xBB {
      (plain, length) = (0x22, 2)
      opens = text[at + 1] == 0xAB
      closes = !opens
      return
    }
    if text[at] == 0xDB, at + 1 < upper, text[at + 1] == 0x94 {
      (plain, length) = (0x2E, 2)
      return
    }
    guard at + 2 < upper else { return nil }
    length = 3
    switch (text[at], text[at + 1], text[at + 2]) {
    case (0xE2, 0x80, 0x98...0x9B): plain = 0x27
    case (0xE2, 0x80, 0x9C...0x9F): plain = 0x22
    case (0xE3, 0x80, 0x8A...0x8F): plain = 0x22
    case (0xE3, 0x80, 0x82): (plain, isStop) = (0x2E, true)
    case (0xEF, 0xBC, 0x8C): (plain, isStop) = (0x2C, true)
    case (0xE0, 0xA5, 0xA4): plain = 0x2E
    default: return nil
    }
  }
}
