/// The content of a chunk, line by line; blank lines at its ends, which the chunker never writes,
/// are left out.
struct ChunkLines: Sendable {
  /// The lines as UTF-8, joined by `\n`.
  let bytes: [UInt8]

  /// Where each line ends in ``bytes``, its line break excluded.
  let ends: [UInt32]

  /// A hash of each line: equal lines have equal hashes, different ones nearly always differ.
  let hashes: [UInt64]

  /// Blank lines left out before the first.
  let blankLinesBefore: Int

  /// How many lines there are.
  var count: Int { ends.count }

  /// Where a line begins in ``bytes``; for ``count``, where one more would.
  func start(of line: Int) -> Int {
    line == 0 ? 0 : Int(ends[line - 1]) + 1
  }

  /// The bytes of a line.
  subscript(line: Int) -> ArraySlice<UInt8> {
    bytes[start(of: line)..<Int(ends[line])]
  }

  /// Takes the lines of a text. Linear.
  init(_ text: ArraySlice<UInt8>) {
    let newline = UInt8(ascii: "\n")
    guard let firstInk = text.firstIndex(where: { !$0.isBlank }),
      let lastInk = text.lastIndex(where: { !$0.isBlank })
    else {
      self.init(bytes: [], blankLinesBefore: text.count { $0 == newline })
      return
    }
    let before = text[..<firstInk]
    let start = before.lastIndex(of: newline).map { $0 + 1 } ?? text.startIndex
    let end = text[lastInk...].firstIndex(of: newline) ?? text.endIndex
    self.init(
      bytes: Array(text[start..<end]), blankLinesBefore: before.count { $0 == newline })
  }

  private init(bytes: [UInt8], blankLinesBefore: Int) {
    self.bytes = bytes
    self.blankLinesBefore = blankLinesBefore
    (ends, hashes) = LineHashes.lines(of: bytes)
  }

  /// How many lines `other` begins with that this one ends with, for every number that fits,
  /// descending; decided by hashes. Linear in the shorter of the two.
  func overlaps(with other: ChunkLines) -> [Int] {
    let most = Swift.min(count, other.count)
    guard most > 0 else { return [] }
    // The prefix function of Knuth, Morris and Pratt: for each prefix of `other`, the longest
    // shorter prefix that it ends with.
    var shorter = [Int](repeating: 0, count: most)
    var length = 0
    for line in 1..<Swift.max(1, most) {
      while length > 0, other.hashes[line] != other.hashes[length] { length = shorter[length - 1] }
      if other.hashes[line] == other.hashes[length] { length += 1 }
      shorter[line] = length
    }
    length = 0
    for line in (count - most)..<count {
      if length == most { length = shorter[length - 1] }
      while length > 0, hashes[line] != other.hashes[length] { length = shorter[length - 1] }
      if hashes[line] == other.hashes[length] { length += 1 }
    }
    var lengths: [Int] = []
    while length > 0 {
      lengths.append(length)
      length = shorter[length - 1]
    }
    return lengths
  }

  /// Whether a line begins with a header, of whatever shape.
  func isHeader(_ line: Int) -> Bool {
    var reader = HeaderReader()
    return reader.header(in: bytes.span, at: start(of: line)) != nil
  }

  /// Whether the last `length` lines are the first of `other`, byte for byte.
  func fits(_ other: ChunkLines, _ length: Int) -> Bool {
    guard length > 0 else { return true }
    guard length <= count, length <= other.count else { return false }
    return bytes[start(of: count - length)...].elementsEqual(
      other.bytes[..<Int(other.ends[length - 1])])
  }
}

extension UInt8 {
  /// Whether it is a space, a tab or a line break.
  fileprivate var isBlank: Bool { self == 0x20 || (0x09...0x0D).contains(self) }
}
