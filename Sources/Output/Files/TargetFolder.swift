import CKernels
import Diagnostics
import Glibc

extension TargetFile {
  /// Writes a folder of files, whole or not at all: they are written into a folder beside it, which is
  /// renamed when it is complete.
  ///
  /// - Parameters:
  ///   - kind: what messages call such a folder.
  ///   - isOurs: whether a file that begins with some bytes is of that kind: only a folder that holds
  ///     nothing else is replaced.
  ///   - body: writes the files; an error it throws leaves what was there as it was.
  func writeFolder(
    of kind: String, isOurs: (_ start: [UInt8]) -> Bool,
    _ body: (FolderDraft) throws(Diagnostic) -> Void
  ) throws(Diagnostic) {
    let name = path.reversed().drop { $0 == "/" }.reversed()
    guard name.isEmpty || !path.hasSuffix("/") else {
      var plain = TargetFile(path: String(name), directory: directory, home: home)
      (plain.replaces, plain.inputs, plain.interrupt) = (replaces, inputs, interrupt)
      return try plain.writeFolder(of: kind, isOurs: isOurs, body)
    }
    let isThere = try inspectFolder(of: kind, isOurs)
    removeAbandonedDrafts()
    let draft = FolderDraft(path: draftName, named: path, interrupt)
    let old: String?
    do throws(Diagnostic) {
      let descriptor = try draft.make()
      defer { close(descriptor) }
      try body(draft)
      try draft.flush(descriptor)
      old = try putInPlace(draft.path, replacing: isThere)
    } catch {
      throw removeFolder(draft.path) ? error : naming(draft.path, in: error)
    }
    if let old, !removeFolder(old) {
      throw Diagnostic("“\(path)” is written; the folder that it replaced stays as \(old)")
    }
    try flushFolder()
  }

  /// Whether there is a folder to replace; refuses what must not be.
  private func inspectFolder(
    of kind: String, _ isOurs: ([UInt8]) -> Bool
  ) throws(Diagnostic) -> Bool {
    var status = stat()
    guard unsafe lstat(location, &status) == 0 else {
      if errno == ENOENT { return false }
      throw failure("write to", errno)
    }
    guard status.st_mode & S_IFMT == S_IFDIR else {
      throw Diagnostic(
        "“\(path)” is no folder, as \(kind) are", help: "write to \(freeName())")
    }
    let found = try files(in: location, depth: 2)
    guard !found.isEmpty else { return true }
    if let input = found.first(where: isInput) {
      throw Diagnostic(
        "“\(path)” holds a loaded input (\(input.name)), which is never overwritten",
        help: "write to \(freeName())")
    }
    guard replaces else {
      throw Diagnostic(
        "“\(path)” exists already (\(counted(found.count, "file")))",
        help: "--force replaces it; or write to \(freeName())")
    }
    let other = found.first { file in
      !file.isRegular || !isOurs(start(of: file.path))
    }
    if let other {
      throw Diagnostic(
        "“\(path)” holds more than \(kind): \(other.name)",
        help: "only a folder of \(kind) is replaced; write to \(freeName())")
    }
    return true
  }

  private func isInput(_ file: FoundFile) -> Bool {
    var status = stat()
    guard unsafe stat(file.path, &status) == 0 else { return false }
    return inputs.contains { isSameFile($0, as: status) }
  }

  /// What is in a folder and the folders in it, which themselves do not count; what is no file and no
  /// folder, or lies deeper, does.
  private func files(in folder: String, depth: Int) throws(Diagnostic) -> [FoundFile] {
    var found: [FoundFile] = []
    for name in try entries(of: folder) {
      let path = "\(folder)/\(name)"
      var status = stat()
      guard unsafe lstat(path, &status) == 0 else { throw failure("look into", errno) }
      if status.st_mode & S_IFMT == S_IFDIR, depth > 1 {
        found += try files(in: path, depth: depth - 1)
      } else {
        found.append(
          FoundFile(path: path, name: name, isRegular: status.st_mode & S_IFMT == S_IFREG))
      }
    }
    return found
  }

  private struct FoundFile {
    let path: String
    let name: String
    let isRegular: Bool
  }

  /// The first bytes of a file; none where it cannot be read.
  private func start(of path: String) -> [UInt8] {
    let file = openToRead(path, O_NONBLOCK)
    guard file >= 0 else { return [] }
    defer { close(file) }
    return readStart(of: file, most: 64) ?? []
  }

  /// Puts the folder where it belongs, in one step where the file system has one: there is no moment
  /// at which neither the old folder nor the new one is there. Where the old one is now; nil for none.
  private func putInPlace(
    _ draft: String, replacing isThere: Bool
  ) throws(Diagnostic) -> String? {
    guard isThere else {
      guard unsafe rename(draft, location) == 0 else { throw failure("write", errno) }
      return nil
    }
    if unsafe kernels_exchange(draft, location) == 0 { return draft }
    guard [EINVAL, ENOSYS, ENOTSUP].contains(errno) else { throw failure("replace", errno) }
    let old = draft + "-old"
    guard unsafe rename(location, old) == 0 else { throw failure("replace", errno) }
    guard unsafe rename(draft, location) == 0 else {
      var error = failure("replace", errno)
      if unsafe rename(old, location) != 0 { error.help = "what stood there is \(old) now" }
      throw error
    }
    return old
  }
}

/// A folder that is being written, and will be renamed.
struct FolderDraft {
  let path: String
  private let name: String
  private let interrupt: Interrupt

  init(path: String, named name: String, _ interrupt: Interrupt) {
    self.path = path
    self.name = name
    self.interrupt = interrupt
  }

  /// Makes the folder, where there is none, and opens it; the lock that others ask for is taken while
  /// it is open.
  func make() throws(Diagnostic) -> Int32 {
    try makeFolder(path)
    let descriptor = openToRead(path, O_DIRECTORY)
    guard descriptor >= 0 else { throw cannotWrite(errno) }
    flock(descriptor, LOCK_EX | LOCK_NB)
    return descriptor
  }

  /// Writes a file of it, or of a folder in it, which is made for the first.
  func write(_ bytes: [UInt8], to file: String, in folder: String?) throws(Diagnostic) {
    var place = path
    if let folder {
      place += "/\(folder)"
      if unsafe access(place, F_OK) != 0 { try makeFolder(place) }
    }
    let output = try OutputFile(
      path: "\(place)/\(file)", named: "\(name)/\(file)", flags: O_WRONLY | O_CREAT | O_EXCL,
      interrupt)
    try output.fill { (sink) throws(Diagnostic) in try sink.write(bytes) }
    try output.finish()
  }

  private func makeFolder(_ path: String) throws(Diagnostic) {
    guard unsafe mkdir(path, 0o777) == 0 else {
      throw Diagnostic(
        "cannot write “\(name)”: \(systemMessage(errno))",
        help: errno == ENOENT ? "the folder does not exist: create it first" : nil)
    }
  }

  /// Makes sure that all of it is on the disk, given the open folder. One call for the whole file
  /// system: one for each of many thousand files takes minutes.
  func flush(_ descriptor: Int32) throws(Diagnostic) {
    while kernels_flush_file_system(descriptor) != 0 {
      guard errno == EINTR else { throw cannotWrite(errno) }
    }
  }

  private func cannotWrite(_ code: Int32) -> Diagnostic {
    Diagnostic("cannot write “\(name)”: \(systemMessage(code)); nothing was changed")
  }
}

/// The names in a folder, without `.` and `..`.
func entries(of folder: String) throws(Diagnostic) -> [String] {
  guard let stream = unsafe opendir(folder) else {
    throw Diagnostic("cannot look into “\(folder)”: \(systemMessage(errno))")
  }
  defer { unsafe closedir(stream) }
  var names: [String] = []
  errno = 0
  while let entry = unsafe readdir(stream) {
    let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { name in
      unsafe name.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
    }
    if name != ".", name != ".." { names.append(name) }
    errno = 0
  }
  guard errno == 0 else {
    throw Diagnostic("cannot look into “\(folder)”: \(systemMessage(errno))")
  }
  return names.sorted()
}

/// Removes a folder that we have made, or have put aside, with the files and folders in it; false where
/// something of it stays.
@discardableResult
func removeFolder(_ path: String) -> Bool {
  for name in (try? entries(of: path)) ?? [] {
    let entry = "\(path)/\(name)"
    if unsafe unlink(entry) != 0 { removeFolder(entry) }
  }
  return unsafe rmdir(path) == 0 || errno == ENOENT
}
