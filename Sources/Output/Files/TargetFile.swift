import CKernels
public import Diagnostics
import Glibc

/// A file to be written whole or not at all.
///
/// Bytes go to a new file beside the target, which is flushed to the disk and renamed over it only
/// when everything is there; whatever fails before leaves the target as it was and no litter.
public struct TargetFile: Sendable {
  /// Where it goes, as the user wrote it.
  public let path: String
  /// The folder that a relative path starts from.
  public let directory: String
  /// What `~` at the start of a path stands for; nil for itself.
  public let home: String?
  /// Whether an existing file may be replaced.
  public var replaces = false
  /// Whether rows are added to what an existing file holds.
  public var appends = false
  /// Whether the folder is made where there is none, for its user alone.
  public var makesFolder = false
  /// Files that are never overwritten, whatever their name: the loaded inputs.
  public var inputs: [String] = []

  /// Asked when a call on a device or FIFO is interrupted, where it may have to wait.
  public var interrupt = Interrupt.never

  /// A target that does not exist yet, unless ``replaces`` or ``appends`` is set.
  public init(path: String, directory: String, home: String? = nil) {
    self.path = path
    self.directory = directory
    self.home = home
  }

  /// The file that links at a path end in, by its path from the root; the path itself where there is none.
  /// For a file of the user's own that others keep for it in another place, as settings often are.
  public static func behindLinks(_ path: String) -> String {
    guard let real = unsafe realpath(path, nil) else { return path }
    defer { unsafe free(real) }
    return unsafe String(cString: real)
  }

  /// What was found at the target before anything is written.
  public enum State: Sendable, Hashable {
    case absent
    /// A regular file that will be replaced or added to.
    case present(bytes: Int)
    /// A device, FIFO or socket: written to as it is, never renamed over.
    case special
  }

  /// Looks at the target and refuses what must not be written to.
  public func inspect() throws(Diagnostic) -> State {
    var status = stat()
    guard unsafe lstat(location, &status) == 0 else {
      if errno == ENOENT { return .absent }
      throw failure("write to", errno)
    }
    switch status.st_mode & S_IFMT {
    case S_IFDIR:
      throw Diagnostic(
        "“\(path)” is a folder",
        help: "name a file in it: \(path)\(path.hasSuffix("/") ? "" : "/")answer.csv")
    case S_IFLNK:
      throw Diagnostic(
        "“\(path)” is a symbolic link, which is never written through",
        help: "name the file it points to")
    case S_IFREG: break
    default: return .special
    }
    if let input = inputs.first(where: { isSameFile($0, as: status) }) {
      let other = input == path ? "" : " (\(input))"
      throw Diagnostic(
        "“\(path)” is a loaded input\(other), which is never overwritten",
        help: "write to another name: \(freeName())")
    }
    if !replaces && !appends {
      throw Diagnostic(
        "“\(path)” exists already (\(byteCount(Int(status.st_size))))",
        help: "--force replaces it; or write to \(freeName())")
    }
    return .present(bytes: Int(status.st_size))
  }

  /// The first bytes of what it holds, decompressed where its ending says so; so many at most.
  func firstBytes(most: Int) throws(Diagnostic) -> [UInt8] {
    let file = openToRead(location)
    guard file >= 0 else { throw failure("add to", errno) }
    defer { close(file) }
    guard let compression = Compression.chosen(byPath: path) else {
      guard let start = readStart(of: file, most: most) else { throw failure("add to", errno) }
      return start
    }
    guard let start = compression.start(of: file, most: most) else {
      throw notCompressed(compression)
    }
    return start
  }

  /// Whether it is compressed and what it holds ends without a line break. Linear in that.
  func endsInsideCompressedLine(_ interrupt: Interrupt) throws(Diagnostic) -> Bool {
    guard let compression = Compression.chosen(byPath: path) else { return false }
    let file = openToRead(location)
    guard file >= 0 else { throw failure("add to", errno) }
    defer { close(file) }
    let last = compression.lastByte(of: file, interrupt)
    try interrupt.check()
    guard let last else { throw notCompressed(compression) }
    return last != 0 && last != UInt8(ascii: "\n")
  }

  private func notCompressed(_ compression: Compression) -> Diagnostic {
    Diagnostic(
      "cannot add to “\(path)”: it cannot be decompressed as \(compression.ending)",
      help: "write to \(freeName())")
  }

  /// Writes the file.
  ///
  /// - Parameter body: writes the bytes; an error it throws leaves the target as it was.
  public func write(_ body: (Sink) throws(Diagnostic) -> Void) throws(Diagnostic) {
    switch try inspect() {
    case .special:
      let file = try OutputFile(path: location, named: path, flags: O_WRONLY, interrupt)
      try file.fill(body)
      try file.finish()
    case .absent, .present:
      try writeBeside { (file, _) throws(Diagnostic) in
        if appends {
          let isText = Compression.chosen(byPath: path) == nil
          try file.copy(from: location, endingLine: isText)
        }
        try file.fill(body, flushing: true)
      }
    }
  }

  /// Lets somebody write the file who needs a path for it.
  ///
  /// - Parameters:
  ///   - format: what messages call such a file.
  ///   - body: writes the file at a path, which holds what the target does where that is added to; an
  ///     error it throws leaves the target as it was.
  public func writeDraft(
    as format: String, _ body: (_ path: String) throws(Diagnostic) -> Void
  ) throws(Diagnostic) {
    guard try inspect() != .special else {
      throw Diagnostic(
        "\(format) is a file, which “\(path)” cannot be", help: "name a file that is not there yet")
    }
    try writeBeside { (file, draft) throws(Diagnostic) in
      if appends { try file.copy(from: location, endingLine: false) }
      try body(draft)
      try file.flush()
    }
  }

  /// Refuses a target beside which there is a file of its name and an ending: whoever made that is not
  /// done with the target.
  func refuse(besides endings: [String]) throws(Diagnostic) {
    for ending in endings {
      guard let size = fileSize(at: location + ending), size > 0 else { continue }
      throw Diagnostic(
        "another program is at work on “\(path)”: there is \(path)\(ending)",
        help: "close it there first; or write to \(freeName())")
    }
  }

  private func writeBeside(
    _ body: (borrowing OutputFile, _ draft: String) throws(Diagnostic) -> Void
  ) throws(Diagnostic) {
    if makesFolder {
      for index in location.indices.dropFirst() where location[index] == "/" {
        unsafe mkdir(String(location[..<index]), 0o700)
      }
    }
    removeAbandonedDrafts()
    let draft = draftName
    var file = try OutputFile(
      path: draft, named: path, flags: O_WRONLY | O_CREAT | O_EXCL, interrupt)
    file.lock()
    do throws(Diagnostic) {
      if replaces || appends { file.takeMode(of: location) }
      try body(file, draft)
      try putInPlace(draft)
    } catch {
      let isRemoved = unsafe unlink(draft) == 0
      file.closeLater()
      throw isRemoved ? error : naming(draft, in: error)
    }
    try flushFolder()
  }

  /// Renames a draft to the target; where nothing is to be replaced only if nothing has come to stand there.
  private func putInPlace(_ draft: String) throws(Diagnostic) {
    if !replaces && !appends {
      if unsafe kernels_rename_new(draft, location) == 0 { return }
      // Some file systems cannot do that.
      guard [EINVAL, ENOSYS, ENOTSUP].contains(errno) else {
        if errno == EEXIST { _ = try inspect() }
        throw failure("write", errno)
      }
    }
    guard unsafe rename(draft, location) == 0 else { throw failure("replace", errno) }
  }

  /// Waits until no other process adds rows to the file, and keeps others from it as long as the lock lasts: they
  /// would put what each of them read in place of what the other one wrote. Nil where there is no file.
  func lockToAppend() throws(Diagnostic) -> FileLock? {
    while true {
      let file = openToRead(location, O_NOFOLLOW | O_NONBLOCK)
      guard file >= 0 else {
        // What is no file is not added to.
        if [ENOENT, ELOOP, ENXIO].contains(errno) { return nil }
        throw failure("add to", errno)
      }
      let lock = FileLock(file)
      var status = stat()
      guard unsafe fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
      while !lock.take() {
        try interrupt.check()
        usleep(10_000)
      }
      // Whoever had it may have put another file in place of this one.
      if isSameFile(location, as: status) { return lock }
    }
  }

  /// The path from the root, or from the folder.
  var location: String { location(of: path) }

  private func location(of path: String) -> String {
    if let home, path == "~" || path.hasPrefix("~/") { return home + path.dropFirst() }
    return path.hasPrefix("/") ? path : "\(directory)/\(path)"
  }

  var folder: String {
    location.lastIndex(of: "/").map { String(location[...$0]) } ?? directory
  }

  /// Hidden, beside the target, and different in every process.
  var draftName: String { "\(folder)\(draftPrefix)\(getpid())" }

  /// What the names of drafts of this target begin with, before the number of the process.
  var draftPrefix: String {
    let name = location.lastIndex(of: "/").map { location[location.index(after: $0)...] }
    return ".\(TargetFile.shortened(name ?? "export")).causerie-"
  }

  /// The beginning of a name that leaves a file system room for more: names have 255 bytes at most.
  private static func shortened(_ name: Substring) -> String {
    // A character of UTF-8 has four bytes at most.
    (0..<4).lazy.compactMap { String(name.utf8.prefix(200 - $0)) }.first ?? "export"
  }

  func isSameFile(_ other: String, as status: stat) -> Bool {
    var known = stat()
    let location = other.hasPrefix("/") ? other : "\(directory)/\(other)"
    guard unsafe stat(location, &known) == 0 else { return false }
    return known.st_dev == status.st_dev && known.st_ino == status.st_ino
  }

  /// The path with the first number before its ending, as `.csv` or `.csv.gz`, that no file has yet.
  func freeName() -> String {
    let plain = path.dropLast(Compression.chosen(byPath: path)?.ending.count ?? 0)
    let slash = plain.lastIndex(of: "/").map { plain.index(after: $0) } ?? plain.startIndex
    let dot = plain[slash...].lastIndex(of: ".") ?? plain.endIndex
    for number in 2...999 {
      let name = "\(path[..<dot])-\(number)\(path[dot...])"
      if unsafe access(location(of: name), F_OK) != 0 { return name }
    }
    return "another name"
  }

  /// The rename itself is on the disk only once the folder is.
  func flushFolder() throws(Diagnostic) {
    let descriptor = openToRead(folder, O_DIRECTORY)
    // A folder that may be written to and not be read cannot be asked.
    guard descriptor >= 0 else { return }
    defer { close(descriptor) }
    while fsync(descriptor) != 0 {
      switch errno {
      case EINTR: continue
      // Some file systems have no such call for folders.
      case EINVAL, ENOTSUP: return
      default:
        throw Diagnostic(
          "“\(path)” is written, but may not last: its folder cannot be put on the disk: "
            + systemMessage(errno))
      }
    }
  }

  func failure(_ verb: String, _ code: Int32) -> Diagnostic {
    Diagnostic("cannot \(verb) “\(path)”: \(systemMessage(code))")
  }
}

/// What the system says of an error number.
func systemMessage(_ code: Int32) -> String {
  guard let text = unsafe strerror(code) else { return "error \(code)" }
  return unsafe String(cString: text)
}

/// How many bytes the file at a path has; nil where there is none.
func fileSize(at path: String) -> Int? {
  var status = stat()
  return unsafe stat(path, &status) == 0 ? Int(status.st_size) : nil
}

/// A size as people read it: `812 bytes`, `3.4 kB`, `310 MB`, `1.2 GB`.
public func byteCount(_ bytes: Int) -> String {
  guard bytes >= 1_000 else { return bytes == 1 ? "1 byte" : "\(bytes) bytes" }
  var size = Double(bytes)
  for unit in ["kB", "MB", "GB", "TB"] {
    size /= 1_000
    if size < 999.5 || unit == "TB" {
      let tenths = Int((size * 10).rounded())
      if tenths >= 1_000 { return "\(Int(size.rounded())) \(unit)" }
      return "\(tenths / 10).\(tenths % 10) \(unit)"
    }
  }
  return "\(bytes) bytes"
}
