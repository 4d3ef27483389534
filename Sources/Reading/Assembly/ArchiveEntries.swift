import Model

/// The archives among the files that were found.
struct ArchiveEntries {
  /// Their places among the files.
  let places: [Int]

  /// What there is to read, for each.
  let archives: [ArchiveReading.Archive]

  init(
    entries: [InputEntry], files: [FileReading], folders: [InputFolder], standardInput: [UInt8]
  ) {
    var found: [(place: Int, archive: ArchiveReading.Archive)] = []
    for place in files.indices {
      guard case .archive(let kind) = files[place].content else { continue }
      let entry = entries[place]
      let folder = folders[entry.folder]
      let name = entry.name ?? Array(folder.name.utf8)[...]
      let top = ArchiveFolder(
        archive: files[place].label, name: String(decoding: name, as: UTF8.self),
        in: entry.name == nil ? [] : [folder.name] + folder.parentNames)
      found.append(
        (
          place,
          ArchiveReading.Archive(
            place: entry.file.map { .file($0) } ?? .memory(standardInput), kind: kind, top: top,
            name: name, size: files[place].size)
        ))
    }
    places = found.map(\.place)
    archives = found.map(\.archive)
  }
}

extension ArchiveReading.Contents {
  /// What puts files in order, and the folders that they stand in as they are met.
  static func keys(
    of files: [ArchiveReading.File]
  ) -> (folders: [ArchiveFolder?], keys: [ArchiveReading.Key]) {
    var folders: [ArchiveFolder?] = []
    let keys = files.map { file in
      if folders.isEmpty || folders[folders.count - 1] !== file.folder {
        folders.append(file.folder)
      }
      return ArchiveReading.Key(
        folder: folders.count - 1, ordinal: ChunkName.ordinal(in: file.name) ?? .max)
    }
    return (folders, keys)
  }

  /// The places of the files in the order in which those of folders are read: the files of a folder
  /// before its folders, chunks by their number, then the others in natural order of their names.
  var order: [Int] {
    let ranks = folderRanks
    // Folder and number in one.
    let keyed = keys.indices.map { index in
      let (rank, ordinal) = (UInt64(ranks[keys[index].folder]), keys[index].ordinal)
      return (key: rank << 44 | UInt64(min(ordinal, 1 << 44 - 1)), index: index)
    }
    return keyed.sorted { a, b in
      a.key == b.key ? isBefore(a.index, b.index) : a.key < b.key
    }.map(\.index)
  }

  /// Whether the file of a place takes that of another where the archive is unpacked.
  func isReplaced(_ place: Int, by other: Int) -> Bool {
    // Files of one name have one number, and numbers are at hand.
    guard keys[place].ordinal == keys[other].ordinal else { return false }
    let (one, next) = (files[place], files[other])
    return one.folder != nil && one.name == next.name && one.reading.label == next.reading.label
  }

  /// Whether a file comes before another of its folder and its number.
  private func isBefore(_ a: Int, _ b: Int) -> Bool {
    let (one, other) = (files[a], files[b])
    if one.name == other.name { return one.index < other.index }
    return keys[a].ordinal == .max
      ? NaturalOrder.areInOrder(one.name, other.name)
      : one.name.lexicographicallyPrecedes(other.name)
  }

  /// For each of ``folders`` its number in their order, which those of one path share.
  private var folderRanks: [Int] {
    let labels = folders.map { $0?.label ?? "" }
    let ordered = Set(labels).map { (label: $0, parts: $0.utf8.split(separator: Path.slash)) }
      .sorted { $0.parts.lexicographicallyPrecedes($1.parts) { NaturalOrder.areInOrder($0, $1) } }
    let ranks = Dictionary(
      uniqueKeysWithValues: ordered.enumerated().map { ($0.element.label, $0.offset) })
    return labels.map { ranks[$0] ?? 0 }
  }
}
