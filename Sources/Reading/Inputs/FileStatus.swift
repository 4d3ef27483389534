import Glibc

/// What the system says of a path before anything is opened.
struct FileStatus {
  /// What stands at the path, symbolic links followed.
  let kind: Kind

  /// Which file it is, whatever the path.
  let identity: FileIdentity

  /// Bytes.
  let size: Int

  /// When its content last changed.
  let modified: Change

  /// A moment: seconds since 1970, UTC, and nanoseconds.
  struct Change: Equatable {
    let seconds: Int
    let nanoseconds: Int
  }

  enum Kind {
    case file
    case folder
    case pipe
    case socket
    case device

    /// What the user calls it.
    var words: String {
      switch self {
      case .file: "a file"
      case .folder: "a folder"
      case .pipe: "a named pipe"
      case .socket: "a socket"
      case .device: "a device"
      }
    }
  }

  /// The status of what stands at a path.
  static func of(_ path: Path) -> Result<FileStatus, SystemError> {
    // A NUL would end the path early and name something else.
    guard !path.bytes.contains(0) else { return .failure(SystemError(code: ENOENT)) }
    var status = stat()
    let result = unsafe path.withCString { name in unsafe stat(name, &status) }
    return result == 0 ? .success(FileStatus(status)) : .failure(SystemError(code: errno))
  }

  /// The status of an open file.
  static func of(descriptor: Int32) -> Result<FileStatus, SystemError> {
    var status = stat()
    let result = unsafe fstat(descriptor, &status)
    return result == 0 ? .success(FileStatus(status)) : .failure(SystemError(code: errno))
  }

  private init(_ status: stat) {
    kind =
      switch status.st_mode & S_IFMT {
      case S_IFREG: .file
      case S_IFDIR: .folder
      case S_IFIFO: .pipe
      case S_IFSOCK: .socket
      default: .device
      }
    identity = FileIdentity(device: UInt64(status.st_dev), inode: UInt64(status.st_ino))
    size = Int(status.st_size)
    modified = Change(seconds: status.st_mtim.tv_sec, nanoseconds: status.st_mtim.tv_nsec)
  }
}

/// What tells two files apart, whatever their paths.
struct FileIdentity: Hashable {
  let device: UInt64
  let inode: UInt64

  /// A hash at no cost: the numbers of a disk's files differ in their lowest bits.
  var quickHash: UInt64 { inode ^ device &* 0x9E37_79B9_7F4A_7C15 }
}

/// A call that the system refused.
struct SystemError: Error {
  /// The system's number for the reason.
  let code: Int32

  /// The reason in the system's words: `permission denied`.
  var words: String {
    guard let text = unsafe strerror(code) else { return "error \(code)" }
    let words = unsafe String(cString: text)
    return words.prefix(1).lowercased() + words.dropFirst()
  }
}

extension Path {
  /// Whether a symbolic link stands there, whatever it points to.
  var isLink: Bool {
    guard !bytes.contains(0) else { return false }
    var status = stat()
    let result = unsafe withCString { name in unsafe lstat(name, &status) }
    return result == 0 && status.st_mode & S_IFMT == S_IFLNK
  }

  /// The absolute path without `.`, `..` and symbolic links; nil where there is no such file.
  var real: Path? {
    guard !bytes.contains(0), let found = unsafe withCString({ unsafe realpath($0, nil) }) else {
      return nil
    }
    defer { unsafe free(found) }
    return unsafe Path(cString: found)
  }

  /// A path as the system hands it over, ended by a NUL.
  @unsafe
  init(cString: UnsafePointer<CChar>) {
    self.init(bytes: unsafe Array(UnsafeRawBufferPointer(start: cString, count: strlen(cString))))
  }

  /// Calls `body` with the path as the system's calls want it, ended by a NUL.
  @unsafe
  func withCString<Result>(_ body: (UnsafePointer<CChar>) -> Result) -> Result {
    unsafe bytes[...].withCString(body)
  }
}

extension ArraySlice<UInt8> {
  /// Calls `body` with the bytes as the system's calls want a path, ended by a NUL.
  @unsafe
  func withCString<Result>(_ body: (UnsafePointer<CChar>) -> Result) -> Result {
    unsafe withUnsafeTemporaryAllocation(of: CChar.self, capacity: count + 1) { buffer in
      unsafe withUnsafeBytes { bytes in
        unsafe UnsafeMutableRawBufferPointer(buffer).copyMemory(from: bytes)
      }
      unsafe buffer[count] = 0
      // The buffer holds the NUL at least, so it has an address.
      return unsafe buffer.baseAddress.map { unsafe body($0) } ?? body("")
    }
  }
}
