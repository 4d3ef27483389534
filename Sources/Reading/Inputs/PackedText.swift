import CArchive
import Diagnostics
import Model

/// A text that gzip, bzip2, xz or zstd has compressed by itself.
enum PackedText {
  /// The bytes that a compressed file holds, checked against what it says of them.
  ///
  /// - Parameters:
  ///   - packed: the bytes of the file, which are of that kind.
  ///   - path: what an error calls the file.
  ///   - most: bytes that it may hold.
  /// - Throws: What is wrong with it; that it holds an archive or too much.
  static func bytes(
    in packed: [UInt8], _ kind: ArchiveKind, of path: String, most: Int
  ) throws(InputFailure) -> [UInt8] {
    let top = ArchiveFolder(archive: path, name: path, in: [])
    let archive = try OpenArchive(
      ArchiveSource(packed, interrupt: .never), kind, top: top, name: Array(path.utf8)[...])
    guard case .next = try archive.next(), archive.isSingle else {
      throw InputFailure(.unreadable, "is an archive (\(kind.name)), and one text is needed here")
    }
    var bytes: [UInt8] = []
    while let more = try piece(of: archive) {
      bytes += more
      guard bytes.count <= most else { throw InputFailure(.limit, tooLarge(most)) }
    }
    if let doubt = try archive.finish(checking: { _ in }) {
      throw InputFailure(.unreadable, doubt)
    }
    if let failure = archive.failureAtEnd() { throw failure }
    return bytes
  }

  /// What is said of a text of more bytes than that.
  static func tooLarge(_ most: Int) -> String {
    "has more than \(most >> 20) MiB, too much for a text like this"
  }

  /// The next bytes; nil at the end.
  private static func piece(of archive: OpenArchive) throws(InputFailure) -> [UInt8]? {
    var step = ArchiveReader.Step<Int>.end
    let piece = unsafe [UInt8](unsafeUninitializedCapacity: 1 << 16) { buffer, count in
      unsafe step = archive.read(into: UnsafeMutableRawBufferPointer(buffer))
      if case .next(let more) = step { count = more }
    }
    switch step {
    case .next: return piece
    case .end: return nil
    case .skipped(let message), .broken(let message): throw archive.memberDamage(message)
    }
  }
}
