import Glibc

/// The file that keeps statements between sessions: one a line, UTF-8, with `\n` for a line break
/// and `\\` for a backslash. Several shells may add to it at once.
struct HistoryFile {
  /// Why the file cannot be used.
  struct Failure: Error {
    /// In the system's words, or ours.
    let reason: String
  }

  /// Longer statements are not kept, in bytes.
  static let longestEntry = 65_536

  /// Of a longer file only the end is read, in bytes.
  private static let longestRead = 4 << 20

  /// Where it is.
  let path: String

  /// The path for a message, its end where it is very long.
  var shortPath: String { path.count <= 200 ? path : "…" + path.suffix(200) }

  /// What the file holds.
  struct Contents {
    /// The statements, oldest first.
    var entries: [String] = []
    /// Lines that are no statement: invalid UTF-8, control characters.
    var damaged = 0
    /// Why nothing can be added; nil where it can.
    var refusal: Failure?
  }

  /// Reads the statements; of many, the last ``History/limit``. A file that is not there yet holds
  /// none, and is made, so that what stands in the way is known now.
  func load() throws(Failure) -> Contents {
    var contents = Contents()
    let descriptor: Int32
    do {
      descriptor = try open(for: .adding)
    } catch {
      contents.refusal = error
      descriptor = try open(for: .reading)
    }
    defer { close(descriptor) }
    let size = try size(of: descriptor)
    let start = Swift.max(0, size - Self.longestRead)
    var lines = try bytes(of: descriptor, in: start..<size).split(separator: UInt8(ascii: "\n"))
    // The first line begins before what was read.
    if start > 0, !lines.isEmpty { lines.removeFirst() }
    for line in lines.suffix(History.limit) {
      if let entry = Self.entry(from: line) {
        contents.entries.append(entry)
      } else {
        contents.damaged += 1
      }
    }
    return contents
  }

  /// Adds a statement at the end, whole, whatever other shells do.
  func append(_ statement: String) throws(Failure) {
    guard statement.utf8.count <= Self.longestEntry else { return }
    let descriptor = try open(for: .adding)
    defer { close(descriptor) }
    let size = try size(of: descriptor)
    var line = Self.line(for: statement)
    // A shell that was killed while it wrote may have left half a line.
    if size > 0, try bytes(of: descriptor, in: size - 1..<size) != [UInt8(ascii: "\n")] {
      line.insert(UInt8(ascii: "\n"), at: 0)
    }
    var written = 0
    while written < line.count {
      let count = unsafe line.withUnsafeBytes {
        unsafe write(descriptor, $0.baseAddress?.advanced(by: written), $0.count - written)
      }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else {
        let failure = Self.failure()
        // Half a statement is worse than none.
        ftruncate(descriptor, off_t(size))
        throw failure
      }
      written += count
    }
  }

  // MARK: One entry

  /// A statement as a line of the file, with its line feed.
  static func line(for statement: String) -> [UInt8] {
    var line: [UInt8] = []
    for byte in statement.utf8 {
      switch byte {
      case UInt8(ascii: "\n"): line += [UInt8(ascii: "\\"), UInt8(ascii: "n")]
      case UInt8(ascii: "\\"): line += [byte, byte]
      default: line.append(byte)
      }
    }
    return line + [UInt8(ascii: "\n")]
  }

  /// The statement of a line without its line feed; nil where it is none.
  static func entry(from line: some Sequence<UInt8>) -> String? {
    var bytes: [UInt8] = []
    var rest = line.makeIterator()
    while let byte = rest.next() {
      guard byte == UInt8(ascii: "\\") else {
        bytes.append(byte)
        continue
      }
      switch rest.next() {
      case UInt8(ascii: "n"): bytes.append(UInt8(ascii: "\n"))
      case UInt8(ascii: "\\"): bytes.append(byte)
      default: return nil
      }
    }
    guard let entry = String(validating: bytes, as: UTF8.self),
      entry.unicodeScalars.allSatisfy({ $0 == "\n" || $0 == "\t" || !$0.isControl })
    else { return nil }
    return entry
  }

  // MARK: The file

  private enum Purpose {
    case reading
    case adding
  }

  /// Opens the file and locks it; to add to it, it is made where it is missing, with its folders.
  private func open(for purpose: Purpose) throws(Failure) -> Int32 {
    // Without O_NONBLOCK, a FIFO in its place would wait for the other side.
    var flags = O_CLOEXEC | O_NONBLOCK | O_NOCTTY
    flags |= purpose == .adding ? O_RDWR | O_APPEND | O_CREAT : O_RDONLY
    var descriptor: Int32
    var makesFolders = purpose == .adding
    while true {
      descriptor = unsafe Glibc.open(path, flags, 0o600)
      if descriptor < 0, errno == EINTR { continue }
      guard descriptor < 0, errno == ENOENT, makesFolders else { break }
      makeFolders()
      makesFolders = false
    }
    guard descriptor >= 0 else { throw Self.failure() }
    do throws(Failure) {
      var status = stat()
      guard unsafe fstat(descriptor, &status) == 0 else { throw Self.failure() }
      guard status.st_mode & S_IFMT == S_IFREG else { throw Failure(reason: "not a regular file") }
      if status.st_mode & 0o077 != 0 { fchmod(descriptor, 0o600) }
      try Self.lock(descriptor, purpose == .adding ? LOCK_EX : LOCK_SH)
    } catch {
      close(descriptor)
      throw error
    }
    return descriptor
  }

  /// Waits for the lock, but not for ever: another process may sit on it.
  private static func lock(_ descriptor: Int32, _ lock: Int32) throws(Failure) {
    for _ in 0..<50 {
      if flock(descriptor, lock | LOCK_NB) == 0 { return }
      guard errno == EWOULDBLOCK || errno == EINTR else { throw failure() }
      usleep(10_000)
    }
    throw Failure(reason: "another process has it locked")
  }

  private func makeFolders() {
    for index in path.indices.dropFirst() where path[index] == "/" {
      unsafe mkdir(String(path[..<index]), 0o700)
    }
  }

  private func size(of descriptor: Int32) throws(Failure) -> Int {
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else { throw Self.failure() }
    return Int(status.st_size)
  }

  private func bytes(of descriptor: Int32, in range: Range<Int>) throws(Failure) -> [UInt8] {
    var failed = false
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: range.count) { space, count in
      while count < range.count {
        let place = unsafe space.baseAddress?.advanced(by: count)
        let got = unsafe pread(descriptor, place, range.count - count, range.lowerBound + count)
        if got < 0, errno == EINTR { continue }
        failed = got < 0
        if got <= 0 { break }
        count += got
      }
    }
    guard !failed else { throw Self.failure() }
    return bytes
  }

  private static func failure() -> Failure {
    unsafe Failure(reason: String(cString: strerror(errno)))
  }
}
