import CKernels
import Glibc

/// How many bytes of `bytes` at `at` are a mark that shows nothing: U+200E and U+200F, the
/// embeddings U+202A–E, the isolates U+2066–9, U+061C, or a byte order mark; 0 where none is.
func markLength(_ bytes: Span<UInt8>, at: Int) -> Int {
  guard at < bytes.count, bytes[at] >= 0x80 else { return 0 }
  switch bytes[at] {
  case 0xE2 where at + 2 < bytes.count && bytes[at + 1] == 0x80:
    let last = bytes[at + 2]
    return last == 0x8E || last == 0x8F || (0xAA...0xAE).contains(last) ? 3 : 0
  case 0xE2 where at + 2 < bytes.count && bytes[at + 1] == 0x81:
    return (0xA6...0xA9).contains(bytes[at + 2]) ? 3 : 0
  case 0xEF where at + 2 < bytes.count:
    return bytes[at + 1] == 0xBB && bytes[at + 2] == 0xBF ? 3 : 0
  case 0xD8 where at + 1 < bytes.count:
    return bytes[at + 1] == 0x9C ? 2 : 0
  default:
    return 0
  }
}

/// How many bytes of `bytes` at `at` are a blank within a line: space, tab, U+00A0, U+2009 or
/// U+202F; 0 where none is.
func blankLength(_ bytes: Span<UInt8>, at: Int) -> Int {
  guard at < bytes.count else { return 0 }
  switch bytes[at] {
  case 0x20, 0x09:
    return 1
  case 0xC2 where at + 1 < bytes.count:
    return bytes[at + 1] == 0xA0 ? 2 : 0
  case 0xE2 where at + 2 < bytes.count && bytes[at + 1] == 0x80:
    return bytes[at + 2] == 0xAF || bytes[at + 2] == 0x89 ? 3 : 0
  default:
    return 0
  }
}

/// The first place from `at` on that is no mark.
@inline(__always)
func skippingMarks(_ bytes: Span<UInt8>, at: Int) -> Int {
  // Nearly always there is none.
  guard at < bytes.count, bytes[at] >= 0x80 else { return at }
  var place = at
  while true {
    let length = markLength(bytes, at: place)
    if length == 0 { return place }
    place += length
  }
}

/// The first place from `at` on that is neither mark nor blank.
func skippingBlanks(_ bytes: Span<UInt8>, at: Int) -> Int {
  var place = at
  while true {
    let length = max(markLength(bytes, at: place), blankLength(bytes, at: place))
    if length == 0 { return place }
    place += length
  }
}

/// `range` without the marks, blanks and line ends at both of its ends.
func trimmed(_ range: Range<Int>, of bytes: Span<UInt8>) -> Range<Int> {
  var start = range.lowerBound
  while start < range.upperBound {
    let length =
      bytes[start] == 0x0A
      ? 1 : max(markLength(bytes, at: start), blankLength(bytes, at: start))
    if length == 0 || start + length > range.upperBound { break }
    start += length
  }
  var end = range.upperBound
  while end > start {
    if bytes[end - 1] == 0x0A || bytes[end - 1] == 0x20 || bytes[end - 1] == 0x09 {
      end -= 1
      continue
    }
    guard bytes[end - 1] >= 0x80 else { break }
    var first = end - 1
    while first > start, bytes[first] & 0xC0 == 0x80 { first -= 1 }
    let length = max(markLength(bytes, at: first), blankLength(bytes, at: first))
    guard length > 0, first + length == end else { break }
    end = first
  }
  return start..<end
}

/// A range of text without the blank lines at its end.
@inline(__always)
func withoutLastBlankLines(_ range: Range<Int>, of bytes: Span<UInt8>) -> Range<Int> {
  var end = range.upperBound
  var place = end
  // A space, a tab or another blank of ASCII.
  while place > range.lowerBound, bytes[place - 1] == 0x20 || bytes[place - 1] &- 0x09 < 5 {
    place -= 1
    if bytes[place] == 0x0A { end = place }
  }
  return range.lowerBound..<end
}

/// Where the line that holds `at` ends: the place of its `\n`, or the end of `bytes`.
func lineEnd(_ bytes: Span<UInt8>, from at: Int) -> Int {
  place(of: UInt8(ascii: "\n"), in: bytes, from: at) ?? bytes.count
}

/// What one pass over a line tells.
struct LineLook {
  /// Where it ends: the place of its `\n`, or the end of the bytes.
  let end: Int
  /// Its units of UTF-16.
  let units: Int
  /// The first place in it of the byte that was looked for; nil where there is none.
  let found: Int?

  /// Goes through the line that begins at `start`, and looks for a byte in it. Linear in the line.
  @inline(__always)
  init(_ bytes: Span<UInt8>, from start: Int, findingFirst wanted: UInt8) {
    let rest = bytes.extracting(start...)
    let facts = unsafe rest.withUnsafeBufferPointer {
      unsafe kernels_look_at_line($0.baseAddress, $0.count, wanted)
    }
    end = start + facts.length
    units = facts.units
    found = facts.found < facts.length ? start + facts.found : nil
  }
}

/// The first place of a byte at or after `at`; nil where there is none.
func place(of byte: UInt8, in bytes: Span<UInt8>, from at: Int = 0) -> Int? {
  guard at < bytes.count else { return nil }
  return unsafe bytes.withUnsafeBufferPointer { buffer in
    guard let base = buffer.baseAddress,
      let found = unsafe memchr(base + at, Int32(byte), buffer.count - at)
    else { return nil }
    return unsafe UnsafeRawPointer(found) - UnsafeRawPointer(base)
  }
}

/// The first place in `range` of one of two bytes, neither of which is outside ASCII; nil where there is
/// none. For a few bytes only: they are looked at eight at a time.
@inline(__always)
func place(of byte: UInt8, or other: UInt8, in bytes: Span<UInt8>, _ range: Range<Int>) -> Int? {
  let ones: UInt64 = 0x0101_0101_0101_0101
  let (first, second) = (ones &* UInt64(byte), ones &* UInt64(other))
  // The lowest top bit that is set is that of the first byte that is 0.
  func zeros(_ word: UInt64) -> UInt64 { (word &- ones) & ~word & (ones << 7) }
  var at = range.lowerBound
  while at < range.upperBound {
    let count = min(8, range.upperBound - at)
    let word = loadBytes(bytes, at: at, count: count)
    let found = zeros(word ^ first) | zeros(word ^ second)
    if found != 0 {
      let place = at + found.trailingZeroBitCount / 8
      return place < range.upperBound ? place : nil
    }
    at += 8
  }
  return nil
}

/// The `count` bytes at `at`, of which there are eight at most, as one number; the first byte is
/// the lowest.
@inline(__always)
func loadBytes(_ bytes: Span<UInt8>, at: Int, count: Int) -> UInt64 {
  guard at >= 0, at + 8 <= bytes.count else {
    var word: UInt64 = 0
    for index in 0..<count { word |= UInt64(bytes[at + index]) << UInt64(8 * index) }
    return word
  }
  let word = unsafe bytes.bytes.unsafeLoadUnaligned(fromByteOffset: at, as: UInt64.self)
  return count < 8 ? word.littleEndian & (1 << UInt64(8 * count) - 1) : word.littleEndian
}

/// Asks for the bytes that a loop will come to some way behind `place`. The processor does so by itself up to
/// the end of a page, and pages of files have 4 KiB.
@inline(__always)
func fetchAhead(of place: Int, in bytes: Span<UInt8>) {
  let ahead = 4_096
  guard place &+ ahead &+ 64 < bytes.count else { return }
  unsafe bytes.withUnsafeBufferPointer { bytes in
    guard let base = bytes.baseAddress else { return }
    unsafe kernels_prefetch(base + place + ahead)
    unsafe kernels_prefetch(base + place + ahead + 64)
  }
}

/// Asks for the memory of some bytes that will be read soon, where nothing else tells the processor so.
func fetch(_ range: Range<Int>, of bytes: Span<UInt8>) {
  unsafe bytes.extracting(range).withUnsafeBufferPointer { bytes in
    guard let base = bytes.baseAddress else { return }
    for place in stride(from: 0, to: bytes.count, by: 64) { unsafe kernels_prefetch(base + place) }
  }
}

/// Asks for the memory of one of some values, likewise.
func fetch<Value>(_ place: Int, of values: [Value]) {
  let size = MemoryLayout<Value>.stride
  unsafe values.withUnsafeBytes { bytes in
    guard let base = unsafe bytes.baseAddress?.assumingMemoryBound(to: UInt8.self) else { return }
    for line in stride(from: place * size, to: (place + 1) * size, by: 64) {
      unsafe kernels_prefetch(base + line)
    }
  }
}

/// The first place of `word` in `bytes` from `place` on; nil where it does not occur. Takes the
/// product of both lengths at worst.
func firstPlace(of word: [UInt8], in bytes: [UInt8], from place: Int = 0) -> Int? {
  guard let lead = word.first else { return nil }
  var at = place
  while at + word.count <= bytes.count {
    if bytes[at] == lead, bytes[at..<(at + word.count)].elementsEqual(word) { return at }
    at += 1
  }
  return nil
}

extension [UInt8] {
  /// The bytes of a span.
  init(copying span: Span<UInt8>) {
    self = unsafe span.withUnsafeBufferPointer { unsafe Array($0) }
  }
}
