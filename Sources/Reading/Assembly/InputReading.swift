import Diagnostics
import Dispatch
import Model

/// The files that requests led to, read.
struct InputReading {
  /// What was looked for.
  let search: InputSearch

  /// The files: those that were found, and in the place of each archive those in it.
  private(set) var entries: [InputEntry]

  /// The folders that hold them.
  private(set) var folders: [InputFolder]

  /// What reading gave, for each of the entries.
  private(set) var files: [FileReading] = []

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
      for batch in read { files.append(contentsOf: batch.files) }
      bytes += files[batch].reduce(0) { $0 + $1.size }
      progress(
        ReadingProgress(
          files: files.count, allFiles: entries.count, bytes: bytes, allBytes: nil))
    }
    forgetRepeated()
    do throws(Diagnostic) {
      try openArchives(requests, options, interrupt: interrupt, progress: progress)
    } catch {
      handOn()
      throw error
    }
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
    var known: [FileIdentity: Int] = [:]
    known.reserveCapacity(files.count)
    for index in files.indices {
      guard let identity = files[index].identity else { continue }
      if let other = known[identity] {
        files[index].forget(inFavourOf: other, files[other].label)
      } else {
        known[identity] = index
      }
    }
  }

  /// Lets go of the texts, once transcripts are made of them: what follows needs the memory.
  mutating func handOn() {
    var chunks: [ChunkFile] = []
    for index in files.indices {
      if let chunk = files[index].handOn() { chunks.append(chunk) }
    }
    InputReading.forget(chunks)
  }

  /// Lets go of everything: nobody waits until its memory is given back.
  static func letGo(_ reading: consuming InputReading) {
    forget(reading.entries)
    forget(reading.files)
  }

  /// Gives back what takes a while to be given back, if there is much of it, where nobody waits.
  private static func forget(_ things: [some Sendable]) {
    guard things.count > 4_096 else { return }
    DispatchQueue.global(qos: .userInitiated).async { withExtendedLifetime(things) {} }
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
    let read = try ArchiveReading(
      archives.archives, limits: options.limits, interrupt: interrupt
    ) { files, bytes in
      progress(
        ReadingProgress(
          files: files, allFiles: nil, bytes: Swift.min(bytes, allBytes), allBytes: allBytes))
    }
    let (before, filesBefore) = (entries, files)
    entries = []
    files = []
    var next = archives.places.makeIterator()
    var place = next.next()
    var number = 0
    // Where each file is now, and an archive its first one.
    var moved: [Int] = []
    for index in before.indices {
      moved.append(files.count)
      guard index == place else {
        entries.append(before[index])
        files.append(filesBefore[index].numbered(files.count).moved(to: moved))
        continue
      }
      add(
        read.contents[number], of: before[index], filesBefore[index], requests, interrupt: interrupt
      )
      InputReading.forget(read.contents[number].files)
      place = next.next()
      number += 1
    }
    try interrupt.check()
  }

  /// Adds what an archive gave. An interrupt leaves it out: the caller checks.
  private mutating func add(
    _ contents: ArchiveReading.Contents, of entry: InputEntry, _ archive: FileReading,
    _ requests: [LoadRequest], interrupt: Interrupt
  ) {
    hidden += contents.hidden
    problems += contents.problems
    let label = entry.label
    guard !contents.files.isEmpty else {
      // Nothing came of it: it is a file that could not be read.
      entries.append(entry)
      return files.append(archive.unopened(contents.failure))
    }
    if let failure = contents.failure {
      problems.append(Problem(label, failure))
      failures.append((entry.naming, Diagnostic("“\(label)” \(failure.reason)")))
    }
    let omitted = requests[entry.request].omitted
    let isWhole = entry.requests.allSatisfy { search.parts[$0] == nil }
    var order = contents.order
    if !omitted.isEmpty || !isWhole {
      order.removeAll { place in
        let label = contents.files[place].reading.label
        return omitted.contains(label)
          || entry.wanted(by: { search.wants(label, of: entry.label, $0) }) == nil
      }
    }
    let places = contents.folders.map { $0.map { self.place(of: $0) } }
    // There may be as many as in a large folder.
    let first = files.count
    let pieces = order.indices.pieces(of: 4_096)
    let read = Parallel.array(pieces, unless: interrupt.isRaised) { [order] piece, read in
      for place in pieces[piece] {
        var reading = contents.files[order[place]].reading.numbered(first + place)
        if place + 1 < order.count, contents.isReplaced(order[place], by: order[place + 1]) {
          reading.replace()
        }
        read.append(reading)
      }
    }
    guard let read else { return }
    let found = Parallel.array(pieces, unless: interrupt.isRaised) { [order] piece, found in
      for place in pieces[piece] {
        let folder = places[contents.keys[order[place]].folder]
        let name = contents.files[order[place]].name
        found.append(
          folder.map { InputEntry(name, of: entry, label: read[place].label, folder: $0) } ?? entry)
      }
    }
    guard let found else { return }
    // Those of a single archive are not moved once more.
    if files.isEmpty {
      (files, entries) = (read, found)
    } else {
      files += read
      entries += found
    }
    guard !isWhole else { return }
    for place in first..<files.count {
      let part = entries[place].wanted(by: { search.wants(files[place].label, of: label, $0) })
      entries[place] = part ?? entries[place]
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
    func count(_ place: Int, for request: Int, _ path: String) {
      switch files[place].content {
      case .chunk, .export, .handedOn:
        outcomes[request].files.append(.init(place: place, path: path))
        outcomes[request].filesRead += 1
      case .known(let other):
        outcomes[request].files.append(.init(place: other, path: path))
        repeated.insert(request)
      case .other, .failed, .archive: outcomes[request].filesSkipped += 1
      }
    }
    // Entries and files are not copied: to count their references would take longer than the rest.
    for place in files.indices {
      count(place, for: entries[place].request, files[place].label)
      for (request, path) in entries[place].others { count(place, for: request, path) }
      guard let reason = files[place].failure else { continue }
      let failure = Diagnostic("“\(files[place].label)” \(reason)")
      if case .failed = files[place].content {
        for request in entries[place].requests where damages[request] == nil {
          damages[request] = failure
        }
      }
      for request in entries[place].naming where outcomes[request].failure == nil {
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
      outcomes[request].failure = Diagnostic(
        "“\(requests[request].path)” holds no chat",
        help: looked == 0
          ? "there is no file to read in it"
          : "of \(looked == 1 ? "1 file" : "\(looked) files") none is a chunk or a WhatsApp export")
    }
    return outcomes
  }
}
