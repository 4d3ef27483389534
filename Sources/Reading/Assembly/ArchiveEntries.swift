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
  /// The files in the order in which those of folders are read: the files of a folder before its
  /// folders, chunks by their number, then the others in natural order of their names. Each with
  /// whether a later one of the archive has the same path.
  var inOrder: [(file: ArchiveReading.File, isReplaced: Bool)] {
    let ranks = folderRanks
    let keys = files.indices.map { index in
      (folder: ranks[index], ordinal: ChunkName.ordinal(in: files[index].name) ?? .max)
    }
    let order = files.indices.sorted { a, b in
      keys[a] == keys[b] ? isBefore(files[a], files[b], keys[a].ordinal) : keys[a] < keys[b]
    }
    return order.enumerated().map { place, index in
      let isReplaced =
        place + 1 < order.count
        && files[index].isReplaced(by: files[order[place + 1]])
      return (files[index], isReplaced)
    }
  }

  /// Whether a file comes before another of its folder and its number.
  private func isBefore(
    _ a: ArchiveReading.File, _ b: ArchiveReading.File, _ ordinal: Int
  ) -> Bool {
    if a.name == b.name { return a.index < b.index }
    return ordinal == .max
      ? NaturalOrder.areInOrder(a.name, b.name) : a.name.lexicographicallyPrecedes(b.name)
  }

  /// For each file the number of its folder in the order of folders.
  private var folderRanks: [Int] {
    var places: [String: Int] = [:]
    var last: (folder: ArchiveFolder?, place: Int)?
    // First in the order in which they are met.
    let met = files.map { file -> Int in
      if let last, last.folder === file.folder { return last.place }
      let place = places[file.folder?.label ?? "", default: places.count]
      places[file.folder?.label ?? ""] = place
      last = (file.folder, place)
      return place
    }
    let ordered = places.map { (parts: $0.key.utf8.split(separator: Path.slash), place: $0.value) }
      .sorted { $0.parts.lexicographicallyPrecedes($1.parts) { NaturalOrder.areInOrder($0, $1) } }
    var ranks = Array(repeating: 0, count: places.count)
    for (rank, folder) in ordered.enumerated() { ranks[folder.place] = rank }
    return met.map { ranks[$0] }
  }
}

extension ArchiveReading.File {
  /// Whether another file of the archive takes the place of this one where it is unpacked.
  fileprivate func isReplaced(by other: ArchiveReading.File) -> Bool {
    folder != nil && name == other.name && reading.label == other.reading.label
  }
}
