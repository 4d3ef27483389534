import Diagnostics
import Glibc
import Model

/// The bytes of a file as they were at one moment.
struct FileContents {
  /// All of them; only the first ones of a file that turned out not to be wanted, or is ``mapped``.
  let bytes: [UInt8]

  /// All of them where the file is large and a text as it is: see ``MappedFile``.
  let mapped: SharedBytes?

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
  ///
  /// - Parameter label: what the user calls a file that may be mapped; nil for one that is to be read.
  init(
    of path: Path, mappedAs label: String? = nil, interrupt: Interrupt,
    isWanted: ([UInt8]) -> Bool = { _ in true }
  ) throws(InputFailure) {
    let file = try OpenFile(path)
    var status = try file.status()
    identity = status.identity
    if status.kind == .file, status.size > FileContents.head {
      let head = try file.bytes(upTo: FileContents.head - 1, interrupt: interrupt)
      guard isWanted(head) else {
        (bytes, mapped, size) = (head, nil, status.size)
        return
      }
      if let label, status.size <= FileContents.limit,
        let file = MappedFile(file, size: status.size, named: label, interrupt: interrupt),
        DecodedText.isPlain(file.bytes.span, interrupt: interrupt)
      {
        (bytes, mapped, size) = (head, file.bytes, file.size)
        return
      }
    }
    for _ in 0..<3 {
      guard status.kind == .file else { throw InputFailure(notAFile: status.kind) }
      guard status.size <= FileContents.limit else { throw .tooLarge }
      let read = try file.bytes(upTo: status.size, interrupt: interrupt)
      let after = try file.status()
      if after.modified == status.modified, after.size == read.count || status.size == 0 {
        (bytes, mapped, size) = (read, nil, read.count)
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
