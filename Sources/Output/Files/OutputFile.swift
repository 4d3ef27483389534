import CKernels
import Diagnostics
import Dispatch
import Glibc

/// An open file that is written from its start; every call is checked.
struct OutputFile: ~Copyable {
  /// Negative where somebody else closes it.
  private var descriptor: Int32
  /// The path as the user wrote it, for messages.
  private let name: String
  private let interrupt: Interrupt

  /// Opens `path`; a new file follows the umask.
  init(
    path: String, named name: String, flags: Int32, _ interrupt: Interrupt
  ) throws(Diagnostic) {
    self.name = name
    self.interrupt = interrupt
    descriptor = OutputFile.open(path, flags, interrupt)
    guard descriptor >= 0 else {
      if errno == EINTR { throw Diagnostic.interrupted }
      throw Diagnostic(
        "cannot write “\(name)”: \(systemMessage(errno))",
        help: errno == ENOENT ? "the folder does not exist: create it first" : nil)
    }
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
  }

  /// Opens a file; negative, and `errno` says why, where that fails. Opening a FIFO waits for its reader,
  /// until the interrupt is raised.
  private static func open(_ path: String, _ flags: Int32, _ interrupt: Interrupt) -> Int32 {
    while true {
      let descriptor = unsafe Glibc.open(path, flags | O_CLOEXEC, 0o666)
      if descriptor >= 0 || errno != EINTR || interrupt.isRaised { return descriptor }
    }
  }

  /// Lets another thread close it: to give back what the system holds of a large file that is gone takes
  /// long.
  mutating func closeLater() {
    DispatchQueue.global().async { [descriptor] in close(descriptor) }
    descriptor = -1
  }

  /// Lets `body` write, then makes sure that the bytes are on the disk where `flushing` asks so.
  func fill(
    _ body: (Sink) throws(Diagnostic) -> Void, flushing: Bool = false
  ) throws(Diagnostic) {
    let (descriptor, name, interrupt) = (self.descriptor, self.name, self.interrupt)
    try body(
      Sink { (bytes) throws(Diagnostic) in
        try writeAll(bytes, to: descriptor, named: name, interrupt)
        // The disk begins with them while what follows is worked out. Where it cannot, the flush waits
        // for all of them.
        if flushing, bytes.count >= 1 << 16 { kernels_begin_flush(descriptor) }
      })
    if flushing { try flush() }
  }

  /// Makes sure that its bytes are on the disk, whoever wrote them.
  func flush() throws(Diagnostic) {
    // The thread that waits for the disk may do so for longer than the file is ours.
    let copy = dup(descriptor)
    guard copy >= 0 else { throw writeFailure(name, errno) }
    let failure = try interrupt.waiting { _ in
      defer { close(copy) }
      while fsync(copy) != 0 {
        if errno != EINTR { return errno }
      }
      return 0
    }
    if failure != 0 { throw writeFailure(name, failure) }
  }

  /// Closes it where nothing else asks whether its bytes arrived: some file systems tell only now.
  func finish() throws(Diagnostic) {
    let last = dup(descriptor)
    // Closed in spite of an interruption, as Linux does it.
    guard last >= 0, close(last) == 0 || errno == EINTR else { throw writeFailure(name, errno) }
  }

  /// Takes the lock by which others know that whoever writes it is at work.
  func lock() {
    flock(descriptor, LOCK_EX | LOCK_NB)
  }

  /// Writes the bytes of the file at `path`, if there is one, and ends its last line where asked.
  func copy(from path: String, endingLine: Bool) throws(Diagnostic) {
    let source = openToRead(path)
    guard source >= 0 else {
      if errno == ENOENT { return }
      throw Diagnostic("cannot add to “\(name)”: \(systemMessage(errno))")
    }
    defer { close(source) }
    let newline = UInt8(ascii: "\n")
    var last = newline
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = unsafe buffer.withUnsafeMutableBytes { bytes in
        unsafe read(source, bytes.baseAddress, bytes.count)
      }
      if count == 0 { break }
      if count < 0 {
        if errno == EINTR { continue }
        throw Diagnostic("cannot add to “\(name)”: \(systemMessage(errno))")
      }
      last = buffer[count - 1]
      try writeAll(Array(buffer[..<count]), to: descriptor, named: name, interrupt)
    }
    if endingLine, last != newline {
      try writeAll([newline], to: descriptor, named: name, interrupt)
    }
  }

  /// Gives the file the mode of the one at `path`, which it will replace.
  func takeMode(of path: String) {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else { return }
    fchmod(descriptor, status.st_mode & 0o7777)
  }
}

/// The lock of an open file, which is closed with it.
struct FileLock: ~Copyable {
  private let descriptor: Int32

  /// A lock that is not taken yet.
  init(_ descriptor: Int32) { self.descriptor = descriptor }

  deinit { close(descriptor) }

  /// Tells whether it is taken, or the file system has none.
  func take() -> Bool {
    flock(descriptor, LOCK_EX | LOCK_NB) == 0 || (errno != EWOULDBLOCK && errno != EINTR)
  }
}

/// The first bytes of an open file, so many at most; nil, and `errno` says why, where it cannot be read.
func readStart(of file: Int32, most: Int) -> [UInt8]? {
  var failure: Int32 = 0
  let start = unsafe [UInt8](unsafeUninitializedCapacity: most) { bytes, count in
    while count < most {
      let got = unsafe read(file, bytes.baseAddress?.advanced(by: count), most - count)
      if got < 0, errno == EINTR { continue }
      if got < 0 { failure = errno }
      guard got > 0 else { return }
      count += got
    }
  }
  errno = failure
  return failure == 0 ? start : nil
}

/// Opens a file or folder to read it; negative, and `errno` says why, where that fails.
func openToRead(_ path: String, _ flags: Int32 = 0) -> Int32 {
  while true {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | flags)
    if descriptor >= 0 || errno != EINTR { return descriptor }
  }
}

/// Writes all of the bytes to a descriptor, however many calls that takes.
private func writeAll(
  _ bytes: borrowing [UInt8], to descriptor: Int32, named name: String, _ interrupt: Interrupt
) throws(Diagnostic) {
  var written = 0
  while written < bytes.count {
    let count = unsafe bytes.withUnsafeBytes { all in
      unsafe write(
        descriptor, all.baseAddress?.advanced(by: written), all.count - written)
    }
    if count < 0 {
      if errno == EINTR {
        try interrupt.check()
        continue
      }
      throw writeFailure(name, errno)
    }
    written += count
  }
}

private func writeFailure(_ name: String, _ code: Int32) -> Diagnostic {
  Diagnostic("cannot write “\(name)”: \(systemMessage(code)); nothing was changed")
}
