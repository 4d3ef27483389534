import Model

/// Doubts about the lines of a transcript, as rows about its files.
struct TranscriptDoubts {
  private let transcript: Transcript
  private let corpus: Corpus

  /// The doubts of a transcript whose files and messages are in a corpus.
  init(_ transcript: Transcript, _ corpus: Corpus) {
    self.transcript = transcript
    self.corpus = corpus
  }

  /// What reading the messages left in doubt.
  func rows(for doubts: [TranscriptMessages.Doubt]) -> [Problem] {
    doubts.map { row($0.severity, $0.code, line: $0.line, $0.detail) }
  }

  /// The lines before the first header of an export.
  func preamble(_ lines: Range<Int>) -> [Problem] {
    guard !lines.isEmpty else { return [] }
    let text = transcript.text.split(
      separator: UInt8(ascii: "\n"), maxSplits: lines.upperBound, omittingEmptySubsequences: false
    ).prefix(lines.upperBound).map { String(decoding: $0, as: UTF8.self) }
    guard text.contains(where: { !$0.isEmpty }) else { return [] }
    return [
      row(
        .note, .preamble, line: lines.lowerBound,
        "no header stands before: " + text.joined(separator: "\n"))
    ]
  }

  /// That the text was made UTF-8 twice before chunks were cut from it, whose headers are as they should be.
  func encoding() -> [Problem] {
    guard TwiceEncoded.begins(transcript.text.span.extracting(first: FileContents.head)) else {
      return []
    }
    return [
      row(
        .note, .invalidUTF8, line: 0,
        "the text was made UTF-8 twice before, “Ã©” for “é”: it stands as it is")
    ]
  }

  /// The lines after a gap, or at the start of a series, that lack their header.
  func fragments(_ openings: [Int]?) -> [Problem] {
    guard openings != nil else { return [] }
    return transcript.messages.filter { corpus.messages.kinds[$0] == .fragment }.map { message in
      let first = Int(corpus.messages.starts[message])
      let text = transcript.text[first..<(first + Int(corpus.messages.lengths[message]))]
      let lines = text.count { $0 == UInt8(ascii: "\n") } + 1
      return row(
        .warning, .fragment, line: Int(corpus.messages.lines[message]),
        lines == 1
          ? "this line lacks its header: it has no date and no sender"
          : "\(lines) lines lack their header: they have no date and no sender")
    }
  }

  private func row(
    _ severity: Problem.Severity, _ code: Problem.Code, line: Int, _ detail: String
  ) -> Problem {
    guard let place = transcript.place(ofLine: line) else {
      return Problem(severity, code, detail)
    }
    return Problem(
      severity, code, file: corpus.files[place.file].path, line: place.line, detail)
  }
}
