/// A file to read.
struct InputEntry: Sendable {
  /// Where it is.
  let place: Place

  /// How the user reads it.
  private let writing: Writing

  /// The first request that led to it, among those made: it gives its name to the source.
  private(set) var request: Int

  /// The others that led to it, each with the path as it writes it.
  var others: [(request: Int, label: String)] = []

  /// Those among the requests that name the file itself, so that not reading it is a failure.
  var naming: [Int]

  /// Its folder among those of the search.
  let folder: Int

  enum Place: Hashable, Sendable {
    case file(FilePlace)
    case standardInput
    /// In an archive; its name in UTF-8.
    case member(ArraySlice<UInt8>)
  }

  private enum Writing: Sendable {
    /// As it was written.
    case text(String)
    /// Behind what was written for its folder, with the slash.
    case behind(String)
  }

  /// A file that was named so, outright or by a pattern.
  init(_ place: Place, label: String, folder: Int, request: Int, naming: [Int]) {
    self.place = place
    self.folder = folder
    self.request = request
    self.naming = naming
    writing = .text(label)
  }

  /// A file of a folder; `prefix` is what was written for that, with a slash behind it.
  init(_ place: FilePlace, behind prefix: String, folder: Int, request: Int) {
    self.place = .file(place)
    self.folder = folder
    self.request = request
    naming = []
    writing = .behind(prefix)
  }

  /// What an entry, an archive, holds.
  ///
  /// - Parameters:
  ///   - label: how the user reads it, which begins with the label of the archive.
  ///   - folder: the place of its folder.
  init(_ name: ArraySlice<UInt8>, of archive: InputEntry, label: String, folder: Int) {
    place = .member(name)
    writing = .text(label)
    request = archive.request
    self.folder = folder
    naming = []
    guard !archive.others.isEmpty else { return }
    let rest = label.utf8.dropFirst(archive.label.utf8.count)
    others = archive.others.map { ($0.request, $0.label + String(Substring(rest))) }
  }

  /// The same for those of its requests that want it; nil where none does.
  func wanted(by wants: (_ request: Int) -> Bool) -> InputEntry? {
    let requests = ([(request: request, label: label)] + others).filter { wants($0.request) }
    guard let first = requests.first else { return nil }
    var entry = self
    entry.request = first.request
    entry.others = Array(requests.dropFirst())
    return entry
  }

  /// The last part of its path; nil for standard input.
  var name: ArraySlice<UInt8>? {
    switch place {
    case .file(let place): place.path.name
    case .member(let name): name
    case .standardInput: nil
    }
  }

  /// Its place among files; nil for standard input and in an archive.
  var file: FilePlace? {
    guard case .file(let place) = place else { return nil }
    return place
  }

  /// What the user reads: the path as written for a file named outright, else what was written for
  /// its folder with the way down from there.
  var label: String {
    switch writing {
    case .text(let label): label
    case .behind(let prefix): prefix + String(decoding: file?.name ?? [], as: UTF8.self)
    }
  }

  /// All requests that led to it.
  var requests: [Int] { [request] + others.map(\.request) }
}

/// Where a file is: its folder, whose path its neighbours share, and its name.
struct FilePlace: Hashable, Sendable {
  /// The absolute path of the folder, or none where ``name`` is the whole path.
  let folder: Path

  /// The bytes of its name.
  let name: ArraySlice<UInt8>

  /// A file of a folder.
  init(_ name: ArraySlice<UInt8>, in folder: Path) {
    self.folder = folder
    self.name = name
  }

  /// A file of a path.
  init(_ path: Path) {
    self.init(path.bytes[...], in: Path(bytes: []))
  }

  /// The whole path.
  var path: Path { folder.appending(name) }

  static func == (one: FilePlace, other: FilePlace) -> Bool { one.path == other.path }

  func hash(into hasher: inout Hasher) { hasher.combine(path) }
}

/// A folder that holds files to read.
struct InputFolder {
  /// What the user reads.
  let label: String

  /// Its name, whichever way it was written.
  let name: String

  /// The names of the folders that it stands in, the nearest first.
  let parentNames: [String]
}
