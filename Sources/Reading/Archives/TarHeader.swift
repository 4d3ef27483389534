/// The block that stands before each member of a tar: POSIX pax, and what GNU tar makes of it.
struct TarHeader {
  /// What the block describes, by its letter.
  let type: UInt8

  /// The path as the header has it, which is never empty.
  let path: [UInt8]

  /// Bytes of the member.
  let size: Int

  /// Bytes of a block; a member fills whole ones.
  static let blockSize = 512

  static let file = UInt8(ascii: "0")
  /// A file, before there were types.
  static let oldFile: UInt8 = 0
  static let folder = UInt8(ascii: "5")
  /// Records of pax about the member that follows.
  static let extended = UInt8(ascii: "x")

  /// Reads a block; nil where it is no header, or one of another variant or without a plain path.
  init?(_ block: Span<UInt8>) {
    guard block.count == TarHeader.blockSize, TarHeader.hasChecksum(block),
      let size = TarHeader.octal(block.extracting(124..<136)),
      let name = TarHeader.text(block.extracting(0..<100))
    else { return nil }
    self.size = size
    type = block[156]
    // The name of what a link leads to.
    guard block[157] == 0 else { return nil }
    if TarHeader.isMarked(block), block[262] == 0,
      let above = TarHeader.text(block.extracting(345..<500))
    {
      path = above.last == Path.slash ? above + name : above + [Path.slash] + name
    } else {
      path = name
    }
  }

  /// Bytes of the member and of what fills its last block.
  var paddedSize: Int {
    (size + TarHeader.blockSize - 1) / TarHeader.blockSize * TarHeader.blockSize
  }

  /// Whether a file begins with one: its checksum says so, which every variant of the format has, or its
  /// mark, which came with POSIX, where a damaged header has the NULs behind all fields that no text has.
  static func begins(_ file: Span<UInt8>) -> Bool {
    guard file.count >= blockSize else { return false }
    let block = file.extracting(first: blockSize)
    return hasChecksum(block) || (isMarked(block) && padding.allSatisfy { block[$0] == 0 })
  }

  /// Whether the checksum in a block is that of its bytes: the sum of all, those of the checksum itself
  /// taken for blanks; some writers took bytes for signed.
  private static func hasChecksum(_ block: Span<UInt8>) -> Bool {
    guard let written = octal(block.extracting(checksum)) else { return false }
    // Of eight bytes at a time two are added to each of four numbers, which have room for all 64 times.
    var sums: UInt64 = 0
    for place in stride(from: 0, to: blockSize, by: 8) {
      let bytes = loadBytes(block, at: place, count: 8)
      sums += (bytes & 0x00FF_00FF_00FF_00FF) + (bytes >> 8 & 0x00FF_00FF_00FF_00FF)
    }
    var sum = 0
    for shift in stride(from: 0, to: 64, by: 16) { sum += Int(sums >> shift & 0xFFFF) }
    for place in checksum { sum += Int(UInt8(ascii: " ")) - Int(block[place]) }
    if written == sum { return true }
    let others = [0..<checksum.lowerBound, checksum.upperBound..<blockSize]
    return written == sum - 256 * others.joined().count { block[$0] > 0x7F }
  }

  /// Whether a block has the mark that came with POSIX; GNU's has a blank behind it.
  private static func isMarked(_ block: Span<UInt8>) -> Bool {
    areEqual(block.extracting(257..<262), mark.span)
  }

  private static let checksum = 148..<156

  private static let mark = Array("ustar".utf8)

  /// Bytes that no variant of the format uses.
  private static let padding = 500..<508

  /// What stands in a field up to the first NUL; nil where nothing does.
  private static func text(_ field: Span<UInt8>) -> [UInt8]? {
    let end = field.indices.first { field[$0] == 0 } ?? field.count
    guard end > 0 else { return nil }
    return Array(copying: field.extracting(first: end))
  }

  /// The number that octal digits write, between blanks and NULs; nil where there are none.
  private static func octal(_ field: Span<UInt8>) -> Int? {
    var place = 0
    while place < field.count, field[place] == UInt8(ascii: " ") { place += 1 }
    let first = place
    var number = 0
    while place < field.count, (0x30...0x37).contains(field[place]) {
      number = number * 8 + Int(field[place] - 0x30)
      place += 1
    }
    return place > first ? number : nil
  }
}
