import Diagnostics
import Glibc
import Model

/// Finds the files that requests mean, without reading any.
struct InputSearch {
  /// The files, in an order that depends on the requests' paths only, not on their order.
  private(set) var entries: [InputEntry] = []

  /// The folders that hold them, each once.
  private(set) var folders: [InputFolder] = []

  /// What was found and cannot be read.
  var problems: [Problem] = []

  /// What is wrong with each request; nil where nothing is.
  private(set) var failures: [Diagnostic?]

  /// For requests for a folder that cannot be read, why.
  var closed: [Int: Diagnostic] = [:]

  /// For requests for something in an archive, as `chats.zip:2025`, its path there.
  private(set) var parts: [Int: String] = [:]

  /// Files and folders left out because their name begins with a dot.
  var hidden = 0

  /// The folders that were looked through, each by the path that led to it first.
  var walked: [FileIdentity: Path] = [:]

  let interrupt: Interrupt
  private let requests: [LoadRequest]
  private let directory: Path
  private let home: Path?
  private var foldersByIdentity: [FileIdentity: Int] = [:]

  /// The first of ``entries`` by their places, brought up to date when somebody looks: where a folder
  /// is all that is asked for, nobody does.
  private var entriesByPlace: [InputEntry.Place: Int] = [:]
  private var indexed = 0

  /// Looks for what the requests mean.
  ///
  /// - Parameters:
  ///   - directory: the folder that relative paths start from.
  ///   - home: what `~` means; nil where there is no home.
  init(
    _ requests: [LoadRequest], from directory: String, home: String?, interrupt: Interrupt
  ) throws(Diagnostic) {
    self.directory = Path(directory)
    self.home = home.map { Path($0) }
    self.interrupt = interrupt
    self.requests = requests
    failures = Array(repeating: nil, count: requests.count)
    // Named requests come first: the name holds wherever else the same file turns up.
    let order = requests.indices.sorted { a, b in
      let (first, second) = (requests[a], requests[b])
      if (first.name == nil) != (second.name == nil) { return first.name != nil }
      return NaturalOrder.areInOrder(Path(first.path).bytes, Path(second.path).bytes)
    }
    for index in order { try find(requests[index], index) }
  }

  private mutating func find(_ request: LoadRequest, _ index: Int) throws(Diagnostic) {
    guard !request.isStandardInput else {
      let folder = folder(
        InputFolder(label: "-", name: "stdin", parentNames: []), nil)
      return add(.standardInput, label: "-", folder: folder, request: index, isNamed: true)
    }
    let written = Path(request.path)
    var path = (request.isQuoted ? written : written.expandingHome(home)).resolved(in: directory)
    // An empty path names nothing, least of all the folder that it would be seen from.
    var found = written.bytes.isEmpty ? .failure(SystemError(code: ENOENT)) : FileStatus.of(path)
    if case .failure = found, let other = Glob.path(ofText: path) {
      (path, found) = (other, FileStatus.of(other))
    }
    switch found {
    case .success(let status) where status.kind == .file:
      let folder = folder(at: path.folder, label: written.folder.text)
      add(
        .file(FilePlace(path)), label: request.path, folder: folder, request: index, isNamed: true)
    case .success(let status) where status.kind == .folder:
      try walk(path, label: request.path, status.identity, request: index)
    case .success(let status):
      let reason = InputFailure(notAFile: status.kind).reason
      failures[index] = Diagnostic(
        "“\(request.path)” \(reason)",
        help: status.kind == .pipe
          ? "what a pipe gives is read from standard input: COMMAND | causerie - -c LINE" : nil)
    case .failure where addArchive(of: path, index): break
    case .failure where !request.isQuoted && Glob.isPattern(written):
      try findMatches(of: written, index)
    case .failure(let error):
      failures[index] = MissingPath(written: written, path: path).diagnostic(error)
    }
  }

  /// Adds the archive that a path leads into, as `chats.zip:2025/mai` does; false where it leads into
  /// no file.
  private mutating func addArchive(of path: Path, _ index: Int) -> Bool {
    let request = requests[index]
    let colon = UInt8(ascii: ":")
    for place in path.bytes.indices where path.bytes[place] == colon {
      let written = Path(bytes: Array(path.bytes[..<place]))
      let archive = Glob.path(ofText: written) ?? written
      guard case .success(let status) = FileStatus.of(archive), status.kind == .file,
        mayBeArchive(archive)
      else { continue }
      let part = Path(bytes: Array(path.bytes[(place + 1)...])).text
      let label = String(request.path.utf8.dropLast(part.utf8.count + 1)) ?? request.path
      parts[index] = part
      let folder = folder(at: archive.folder, label: Path(label).folder.text)
      add(.file(FilePlace(archive)), label: label, folder: folder, request: index, isNamed: true)
      return true
    }
    return false
  }

  /// Whether a file begins as an archive does, or cannot be looked at: then reading it tells why.
  private func mayBeArchive(_ path: Path) -> Bool {
    guard let file = try? OpenFile(path),
      let head = try? file.bytes(upTo: TarHeader.blockSize, interrupt: interrupt)
    else { return true }
    return ArchiveKind.of(head) != nil
  }

  private mutating func findMatches(of pattern: Path, _ index: Int) throws(Diagnostic) {
    let expanded = pattern.expandingHome(home)
    let base = Glob.folder(of: expanded)
    guard !Glob.goesDeep(expanded) else {
      failures[index] = Diagnostic(
        "“**” means no more than “*” does: “\(pattern.text)” would leave files out",
        help: "a folder is read with all that is in it: load "
          + (base.bytes.isEmpty ? "." : base.text))
      return
    }
    let matches = Glob(expanded, in: directory).matches()
    guard !matches.isEmpty else {
      failures[index] = nothingMatches(pattern, in: base)
      return
    }
    // What was put before a relative pattern is not what the user would write.
    let added = expanded.isAbsolute ? 0 : directory.appending([]).bytes.count
    for match in matches.sorted(by: { NaturalOrder.areInOrder($0.bytes, $1.bytes) }) {
      let label = Path(bytes: Array(match.bytes.dropFirst(added))).text
      switch FileStatus.of(match) {
      case .success(let status) where status.kind == .folder:
        try walk(match, label: label, status.identity, request: index)
      case .success(let status) where status.kind == .file:
        let folder = folder(at: match.folder, label: Path(label).folder.text)
        add(.file(FilePlace(match)), label: label, folder: folder, request: index)
      case .success(let status):
        problems.append(.init(label, InputFailure(notAFile: status.kind)))
      case .failure(let error):
        problems.append(.init(label, InputFailure(error)))
      }
    }
  }

  /// Why no file matches a pattern: the folder before its first sign may not be open to the user.
  private func nothingMatches(_ pattern: Path, in folder: Path) -> Diagnostic {
    do throws(SystemError) {
      _ = try FolderListing(of: folder.bytes.isEmpty ? directory : folder.resolved(in: directory))
    } catch  where error.code == EACCES {
      return Diagnostic("“\(folder.text)” \(InputFailure(error).reason)")
    } catch {}
    return Diagnostic("no file matches “\(pattern.text)”")
  }

  /// Adds a file that a request names, outright or by a pattern.
  private mutating func add(
    _ place: InputEntry.Place, label: String, folder: Int, request: Int, isNamed: Bool = false
  ) {
    add(
      InputEntry(
        place, label: label, folder: folder, request: request, naming: isNamed ? [request] : []),
      isNew: false)
  }

  /// Makes room for the files of the first folder.
  mutating func reserve(_ count: Int) { entries.reserveCapacity(count) }

  /// Adds a file; one that another request led to before counts for this one too. `isNew` says that
  /// none did.
  mutating func add(_ entry: InputEntry, isNew: Bool) {
    let omitted = requests[entry.request].omitted
    guard omitted.isEmpty || !omitted.contains(entry.label) else { return }
    guard !isNew, let known = known(entry.place) else { return entries.append(entry) }
    if entries[known].requests.last != entry.request {
      entries[known].others.append((entry.request, entry.label))
    }
    entries[known].naming += entry.naming
  }

  /// The entry of a place, if another path led to it.
  private mutating func known(_ place: InputEntry.Place) -> Int? {
    for index in indexed..<entries.count { entriesByPlace[entries[index].place] = index }
    indexed = entries.count
    return entriesByPlace[place]
  }

  /// The place among ``folders`` of the one at a path.
  mutating func folder(at path: Path, label: String) -> Int {
    let real = path.real ?? path
    let names = real.bytes.split(separator: Path.slash).reversed().map {
      String(decoding: $0, as: UTF8.self)
    }
    let folder = InputFolder(
      label: label, name: names.first ?? "/", parentNames: Array(names.dropFirst()))
    return self.folder(folder, (try? FileStatus.of(path).get())?.identity)
  }

  private mutating func folder(_ folder: InputFolder, _ identity: FileIdentity?) -> Int {
    if let identity, let known = foldersByIdentity[identity] { return known }
    folders.append(folder)
    if let identity { foldersByIdentity[identity] = folders.count - 1 }
    return folders.count - 1
  }
}

extension InputSearch {
  /// Whether a request leads to a file of an archive, both by what the user reads.
  func wants(_ label: String, of archive: String, _ request: Int) -> Bool {
    guard let part = parts[request] else { return true }
    let rest = Array(label.utf8.dropFirst(archive.utf8.count + 1))
    let wanted = Array(part.utf8)
    guard rest.starts(with: wanted) else { return false }
    return rest.count == wanted.count || wanted.last == Path.slash
      || [Path.slash, UInt8(ascii: ":")].contains(rest[wanted.count])
  }
}

extension Problem {
  /// A path that gave no bytes.
  init(_ label: String, _ failure: InputFailure) {
    self.init(
      failure.code == .skippedFile ? .warning : .error, failure.code, file: label, failure.reason)
  }
}
