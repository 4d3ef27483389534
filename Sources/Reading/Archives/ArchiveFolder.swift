/// A folder in an archive, or the archive itself. An object, because all its members hold it.
final class ArchiveFolder: Sendable {
  /// What the user reads: `chats.zip` for the top, `chats.zip:2025/mai` below.
  let label: String

  /// What stands before the name of a member: ``label`` with a colon or a slash behind it.
  let prefix: String

  /// Its name; that of an archive without its ending.
  let name: String

  /// The names of the folders and archives that it stands in, the nearest first.
  let parentNames: [String]

  /// Whether a part of its path begins with a dot, as the name of what is not looked at in a folder
  /// does.
  let isHidden: Bool

  /// The top of an archive with this label, whose file has this name.
  init(archive label: String, name: String, in parentNames: [String]) {
    self.label = label
    self.name = ArchiveKind.stem(of: name)
    self.parentNames = parentNames
    prefix = label + ":"
    isHidden = false
  }

  /// The folder of a path in an archive, in UTF-8 and without what follows the last slash; `..` and
  /// a slash at the start stay in its label, and lead nowhere.
  init(_ path: ArraySlice<UInt8>, of top: ArchiveFolder) {
    let parts = path.split(separator: Path.slash).map { String(decoding: $0, as: UTF8.self) }
    label = top.prefix + String(decoding: path, as: UTF8.self)
    prefix = label + "/"
    name = parts.last ?? top.name
    parentNames = parts.dropLast().reversed() + [top.name] + top.parentNames
    isHidden = parts.contains(where: ArchiveFolder.isHidden)
  }

  /// Whether the name of a file or folder says that it is not to be looked at.
  static func isHidden(_ name: String) -> Bool {
    name.hasPrefix(".") && name != "." && name != ".."
  }
}
