import CArchive
import Model

/// Reads the members of a zip that ``ZipMembers`` describes.
///
/// Owns what the C target holds for it.
@safe
struct ZipReader: ~Copyable {
  private let inflating: OpaquePointer
  private let source: ArchiveSource
  private let members: ZipMembers

  /// The member that comes next, from 0.
  private var number = 0

  /// Nil where there is no memory.
  init?(_ members: ZipMembers, of source: ArchiveSource) {
    guard let inflating = unsafe archive_inflating_open(source.bytesForC) else { return nil }
    unsafe self.inflating = inflating
    self.source = source
    self.members = members
  }

  deinit { unsafe archive_inflating_close(inflating) }

  /// Goes on to the next member, whatever is left of this one.
  mutating func next() -> ArchiveReader.Step<ArchiveReader.Member> {
    guard number < members.count else { return .end }
    unsafe archive_inflating_begin(inflating, members.packed(number))
    number += 1
    return .next(members.member(number - 1))
  }

  /// Copies the next bytes of the member to a buffer: how many.
  @unsafe
  mutating func read(into buffer: UnsafeMutableRawBufferPointer) -> ArchiveReader.Step<Int> {
    var count = 0
    switch unsafe archive_inflating_read(inflating, buffer.baseAddress, buffer.count, &count) {
    case ARCHIVE_OUTCOME_DONE: return .next(count)
    case ARCHIVE_OUTCOME_END: return .end
    default: return .skipped(unsafe String(cString: archive_inflating_message(inflating)))
    }
  }
}
