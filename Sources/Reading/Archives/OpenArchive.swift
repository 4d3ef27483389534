import CArchive
import Diagnostics
import Model

/// An archive while its members are read: where the reading is, and what is known of the whole.
final class OpenArchive {
  /// The top of it.
  let top: ArchiveFolder

  /// Its own name, and what a compressed file is called inside it.
  let name: ArraySlice<UInt8>

  /// Where it stands in the archive that holds it; nil for one that stands in none.
  let folder: ArchiveFolder?

  let kind: ArchiveKind
  private let source: ArchiveSource
  private let directory: ZipDirectory?

  /// What reads it: the library, or for a zip without anything unusual ``zip``.
  private var reader: ArchiveReader?
  private var zip: ZipReader?

  /// Members that were met, read or not.
  private(set) var count = 0

  /// Bytes that came out of it, and out of the archives in it that were closed.
  private(set) var given = 0

  /// Members that were gone over again after a damaged one.
  private var repeated = 0

  /// What keeps anything further from being read; nil where nothing does.
  private var stop: InputFailure?

  /// The last member whose data broke the reading, counted from 1; 0 where none did.
  private var broken = 0

  /// The folder of the member before, mostly that of the next one too.
  private var folderBefore: (path: [UInt8], folder: ArchiveFolder)

  /// Opens an archive of a kind, which may stand in a folder of another one.
  init(
    _ source: ArchiveSource, _ kind: ArchiveKind, top: ArchiveFolder, name: ArraySlice<UInt8>,
    folder: ArchiveFolder? = nil
  ) throws(InputFailure) {
    self.source = source
    self.kind = kind
    self.top = top
    self.name = name
    self.folder = folder
    folderBefore = ([], top)
    directory = kind.container == ARCHIVE_CONTAINER_ZIP ? ZipDirectory(of: source) : nil
    guard ArchiveReader.isAvailable else {
      throw InputFailure(
        .unreadable,
        "is an archive (\(kind.name)), and the libraries that read them are not installed: "
          + "apt-get install libarchive13 libisal2")
    }
    if let members = directory.flatMap({ ZipMembers($0, of: source) }) {
      zip = ZipReader(members, of: source)
    } else {
      reader = newReader()
    }
  }

  /// Begins at its first member; a zip without its directory is read from its start on.
  private func newReader() -> ArchiveReader? {
    let isLost = kind.container == ARCHIVE_CONTAINER_ZIP && directory == nil
    return ArchiveReader(source, kind, container: isLost ? ARCHIVE_CONTAINER_ZIP_STREAM : nil)
  }

  /// Its size in bytes.
  var size: Int { source.size }

  /// How many bytes what it compresses has, most likely: gzip says it at the end, modulo 2^32
  /// (RFC 1952); chats of other compressions mostly have less than 8 times as many.
  var likelySizeInside: Int {
    guard kind.packing == ARCHIVE_PACKING_GZIP else { return Swift.min(size, 1 << 40) * 8 }
    return source.bytes((size - 4)..<size).reversed().reduce(0) { $0 << 8 | Int($1) }
  }

  /// Members that its directory counts; nil where it has none.
  var declaredCount: Int? { directory?.entries }

  /// Whether members can be left out without reading them.
  var skipsFreely: Bool {
    kind.container == ARCHIVE_CONTAINER_ZIP || kind.container == ARCHIVE_CONTAINER_TAR
  }

  /// Whether it is one compressed file and no tar.
  var isSingle: Bool { reader?.isSingle ?? false }

  /// The next member; nil at the end.
  func next() throws(InputFailure) -> ArchiveReader.Step<ArchiveReader.Member> {
    if directory?.isEmpty == true { return .end }
    var step = try nextStep()
    if case .broken(let message) = step, broken < count {
      // A member that was left out broke what passed over it.
      goOn(behind: message)
      step = try nextStep()
    }
    switch step {
    case .next, .skipped: count += 1
    case .end: break
    case .broken(let message): throw damage(message)
    }
    return step
  }

  private func nextStep() throws(InputFailure) -> ArchiveReader.Step<ArchiveReader.Member> {
    if let stop { throw stop }
    guard let step = zip?.next() ?? reader?.next() else {
      throw InputFailure(.unreadable, "cannot be read: there is not enough memory")
    }
    return step
  }

  /// Copies the next bytes of the member to a buffer.
  @unsafe
  func read(into buffer: UnsafeMutableRawBufferPointer) -> ArchiveReader.Step<Int> {
    guard let step = unsafe zip?.read(into: buffer) ?? reader?.read(into: buffer) else {
      return .end
    }
    if case .next(let count) = step { given += count }
    return step
  }

  /// Its bytes, where members stand in them as they are and can be had: ``takeMember(upTo:)``.
  var whole: SharedBytes? { reader?.whole }

  /// The bytes of the member, in ``whole``, instead of reading them; nil where it is none of so many bytes, or
  /// they are not there.
  func takeMember(upTo most: Int) -> Range<Int>? {
    guard let range = reader?.takeMember(upTo: most) else { return nil }
    given += range.count
    source.count(range.count)
    return range
  }

  /// Counts what came out of an archive in it.
  func count(_ inner: OpenArchive) { given += inner.given }

  /// Goes on behind the member whose data broke the reading, or stops where that cannot be done; what is wrong with
  /// the member.
  @discardableResult
  func goOn(behind message: String) -> InputFailure {
    let failure = isCutShort(message) ? OpenArchive.cutMember : memberDamage(message)
    // In a 7z members stand in blocks, which are lost from a damaged place on: two of them are most likely of one.
    let isInBlock =
      kind.container == ARCHIVE_CONTAINER_7ZIP && broken > 0 && broken == count - 1
      && !message.speaksOfEncryption && !message.speaksOfMethod
    broken = count
    if isInBlock || !resume() { stop = damage(message) }
    return failure
  }

  /// Begins anew behind the member that was met last, where a directory leads to the others; tells whether that
  /// worked. Its cost is linear in the members before, so that it is given up after some millions in all.
  private func resume() -> Bool {
    guard directory != nil || kind.container == ARCHIVE_CONTAINER_7ZIP, repeated < 4_000_000 else {
      return false
    }
    repeated += count
    reader = newReader()
    for _ in 0..<count {
      switch reader?.next() {
      case .next, .skipped: continue
      case .end, .broken, nil: return false
      }
    }
    return true
  }

  /// What is wrong with an archive that was read to its end; nil where nothing is.
  func failureAtEnd() -> InputFailure? {
    if kind.container == ARCHIVE_CONTAINER_ZIP {
      guard let directory else {
        return damage("")
      }
      if !directory.agrees(with: count) {
        let counted = directory.entries == 1 ? "1 member" : "\(directory.entries) members"
        return damage("its directory counts \(counted), \(count) are there")
      }
    }
    return source.hasChanged
      ? InputFailure(.unreadable, "changed while it was read: load it again") : nil
  }

  /// Goes through what follows the last member, so that a compression's check of the whole is made.
  ///
  /// - Returns: what is doubtful about the end; nil where nothing is.
  func finish(checking check: (OpenArchive) throws(InputFailure) -> Void) throws(InputFailure)
    -> String?
  {
    guard isTar else { return trailingDoubt }
    let hasEndMark = reader?.hasEndMark ?? true
    var isFollowed = false
    loop: while true {
      switch reader?.rest() {
      case .next((let count, let isSomething)):
        given += count
        isFollowed = isFollowed || isSomething
      case .broken(let message), .skipped(let message): throw damage(message)
      case .end, nil: break loop
      }
      try check(self)
    }
    if !hasEndMark { return "ends without the mark of its end: it may have been cut short" }
    return isFollowed ? OpenArchive.isFollowed : trailingDoubt
  }

  private var trailingDoubt: String? {
    if directory?.isPreceded == true {
      return "begins with something else, perhaps another zip, which is not read"
    }
    return reader?.hasTrailingBytes == true || directory?.isFollowed == true
      ? OpenArchive.isFollowed : nil
  }

  private static let isFollowed = "is followed by something else, which is not read"

  /// Whether it is a tar, compressed or not.
  private var isTar: Bool {
    kind.container == ARCHIVE_CONTAINER_TAR || (kind.container == nil && !isSingle)
  }

  /// The damage that the library speaks of.
  func damage(_ message: String) -> InputFailure {
    if source.interrupt.isRaised { return InputFailure(.unreadable, "was not read to its end") }
    if isSingle || message.speaksOfEncryption || message.speaksOfMethod {
      return memberDamage(message)
    }
    let words = isCutShort(message) ? "it ends too early" : message.sentence
    let before = count == 0 ? "" : "; what follows member \(count) is not read"
    return InputFailure(.unreadable, "is a damaged archive (\(kind.name)): \(words)\(before)")
  }

  /// Whether an archive lacks its end, whatever that did to the library: a zip and a 7z have their
  /// directory there.
  private func isCutShort(_ message: String) -> Bool {
    message.isEmpty || message.contains(OpenArchive.noProgress)
      || (kind.container == ARCHIVE_CONTAINER_ZIP && directory == nil)
  }

  /// The same of the member that was met last.
  func memberDamage(_ message: String) -> InputFailure {
    if message.speaksOfEncryption { return OpenArchive.encrypted }
    if message.speaksOfMethod {
      return InputFailure(
        .unreadable, "is packed in a way that is not read (\(message.sentence)): unpack it first")
    }
    let words =
      message.contains(OpenArchive.noProgress)
      ? "its end is missing or damaged"
      : message.isEmpty ? "it cannot be read" : message.sentence
    return InputFailure(.unreadable, "is damaged: \(words)")
  }

  /// What is wrong with a member at which the archive ends.
  private static let cutMember = InputFailure(.unreadable, "is damaged: it ends too early")

  /// What the library says where the last bytes of xz are no end of it.
  private static let noProgress = "No progress is possible"

  /// What is wrong with an archive or a member that needs a password.
  static let encrypted = InputFailure(
    .unreadable, "is encrypted: unpack it with its password first")

  /// The folder of a path, and the last part of that; both in UTF-8.
  func place(of written: [UInt8]) -> (folder: ArchiveFolder, name: ArraySlice<UInt8>) {
    var path = LegacyEncoding.unicode(written)[...]
    // `./chat.txt` is `chat.txt`.
    while path.starts(with: [Path.dot, Path.slash]), path.count > 2 { path = path.dropFirst(2) }
    guard let slash = path.lastIndex(of: Path.slash) else { return (top, path) }
    let above = path[..<slash]
    if !above.elementsEqual(folderBefore.path) {
      folderBefore = (Array(above), ArchiveFolder(above, of: top))
    }
    return (folderBefore.folder, path[(slash + 1)...])
  }
}

extension String {
  /// Whether a message of the library is about a password, which it gives like damage.
  fileprivate var speaksOfEncryption: Bool { lowercased().contains("encrypt") }

  /// Whether a message of the library is about a method that it does not know, or that takes more memory than
  /// it gives one, which it tells like damage.
  fileprivate var speaksOfMethod: Bool {
    let words = lowercased()
    return ["unknown codec", "unexpected codec", "unsupported", "not supported", "too much memory"]
      .contains {
        words.contains($0)
      }
  }

  /// A message of a library as the end of a sentence: an acronym at its start keeps its capitals.
  fileprivate var sentence: String {
    guard dropFirst().first?.isLowercase ?? false else { return self }
    return prefix(1).lowercased() + dropFirst()
  }
}
