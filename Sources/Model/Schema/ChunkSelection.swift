/// Some chunks of a corpus, whose columns are derived for them alone.
struct ChunkSelection {
  let view: ChunkView
  let rows: Rows

  /// What `value` gives for each chunk.
  func map<Result>(_ value: (Chunk) -> Result) -> [Result] {
    rows.map { value(view.corpus.chunks[$0]) }
  }

  /// Their content, as in the files.
  var texts: TextColumn {
    TextColumn(
      buffers: view.buffers,
      starts: map { TextColumn.start(buffer: $0.transcript, offset: $0.bytes.lowerBound) },
      lengths: map { UInt32(clamping: $0.bytes.count) })
  }

  /// Their files.
  var files: CategoryColumn {
    view.files.gathered(map { Int32(clamping: $0.file) })
  }

  /// A part of what each header declares.
  func declared<Result>(
    _ path: KeyPath<Chunk.Declaration, Result>
  ) throws(Interrupted) -> [Result] {
    let declarations = try view.corpus.declarations.value
    return rows.map { declarations[$0][keyPath: path] }
  }

  /// A day that each header declares; null where it declares none.
  func days(_ path: KeyPath<Chunk.Declaration, CivilDate?>) throws(Interrupted) -> Column {
    let days = try declared(path)
    return .period(
      .day, PlainColumn(days.map { $0.map { Int64($0.daysSince1970) } }, filler: 0))
  }

  /// A number that each header declares; null where it declares none.
  func number(_ path: KeyPath<Chunk.Declaration, Int?>) throws(Interrupted) -> Column {
    .int(PlainColumn(try declared(path).map { $0.map { Int64($0) } }, filler: 0))
  }

  /// What `pick` takes of the moments of the messages whose header is in each chunk, repeated ones
  /// too; null where it holds no header.
  func moments(_ pick: ([Int64]) -> Int64?) -> Column {
    let moments = view.corpus.messages.moments
    return .datetime(
      PlainColumn(map { pick(headers(in: $0, $0.lines).map { moments[$0] }) }, filler: 0))
  }

  /// The senders of the messages whose header is in each chunk, in the order of their first there.
  var senders: ListColumn {
    let senders = view.corpus.messages.senders
    let names = view.corpus.people.values
    return ListColumn(
      map { chunk in
        var seen: Set<Int32> = [-1]
        return headers(in: chunk, chunk.lines).compactMap { message in
          seen.insert(senders[message]).inserted ? names[Int(senders[message])] : nil
        }
      })
  }

  /// How many messages each chunk is the first to hold the header of.
  var foundMessages: [Int64] {
    map { chunk in
      let fresh = chunk.lines.dropFirst(chunk.overlap)
      return Int64(headers(in: chunk, fresh).count)
    }
  }

  /// The messages whose header is among some of a chunk's lines.
  private func headers(in chunk: Chunk, _ lines: Range<Int>) -> [Int] {
    let corpus = view.corpus
    return corpus.messages(withHeaderIn: lines, of: corpus.transcripts[chunk.transcript])
  }
}
