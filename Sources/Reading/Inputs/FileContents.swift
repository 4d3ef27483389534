import Diagnostics
import Dispatch
import Glibc
import Model
import Synchronization

/// The bytes of a file as they were at one moment.
struct FileContents {
  /// All of them, or only the first ones of a file that turned out not to be wanted.
  let bytes: [UInt8]

  /// How many the file has.
  let size: Int

  /// Which file they came from.
  let identity: FileIdentity

  /// A larger file is read whole only if its first so many bytes make it wanted: a folder may hold
  /// films beside the chat.
  static let head = 1 << 20

  /// The most bytes that one file may have: offsets in a transcript's text have 32 bits.
  static let limit = Int(UInt32.max) - 1

  /// Reads a regular file whole, unless its ``head`` is not wanted. It never waits for a pipe or a
  /// device that took the file's place, and reads again where the file changed meanwhile.
  ///
  /// A raised interrupt ends the reading early: the caller checks it before using the bytes.
  init(
    of path: Path, interrupt: Interrupt, isWanted: ([UInt8]) -> Bool = { _ in true }
  ) throws(InputFailure) {
    let file = try OpenFile(path)
    var status = try file.status()
    identity = status.identity
    if status.kind == .file, status.size > FileContents.head {
      let head = try file.bytes(upTo: FileContents.head - 1, interrupt: interrupt)
      guard isWanted(head) else {
        (bytes, size) = (head, status.size)
        return
      }
    }
    for _ in 0..<3 {
      guard status.kind == .file else { throw InputFailure(notAFile: status.kind) }
      guard status.size <= FileContents.limit else { throw .tooLarge }
      let read = try file.bytes(upTo: status.size, interrupt: interrupt)
      let after = try file.status()
      if after.modified == status.modified, after.size == read.count || status.size == 0 {
        (bytes, size) = (read, read.count)
        return
      }
      if interrupt.isRaised { break }
      status = after
    }
    throw InputFailure(.unreadable, "changed while it was read")
  }
}

/// Why a path gave no bytes.
struct InputFailure: Error {
  /// The row of `problems` that it becomes.
  let code: Problem.Code

  /// The reason, as the end of a sentence that begins with the path.
  let reason: String

  init(_ code: Problem.Code, _ reason: String) {
    self.code = code
    self.reason = reason
  }

  init(_ error: SystemError) {
    self.init(.unreadable, "cannot be read: \(error.words)")
  }

  init(notAFile kind: FileStatus.Kind) {
    self.init(.skippedFile, "is \(kind.words): only files and folders are read")
  }

  /// The file has more than ``FileContents/limit`` bytes.
  static let tooLarge = InputFailure(.limit, "has 4 GiB or more, too much for one text")
}

/// An open file, closed when it goes.
private struct OpenFile: ~Copyable {
  private let descriptor: Int32

  init(_ path: Path) throws(InputFailure) {
    let flags = O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY
    let opened = unsafe path.withCString { name in
      var opened: Int32
      repeat { opened = unsafe open(name, flags) } while opened < 0 && errno == EINTR
      return opened
    }
    guard opened >= 0 else { throw InputFailure(SystemError(code: errno)) }
    descriptor = opened
  }

  deinit { close(descriptor) }

  func status() throws(InputFailure) -> FileStatus {
    switch FileStatus.of(descriptor: descriptor) {
    case .success(let status): return status
    case .failure(let error): throw InputFailure(error)
    }
  }

  /// The file from its start, up to one byte more than `size`; up to 1 MiB where `size` is 0, as
  /// the system says of files that it makes up as they are read.
  func bytes(upTo size: Int, interrupt: Interrupt) throws(InputFailure) -> [UInt8] {
    let room = size == 0 ? 1 << 20 : size + 1
    let pieces = (0..<room).pieces(of: 1 << 23)
    let outcomes = Mutex((got: [Int](repeating: 0, count: pieces.count), failure: Int32(0)))
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
      nonisolated(unsafe) let base = buffer.baseAddress
      unsafe HugePages.ask(for: buffer)
      DispatchQueue.concurrentPerform(iterations: pieces.count) { [descriptor] piece in
        let (got, failure) = unsafe OpenFile.read(
          descriptor, pieces[piece], into: base, expecting: size, interrupt)
        outcomes.withLock { outcomes in
          outcomes.got[piece] = got
          if failure != 0 { outcomes.failure = failure }
        }
      }
      // What follows a piece that fell short is no part of the file.
      for (piece, got) in zip(pieces, outcomes.withLock(\.got)) {
        count += got
        if got < piece.count { break }
      }
    }
    let failure = outcomes.withLock(\.failure)
    guard failure == 0 else { throw InputFailure(SystemError(code: failure)) }
    return bytes
  }

  /// Reads a stretch of a file to its place in a buffer; tells how many bytes there were, or why not.
  private static func read(
    _ descriptor: Int32, _ range: Range<Int>, into base: UnsafeMutablePointer<UInt8>?,
    expecting size: Int, _ interrupt: Interrupt
  ) -> (got: Int, failure: Int32) {
    guard let base = unsafe base else { return (0, 0) }
    var place = range.lowerBound
    while place < range.upperBound, !interrupt.isRaised {
      let got = unsafe pread(descriptor, base + place, range.upperBound - place, off_t(place))
      if got < 0, errno == EINTR { continue }
      if got < 0 { return (place - range.lowerBound, errno) }
      if got == 0 { break }
      place += got
      // The size is checked again afterwards, so a full answer needs no second question.
      if place == size { break }
    }
    return (place - range.lowerBound, 0)
  }
}
