/// Where messages were read.
extension MessageSelection {
  /// The source of each one's transcript.
  var source: CategoryColumn {
    view.sources.gathered(view.corpus.mapMessages(rows) { Int32(clamping: $1) })
  }

  /// The sources that have each message: one.
  var sources: ListColumn {
    let source = source
    return ListColumn(
      items: TextColumn(source.categories.values).gathered(source.codes),
      bounds: (0...rows.count).map { Int32(clamping: $0) })
  }

  /// The file of each one's first line.
  var file: CategoryColumn {
    let files = view.files
    return CategoryColumn(
      files.categories, codes: places.map { $0.map { files.codes[$0.file] } ?? -1 })
  }

  /// The file (a place in ``Corpus/files``) and the line in it, from 1, of each message's first line;
  /// nil where the transcript does not know.
  var places: [(file: Int, line: Int)?] {
    let lines = view.corpus.messages.lines
    return view.corpus.mapMessages(rows) { message, transcript in
      view.corpus.transcripts[transcript].place(ofLine: Int(lines[message]))
    }
  }

  /// The chunks (places in ``Corpus/chunks``) that hold a line of each message, in order; empty for
  /// messages of an export. Where there are any, the first holds the message's first line.
  var chunks: [Range<Int>] {
    let corpus = view.corpus
    let lines = corpus.messages.lines
    return corpus.mapMessages(rows) { message, transcript in
      let transcript = corpus.transcripts[transcript]
      let next = message + 1
      let end = next < transcript.messages.upperBound ? Int(lines[next]) : Int.max
      return corpus.chunks(of: transcript, holding: Int(lines[message])..<end)
    }
  }
}

extension Corpus {
  /// The chunks of a transcript that hold one of its lines in a range. Logarithmic in its chunks, as
  /// long as each begins and ends no earlier than the one before it.
  fileprivate func chunks(of transcript: Transcript, holding lines: Range<Int>) -> Range<Int> {
    func first(where isPast: (Chunk) -> Bool) -> Int {
      var low = transcript.chunks.lowerBound
      var high = transcript.chunks.upperBound
      while low < high {
        let middle = (low + high) / 2
        if isPast(chunks[middle]) { high = middle } else { low = middle + 1 }
      }
      return low
    }
    let begin = first { $0.lines.upperBound > lines.lowerBound }
    let end = first { $0.lines.lowerBound >= lines.upperBound }
    return begin..<Swift.max(begin, end)
  }
}
