import Diagnostics
import Dispatch
import Model
import Synchronization

/// The files that requests led to, read.
struct InputReading {
  /// What was looked for.
  let search: InputSearch

  /// What requests led to: the files that were found, then such files in archives as have requests of
  /// their own or may fail by themselves.
  private(set) var entries: [InputEntry]

  /// The folders that hold the files.
  private(set) var folders: [InputFolder]

  /// What reading gave: the files that were found, and in the place of each archive those in it.
  private(set) var files: [FileReading] = []

  /// Where each of the files comes from.
  private(set) var origins: [Origin] = []

  /// Where a file comes from.
  struct Origin: Sendable, BitwiseCopyable {
    /// Its place among ``entries``; for most files of an archive that of the archive.
    var entry: Int
    /// The place of its folder among ``folders``.
    let folder: Int
  }

  /// Bytes of the files that hold chunks.
  private var chunkBytes = 0

  /// The archives that were opened.
  private(set) var archives: [InputFile] = []

  /// What was found and cannot be read, or not to its end, and is none of the files.
  private(set) var problems: [Problem]

  /// Files and folders left out because their name begins with a dot.
  private(set) var hidden: Int

  /// Why archives that requests name could not be read to their end.
  private var failures: [(requests: [Int], failure: Diagnostic)] = []

  /// The folders in archives by what the user reads.
  private var archiveFolders: [String: Int] = [:]

  /// Finds and reads what the requests mean.
  init(
    _ requests: [LoadRequest], options: ReadingOptions, interrupt: Interrupt,
    progress: (ReadingProgress) -> Void
  ) throws(Diagnostic) {
    search = try InputSearch(
      requests, from: options.directory, home: options.home, interrupt: interrupt)
    (entries, folders, problems) = (search.entries, search.folders, search.problems)
    hidden = search.hidden
    files.reserveCapacity(entries.count)
    var bytes = 0
    // A stretch is what is read between two reports of progress.
    for batch in entries.indices.pieces(of: 1 << 15) {
      let read = try InputReading.read(
        batch, of: entries, standardInput: options.standardInput, interrupt: interrupt)
      for var batch in read { batch.handOver(to: &files) }
      for place in batch {
        bytes += files[place].size
        countChunk(place)
      }
      progress(
        ReadingProgress(
          files: files.count, allFiles: entries.count, bytes: bytes, allBytes: nil))
    }
    forgetRepeated()
    origins = entries.indices.map { Origin(entry: $0, folder: entries[$0].folder) }
    do throws(Diagnostic) {
      try openArchives(requests, options, interrupt: interrupt, progress: progress)
    } catch {
      handOn()
      throw error
    }
    adoptPieces(requests)
  }

  /// Takes texts without a header for exports where they stand between others whose pieces they are:
  /// docs/formats.md#pieces-of-an-export.
  private mutating func adoptPieces(_ requests: [LoadRequest]) {
    let texts = files.indices.filter { files[$0].pieceOfText != nil }
    guard !texts.isEmpty else { return }
    var pieces: [Int: [(place: Int, piece: PieceSeries.Piece)]] = [:]
    for place in texts { pieces[origins[place].folder] = [] }
    for place in files.indices where pieces[origins[place].folder] != nil {
      let text: SharedBytes
      if case .export(let bytes, _) = files[place].content {
        text = bytes
      } else if let bytes = files[place].pieceOfText {
        text = bytes
      } else {
        continue
      }
      let name = entries[origins[place].entry].name.map { Array($0) } ?? []
      pieces[origins[place].folder]?.append(
        (
          place,
          PieceSeries.Piece(
            name: name, text: text, softLines: [], size: files[place].size, file: place)
        ))
    }
    var adopted: Set<Int> = []
    for members in pieces.values {
      for group in PieceSeries.groups(of: members.map(\.piece)) where group.places.count > 1 {
        let places = group.places.map { members[$0].place }
        // What has no header anywhere is none of them.
        if places.contains(where: { files[$0].pieceOfText == nil }) { adopted.formUnion(places) }
      }
    }
    for place in texts { files[place].settlePiece(isOne: adopted.contains(place)) }
  }

  /// Reads some entries on all cores.
  private static func read(
    _ batch: Range<Int>, of entries: [InputEntry], standardInput: [UInt8], interrupt: Interrupt
  ) throws(Diagnostic) -> [FileBatch] {
    let pieces = batch.pieces(of: FileBatch.size(for: batch.count))
    return try parallelMap(pieces.count, interrupt: interrupt) { piece in
      FileBatch(pieces[piece], of: entries, standardInput: standardInput, interrupt: interrupt)
    }
  }

  /// Forgets what another path led to before.
  private mutating func forgetRepeated() {
    let identities = files.map(\.identity)
    let filter = RepeatFilter(files.count) { identities[$0]?.quickHash }
    var known: [FileIdentity: Int] = [:]
    for index in files.indices {
      guard let identity = identities[index], filter.mayRepeat(identity.quickHash) else { continue }
      if let other = known[identity] {
        files[index].forget(inFavourOf: other, files[other].label)
      } else {
        known[identity] = index
      }
    }
  }

  /// Lets go of the texts, once transcripts are made of them: what follows needs the memory.
  mutating func handOn() {
    var texts: [FileReading.Content] = []
    texts.reserveCapacity(files.count)
    for index in files.indices {
      if let text = files[index].handOn() { texts.append(text) }
    }
    let count = texts.count
    InputReading.forget(consume texts, of: count)
  }

  /// Lets go of everything, and gives back what its chunks were read into: nobody waits until that is done.
  static func letGo(_ reading: consuming InputReading) {
    let (count, bytes) = (reading.files.count, reading.chunkBytes)
    forget(reading, of: count, bytes: bytes) { FreedMemory.giveBack(afterReading: bytes) }
  }

  /// Gives back what takes a while to be given back, where it is of many files or bytes, where nobody waits.
  private static func forget(
    _ things: consuming some Sendable, of count: Int, bytes: Int = 0,
    _ then: @escaping @Sendable () -> Void = {}
  ) {
    guard count > 4_096 || bytes > FreedMemory.much else { return }
    // Handed over: whoever is the last to hold them gives them back.
    let held = Mutex(Optional(things))
    DispatchQueue.global(qos: .userInitiated).async {
      held.withLock { $0 = nil }
      then()
    }
  }

  /// Counts the bytes of a file that holds chunks.
  private mutating func countChunk(_ place: Int) {
    if case .chunk = files[place].content { chunkBytes += files[place].size }
  }

  /// Puts in the place of each archive the files in it.
  private mutating func openArchives(
    _ requests: [LoadRequest], _ options: ReadingOptions, interrupt: Interrupt,
    progress: (ReadingProgress) -> Void
  ) throws(Diagnostic) {
    let archives = ArchiveEntries(
      entries: entries, files: files, folders: folders, standardInput: options.standardInput)
    guard !archives.places.isEmpty else { return }
    let allBytes = archives.archives.reduce(0) { $0 + $1.size }
    var read = try ArchiveReading(
      archives.archives, limits: options.limits, interrupt: interrupt
    ) { files, bytes in
      progress(
        ReadingProgress(
          files: files, allFiles: nil, bytes: Swift.min(bytes, allBytes), allBytes: allBytes))
    }
    let (before, filesBefore) = (origins, files)
    origins = []
    files = []
    var next = archives.places.makeIterator()
    var place = next.next()
    var number = 0
    // Where each file is now, and an archive its first one.
    var moved: [Int] = []
    for index in before.indices {
      moved.append(files.count)
      guard index == place else {
        origins.append(before[index])
        files.append(filesBefore[index].moved(to: moved))
        continue
      }
      add(
        &read.contents[number], of: before[index], filesBefore[index], requests,
        interrupt: interrupt)
      place = next.next()
      number += 1
    }
    try interrupt.check()
  }

  /// Adds what an archive gave, and takes its files away. An interrupt ends it early: the caller checks.
  private mutating func add(
    _ contents: inout ArchiveReading.Contents, of origin: Origin, _ archive: FileReading,
    _ requests: [LoadRequest], interrupt: Interrupt
  ) {
    let entry = entries[origin.entry]
    hidden += contents.hidden
    problems += contents.problems
    archives.append(InputFile(path: archive.label, kind: .other, bytes: archive.size))
    archives += contents.opened.sorted { $0.path < $1.path }
    let label = entry.label
    guard !contents.keys.isEmpty else {
      // Nothing came of it: it is a file that could not be read.
      origins.append(origin)
      let damage = contents.problems.first { $0.severity == .error }.map {
        InputFailure($0.code, "holds no file that can be read: “\($0.file ?? label)” \($0.detail)")
      }
      return files.append(archive.unopened(contents.failure ?? damage))
    }
    if let failure = contents.failure {
      problems.append(Problem(label, failure))
      failures.append((entry.naming, Diagnostic("“\(label)” \(failure.reason)")))
    }
    let omitted = requests[entry.request].omitted
    let isWhole = entry.requests.allSatisfy { search.parts[$0] == nil }
    var members = contents.ordered
    if !omitted.isEmpty || !isWhole {
      members.removeAll { member in
        let label = contents.label(member)
        return omitted.contains(label)
          || entry.wanted(by: { search.wants(label, of: entry.label, $0) }) == nil
      }
    }
    take(
      members, outOf: &contents, of: origin, areAlike: isWhole && entry.others.isEmpty,
      interrupt: interrupt)
  }

  /// Files of an archive that are asked for before they are taken.
  private static let ahead = 16

  /// Takes files of an archive over, in their order.
  ///
  /// - Parameter areAlike: whether they were all asked for by the requests that name the archive.
  private mutating func take(
    _ members: [ArchiveReading.Key], outOf contents: inout ArchiveReading.Contents,
    of origin: Origin, areAlike: Bool, interrupt: Interrupt
  ) {
    let first = files.count
    let isReplaced = members.indices.map { place in
      place + 1 < members.count && contents.isReplaced(members[place], by: members[place + 1])
    }
    // Room for just so many more would be made anew at each of many archives.
    if files.isEmpty { files.reserveCapacity(members.count) }
    for place in members.indices {
      guard !interrupt.isRaised else { return }
      if place + InputReading.ahead < members.count {
        contents.fetch(members[place + InputReading.ahead])
      }
      files.append(contents.take(members[place]))
      if isReplaced[place] { files[files.count - 1].replace() }
      countChunk(files.count - 1)
    }
    let places = contents.folders.map { $0.map { self.place(of: $0) } }
    for member in members {
      origins.append(Origin(entry: origin.entry, folder: places[member.folder] ?? origin.folder))
    }
    // A chunk that was asked for as all others were is told from the archive by its folder alone.
    let archive = entries[origin.entry]
    for (file, member) in zip(files.indices[first...], members) {
      guard !interrupt.isRaised else { return }
      if areAlike, case .chunk = files[file].content { continue }
      guard contents.folders[member.folder] != nil else { continue }
      let entry = InputEntry(
        contents.name(member), of: archive, label: files[file].label, folder: origins[file].folder)
      origins[file].entry = entries.count
      entries.append(
        entry.wanted(by: { search.wants(entry.label, of: archive.label, $0) }) ?? entry)
    }
  }

  /// The place of a folder in an archive, which is added if it is new.
  private mutating func place(of folder: ArchiveFolder) -> Int {
    if let known = archiveFolders[folder.label] { return known }
    folders.append(
      InputFolder(label: folder.label, name: folder.name, parentNames: folder.parentNames))
    archiveFolders[folder.label] = folders.count - 1
    return folders.count - 1
  }

  /// What became of each of the requests.
  func outcomes(of requests: [LoadRequest]) -> [ReadingReport.Outcome] {
    var outcomes = search.failures.map { failure in
      ReadingReport.Outcome(failure: failure)
    }
    var repeated: Set<Int> = []
    // What is wrong with the first file of each that could not be read.
    var damages = search.closed
    // That of the corpus where no path is given.
    func count(_ place: Int, for request: Int, _ path: String? = nil) {
      switch files[place].content {
      case .chunk, .export, .handedOn:
        outcomes[request].files.append(.init(place: place, path: path))
        outcomes[request].filesRead += 1
      case .known(let other):
        outcomes[request].files.append(.init(place: other, path: path ?? files[place].label))
        repeated.insert(request)
      case .other, .failed, .archive: outcomes[request].filesSkipped += 1
      }
    }
    // Entries and files are not copied: to count their references would take longer than the rest.
    for place in files.indices {
      let entry = origins[place].entry
      count(place, for: entries[entry].request)
      for (request, path) in entries[entry].others { count(place, for: request, path) }
      guard let reason = files[place].failure else { continue }
      let failure = Diagnostic("“\(files[place].label)” \(reason)")
      if case .failed = files[place].content {
        for request in entries[entry].requests where damages[request] == nil {
          damages[request] = failure
        }
      }
      for request in entries[entry].naming where outcomes[request].failure == nil {
        outcomes[request].failure = failure
      }
    }
    for (requests, failure) in failures {
      for request in requests where outcomes[request].failure == nil {
        outcomes[request].failure = failure
      }
    }
    for request in outcomes.indices where outcomes[request].failure == nil {
      guard outcomes[request].filesRead == 0, !repeated.contains(request) else { continue }
      let looked = outcomes[request].filesSkipped
      if let damage = damages[request] {
        outcomes[request].failure = damage
        continue
      }
      let path = requests[request].path
      if looked == 0, let part = search.parts[request], !part.isEmpty {
        let archive = String(decoding: path.utf8.dropLast(part.utf8.count + 1), as: UTF8.self)
        outcomes[request].failure = Diagnostic(
          "there is no “\(part)” in “\(archive)”",
          help: "load the whole of it: files lists what it holds")
        continue
      }
      outcomes[request].failure = Diagnostic(
        "“\(path)” holds no chat",
        help: looked == 0
          ? "there is no file to read in it"
          : "of \(looked == 1 ? "1 file" : "\(looked) files") none is a chunk or a WhatsApp export")
    }
    return outcomes
  }
}
