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
  /// The files in the order in which those of folders are read, each with whether a later one of the
  /// archive has the same path.
  var inOrder: [(file: ArchiveReading.File, isReplaced: Bool)] {
    var keys = files.map { MemberOrder.Key($0) }
    let ranks = MemberOrder.ranks(of: files)
    for index in keys.indices {
      keys[index].folder = files[index].folder.flatMap { ranks[$0.label] } ?? 0
    }
    let order = files.indices.sorted { a, b in
      keys[a].isBefore(keys[b], files[a], files[b])
    }
    return order.enumerated().map { place, index in
      let next = place + 1 < order.count ? order[place + 1] : nil
      let isReplaced =
        next.map {
          files[$0].reading.label == files[index].reading.label && files[$0].folder != nil
        } ?? false
      return (files[index], isReplaced)
    }
  }
}

/// The order of the members of archives: the files of a folder before its folders, chunks by their
/// number, then the others in natural order of their names.
private enum MemberOrder {
  /// What is compared first, all numbers.
  struct Key {
    var folder = 0
    let ordinal: Int

    init(_ file: ArchiveReading.File) {
      ordinal = ChunkName.ordinal(in: file.name) ?? .max
    }

    func isBefore(
      _ other: Key, _ file: ArchiveReading.File, _ otherFile: ArchiveReading.File
    ) -> Bool {
      if folder != other.folder { return folder < other.folder }
      if ordinal != other.ordinal { return ordinal < other.ordinal }
      let (name, otherName) = (file.name, otherFile.name)
      if name == otherName { return file.index < otherFile.index }
      return ordinal == .max
        ? NaturalOrder.areInOrder(name, otherName) : name.lexicographicallyPrecedes(otherName)
    }
  }

  /// The folders of some files, by their labels, numbered in their order.
  static func ranks(of files: [ArchiveReading.File]) -> [String: Int] {
    var labels: Set<String> = []
    var last: ArchiveFolder?
    for file in files where file.folder !== last {
      last = file.folder
      if let folder = file.folder { labels.insert(folder.label) }
    }
    let ordered = labels.map { (label: $0, parts: $0.utf8.split(separator: Path.slash)) }.sorted {
      $0.parts.lexicographicallyPrecedes($1.parts) { NaturalOrder.areInOrder($0, $1) }
    }
    return Dictionary(uniqueKeysWithValues: ordered.enumerated().map { ($1.label, $0 + 1) })
  }
}
