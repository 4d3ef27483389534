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
    Reading.fetch(
      range.lowerBound..<Swift.min(range.upperBound, range.lowerBound + 4_096), of: buffer.span)
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
    Reading.areAlike(buffer.span.extracting(start..<range.upperBound))
  }

  /// Whether they are those of another chunk, byte for byte.
  func areEqual(to other: ChunkLines) -> Bool {
    hash == other.hash
      && Reading.areEqual(buffer.span.extracting(range), other.buffer.span.extracting(other.range))
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

  static let newline = UInt8(ascii: "\n")
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

/// Whether some lines are all the same; a line break at their end begins no further one.
func areAlike(_ lines: Span<UInt8>) -> Bool {
  let first = lines.extracting(0..<lineEnd(lines, from: 0))
  var start = first.count + 1
  while start < lines.count {
    let end = lineEnd(lines, from: start)
    guard areEqual(lines.extracting(start..<end), first) else { return false }
    start = end + 1
  }
  return true
}

extension UInt8 {
  /// Whether it is a space, a tab or a line break.
  var isBlank: Bool { self == 0x20 || (0x09...0x0D).contains(self) }
}
