/// Where each message stands in the lines of its transcript: in one place, or in as many as merged
/// sources have it.
struct MessageCopies: Sendable {
  /// The lines of a message, as far as the next one in the text; the last of a text ends at
  /// `Int.max`.
  typealias Lines = Range<Int>

  private let corpus: Corpus

  /// For each merged transcript, by its place, where the copies of its messages are among
  /// ``Transcript/copies``: those of a message from one of `starts` to the next, among `places`.
  private let merged: [Int: (starts: [Int32], places: [Int32])]

  /// Those of a corpus. Linear in the copies of merged messages.
  init(of corpus: Corpus, check: () throws(Interrupted) -> Void) throws(Interrupted) {
    self.corpus = corpus
    var merged: [Int: (starts: [Int32], places: [Int32])] = [:]
    for (number, transcript) in corpus.transcripts.enumerated() {
      guard let copies = transcript.copies else { continue }
      let first = transcript.messages.lowerBound
      var starts = [Int32](repeating: 0, count: transcript.messages.count + 1)
      try Checked.forEach(copies.count, check: check) { place in
        starts[Int(copies[place].message) - first + 1] += 1
      }
      try Checked.forEach(starts.count - 1, check: check) { starts[$0 + 1] += starts[$0] }
      var next = starts
      var places = [Int32](repeating: 0, count: copies.count)
      try Checked.forEach(copies.count, check: check) { place in
        let message = Int(copies[place].message) - first
        places[Int(next[message])] = Int32(clamping: place)
        next[message] += 1
      }
      merged[number] = (starts, places)
    }
    self.merged = merged
  }

  /// The lines of a message of a transcript, both from 0; nil where the transcript is merged.
  func onlyLines(of message: Int, in number: Int) -> Lines? {
    let transcript = corpus.transcripts[number]
    guard transcript.copies == nil else { return nil }
    let lines = corpus.messages.lines
    let next = message + 1
    let end = next < transcript.messages.upperBound ? Int(lines[next]) : Int.max
    return Int(lines[message])..<Swift.max(Int(lines[message]), end)
  }

  /// The lines of each copy of a message, in the order of the lines.
  func lines(of message: Int, in number: Int) -> [Lines] {
    if let lines = onlyLines(of: message, in: number) { return [lines] }
    let transcript = corpus.transcripts[number]
    guard let copies = transcript.copies, let (starts, places) = merged[number] else { return [] }
    let row = message - transcript.messages.lowerBound
    return places[Int(starts[row])..<Int(starts[row + 1])].map { place in
      let next = Int(place) + 1
      let end = next < copies.count ? Int(copies[next].line) : Int.max
      return Int(copies[Int(place)].line)..<end
    }
  }
}
