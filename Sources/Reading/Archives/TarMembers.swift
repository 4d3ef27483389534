import CArchive
import Model

/// The members of a tar as long as nothing about them is unusual: files and folders that their headers
/// describe, with or without records of pax about times and owners.
///
/// To pass over a header takes the library as long as a chunk's bytes take to decompress. The first block
/// that is anything else, a damaged one or the end of the tar, is left to it with all that follows.
struct TarMembers {
  /// The whole tar, if it is in memory: then its members are found in it.
  let whole: SharedBytes?

  /// What gives that.
  private let source: ArchiveSource?

  /// How much of it was used up, and up to where it is at hand.
  private var (used, atHand) = (0, 0)

  /// Bytes of the member that have not been read.
  private(set) var unread = 0

  /// Bytes that fill its last block.
  private var filling = 0

  /// The members of a tar that a source gives as it is; nil for one that comes out of a compression.
  init(in source: ArchiveSource?) {
    whole = source?.whole
    self.source = whole == nil ? nil : source
  }

  /// Bytes that are brought to hand in one go: what large members hold is not, which may be films.
  private static let step = 1 << 18

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
    let outcome = unsafe pass(unread + filling, in: reading)
    guard outcome == ARCHIVE_OUTCOME_DONE else { return .broken(outcome) }
    (unread, filling) = (0, 0)
    guard let next = unsafe next(at: reading),
      unsafe pass(next.headers, in: reading) == ARCHIVE_OUTCOME_DONE
    else { return .unusual }
    unread = next.size
    filling = next.filling
    fetchHeader(at: used + unread + filling)
    return .member(
      ArchiveReader.Member(name: next.path, size: unread, kind: next.kind, isEncrypted: false))
  }

  /// The bytes of the member in ``whole``, which are used up; nil where it has more than so many, or they are not
  /// there.
  mutating func takeMember(upTo most: Int) -> Range<Int>? {
    guard unread <= most, isAtHand(unread) else { return nil }
    defer { unread = 0 }
    used += unread
    return (used - unread)..<used
  }

  /// Copies the next bytes of the member, one at least, that ``takeMember(upTo:)`` did not take: how many, 0 at the
  /// end of the tar, -1 where they cannot be read; nil where there is no ``whole``.
  @unsafe
  mutating func copy(to buffer: UnsafeMutableRawBufferPointer) -> Int? {
    guard let source, let start = buffer.baseAddress else { return nil }
    let count = unsafe source.read(Swift.min(buffer.count, unread), at: used, into: start)
    used += Swift.max(0, count)
    unread -= Swift.max(0, count)
    return count
  }

  /// Asks for the memory of a header that is come to next, where ``whole`` is at hand so far.
  private func fetchHeader(at place: Int) {
    guard let whole, place + TarHeader.blockSize <= atHand else { return }
    fetch(place..<(place + TarHeader.blockSize), of: whole.span)
  }

  /// Whether the next so many bytes of ``whole`` are there and may be looked at.
  private mutating func isAtHand(_ count: Int) -> Bool {
    guard let whole, let source, count <= whole.count - used else { return false }
    guard used + count > atHand else { return true }
    let range = Swift.max(used, atHand)..<Swift.min(used + count + TarMembers.step, whole.count)
    guard source.isAtHand(range) else { return false }
    atHand = range.upperBound
    return true
  }

  /// Has what follows read where ``whole`` is not looked at; false where that fails.
  @unsafe
  func goOn(_ reading: OpaquePointer) -> Bool {
    unsafe archive_reading_pass(reading, Int64(used)) == ARCHIVE_OUTCOME_DONE
  }

  /// Uses up some bytes.
  @unsafe
  private mutating func pass(_ count: Int, in reading: OpaquePointer) -> archive_outcome {
    guard let whole else { return unsafe archive_reading_pass(reading, Int64(count)) }
    guard count <= whole.count - used else { return ARCHIVE_OUTCOME_END }
    used += count
    return ARCHIVE_OUTCOME_DONE
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
  private mutating func next(at reading: OpaquePointer) -> Next? {
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
  private mutating func look<Value>(
    at range: Range<Int>, in reading: OpaquePointer, _ read: (Span<UInt8>) -> Value?
  ) -> Value? {
    if let whole {
      guard isAtHand(range.upperBound) else { return nil }
      return read(whole.span.extracting((used + range.lowerBound)..<(used + range.upperBound)))
    }
    var bytes: UnsafeRawPointer?
    let count = unsafe archive_reading_look(reading, range.upperBound, &bytes)
    guard count >= range.upperBound else { return nil }
    return read(
      unsafe Span(
        _unsafeBytes: UnsafeRawBufferPointer(start: bytes, count: count)[range]))
  }
}
