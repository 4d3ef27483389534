import CMapping
import Diagnostics
import Dispatch
import Model
import Synchronization

/// A large file whose pages are those that the system has of it: nothing is copied, and its bytes stay
/// what they were when it was mapped, whatever others do to the file (`CMapping`).
@safe
final class MappedFile: Sendable {
  private nonisolated(unsafe) let start: UnsafePointer<UInt8>

  /// Bytes of the file.
  let size: Int

  /// Smaller files are copied at once: a mapping has costs of its own, and may make others wait.
  static let least = 32 << 20

  /// Maps an open file. Nil where it is small, where the system does not guard it, or its disk does not give all
  /// of it: then it is to be read.
  ///
  /// - Parameters:
  ///   - least: bytes of the smallest file that is mapped.
  ///   - name: what messages call the file.
  ///   - fills: whether all of it is brought into memory, on all cores; else ``fill(_:)`` is for whoever looks at
  ///     some of it.
  init?(
    _ file: borrowing OpenFile, size: Int, least: Int = MappedFile.least, named name: String,
    fills: Bool = true, interrupt: Interrupt
  ) {
    guard size >= max(least, 1), let start = unsafe file.mapped(size, named: name) else {
      return nil
    }
    unsafe self.start = start
    self.size = size
    guard unsafe !fills || MappedFile.isFilled(start, size, interrupt) else { return nil }
  }

  /// Brings some of it into memory; false where its disk does not give that.
  func fill(_ range: Range<Int>) -> Bool {
    let page = 1 << 12
    let first = range.lowerBound & ~(page - 1)
    return unsafe mapping_fill(start + first, Swift.min(range.upperBound, size) - first)
  }

  /// Has all of a mapping brought into memory; false where the disk does not give it.
  private static func isFilled(
    _ start: UnsafePointer<UInt8>, _ size: Int, _ interrupt: Interrupt
  ) -> Bool {
    nonisolated(unsafe) let start = unsafe start
    let pieces = (0..<size).pieces(of: MappedFile.piece)
    let isWhole = Atomic(true)
    DispatchQueue.concurrentPerform(iterations: pieces.count) { piece in
      guard !interrupt.isRaised else { return }
      if unsafe !mapping_fill(start + pieces[piece].lowerBound, pieces[piece].count) {
        isWhole.store(false, ordering: .relaxed)
      }
    }
    return isWhole.load(ordering: .relaxed)
  }

  deinit {
    guard size > MappedFile.large else { return unsafe mapping_close(start) }
    // A gigabyte of pages takes the system a tenth of a second, for which Ctrl-C would wait.
    nonisolated(unsafe) let start = unsafe start
    DispatchQueue.global().async { unsafe mapping_close(start) }
  }

  /// Bytes above which giving back a mapping is left to another thread.
  private static let large = 1 << 28

  /// Its bytes, which keep it mapped.
  var bytes: SharedBytes {
    unsafe SharedBytes(UnsafeBufferPointer(start: start, count: size), of: self)
  }

  /// Bytes that are brought into memory in one go, whole pages.
  private static let piece = 1 << 23
}
