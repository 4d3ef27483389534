import CArchive
import Model

/// The members of a zip as its directory lists them, in the order of their places.
///
/// Of a zip in which nothing is unusual that is all one has to know. Any other is left to the library,
/// which knows what tools have written over thirty years.
struct ZipMembers {
  private let directory: [UInt8]
  private var entries: [Entry] = []

  /// Reads a directory; nil where something in it is unusual. Linear.
  init?(_ directory: ZipDirectory, of source: ArchiveSource) {
    guard directory.bytes.count <= ZipMembers.largest, !directory.isPreceded else { return nil }
    let bytes = source.bytes(directory.bytes)
    self.directory = bytes
    var place = 0
    while place < bytes.count {
      guard let entry = Entry(at: place, in: bytes) else { return nil }
      entries.append(entry)
      place = entry.end
    }
    guard directory.agrees(with: entries.count) else { return nil }
    if areApart { return }
    entries.sort { $0.packed.offset < $1.packed.offset }
    guard areApart else { return nil }
  }

  /// Whether each member ends before the next one begins.
  private var areApart: Bool {
    zip(entries, entries.dropFirst()).allSatisfy { entry, next in
      entry.packed.offset + Int64(Entry.leastHeader) + entry.packed.packed_size
        <= next.packed.offset
    }
  }

  /// How many there are.
  var count: Int { entries.count }

  /// Where the member of a number stands, from 0.
  func packed(_ number: Int) -> archive_packed { entries[number].packed }

  /// What the member of a number is, from 0.
  func member(_ number: Int) -> ArchiveReader.Member {
    let entry = entries[number]
    return ArchiveReader.Member(
      name: Array(directory[entry.name]), size: Int(entry.packed.size),
      kind: entry.isFolder ? ARCHIVE_MEMBER_FOLDER : ARCHIVE_MEMBER_FILE, isEncrypted: false)
  }

  /// Bytes of the directory of two million members with names of a hundred.
  private static let largest = 1 << 28

  private struct Entry {
    let packed: archive_packed
    /// The bytes of its path, in the directory.
    let name: Range<Int>
    /// Where the next one begins.
    let end: Int
    let isFolder: Bool

    /// Bytes of a local header without a name: APPNOTE.TXT, 4.3.7.
    static let leastHeader = 30

    /// Reads a header that begins at a place of a directory; nil where something in it is unusual.
    init?(at place: Int, in directory: [UInt8]) {
      guard place + Field.all <= directory.count,
        directory[place...].starts(with: ZipDirectory.memberSignature)
      else { return nil }
      func value(_ field: Field) -> Int {
        directory.number(at: place + field.offset, bytes: field.bytes)
      }
      let nameEnd = place + Field.all + value(.nameSize)
      let extraEnd = nameEnd + value(.extraSize)
      name = (place + Field.all)..<nameEnd
      end = extraEnd + value(.commentSize)
      // Some tools of Windows write paths with backslashes, which the library tells from others.
      guard end <= directory.count, !name.isEmpty, !directory[name].contains(0),
        !directory[name].contains(UInt8(ascii: "\\")),
        Entry.areUsual(directory[nameEnd..<extraEnd])
      else { return nil }
      packed = archive_packed(
        offset: Int64(value(.local)), packed_size: Int64(value(.packedSize)),
        size: Int64(value(.wholeSize)), crc: UInt32(truncatingIfNeeded: value(.crc)),
        is_deflated: value(.method) == 8)
      // Numbers that do not fit stand elsewhere, and say 2^32 - 1 here.
      let fits = Swift.max(packed.packed_size, packed.size, packed.offset) < Int64(UInt32.max)
      // How hard the compressor tried, sizes behind the data, a name in UTF-8: nothing else.
      let usualFlags = 0b1000_0000_1110
      guard fits, value(.method) == 0 || value(.method) == 8, value(.flags) & ~usualFlags == 0,
        packed.is_deflated || packed.size == packed.packed_size
      else { return nil }
      // The mode of a file of Unix, if it is that; a link is neither a file nor a folder. The lowest
      // byte has the attributes of DOS.
      let type = value(.attributes) >> 28
      let isMarked = value(.attributes) & 0x10 != 0
      isFolder = type == 4 || isMarked || directory[nameEnd - 1] == Path.slash
      guard type == 0 || type == 4 || type == 8, !isFolder || packed.size == 0 else { return nil }
    }

    /// Whether none of the fields that stand behind a name says anything about the name or the sizes.
    private static func areUsual(_ extra: ArraySlice<UInt8>) -> Bool {
      // Large sizes; encryption of WinZip; the name and the comment in Unicode.
      let unusual = [0x0001, 0x9901, 0x7075, 0x6375]
      var place = extra.startIndex
      while place + 4 <= extra.endIndex {
        guard !unusual.contains(extra.number(at: place, bytes: 2)) else { return false }
        place += 4 + extra.number(at: place + 2, bytes: 2)
      }
      return place == extra.endIndex
    }
  }

  /// A field of the header of a member: APPNOTE.TXT, 4.3.12.
  private struct Field {
    let offset: Int
    let bytes: Int

    static let all = 46
    static let flags = Field(offset: 8, bytes: 2)
    static let method = Field(offset: 10, bytes: 2)
    static let crc = Field(offset: 16, bytes: 4)
    static let packedSize = Field(offset: 20, bytes: 4)
    static let wholeSize = Field(offset: 24, bytes: 4)
    static let nameSize = Field(offset: 28, bytes: 2)
    static let extraSize = Field(offset: 30, bytes: 2)
    static let commentSize = Field(offset: 32, bytes: 2)
    static let attributes = Field(offset: 38, bytes: 4)
    static let local = Field(offset: 42, bytes: 4)
  }
}
