import CKernels

/// How the lines of one chunk go on with those of another.
extension ChunkLines {
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
  static func place(
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
}
