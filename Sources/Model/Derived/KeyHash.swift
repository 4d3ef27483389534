/// The 64-bit FNV-1a hash behind keys (Fowler, Noll, Vo; draft-eastlake-fnv): fixed for all time and
/// machines, so that a key noted today finds the same message tomorrow.
struct KeyHash {
  /// The hash of what was added so far.
  private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

  /// Adds a byte.
  mutating func add(_ byte: UInt8) {
    value = (value ^ UInt64(byte)) &* 0x100_0000_01B3
  }

  /// Adds a number as its eight bytes, the lowest first.
  mutating func add(_ number: UInt64) {
    for shift in stride(from: UInt64(0), to: 64, by: 8) {
      add(UInt8(truncatingIfNeeded: number >> shift))
    }
  }

  /// Adds the lines of a text without the white space at their ends, blank ones left out: what the
  /// chunker keeps of a text, so that a message has one key in a chunk and in the export.
  mutating func add(linesOf text: Span<UInt8>) {
    var start = 0
    while start < text.count {
      var end = start
      while end < text.count, text[end] != 0x0A { end += 1 }
      let line = Blanks.trimmed(start..<end, of: text)
      if !line.isEmpty {
        for place in line { add(text[place]) }
        add(UInt8(ascii: "\n"))
      }
      start = end + 1
    }
  }

  /// Gives the second and further of equal hashes at the given places one of their own, made of
  /// the hash and how many come before, so that each place has another.
  static func numberEquals(
    in hashes: inout [UInt64], among places: some RandomAccessCollection<Int>,
    check: () throws(Interrupted) -> Void
  ) throws(Interrupted) {
    var seen: [UInt64: UInt64] = [:]
    try Checked.forEach(places.count, check: check) { number in
      let place = places[places.index(places.startIndex, offsetBy: number)]
      let content = hashes[place]
      let before = seen[content, default: 0]
      seen[content] = before + 1
      guard before > 0 else { return }
      var hash = KeyHash()
      hash.add(content)
      hash.add(before)
      hashes[place] = hash.value
    }
  }

  /// Hashes as texts of 16 hexadecimal digits.
  static func column(of hashes: [UInt64]) -> TextColumn {
    let digits = Array("0123456789abcdef".utf8)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(16 * hashes.count)
    for hash in hashes {
      for shift in stride(from: UInt64(60), through: 0, by: -4) {
        bytes.append(digits[Int(hash >> shift & 0xF)])
      }
    }
    return TextColumn(
      buffers: [SharedBytes(bytes)], starts: hashes.indices.map { UInt64(16 * $0) },
      lengths: [UInt32](repeating: 16, count: hashes.count))
  }
}
