import CArchive

/// The members of a tar as long as nothing about them is unusual: files and folders that their headers
/// describe, with or without records of pax about times and owners.
///
/// To pass over a header takes the library as long as a chunk's bytes take to decompress. The first block
/// that is anything else, a damaged one or the end of the tar, is left to it with all that follows.
struct TarMembers {
  /// Bytes of the member that have not been read.
  private(set) var unread = 0

  /// Bytes that fill its last block.
  private var filling = 0

  enum Step {
    case member(ArchiveReader.Member)
    /// Something for the library, which nothing was used up of.
    case unusual
    /// The bytes of the member before cannot be passed over.
    case broken(archive_outcome)
  }

  /// Counts bytes that were read of the member.
  mutating func count(_ bytes: Int) { unread -= bytes }

  /// Goes on to the next member, whatever is left of this one.
  @unsafe
  mutating func next(in reading: OpaquePointer) -> Step {
    let outcome = unsafe archive_reading_pass(reading, Int64(unread + filling))
    guard outcome == ARCHIVE_OUTCOME_DONE else { return .broken(outcome) }
    (unread, filling) = (0, 0)
    guard let next = unsafe TarMembers.next(in: reading),
      unsafe archive_reading_pass(reading, Int64(next.headers)) == ARCHIVE_OUTCOME_DONE
    else { return .unusual }
    unread = next.size
    filling = next.filling
    return .member(
      ArchiveReader.Member(name: next.path, size: unread, kind: next.kind, isEncrypted: false))
  }

  private struct Next {
    /// Bytes of its header, and of what stands before that about it.
    let headers: Int
    let path: [UInt8]
    let size: Int
    let filling: Int
    let kind: archive_member_kind

    /// A member; nil where it is neither a file nor an empty folder.
    init?(_ header: TarHeader, path: [UInt8], headers: Int) {
      self.headers = headers
      self.path = path
      size = header.size
      filling = header.paddedSize - size
      switch header.type {
      case TarHeader.file, TarHeader.oldFile:
        // So folders were told from files before there were types.
        kind = path.last == Path.slash ? ARCHIVE_MEMBER_FOLDER : ARCHIVE_MEMBER_FILE
      case TarHeader.folder: kind = ARCHIVE_MEMBER_FOLDER
      default: return nil
      }
      guard kind == ARCHIVE_MEMBER_FILE || size == 0 else { return nil }
    }
  }

  /// Looks at the headers of the next member; nil where they are not usual.
  @unsafe
  private static func next(in reading: OpaquePointer) -> Next? {
    let size = TarHeader.blockSize
    guard let header = unsafe look(at: 0..<size, in: reading, { TarHeader($0) }) else { return nil }
    guard header.type == TarHeader.extended else {
      return Next(header, path: header.path, headers: size)
    }
    let end = size + header.paddedSize
    guard end + size <= ARCHIVE_MOST_AT_ONCE,
      let described = unsafe look(at: end..<(end + size), in: reading, { TarHeader($0) }),
      let records = unsafe look(
        at: size..<(size + header.size), in: reading, { PaxRecords(Array(copying: $0)) })
    else { return nil }
    return Next(described, path: records.path ?? described.path, headers: end + size)
  }

  /// What some of the bytes that come next are; nil where they are not there.
  @unsafe
  private static func look<Value>(
    at range: Range<Int>, in reading: OpaquePointer, _ read: (Span<UInt8>) -> Value?
  ) -> Value? {
    var bytes: UnsafeRawPointer?
    let count = unsafe archive_reading_look(reading, range.upperBound, &bytes)
    guard count >= range.upperBound else { return nil }
    return read(
      unsafe Span(
        _unsafeBytes: UnsafeRawBufferPointer(start: bytes, count: count)[range]))
  }
}
