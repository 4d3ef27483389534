/// The kinds of archives that people have chats in, told by their first bytes, which are not read yet:
/// the text in one is not that of a chat, even where it can be seen.
struct ArchiveKind {
  /// What it is called.
  let name: String
  /// Where in the file its signature stands, in bytes from the start.
  private let offset: Int
  private let signature: [UInt8]

  private init(_ name: String, _ signature: [UInt8], at offset: Int = 0) {
    self.name = name
    self.offset = offset
    self.signature = signature
  }

  /// Every kind: the signatures are those of `file` (magic(5)) and of POSIX pax.
  private static let all: [ArchiveKind] = [
    ArchiveKind("zip", [0x50, 0x4B, 0x03, 0x04]),
    ArchiveKind("zip", [0x50, 0x4B, 0x05, 0x06]),
    ArchiveKind("gzip", [0x1F, 0x8B]),
    ArchiveKind("bzip2", Array("BZh".utf8)),
    ArchiveKind("xz", [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00]),
    ArchiveKind("zstd", [0x28, 0xB5, 0x2F, 0xFD]),
    ArchiveKind("7z", [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C]),
    ArchiveKind("tar", Array("ustar".utf8), at: 257),
  ]

  /// The kind of archive that the bytes of a file are the beginning of; nil where they are of none.
  static func of(_ bytes: [UInt8]) -> ArchiveKind? {
    // A text may begin with these letters; an archive has a NUL or what is no text soon after.
    guard bytes.prefix(1_024).contains(where: { $0 == 0 || $0 >= 0xF5 }) else { return nil }
    return all.first { bytes.dropFirst($0.offset).starts(with: $0.signature) }
  }
}
