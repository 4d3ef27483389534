import CArchive

/// A kind of archive or compressed file, told by its first bytes. Adding one is an entry in ``all``
/// and what the C target calls for it.
struct ArchiveKind: Sendable {
  /// What it is called.
  let name: String

  /// What its bytes are compressed by as a whole.
  let packing: archive_packing

  /// How members stand in it; nil for what may be a compressed tar or a compressed file.
  let container: archive_container?

  /// The ending that a compressed file has behind its own name, with the point; nil for what only
  /// holds members.
  let ending: String?

  /// Whether the first bytes of a file are those of this kind.
  private let begins: @Sendable ([UInt8]) -> Bool

  /// Every kind: signatures as APPNOTE.TXT, RFC 1952, the xz and Zstandard formats, 7zFormat.txt and
  /// POSIX pax give them.
  static let all: [ArchiveKind] = [
    ArchiveKind(
      name: "zip", packing: ARCHIVE_PACKING_NONE, container: ARCHIVE_CONTAINER_ZIP, ending: nil
    ) {
      // A member, or the end of one without members.
      $0.starts(with: [0x50, 0x4B, 0x03, 0x04]) && !ForeignFormat.isOfficeDocument($0.span)
        || $0.starts(with: ZipDirectory.endSignature)
    },
    ArchiveKind(name: "gzip", packing: ARCHIVE_PACKING_GZIP, container: nil, ending: ".gz") {
      $0.starts(with: [0x1F, 0x8B, 0x08])
    },
    ArchiveKind(name: "bzip2", packing: ARCHIVE_PACKING_BZIP2, container: nil, ending: ".bz2") {
      // The size of blocks, then the mark of the first, or of the end where there is none.
      $0.starts(with: Array("BZh".utf8))
        && ($0.dropFirst(4).starts(with: [0x31, 0x41, 0x59, 0x26, 0x53, 0x59])
          || $0.dropFirst(4).starts(with: [0x17, 0x72, 0x45, 0x38, 0x50, 0x90]))
    },
    ArchiveKind(name: "xz", packing: ARCHIVE_PACKING_XZ, container: nil, ending: ".xz") {
      $0.starts(with: [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00])
    },
    ArchiveKind(name: "zstd", packing: ARCHIVE_PACKING_ZSTD, container: nil, ending: ".zst") {
      // A frame, or one to be skipped, with which programs begin that compress on several cores.
      $0.starts(with: [0x28, 0xB5, 0x2F, 0xFD])
        || ($0.first ?? 0) & 0xF0 == 0x50 && $0.dropFirst().starts(with: [0x2A, 0x4D, 0x18])
    },
    ArchiveKind(
      name: "7z", packing: ARCHIVE_PACKING_NONE, container: ARCHIVE_CONTAINER_7ZIP, ending: nil
    ) {
      $0.starts(with: [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C])
    },
    ArchiveKind(
      name: "tar", packing: ARCHIVE_PACKING_NONE, container: ARCHIVE_CONTAINER_TAR, ending: nil
    ) {
      TarHeader.begins($0.span)
    },
  ]

  /// The kind of archive that the bytes of a file are the beginning of; nil where they are of none.
  static func of(_ bytes: [UInt8]) -> ArchiveKind? {
    all.first { $0.begins(bytes) }
  }

  /// The endings that archives have, without the point.
  static let endings = ["zip", "tar", "tgz", "tbz2", "txz", "tzst", "7z", "gz", "bz2", "xz", "zst"]

  /// A file's name without the endings of archives: `chats` for `chats.tar.gz`.
  static func stem(of name: String) -> String {
    var stem = name[...]
    while let point = stem.lastIndex(of: "."), point > stem.startIndex,
      endings.contains(stem[stem.index(after: point)...].lowercased())
    {
      stem = stem[..<point]
    }
    return String(stem)
  }

  /// The name of what a compressed file holds: its own without the ending.
  static func nameInside(_ name: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let ending = all.lazy.compactMap(\.ending).first { ending in
      name.count > ending.utf8.count
        && zip(name.suffix(ending.utf8.count), ending.utf8).allSatisfy { $0 | 0x20 == $1 | 0x20 }
    }
    return ending.map { name.dropLast($0.utf8.count) } ?? name
  }
}
