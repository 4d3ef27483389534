import Model

/// How the texts of merged transcripts stand in one: one after the other, a line break between.
struct MergedLayout {
  private let transcripts: [Transcript]

  /// Bytes before each transcript.
  private(set) var bytes: [Int] = []

  /// Lines before each transcript.
  private(set) var lines: [Int] = []

  /// Lays transcripts out, whose messages ascend.
  init(_ transcripts: [Transcript]) {
    self.transcripts = transcripts
    var (byte, line) = (0, 0)
    for transcript in transcripts {
      bytes.append(byte)
      lines.append(line)
      byte += transcript.text.count
      line += transcript.text.count { $0 == UInt8(ascii: "\n") }
      guard MergedLayout.isOpen(transcript.text) else { continue }
      byte += 1
      line += 1
    }
  }

  /// Whether the last line of a text has no line break.
  private static func isOpen(_ text: SharedBytes) -> Bool {
    text.last.map { $0 != UInt8(ascii: "\n") } ?? false
  }

  /// The transcript, among those laid out, that a message of the corpus is of.
  func part(ofMessage message: Int) -> Int {
    Swift.min(
      transcripts.count - 1, transcripts.firstPlace { $0.messages.upperBound > message })
  }

  /// The one transcript, with these messages and chunks of the corpus.
  func transcript(messages: Range<Int>, chunks: Range<Int>) -> Transcript {
    var text: [UInt8] = []
    text.reserveCapacity(transcripts.reduce(0) { $0 + $1.text.count + 1 })
    var runs: [Transcript.LineRun] = []
    var parts: [Transcript.Part] = []
    for (place, transcript) in transcripts.enumerated() {
      text += transcript.text
      if MergedLayout.isOpen(transcript.text) { text.append(UInt8(ascii: "\n")) }
      runs += transcript.runs.map { run in
        Transcript.LineRun(
          firstLine: run.firstLine + lines[place], file: run.file, fileLine: run.fileLine)
      }
      parts.append(Transcript.Part(source: transcript.source, firstLine: lines[place]))
    }
    var merged = Transcript(
      source: "", text: SharedBytes(text), messages: messages, runs: runs, chunks: chunks)
    merged.parts = parts
    return merged
  }
}
