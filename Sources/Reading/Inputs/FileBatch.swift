import Diagnostics
import Glibc
import Model

/// Reads neighbouring files of a search, small ones of a folder one behind the other into one
/// buffer: in a folder of many, opening and reading them is most of the work there is.
struct FileBatch: Sendable {
  /// What reading gave, in the order of the entries.
  private(set) var files: [FileReading] = []

  /// How many files to read in one go where there are so many; fewer files are shared out between the
  /// cores.
  static func size(for count: Int) -> Int { Swift.min(2_048, Swift.max(1, count / 16)) }

  /// Files of more bytes are read by themselves.
  private static let longest = 1 << 16

  /// The most that a file with its name takes of the buffer.
  private static let largest = longest + WrittenName.most

  /// Room in the buffer for each file with its name, on average; those without room are read by themselves. What
  /// is not used of it is never touched.
  private static let room = 1 << 13

  /// Reads some of the entries of a search. An interrupt ends it early with whatever there is: the
  /// caller checks before using it.
  init(
    _ range: Range<Int>, of entries: [InputEntry], standardInput: [UInt8], interrupt: Interrupt
  ) {
    files.reserveCapacity(range.count)
    let (bytes, reads) = FileBatch.read(entries.span.extracting(range), interrupt: interrupt)
    let buffer = ChunkBuffer(bytes)
    for index in range {
      if let read = reads[index - range.lowerBound] {
        files.append(
          FileReading(
            read.bytes, of: buffer, named: read.name, identity: read.identity))
      } else {
        files.append(
          FileReading.of(entries[index], standardInput: standardInput, interrupt: interrupt))
      }
    }
  }

  /// Gives what was read away.
  mutating func handOver(to others: inout [FileReading]) {
    for index in files.indices { others.append(files[index].take()) }
  }

  /// A file that was read whole.
  private struct Read {
    /// Its bytes in the buffer.
    let bytes: Range<Int>
    let name: WrittenName
    let identity: FileIdentity
  }

  /// Reads those entries that are small and as they should be; nil for the others.
  private static func read(
    _ entries: Span<InputEntry>, interrupt: Interrupt
  ) -> (buffer: [UInt8], reads: [Read?]) {
    var reads: [Read?] = []
    reads.reserveCapacity(entries.count)
    let size = entries.count > 1 ? entries.count * room + largest : 0
    var folder: OpenFolder?
    let buffer = unsafe [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      for index in entries.indices {
        guard let path = entries[index].file, buffer.count - count > largest, !interrupt.isRaised,
          let name = unsafe WrittenName(entries[index].label, [], path.name, in: buffer, at: &count)
        else {
          reads.append(nil)
          continue
        }
        if folder?.path != path.folder { folder = OpenFolder(path.folder) }
        let rest = unsafe UnsafeMutableRawBufferPointer(
          rebasing: UnsafeMutableRawBufferPointer(buffer)[count..<(count + longest + 1)])
        let read = unsafe folder?.read(path.name, into: rest)
        reads.append(
          read.map { Read(bytes: count..<(count + $0.size), name: name, identity: $0.identity) })
        count += read?.size ?? 0
      }
    }
    return (buffer, reads)
  }
}

/// An open folder, closed when it goes.
private final class OpenFolder {
  let path: Path
  private let descriptor: Int32

  /// Opens a folder; nil where that fails.
  init?(_ path: Path) {
    self.path = path
    descriptor = unsafe path.withCString { unsafe open($0, O_RDONLY | O_DIRECTORY | O_CLOEXEC) }
    if descriptor < 0 { return nil }
  }

  deinit { close(descriptor) }

  /// Reads a file of the folder whole, in one call, which sees it at one moment; nil where it is no
  /// file, does not fit, cannot be read or has another size afterwards, which whoever reads it by
  /// itself finds out again.
  @unsafe
  func read(
    _ name: ArraySlice<UInt8>, into buffer: UnsafeMutableRawBufferPointer
  ) -> (size: Int, identity: FileIdentity)? {
    let flags = O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY
    let file = unsafe name.withCString { unsafe openat(descriptor, $0, flags) }
    guard file >= 0 else { return nil }
    defer { close(file) }
    let size = unsafe Glibc.read(file, buffer.baseAddress, buffer.count)
    guard size > 0, size < buffer.count,
      case .success(let status) = FileStatus.of(descriptor: file), status.kind == .file,
      status.size == size
    else { return nil }
    return (size, status.identity)
  }
}
