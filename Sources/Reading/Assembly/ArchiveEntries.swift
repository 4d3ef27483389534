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
  /// Looks at what came out of an archive. Linear.
  init(of batch: MemberBatch) {
    (hidden, opened) = (batch.hidden, batch.opened)
    if !batch.problems.isEmpty || batch.failure != nil {
      told = [.init(batch: batch.number, problems: batch.problems, failure: batch.failure)]
    }
    let buffer =
      batch.whole.map { ChunkBuffer($0, names: batch.buffer) } ?? ChunkBuffer(batch.buffer)
    var files: [FileReading] = []
    files.reserveCapacity(batch.members.count)
    keys.reserveCapacity(batch.members.count)
    // Members are looked at where they stand: to copy one is to count its references.
    let members = batch.members.span
    for place in members.indices {
      files.append(members[place].reading(in: buffer))
      if folders.isEmpty || folders[folders.count - 1] !== members[place].folder {
        folders.append(members[place].folder)
      }
      let start = names.count
      let name = members[place].name(in: batch.buffer)
      names += name
      keys.append(
        ArchiveReading.Key(
          batch: 0, place: place, folder: folders.count - 1,
          ordinal: ChunkName.ordinal(in: name) ?? .max, name: start..<names.count,
          index: members[place].index))
    }
    batches = [files]
  }

  /// Adds what else the archive gave.
  mutating func append(_ others: ArchiveReading.Contents) {
    for key in others.keys {
      var key = key
      key.batch += batches.count
      key.folder += folders.count
      key.name = (key.name.lowerBound + names.count)..<(key.name.upperBound + names.count)
      keys.append(key)
    }
    batches += others.batches
    names += others.names
    folders += others.folders
    told += others.told
    opened += others.opened
    hidden += others.hidden
  }

  /// What is wrong with archives in it, and doubtful about itself, in the order of its members.
  var problems: [Problem] { told.sorted { $0.batch < $1.batch }.flatMap(\.problems) }

  /// Why it could not be read to its end, for the first of several reasons; nil where it could.
  var failure: InputFailure? { told.sorted { $0.batch < $1.batch }.compactMap(\.failure).first }

  /// What the user reads of a file.
  func label(_ file: ArchiveReading.Key) -> String { batches[file.batch][file.place].label }

  /// Gives a file away.
  mutating func take(_ file: ArchiveReading.Key) -> FileReading {
    batches[file.batch][file.place].take()
  }

  /// Asks for the memory of a file that will be taken soon: in their order they lie anywhere.
  func fetch(_ file: ArchiveReading.Key) {
    Reading.fetch(file.place, of: batches[file.batch])
  }

  /// The last part of its path.
  func name(_ file: ArchiveReading.Key) -> ArraySlice<UInt8> { names[file.name] }

  /// The files in the order in which those of folders are read: the files of a folder before its folders,
  /// chunks by their number, then the others in natural order of their names.
  var ordered: [ArchiveReading.Key] {
    let ranks = folderRanks
    // Folder and number in one.
    let keyed = keys.indices.map { index in
      let (rank, ordinal) = (UInt64(ranks[keys[index].folder]), keys[index].ordinal)
      return (key: rank << 44 | UInt64(min(ordinal, 1 << 44 - 1)), index: index)
    }
    return keyed.sorted { a, b in
      a.key == b.key ? isBefore(keys[a.index], keys[b.index]) : a.key < b.key
    }.map { keys[$0.index] }
  }

  /// Whether another file takes the place of one where the archive is unpacked.
  func isReplaced(_ file: ArchiveReading.Key, by other: ArchiveReading.Key) -> Bool {
    // Files of one name have one number, and numbers are at hand.
    guard file.ordinal == other.ordinal, name(file) == name(other) else { return false }
    return folders[file.folder] != nil && label(file) == label(other)
  }

  /// Whether a file comes before another of its folder and its number.
  private func isBefore(_ a: ArchiveReading.Key, _ b: ArchiveReading.Key) -> Bool {
    let (one, other) = (name(a), name(b))
    if one == other { return a.index < b.index }
    return a.ordinal == .max
      ? NaturalOrder.areInOrder(one, other) : one.lexicographicallyPrecedes(other)
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
