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
    var known: [FileIdentity: String] = [:]
    var bytes = 0
    files.reserveCapacity(search.entries.count)
    for (index, entry) in search.entries.enumerated() {
      try interrupt.check()
      var file = FileReading.of(
        entry, index: index, standardInput: options.standardInput, interrupt: interrupt)
      if let identity = file.identity {
        if let other = known[identity] {
          file.forget(inFavourOf: other)
        } else {
          known[identity] = file.label
        }
      }
      bytes += file.size
      files.append(file)
      if index & 0xFF == 0xFF || file.size > 1 << 20 {
        progress(
          ReadingProgress(files: index + 1, allFiles: search.entries.count, bytes: bytes))
      }
    }
    try interrupt.check()
  }

  /// What became of each of the requests.
  func outcomes(of requests: [LoadRequest]) -> [ReadingReport.Outcome] {
    var outcomes = search.failures.map { failure in
      ReadingReport.Outcome(failure: failure)
    }
    var repeated = search.repeated
    for (entry, file) in zip(search.entries, files) {
      for request in entry.requests {
        switch file.content {
        case .chunk, .export: outcomes[request].filesRead += 1
        case .other, .failed: outcomes[request].filesSkipped += 1
        case .known: repeated.insert(request)
        }
      }
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
