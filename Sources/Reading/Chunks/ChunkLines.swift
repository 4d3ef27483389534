import CKernels
import Glibc
import Model

/// The content of a chunk, line by line; blank lines at its ends, which the chunker never writes,
/// are left out.
///
/// Only how many lines there are is kept of them: nearly every chunk is asked about the first few
/// and the last few alone, which are found again in no time.
struct ChunkLines: Sendable {
  /// What the file was read into, perhaps with others.
  let buffer: ChunkBuffer

  /// The lines in ``buffer``, joined by `\n`.
  let range: Range<Int>

  /// How many lines there are.
  let count: Int

  /// A hash of all bytes: equal contents have equal hashes, different ones nearly always differ.
  let hash: UInt64

  /// Blank lines left out before the first.
  let blankLinesBefore: Int

  /// The lines as UTF-8, joined by `\n`.
  var bytes: SharedBytes { buffer.bytes.extracting(range) }

  /// Takes the lines of a stretch of a buffer. Linear.
  init(_ text: Range<Int>, of buffer: ChunkBuffer) {
    let bytes = buffer.span
    var first = text.lowerBound
    var start = first
    var blankLines = 0
    while first < text.upperBound, bytes[first].isBlank {
      if bytes[first] == ChunkLines.newline {
        blankLines += 1
        start = first + 1
      }
      first += 1
    }
    var end = text.upperBound
    if first == text.upperBound {
      start = end
    } else {
      var last = end - 1
      while bytes[last].isBlank {
        if bytes[last] == ChunkLines.newline { end = last }
        last -= 1
      }
    }
    self.buffer = buffer
    range = start..<end
    blankLinesBefore = blankLines
    let lines = bytes.extracting(start..<end)
    self.count = lines.isEmpty ? 0 : Reading.count(of: ChunkLines.newline, in: lines) + 1
    hash = LineHashes.hash(of: lines)
  }

  /// Asks for the memory of the lines, or of the first of many, which will be read soon.
  func fetch() {
    let bytes = buffer.span
    unsafe bytes.withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress else { return }
      for place in stride(
        from: range.lowerBound, to: Swift.min(range.upperBound, range.lowerBound + 4_096), by: 64)
      {
        unsafe kernels_prefetch(base + place)
      }
    }
  }

  /// Where a line begins in ``buffer``; for ``count``, where one more would. Linear in the lines
  /// between it and the nearer end.
  func start(of line: Int) -> Int {
    let bytes = buffer.span
    if line <= count / 2 {
      var start = range.lowerBound
      for _ in 0..<line { start = lineEnd(bytes, from: start) + 1 }
      return start
    }
    var end = range.upperBound
    for _ in line..<count {
      end = ChunkLines.lineStart(bytes, before: end, from: range.lowerBound) - 1
    }
    return end + 1
  }

  /// The bytes of a line in ``buffer``, likewise.
  func bytes(of line: Int) -> Range<Int> {
    let first = start(of: line)
    return first..<Swift.min(lineEnd(buffer.span, from: first), range.upperBound)
  }

  /// A hash of each of some lines: equal lines have equal hashes, different ones nearly always
  /// differ. Linear.
  func hashes(of lines: Range<Int>) -> [UInt64] {
    guard !lines.isEmpty else { return [] }
    let stretch = start(of: lines.lowerBound)..<(start(of: lines.upperBound) - 1)
    return LineHashes.lines(of: buffer.span.extracting(stretch))
  }

  /// Whether the lines from the one that begins at a place of ``buffer`` are one line over and over.
  func areAlike(from start: Int) -> Bool {
    let bytes = buffer.span.extracting(0..<range.upperBound)
    let line = start..<lineEnd(bytes, from: start)
    var next = line.upperBound + 1
    while next <= bytes.count {
      let end = lineEnd(bytes, from: next)
      guard Reading.areEqual(bytes.extracting(next..<end), bytes.extracting(line)) else {
        return false
      }
      next = end + 1
    }
    return true
  }

  /// Whether one of the lines from a place of ``buffer`` on begins with a header.
  func holdHeader(from start: Int, _ reader: inout HeaderReader) -> Bool {
    firstHeader(from: start, &reader) != nil
  }

  /// What the first header, of whatever shape, says in the lines from a place of ``buffer`` on; nil where there
  /// is none. It is found soonest by a reader that has met others of its shape.
  func firstHeader(from start: Int, _ reader: inout HeaderReader) -> HeaderStamp? {
    let bytes = buffer.span.extracting(0..<range.upperBound)
    var start = start
    while start < bytes.count {
      // A heading of the lines that the reader met before is none of these.
      reader.forgetDay()
      if let header = reader.header(in: bytes, at: start) { return header.stamp }
      start = lineEnd(bytes, from: start) + 1
    }
    return nil
  }

  /// What the first and the last header among these lines say; nil where there is none.
  func outerHeaders(_ reader: inout HeaderReader) -> (first: HeaderStamp, last: HeaderStamp)? {
    let bytes = buffer.span.extracting(0..<range.upperBound)
    var (first, last): (HeaderStamp?, HeaderStamp?)
    reader.forgetDay()
    var start = range.lowerBound
    while start < bytes.count {
      if let header = reader.header(in: bytes, at: start) {
        first = first ?? header.stamp
        last = header.stamp
      }
      start = lineEnd(bytes, from: start) + 1
    }
    return first.flatMap { first in last.map { (first, $0) } }
  }

  /// Whether they are those of another chunk, byte for byte.
  func areEqual(to other: ChunkLines) -> Bool {
    hash == other.hash
      && Reading.areEqual(buffer.span.extracting(range), other.buffer.span.extracting(other.range))
  }

  /// Whether the last `length` lines are the first of `other`, byte for byte.
  func fits(_ other: ChunkLines, _ length: Int) -> Bool {
    guard length > 0 else { return true }
    guard length <= count, length <= other.count else { return false }
    return ends(with: start(of: count - length), as: other)
  }

  /// Whether the lines from a place in ``buffer`` on are the first of `other`.
  private func ends(with start: Int, as other: ChunkLines) -> Bool {
    let length = range.upperBound - start
    let end = other.range.lowerBound + length
    guard end <= other.range.upperBound,
      end == other.range.upperBound || other.buffer.span[end] == ChunkLines.newline
    else { return false }
    return Reading.areEqual(
      buffer.span.extracting(start..<range.upperBound),
      other.buffer.span.extracting(other.range.lowerBound..<end))
  }

  /// Which lines another chunk begins with that this one ends with.
  struct Overlap {
    /// How many there are, the most that fits; 0 for none.
    private(set) var longest = 0

    /// The other numbers that fit, descending.
    private(set) var shorter: [Int] = []

    /// The bytes of the longest; nil where hashes say that it fits, and nobody compared it.
    private(set) var bytes: Int?

    /// None.
    init() {}

    /// Numbers of lines that hashes say fit, descending.
    fileprivate init(byHash lengths: [Int]) {
      longest = lengths.first ?? 0
      shorter = Array(lengths.dropFirst())
    }

    /// Adds a number that fits, smaller than those before, with its bytes.
    fileprivate mutating func add(_ length: Int, bytes: Int) {
      if longest > 0 {
        shorter.append(length)
      } else {
        (longest, self.bytes) = (length, bytes)
      }
    }

    /// Every number that fits, descending.
    var lengths: [Int] { longest > 0 ? [longest] + shorter : [] }

    /// Whether a number of lines fits.
    func fits(_ length: Int) -> Bool {
      length > 0 && (length == longest || shorter.contains(length))
    }
  }

  /// How `other` continues this one. Linear in the shorter of the two.
  func overlap(with other: ChunkLines) -> Overlap {
    var overlap = Overlap()
    guard count > 0, other.count > 0 else { return overlap }
    let first = other.buffer.span.extracting(other.bytes(of: 0))
    let bytes = buffer.span.extracting(0..<range.upperBound)
    var place = range.lowerBound
    // Where a line returns without end, each try would cost as much as all lines together.
    for _ in 0..<32 {
      guard let start = ChunkLines.place(of: first, in: bytes, from: place) else { return overlap }
      let isLine = start == range.lowerBound || bytes[start - 1] == ChunkLines.newline
      if isLine, ends(with: start, as: other) {
        overlap.add(
          Reading.count(of: ChunkLines.newline, in: bytes.extracting(start...)) + 1,
          bytes: range.upperBound - start)
      }
      place = start + 1
    }
    return Overlap(byHash: lengthsByHash(with: other))
  }

  /// The same, decided by hashes.
  private func lengthsByHash(with other: ChunkLines) -> [Int] {
    let most = Swift.min(count, other.count)
    let own = hashes(of: (count - most)..<count)
    let others = other.hashes(of: 0..<most)
    // The prefix function of Knuth, Morris and Pratt: for each prefix of `other`, the longest
    // shorter prefix that it ends with.
    var shorter = [Int](repeating: 0, count: most)
    var length = 0
    for line in 1..<Swift.max(1, most) {
      while length > 0, others[line] != others[length] { length = shorter[length - 1] }
      if others[line] == others[length] { length += 1 }
      shorter[line] = length
    }
    length = 0
    for hash in own {
      if length == most { length = shorter[length - 1] }
      while length > 0, hash != others[length] { length = shorter[length - 1] }
      if hash == others[length] { length += 1 }
    }
    var lengths: [Int] = []
    while length > 0 {
      lengths.append(length)
      length = shorter[length - 1]
    }
    return lengths
  }

  /// Where some bytes, of which there is one at least, stand in others; nil where they do not.
  private static func place(
    of needle: Span<UInt8>, in text: Span<UInt8>, from start: Int
  ) -> Int? {
    let rest = text.extracting(start...)
    let found = unsafe rest.withUnsafeBufferPointer { rest in
      unsafe needle.withUnsafeBufferPointer { needle in
        unsafe kernels_find(
          rest.baseAddress, rest.count, needle.baseAddress, needle.count, needle.count / 3,
          needle.count * 2 / 3)
      }
    }
    return found < rest.count ? start + found : nil
  }

  /// Where the line begins that ends at `end`, of lines that begin at `first`.
  private static func lineStart(_ bytes: Span<UInt8>, before end: Int, from first: Int) -> Int {
    var place = end
    while place >= first + 8 {
      let others = loadBytes(bytes, at: place - 8, count: 8) ^ 0x0A0A_0A0A_0A0A_0A0A
      // The top bit of each byte that is no newline.
      let marks = ((others & 0x7F7F_7F7F_7F7F_7F7F) + 0x7F7F_7F7F_7F7F_7F7F | others)
      let newlines = ~marks & 0x8080_8080_8080_8080
      if newlines != 0 { return place - newlines.leadingZeroBitCount / 8 }
      place -= 8
    }
    while place > first, bytes[place - 1] != newline { place -= 1 }
    return place
  }

  private static let newline = UInt8(ascii: "\n")
}

/// Whether two stretches hold the same bytes.
func areEqual(_ one: Span<UInt8>, _ other: Span<UInt8>) -> Bool {
  guard one.count == other.count else { return false }
  return unsafe one.withUnsafeBufferPointer { one in
    unsafe other.withUnsafeBufferPointer { other in
      guard let first = one.baseAddress, let second = other.baseAddress else { return true }
      return unsafe memcmp(first, second, one.count) == 0
    }
  }
}

extension UInt8 {
  /// Whether it is a space, a tab or a line break.
  fileprivate var isBlank: Bool { self == 0x20 || (0x09...0x0D).contains(self) }
}
