import Glibc

/// What stands in a folder.
struct FolderListing {
  /// The entries, hidden ones left out, in no order.
  private(set) var entries: [Entry] = []

  /// How many entries were left out because their name begins with a dot.
  private(set) var hidden = 0

  struct Entry {
    /// The bytes of its name; those of all entries stand in one buffer.
    let name: ArraySlice<UInt8>
    /// What it is; nil where only a look at it can tell, as with a symbolic link.
    let kind: FileStatus.Kind?
  }

  /// Reads a folder.
  init(of folder: Path) throws(SystemError) {
    guard let stream = unsafe folder.withCString({ unsafe opendir($0) }) else {
      throw SystemError(code: errno)
    }
    defer { unsafe closedir(stream) }
    var names: [UInt8] = []
    var found: [(name: Range<Int>, kind: FileStatus.Kind?)] = []
    errno = 0
    while let record = unsafe readdir(stream) {
      let start = names.count
      unsafe names.append(contentsOf: FolderListing.name(in: record))
      if start < names.count, names[start] == Path.dot {
        // The folder itself and the one it stands in.
        let isLink = names.count == start + 1 || names[(start + 1)...].elementsEqual([Path.dot])
        hidden += isLink ? 0 : 1
      } else {
        found.append((start..<names.count, FolderListing.kind(unsafe record.pointee.d_type)))
      }
      errno = 0
    }
    if errno != 0 { throw SystemError(code: errno) }
    entries = found.map { Entry(name: names[$0.name], kind: $0.kind) }
  }

  @unsafe
  private static func name(in record: UnsafeMutablePointer<dirent>) -> UnsafeRawBufferPointer {
    // The name has as many bytes as the record leaves room for, up to a NUL.
    guard let offset = MemoryLayout<dirent>.offset(of: \.d_name) else {
      return unsafe UnsafeRawBufferPointer(start: nil, count: 0)
    }
    let room = Swift.max(0, Int(unsafe record.pointee.d_reclen) - offset)
    let start = unsafe UnsafeRawPointer(record) + offset
    let length = unsafe strnlen(start.assumingMemoryBound(to: CChar.self), room)
    return unsafe UnsafeRawBufferPointer(start: start, count: length)
  }

  private static func kind(_ type: UInt8) -> FileStatus.Kind? {
    switch Int(type) {
    case DT_REG: .file
    case DT_DIR: .folder
    case DT_FIFO: .pipe
    case DT_SOCK: .socket
    case DT_CHR, DT_BLK: .device
    default: nil
    }
  }
}
