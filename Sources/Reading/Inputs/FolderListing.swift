import Glibc

/// What stands in a folder.
struct FolderListing {
  /// The entries, hidden ones left out, in no order.
  private(set) var entries: [Entry] = []

  /// How many entries were left out because their name begins with a dot.
  private(set) var hidden = 0

  struct Entry {
    /// The bytes of its name.
    let name: [UInt8]
    /// What it is; nil where only a look at it can tell, as with a symbolic link.
    let kind: FileStatus.Kind?
  }

  /// Reads a folder.
  init(of folder: Path) throws(SystemError) {
    guard let stream = unsafe folder.withCString({ unsafe opendir($0) }) else {
      throw SystemError(code: errno)
    }
    defer { unsafe closedir(stream) }
    errno = 0
    while let record = unsafe readdir(stream) {
      let name = unsafe FolderListing.name(in: record)
      if name.first == Path.dot {
        if name != [Path.dot], name != [Path.dot, Path.dot] { hidden += 1 }
      } else {
        entries.append(Entry(name: name, kind: FolderListing.kind(unsafe record.pointee.d_type)))
      }
      errno = 0
    }
    if errno != 0 { throw SystemError(code: errno) }
  }

  @unsafe
  private static func name(in record: UnsafeMutablePointer<dirent>) -> [UInt8] {
    // The name has as many bytes as the record leaves room for, up to a NUL.
    guard let offset = MemoryLayout<dirent>.offset(of: \.d_name) else { return [] }
    let room = Int(unsafe record.pointee.d_reclen) - offset
    let bytes = unsafe UnsafeRawBufferPointer(
      start: UnsafeRawPointer(record) + offset, count: Swift.max(0, room))
    return unsafe Array(bytes.prefix { $0 != 0 })
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
