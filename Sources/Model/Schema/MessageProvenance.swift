/// Where messages were read.
extension MessageSelection {
  /// The source that each one's text is read from.
  var source: CategoryColumn {
    let transcripts = view.corpus.transcripts
    let lines = view.corpus.messages.lines
    let firstParts = view.firstParts
    let places = view.corpus.mapMessages(rows) { message, transcript in
      let isAlone = transcripts[transcript].parts.count == 1
      let part = isAlone ? 0 : transcripts[transcript].part(ofLine: Int(lines[message]))
      return Int32(clamping: firstParts[transcript] + part)
    }
    return view.sources.gathered(places)
  }

  /// The sources that have each message, in their order.
  var sources: ListColumn {
    get throws(Interrupted) {
      let transcripts = view.corpus.transcripts
      let names = TextColumn(view.sources.categories.values)
      guard transcripts.contains(where: { $0.parts.count > 1 }) else {
        return ListColumn(
          items: names.gathered(source.codes), bounds: (0...rows.count).map { Int32(clamping: $0) })
      }
      let copies = try view.copies.value
      var places: [Int32] = []
      var bounds: [Int32] = [0]
      for found in view.corpus.mapMessages(
        rows,
        { message, transcript -> [Int] in
          let first = view.firstParts[transcript]
          guard transcripts[transcript].parts.count > 1 else { return [first] }
          var parts: [Int] = []
          for lines in copies.lines(of: message, in: transcript) {
            let part = first + transcripts[transcript].part(ofLine: lines.lowerBound)
            if parts.last != part { parts.append(part) }
          }
          return parts
        })
      {
        places += found.map { Int32(clamping: $0) }
        bounds.append(Int32(clamping: places.count))
      }
      return ListColumn(items: names.gathered(places), bounds: bounds)
    }
  }

  /// The file of each one's first line.
  var file: CategoryColumn {
    get throws(Interrupted) {
      let files = try view.files.value
      return CategoryColumn(
        files.categories, codes: places.map { $0.map { files.codes[$0.file] } ?? -1 })
    }
  }

  /// The file (a place in ``Corpus/files``) and the line in it, from 1, of each message's first line;
  /// nil where the transcript does not know.
  var places: [(file: Int, line: Int)?] {
    let lines = view.corpus.messages.lines
    return view.corpus.mapMessages(rows) { message, transcript in
      view.corpus.transcripts[transcript].place(ofLine: Int(lines[message]))
    }
  }

  /// The chunk (a place in ``Corpus/chunks``) that holds each one's first line; nil for messages of
  /// exports.
  var chunk: [Int?] {
    get throws(Interrupted) {
      try mapChunked { corpus, copies, message, number in
        let transcript = corpus.transcripts[number]
        if let lines = copies.onlyLines(of: message, in: number) {
          return corpus.chunks(of: transcript, holding: lines).first
        }
        return copies.lines(of: message, in: number).lazy
          .compactMap { corpus.chunks(of: transcript, holding: $0).first }.first
      }
    }
  }

  /// The chunks that hold a line of each one, in order; empty for messages of exports.
  var chunks: [[Int]] {
    get throws(Interrupted) {
      try mapChunked { corpus, copies, message, number in
        copies.lines(of: message, in: number).flatMap {
          Array(corpus.chunks(of: corpus.transcripts[number], holding: $0))
        }
      }.map { $0 ?? [] }
    }
  }

  /// What `transform` makes of each message and its transcript; nil where that has no chunks.
  private func mapChunked<Result>(
    _ transform: (Corpus, MessageCopies, Int, Int) -> Result?
  ) throws(Interrupted) -> [Result?] {
    let corpus = view.corpus
    guard !corpus.chunks.isEmpty else { return [Result?](repeating: nil, count: rows.count) }
    let copies = try view.copies.value
    return corpus.mapMessages(rows) { message, number in
      guard !corpus.transcripts[number].chunks.isEmpty else { return nil }
      return transform(corpus, copies, message, number)
    }
  }
}

extension Corpus {
  /// The chunks of a transcript that hold one of its lines in a range. Logarithmic in its chunks, as
  /// long as each begins and ends no earlier than the one before it.
  fileprivate func chunks(of transcript: Transcript, holding lines: Range<Int>) -> Range<Int> {
    let all = chunks[transcript.chunks]
    let begin = all.firstPlace { $0.lines.upperBound > lines.lowerBound }
    return begin..<Swift.max(begin, all.firstPlace { $0.lines.lowerBound >= lines.upperBound })
  }
}
