import Diagnostics
import Model

/// The files that requests led to, read.
struct InputReading {
  /// What was looked for, and where it is.
  let search: InputSearch

  /// What reading gave, for each entry of the search.
  private(set) var files: [FileReading] = []

  /// Finds and reads what the requests mean.
  init(
    _ requests: [LoadRequest], options: ReadingOptions, interrupt: Interrupt,
    progress: (ReadingProgress) -> Void
  ) throws(Diagnostic) {
    search = try InputSearch(
      requests, from: options.directory, home: options.home, interrupt: interrupt)
    files.reserveCapacity(search.entries.count)
    var bytes = 0
    // A stretch is what is read between two reports of progress.
    for batch in search.entries.indices.pieces(of: 1 << 15) {
      let read = try InputReading.read(
        batch, of: search.entries, standardInput: options.standardInput, interrupt: interrupt)
      for batch in read { files.append(contentsOf: batch.files) }
      bytes += files[batch].reduce(0) { $0 + $1.size }
      progress(
        ReadingProgress(files: files.count, allFiles: search.entries.count, bytes: bytes))
    }
    forgetRepeated()
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

  /// What became of each of the requests.
  func outcomes(of requests: [LoadRequest]) -> [ReadingReport.Outcome] {
    var outcomes = search.failures.map { failure in
      ReadingReport.Outcome(failure: failure)
    }
    var repeated: Set<Int> = []
    for (place, (entry, file)) in zip(search.entries, files).enumerated() {
      func count(for request: Int, _ path: String) {
        switch file.content {
        case .chunk, .export:
          outcomes[request].files.append(.init(place: place, path: path))
          outcomes[request].filesRead += 1
        case .known(let other):
          outcomes[request].files.append(.init(place: other, path: path))
          repeated.insert(request)
        case .other, .failed: outcomes[request].filesSkipped += 1
        }
      }
      count(for: entry.request, file.label)
      for (request, path) in entry.others { count(for: request, path) }
      guard let reason = file.failure else { continue }
      for request in entry.naming where outcomes[request].failure == nil {
        outcomes[request].failure = Diagnostic("“\(file.label)” \(reason)")
      }
    }
    for request in outcomes.indices where outcomes[request].failure == nil {
      guard outcomes[request].filesRead == 0, !repeated.contains(request) else { continue }
      let looked = outcomes[request].filesSkipped
      outcomes[request].failure = Diagnostic(
        "“\(requests[request].path)” holds no chat",
        help: looked == 0
          ? "there is no file to read in it"
          : "of \(looked == 1 ? "1 file" : "\(looked) files") none is a chunk or a WhatsApp export")
    }
    return outcomes
  }
}
