import Model
import Reading

extension Session {
  /// What is loaded, a row a source.
  func sourceList() -> Table {
    let files = corpus.filesBySource
    let parts = corpus.transcripts.flatMap { corpus.parts(of: $0, files: files) }
    func counts(_ count: (Corpus.SourcePart) -> Int) -> Column {
      .int(PlainColumn(parts.map { Int64(count($0)) }))
    }
    func ends(_ end: (ClosedRange<Moment>) -> Moment) -> Column {
      let days = parts.map { $0.period.map { Period(.day, holding: end($0)).ordinal } }
      return .period(.day, PlainColumn(days, filler: 0))
    }
    var fields: [Table.Field] = [
      .init("source", .text(TextColumn(parts.map(\.source)))),
      .init("messages", counts(\.messages)),
      .init("chunks", counts(\.chunks)),
      .init("files", counts(\.files)),
      .init("first", ends(\.lowerBound)), .init("last", ends(\.upperBound)),
    ]
    if parts.contains(where: { $0.chat != nil }) {
      fields.append(.init("merged", .text(TextColumn(parts.map(\.chat)))))
    }
    return Table(name: "load", rowCount: parts.count, fields: fields)
  }

  /// What of the requests is left without the sources that a name stands for: the name of a source,
  /// or that of a request, or its path. Nil where nothing has the name.
  ///
  /// A request that led to other sources too stays, without the files of those.
  func requests(_ requests: [LoadRequest], without name: String) -> [LoadRequest]? {
    let files = corpus.filesBySource[name] ?? []
    var isKnown = false
    var kept: [LoadRequest] = []
    for request in requests {
      var request = request
      let led =
        self.requests.firstIndex { $0.path == request.path && $0.isQuoted == request.isQuoted }
        .map { outcomes[$0].files } ?? []
      let unwanted = led.filter { files.contains($0.place) }
      let isMeant = request.name == name || request.path == name
      if isMeant || !unwanted.isEmpty { isKnown = true }
      if isMeant || (!unwanted.isEmpty && unwanted.count == led.count) { continue }
      request.omitted.formUnion(unwanted.map { $0.path(in: corpus) })
      kept.append(request)
    }
    return isKnown ? kept : nil
  }

  /// The sources besides some that are read from a file of theirs: exports that one file holds are
  /// loaded and forgotten together.
  func sources(besides names: Set<String>) -> [String] {
    let files = corpus.filesBySource
    let theirs = names.reduce(into: Set<Int>()) { $0.formUnion(files[$1] ?? []) }
    return corpus.sources.filter {
      !names.contains($0) && !theirs.isDisjoint(with: files[$0] ?? [])
    }
  }
}

extension Corpus {
  /// A source with what it holds.
  fileprivate struct SourcePart {
    let source: String
    let messages: Int
    let chunks: Int
    let files: Int
    /// When its messages are; nil where none has a date.
    let period: ClosedRange<Moment>?
    /// The transcript that it was merged into with others; nil where it stands alone.
    let chat: String?
  }

  /// The sources of a transcript.
  fileprivate func parts(
    of transcript: Transcript, files: [String: Set<Int>]
  ) -> [SourcePart] {
    guard let copies = transcript.copies else {
      return [
        SourcePart(
          source: transcript.source, messages: transcript.messages.count,
          chunks: transcript.chunks.count, files: files[transcript.source]?.count ?? 0,
          period: MomentBounds(of: self.messages.moments[transcript.messages]).period, chat: nil)
      ]
    }
    var messages = [Set<Int32>](repeating: [], count: transcript.parts.count)
    for copy in copies { messages[transcript.part(ofLine: Int(copy.line))].insert(copy.message) }
    var held = [Int](repeating: 0, count: transcript.parts.count)
    for chunk in chunks[transcript.chunks] {
      held[transcript.part(ofLine: chunk.lines.lowerBound)] += 1
    }
    return transcript.parts.enumerated().map { place, part in
      SourcePart(
        source: part.source, messages: messages[place].count, chunks: held[place],
        files: files[part.source]?.count ?? 0,
        period: MomentBounds(of: messages[place].map { self.messages.moments[Int($0)] }[...])
          .period,
        chat: transcript.source)
    }
  }

  /// For each source the files, as places, that it is read from.
  fileprivate var filesBySource: [String: Set<Int>] {
    var places: [String: Set<Int>] = [:]
    for place in files.indices {
      if let source = files[place].source { places[source, default: []].insert(place) }
    }
    // Of several exports in a file only the first is called as the file's source is.
    for transcript in transcripts {
      for run in transcript.runs {
        let source = transcript.parts[transcript.part(ofLine: run.firstLine)].source
        places[source, default: []].insert(run.file)
      }
    }
    return places
  }
}
