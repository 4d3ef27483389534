import CArchive
import Diagnostics
import Model
import Synchronization

/// The bytes of an archive: a file's, read where they are wanted, or some in memory, perhaps a file's as well.
final class ArchiveSource: Sendable {
  /// How many there are.
  let size: Int

  /// Reading ends where this is raised, as if the bytes could not be read.
  let interrupt: Interrupt

  /// All of them, if they are in memory, or can be had there: ``isAtHand(_:)``.
  let whole: SharedBytes?

  /// The file where that is mapped.
  private let mapping: MappedFile?

  /// The file, and its status when it was opened; nil for bytes that were read already.
  private let file: OpenFile?
  private let status: FileStatus?

  /// How many bytes were read, of this and others that count together.
  private let counter: ByteCounter

  /// A file that stands still: see ``hasChanged``.
  ///
  /// - Parameter label: what the user calls a file that is mapped where it is large, and not so large that a copy
  ///   of it would be a burden: ``MappedFile``; nil for one that is read.
  init(
    of path: Path, mappedAs label: String? = nil, counter: ByteCounter = ByteCounter(),
    interrupt: Interrupt
  ) throws(InputFailure) {
    self.counter = counter
    let file = try OpenFile(path)
    let status = try file.status()
    guard status.kind == .file else { throw InputFailure(notAFile: status.kind) }
    size = status.size
    self.status = status
    mapping =
      status.size > ArchiveSource.largest
      ? nil
      : label.flatMap {
        MappedFile(
          file, size: status.size, named: $0, fills: false, interrupt: interrupt)
      }
    whole = mapping?.bytes
    self.file = consume file
    self.interrupt = interrupt
  }

  /// Bytes that were read already.
  init(_ bytes: [UInt8], counter: ByteCounter = ByteCounter(), interrupt: Interrupt) {
    self.counter = counter
    size = bytes.count
    status = nil
    file = nil
    mapping = nil
    whole = SharedBytes(bytes)
    self.interrupt = interrupt
  }

  /// Whether the file has been written to since it was opened.
  var hasChanged: Bool {
    guard let status, let now = try? file?.status() else { return false }
    return now.modified != status.modified || now.size != status.size
  }

  /// Some of the bytes; fewer where there are no more or they cannot be read.
  func bytes(_ range: Range<Int>) -> [UInt8] {
    let range = range.clamped(to: 0..<size)
    return unsafe [UInt8](unsafeUninitializedCapacity: range.count) { buffer, count in
      guard let base = buffer.baseAddress else { return }
      while count < range.count {
        let got = unsafe read(
          range.count - count, at: range.lowerBound + count, into: base + count)
        guard got > 0 else { return }
        count += got
      }
    }
  }

  /// Copies up to so many bytes from an offset on; tells how many, 0 at the end, -1 where that fails.
  @unsafe
  func read(_ count: Int, at offset: Int, into buffer: UnsafeMutableRawPointer) -> Int {
    guard !interrupt.isRaised, offset >= 0 else { return -1 }
    if let read = unsafe file?.read(count, at: offset, into: buffer) {
      counter.add(read)
      return read
    }
    guard let whole else { return -1 }
    let start = Swift.min(offset, whole.count)
    let rest = whole.span.extracting(start..<(start + Swift.min(count, whole.count - start)))
    counter.add(rest.count)
    unsafe rest.withUnsafeBytes {
      unsafe UnsafeMutableRawBufferPointer(start: buffer, count: $0.count).copyMemory(from: $0)
    }
    return rest.count
  }

  /// Whether some of ``whole`` may be looked at, which is brought into memory for that; false where the disk does
  /// not give it.
  func isAtHand(_ range: Range<Int>) -> Bool { mapping?.fill(range) ?? true }

  /// Bytes of the largest file that is mapped.
  private static let largest = 1 << 30

  /// Counts bytes of ``whole`` that were looked at there.
  func count(_ bytes: Int) { counter.add(bytes) }
}

extension ArchiveSource {
  /// The bytes as the C target asks for them; it has to be kept as long as that.
  @unsafe var bytesForC: archive_source {
    unsafe archive_source(
      read: { context, offset, buffer, size in
        guard let context = unsafe context, let buffer = unsafe buffer else { return -1 }
        let source = unsafe Unmanaged<ArchiveSource>.fromOpaque(context).takeUnretainedValue()
        return Int64(unsafe source.read(size, at: Int(offset), into: buffer))
      },
      context: Unmanaged.passUnretained(self).toOpaque(), size: Int64(size))
  }
}

/// Counts bytes, on any thread.
final class ByteCounter: Sendable {
  private let count = Atomic(0)

  /// How many there were so far.
  var value: Int { count.load(ordering: .relaxed) }

  /// Counts more; a number below 0, as a failure is told by, is none.
  func add(_ bytes: Int) { count.add(Swift.max(0, bytes), ordering: .relaxed) }
}
