/// Where the name of a transcript comes from.
struct SourceOrigin {
  /// The name given at the load; nil where none was.
  private let given: String?

  /// The title of its chat where the name of its file or folder tells it, else that name.
  private let own: String

  /// The names of the folders that this stands in, the nearest first.
  private let folders: [String]

  /// What a file without its ending, or a folder, tells of the transcript read from it. The text that
  /// iOS calls `_chat` is that of the folder or archive that it stands in.
  ///
  /// - Parameter folders: the names of the folders that it stands in, the nearest first.
  init(given: String?, own: String, folders: [String]) {
    self.given = given
    let isNameless = ChatTitle.isMissing(in: own) && !folders.isEmpty
    let name = isNameless ? folders[0] : own
    self.own = ChatTitle.title(of: name) ?? name
    self.folders = isNameless ? Array(folders.dropFirst()) : folders
  }

  /// What folders, one at least, tell of a transcript that was put together from files in them: the one that
  /// holds all of them.
  init(given: String?, in folders: [InputFolder]) {
    let paths = folders.map { $0.parentNames.reversed() + [$0.name] }
    let depth = paths.dropFirst().reduce(paths[0].count) { depth, path in
      zip(paths[0].prefix(depth), path).prefix { $0 == $1 }.count
    }
    let names = depth > 0 ? paths[0].prefix(depth) : paths[0][...]
    self.init(
      given: given, own: names.last ?? folders[0].name, folders: Array(names.dropLast().reversed()))
  }

  /// What an export is called after: its file's name without the ending. What holds a blank is no
  /// ending: `WhatsApp Chat with Dr. Ana`.
  static func stem(of entry: InputEntry, in folder: InputFolder) -> String {
    guard let written = entry.name else { return folder.name }
    // `chat.txt.gz` is `chat.txt`, compressed.
    let name = ArchiveKind.nameInside(written)
    let end = name.lastIndex(of: Path.dot) ?? name.endIndex
    let isEnding = end > name.startIndex && !name[end...].contains(UInt8(ascii: " "))
    return String(decoding: isEnding ? name[..<end] : name, as: UTF8.self)
  }

  /// A name for each transcript, no two equal: the name given or its own; among equals with as many
  /// of the folders above as tell them apart; among those that are still equal with a number.
  static func distinctNames(_ origins: [SourceOrigin]) -> [String] {
    var names = origins.map { $0.name(0) }
    var groups = Dictionary(grouping: origins.indices) { names[$0] }.values.map { (0, $0) }
    while let (depth, group) = groups.popLast() {
      guard group.count > 1, depth < mostFolders else { continue }
      let longer = Dictionary(grouping: group) { origins[$0].name(depth + 1) }
      // Folders that do not tell them apart would only make the names longer.
      if longer.count > 1 {
        for (name, members) in longer { for member in members { names[member] = name } }
      }
      groups += longer.values.map { (depth + 1, $0) }
    }
    var taken: Set<String> = []
    var uses: [String: Int] = [:]
    for index in names.indices {
      let name = names[index]
      while !taken.insert(names[index]).inserted {
        uses[name, default: 1] += 1
        names[index] = "\(name) \(uses[name, default: 1])"
      }
    }
    return names
  }

  /// More would make a name that nobody types.
  private static let mostFolders = 4

  /// At depth 0 the name given, else its own; further down its own after those of so many folders, or
  /// after the name given.
  private func name(_ depth: Int) -> String {
    guard depth > 0 else { return given ?? own }
    let above = folders.prefix(given == nil ? depth : depth - 1).reversed()
    return ((given.map { [$0] } ?? []) + above + [own]).joined(separator: "/")
  }
}
