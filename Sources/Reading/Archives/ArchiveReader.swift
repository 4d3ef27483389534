import CArchive
import Model

/// An archive that is being read, member after member, and never written anywhere.
///
/// Owns what the C target holds for it.
@safe
struct ArchiveReader: ~Copyable {
  private let reading: OpaquePointer
  private let source: ArchiveSource

  /// Whether there is one compressed file and no container.
  let isSingle: Bool

  /// Reads the members of a tar; nil where the library does.
  private var tar: TarMembers?

  /// A member, as the archive describes it.
  struct Member {
    /// The bytes of its path; empty where it has none.
    let name: [UInt8]
    /// How many bytes it has, as the archive says; nil where it says nothing.
    let size: Int?
    let kind: archive_member_kind
    let isEncrypted: Bool
  }

  /// What came next.
  enum Step<Value> {
    case next(Value)
    /// There is no more.
    case end
    /// This member cannot be read, the next one perhaps: why, in the library's words.
    case skipped(String)
    /// Nothing further can be read.
    case broken(String)
  }

  /// Whether the library that reads archives is there.
  static var isAvailable: Bool { archive_is_available() }

  /// Begins to read an archive of a kind; nil where the library is missing or there is no memory.
  ///
  /// - Parameter container: how members stand in it, if not as the kind says.
  init?(_ source: ArchiveSource, _ kind: ArchiveKind, container: archive_container? = nil) {
    guard let reading = unsafe archive_reading_open(kind.packing, source.bytesForC) else {
      return nil
    }
    let inside = unsafe container ?? kind.container ?? ArchiveReader.container(in: reading)
    tar =
      inside == ARCHIVE_CONTAINER_TAR
      ? TarMembers(in: kind.packing == ARCHIVE_PACKING_NONE ? source : nil) : nil
    guard unsafe tar != nil || archive_reading_begin(reading, inside) else {
      unsafe archive_reading_close(reading)
      return nil
    }
    unsafe self.reading = reading
    self.source = source
    isSingle = inside == ARCHIVE_CONTAINER_SINGLE
  }

  /// Whether what comes out of a compression is a tar or one file.
  @unsafe
  private static func container(in reading: OpaquePointer) -> archive_container {
    var bytes: UnsafeRawPointer?
    let count = unsafe archive_reading_look(reading, TarHeader.blockSize, &bytes)
    let head = unsafe [UInt8](
      UnsafeRawBufferPointer(start: bytes, count: Swift.min(count, TarHeader.blockSize)))
    let kind = ArchiveKind.of(head)
    return kind?.container == ARCHIVE_CONTAINER_TAR
      ? ARCHIVE_CONTAINER_TAR : ARCHIVE_CONTAINER_SINGLE
  }

  deinit { unsafe archive_reading_close(reading) }

  /// Goes on to the next member, whatever is left of this one.
  mutating func next() -> Step<Member> {
    switch unsafe tar?.next(in: reading) {
    case .member(let member): return .next(member)
    case .broken(let outcome): return .broken(outcome == ARCHIVE_OUTCOME_END ? "" : message)
    case .unusual:
      let isThere = unsafe tar?.goOn(reading) ?? true
      tar = nil
      guard isThere, unsafe archive_reading_begin(reading, ARCHIVE_CONTAINER_TAR) else {
        return .broken("there is not enough memory")
      }
    case nil: break
    }
    var member = unsafe archive_member()
    let outcome = unsafe archive_reading_next(reading, &member)
    return step(outcome) {
      Member(
        name: unsafe Array(
          UnsafeRawBufferPointer(start: member.name, count: member.name_size)),
        size: unsafe member.size < 0 ? nil : Int(member.size), kind: unsafe member.kind,
        isEncrypted: unsafe member.is_encrypted)
    }
  }

  /// The archive, where its members stand in its bytes and those are in memory.
  var whole: SharedBytes? { tar?.whole }

  /// The bytes of the member in ``whole``, which are not read then; nil where it has more than so many, or they
  /// are not there.
  mutating func takeMember(upTo most: Int) -> Range<Int>? { tar?.takeMember(upTo: most) }

  /// Copies the next bytes of the member to a buffer: how many.
  @unsafe
  mutating func read(into buffer: UnsafeMutableRawBufferPointer) -> Step<Int> {
    guard tar?.unread != 0 else { return .end }
    if let count = unsafe tar?.copy(to: buffer) {
      return count > 0 ? .next(count) : .broken(count == 0 ? "" : "it cannot be read")
    }
    let most = Swift.min(buffer.count, tar?.unread ?? buffer.count)
    var count = 0
    let outcome = unsafe archive_reading_read(reading, buffer.baseAddress, most, &count)
    tar?.count(count)
    // A tar that ends in a member is cut short.
    return tar != nil && outcome == ARCHIVE_OUTCOME_END ? .broken("") : step(outcome) { count }
  }

  private func step<Value>(_ outcome: archive_outcome, _ value: () -> Value) -> Step<Value> {
    switch outcome {
    case ARCHIVE_OUTCOME_DONE: .next(value())
    case ARCHIVE_OUTCOME_END: .end
    case ARCHIVE_OUTCOME_SKIPPED: .skipped(message)
    default: .broken(message)
    }
  }

  /// What the library says, without the line break that it ends some of it with.
  private var message: String {
    var words = unsafe String(cString: archive_reading_message(reading))
    while words.last?.isNewline ?? false { words.removeLast() }
    return words
  }

  /// Goes through some of what follows the last member of a tar: how many bytes, and whether one of
  /// them is no zero.
  mutating func rest() -> Step<(count: Int, isSomething: Bool)> {
    var (count, isSomething) = (0, false)
    let outcome = unsafe archive_reading_rest(reading, &count, &isSomething)
    return step(outcome) { (count, isSomething) }
  }

  /// Whether a tar ended as it should; known at its end.
  var hasEndMark: Bool { unsafe archive_reading_has_end_mark(reading) }

  /// Whether something else follows what was compressed; known at its end.
  var hasTrailingBytes: Bool { unsafe archive_reading_has_trailing_bytes(reading) }
}
