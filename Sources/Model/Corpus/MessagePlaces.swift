/// Which messages stand in which lines.
extension Corpus {
  /// The messages of a transcript that begin in some of its lines, in the order of the lines.
  /// Logarithmic in the messages, but for those of merged sources also linear in the answer.
  public func messages(beginningIn lines: Range<Int>, of transcript: Transcript) -> Rows {
    guard let copies = transcript.copies else {
      let places = messages.lines[transcript.messages]
      let first = places.firstPlace { $0 >= lines.lowerBound }
      return .range(first..<Swift.max(first, places.firstPlace { $0 >= lines.upperBound }))
    }
    return .list(copies[transcript.copies(in: lines)].map(\.message))
  }

  /// The messages of a transcript whose header is one of its lines, in their order.
  public func messages(withHeaderIn lines: Range<Int>, of transcript: Transcript) -> [Int] {
    guard let copies = transcript.copies else {
      return messages(beginningIn: lines, of: transcript).map { $0 }
        .filter { messages.kinds[$0] != .fragment }
    }
    return copies[transcript.copies(in: lines)].filter(\.hasHeader).map { Int($0.message) }
  }

  /// The messages that have a line in a chunk, each once, in the order of the corpus.
  public func messages(in chunk: Chunk) -> Rows {
    let transcript = transcripts[chunk.transcript]
    guard let copies = transcript.copies else {
      let lines = messages.lines[transcript.messages]
      let next = lines.firstPlace { $0 > chunk.lines.lowerBound }
      // The one before goes on in the first line.
      let first = Swift.max(lines.startIndex, next - 1)
      return .range(first..<Swift.max(first, lines.firstPlace { $0 >= chunk.lines.upperBound }))
    }
    let next = copies.firstPlace { $0.line > chunk.lines.lowerBound }
    let range = Swift.max(0, next - 1)..<copies.firstPlace { $0.line >= chunk.lines.upperBound }
    return .list(Set(copies[range].map(\.message)).sorted())
  }
}

extension Transcript {
  /// The places in ``copies`` of those that begin in some lines.
  fileprivate func copies(in lines: Range<Int>) -> Range<Int> {
    guard let copies else { return 0..<0 }
    let first = copies.firstPlace { $0.line >= lines.lowerBound }
    return first..<Swift.max(first, copies.firstPlace { $0.line >= lines.upperBound })
  }
}
