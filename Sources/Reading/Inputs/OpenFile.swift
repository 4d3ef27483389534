import CMapping
import Diagnostics
import Dispatch
import Glibc
import Model
import Synchronization

/// An open file, closed when it goes.
struct OpenFile: ~Copyable {
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

  /// The file mapped into memory, to be given back by `mapping_close`; nil where that cannot be guarded.
  @unsafe
  func mapped(_ size: Int, named name: String) -> UnsafePointer<UInt8>? {
    unsafe mapping_open(descriptor, size, name)
  }

  /// Copies up to so many bytes from an offset on; tells how many there were, 0 at the end, -1 where
  /// they cannot be read.
  @unsafe
  func read(_ size: Int, at offset: Int, into buffer: UnsafeMutableRawPointer) -> Int {
    while true {
      let got = unsafe pread(descriptor, buffer, size, off_t(offset))
      if got >= 0 || errno != EINTR { return got }
    }
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
