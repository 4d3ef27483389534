/// Where the name of a transcript comes from.
struct SourceOrigin {
  /// The name given at the load; nil where none was.
  let given: String?

  /// The name of its folder, or of its file without the ending.
  let own: String

  /// The names of the folders that this stands in, the nearest first.
  let folders: [String]

  /// What an export is called after: its file's name without the ending.
  static func stem(of entry: InputEntry, in folder: InputFolder) -> String {
    guard let name = entry.file?.path.name else { return folder.name }
    let end = name.lastIndex(of: Path.dot) ?? name.endIndex
    return String(decoding: end > name.startIndex ? name[..<end] : name, as: UTF8.self)
  }

  /// A name for each transcript, no two equal: the name given or its own; among equals with as many
  /// of the folders above as tell them apart; among those that are still equal with a number.
  static func distinctNames(_ origins: [SourceOrigin]) -> [String] {
    var names = origins.map { $0.given ?? $0.own }
    for depth in 1...mostFolders {
      let counts = Dictionary(grouping: names) { $0 }.mapValues(\.count)
      for (index, origin) in origins.enumerated() where counts[names[index], default: 0] > 1 {
        names[index] = origin.name(depth)
      }
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

  /// Its own name after those of so many folders, or after the name given.
  private func name(_ depth: Int) -> String {
    let above = folders.prefix(given == nil ? depth : depth - 1).reversed()
    return ((given.map { [$0] } ?? []) + above + [own]).joined(separator: "/")
  }
}
