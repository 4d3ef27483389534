/// Messages as their files have them: what is needed to cut them into chunks again.
public struct MessageSources: Sendable {
  /// The lines of each message without the blanks at their ends, those left out of which nothing is left;
  /// the first is that of its header, but for a fragment.
  public let lines: ListColumn

  /// The text of each, header excluded.
  public let texts: TextColumn

  /// Whether each message is a fragment, without a header.
  public let isFragment: [Bool]

  /// Wall-clock second of each, since 1970-01-01 00:00; ``Moment/none`` for a fragment.
  public let moments: [Int64]

  /// Who wrote each, as the text spells the name, whatever it is called by an alias.
  public let senders: CategoryColumn

  /// The transcript of each among those of the corpus.
  public let transcripts: [Int32]
}

extension Corpus {
  /// Messages as their files have them; no byte is copied.
  public func sources(of rows: Rows) -> MessageSources {
    let texts = transcripts.map(\.text)
    var (starts, lengths, bounds): ([UInt64], [UInt32], [Int32]) = ([], [], [0])
    let places = mapMessages(rows) { message, transcript -> Int32 in
      let bytes = texts[transcript]
      let text = bytes.span
      let first = Int(messages.starts[message])
      let end = first + Int(messages.lengths[message])
      var start = first
      while start > 0, text[start - 1] != 0x0A { start -= 1 }
      while start < end {
        var lineEnd = start
        while lineEnd < end, text[lineEnd] != 0x0A { lineEnd += 1 }
        let line = Blanks.trimmed(start..<lineEnd, of: text)
        if !line.isEmpty {
          starts.append(TextColumn.start(buffer: transcript, offset: line.lowerBound))
          lengths.append(UInt32(clamping: line.count))
        }
        start = lineEnd + 1
      }
      bounds.append(Int32(clamping: lengths.count))
      return Int32(clamping: transcript)
    }
    let senders = rows.gather(written?.senders ?? messages.senders)
    return MessageSources(
      lines: ListColumn(
        items: TextColumn(buffers: texts, starts: starts, lengths: lengths), bounds: bounds),
      texts: MessageTexts(of: self).texts(of: rows),
      isFragment: rows.gather(messages.kinds).map { $0 == .fragment },
      moments: rows.gather(messages.moments),
      senders: CategoryColumn(written.map { Categories($0.names) } ?? people, codes: senders),
      transcripts: places)
  }
}
