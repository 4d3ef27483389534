import Model
import Reading

extension Session {
  /// What is loaded, a row a transcript.
  func sourceList() -> Table {
    let transcripts = corpus.transcripts
    func counts(_ count: (Transcript) -> Int) -> Column {
      .int(PlainColumn(transcripts.map { Int64(count($0)) }))
    }
    let files = Dictionary(grouping: corpus.files) { $0.source }
    func ends(_ end: (InputFile) -> Moment?, _ best: (Moment, Moment) -> Moment) -> Column {
      .datetime(
        PlainColumn(
          moments: transcripts.map { transcript in
            let moments = (files[transcript.source] ?? []).compactMap(end)
            guard let first = moments.first else { return Moment.none }
            return moments.reduce(first, best).seconds
          }))
    }
    return Table(
      name: "load", rowCount: transcripts.count,
      fields: [
        .init("source", .text(TextColumn(transcripts.map(\.source)))),
        .init("messages", counts { $0.messages.count }),
        .init("chunks", counts { $0.chunks.count }),
        .init("files", counts { files[$0.source]?.count ?? 0 }),
        .init("first", ends(\.first, min)), .init("last", ends(\.last, max)),
      ])
  }

  /// What of the requests is left without the sources that a name stands for: the name of a source,
  /// or that of a request, or its path. Nil where nothing has the name.
  ///
  /// A request that led to other sources too stays, without the files of those.
  func requests(_ requests: [LoadRequest], without name: String) -> [LoadRequest]? {
    let files = Set(corpus.files.indices.filter { corpus.files[$0].source == name })
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
      request.omitted.formUnion(unwanted.map(\.path))
      kept.append(request)
    }
    return isKnown ? kept : nil
  }
}
