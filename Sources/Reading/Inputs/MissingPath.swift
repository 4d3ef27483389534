import Diagnostics
import Glibc

/// A path at which there is nothing to read.
struct MissingPath {
  /// As the user wrote it.
  let written: Path

  /// The absolute one.
  let path: Path

  /// What is wrong, with the nearest name that does exist.
  func diagnostic(_ error: SystemError) -> Diagnostic {
    guard error.code == ENOENT || error.code == ENOTDIR else {
      return Diagnostic("“\(written.text)” cannot be read: \(error.words)")
    }
    guard !written.bytes.isEmpty else {
      return Diagnostic("the path is empty", help: "name a file or a folder")
    }
    guard !path.isLink else {
      return Diagnostic(
        "“\(written.text)” is a symbolic link, and what it points to is not there")
    }
    return Diagnostic(
      "there is no file or folder “\(written.text)”", help: nearest.map { "did you mean “\($0)”?" })
  }

  /// The path as written, its first wrong part replaced by the nearest name in that folder.
  private var nearest: String? {
    var missing = path
    var rest: [ArraySlice<UInt8>] = []
    while case .failure = FileStatus.of(missing.folder), !missing.folder.name.isEmpty,
      missing.folder != missing
    {
      rest.append(missing.name)
      missing = missing.folder
    }
    guard let listing = try? FolderListing(of: missing.folder) else { return nil }
    let names = listing.entries.map { String(decoding: $0.name, as: UTF8.self) }.sorted()
    let typed = String(decoding: missing.name, as: UTF8.self)
    guard let name = nearestName(to: typed, among: names) else { return nil }
    let corrected = rest.reversed().reduce(missing.folder.appending(name.utf8)) {
      $0.appending($1)
    }
    // The folder that was put before a relative path is not what the user would write.
    let added = path.bytes.count - written.bytes.count
    guard path.bytes.dropFirst(added).elementsEqual(written.bytes) else { return corrected.text }
    return Path(bytes: Array(corrected.bytes.dropFirst(added))).text
  }
}
