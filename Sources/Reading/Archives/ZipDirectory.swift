/// What the record at the end of a zip says, which the library reads over where it is missing:
/// APPNOTE.TXT, 4.3.14 to 4.3.16.
struct ZipDirectory {
  /// How many members the zip has, modulo 2^16 where it is no zip64.
  let entries: Int

  /// Whether ``entries`` is the whole number.
  let isLarge: Bool

  /// Where it stands in the zip, as the record says.
  let bytes: Range<Int>

  /// Whether something that is no part of the zip stands behind the record.
  let isFollowed: Bool

  /// Whether something that is no part of it stands before its first member: its directory does not
  /// stand where the record says, but further on.
  let isPreceded: Bool

  /// Whether the zip has no members: it begins with the record.
  let isEmpty: Bool

  static let endSignature: [UInt8] = [0x50, 0x4B, 0x05, 0x06]

  /// What each member's part of the directory begins with.
  static let memberSignature: [UInt8] = [0x50, 0x4B, 0x01, 0x02]

  /// Looks for the record, which up to 65 535 bytes of comment may follow, or of something else where the
  /// record itself stands right behind the directory that it names; nil where there is none.
  init?(of source: ArchiveSource) {
    let start = Swift.max(0, source.size - ZipDirectory.endSize - 0xFFFF)
    let tail = source.bytes(start..<source.size)
    guard tail.count >= ZipDirectory.endSize else { return nil }
    let places = (0...(tail.count - ZipDirectory.endSize)).reversed().filter {
      tail[$0] == 0x50 && tail[$0...].starts(with: ZipDirectory.endSignature)
    }
    // The last record whose comment goes on to the end of the file.
    let last = places.first {
      $0 + ZipDirectory.endSize + tail.number(at: $0 + 20, bytes: 2) == tail.count
    }
    guard
      let place = last
        ?? places.first(where: { place in
          let size = tail.number(at: place + 12, bytes: 4)
          let offset = tail.number(at: place + 16, bytes: 4)
          return size > 0 && offset + size == start + place
            && source.bytes(offset..<(offset + 4)).elementsEqual(ZipDirectory.memberSignature)
        })
    else { return nil }
    isEmpty = source.bytes(0..<4).elementsEqual(ZipDirectory.endSignature)
    // Zeros may follow, as tapes pad files.
    let end = place + ZipDirectory.endSize + tail.number(at: place + 20, bytes: 2)
    isFollowed = end > tail.count || tail.dropFirst(end).contains { $0 != 0 }
    let large = ZipDirectory.largeRecord(before: start + place, in: source)
    entries = large?.entries ?? tail.number(at: place + 10, bytes: 2)
    isLarge = large != nil
    let size = tail.number(at: place + 12, bytes: 4)
    let offset = tail.number(at: place + 16, bytes: 4)
    bytes = large?.bytes ?? ZipDirectory.range(from: offset, size, of: source)
    let real = start + place - size
    // Before the record of a large zip stand others, behind the directory.
    isPreceded =
      large == nil && size > 0 && offset < real
      && source.bytes(real..<(real + 4)).elementsEqual(ZipDirectory.memberSignature)
  }

  /// So many bytes from an offset on, if they are there.
  private static func range(from offset: Int, _ count: Int, of source: ArchiveSource) -> Range<Int>
  {
    guard offset <= source.size, count <= source.size - offset else { return 0..<0 }
    return offset..<(offset + count)
  }

  /// Whether so many members are as many as the record counts.
  func agrees(with count: Int) -> Bool {
    isLarge ? count == entries : count & 0xFFFF == entries
  }

  /// What the record of zip64 says, which a locator just before the end record leads to.
  private static func largeRecord(
    before end: Int, in source: ArchiveSource
  ) -> (entries: Int, bytes: Range<Int>)? {
    let locator = source.bytes((end - 20)..<Swift.max(end - 20, end))
    guard locator.starts(with: [0x50, 0x4B, 0x06, 0x07]), locator.count == 20,
      let offset = Int(exactly: locator.wideNumber(at: 8)), offset < source.size - 56
    else { return nil }
    let record = source.bytes(offset..<(offset + 56))
    guard record.starts(with: [0x50, 0x4B, 0x06, 0x06]), record.count == 56 else { return nil }
    guard let entries = Int(exactly: record.wideNumber(at: 32)),
      let count = Int(exactly: record.wideNumber(at: 40)),
      let offset = Int(exactly: record.wideNumber(at: 48))
    else { return nil }
    return (entries, range(from: offset, count, of: source))
  }

  private static let endSize = 22
}

extension RandomAccessCollection<UInt8> where Index == Int {
  /// A number of up to 4 bytes, the lowest first.
  func number(at place: Int, bytes: Int) -> Int {
    (0..<bytes).reduce(0) { $0 | Int(self[place + $1]) << (8 * $1) }
  }

  /// A number of 8 bytes, the lowest first.
  fileprivate func wideNumber(at place: Int) -> UInt64 {
    (0..<8).reduce(0) { $0 | UInt64(self[place + $1]) << (8 * UInt64($1)) }
  }
}
