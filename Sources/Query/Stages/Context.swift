import Diagnostics
import Model

extension Checker {
  /// `context`: the messages around each row, of the same transcript, put back.
  func context(before: Stage.Reach, after: Stage.Reach) throws(Diagnostic) -> CheckedStage {
    guard schema.origin == .messages else {
      throw .usage(
        "context puts back the messages around a row; the rows of \(schema.title) are no messages",
        help: schema.wayToMessages ?? "it goes after messages, grep, or what keeps their rows")
    }
    let (back, ahead) = (try Distance(before), try Distance(after))
    let words = "put back \(back.description) before and \(ahead.description) after each row"
    return CheckedStage(words, gives: schema) { (table, environment) throws(Diagnostic) in
      try Surroundings(corpus: environment.corpus, before: back, after: ahead)
        .added(to: table, environment.interrupt)
    }
  }
}

/// How far context reaches, in messages or in seconds.
private enum Distance: Sendable {
  case messages(Int)
  case seconds(Int64)

  init(_ reach: Stage.Reach) throws(Diagnostic) {
    switch reach {
    case .messages(let count): self = .messages(Swift.max(0, count))
    case .time(let span):
      guard let seconds = try span.seconds(at: nil) else {
        throw .usage(
          "\(span.count)\(span.unit.rawValue) has no fixed length", help: "write days: 30d")
      }
      self = .seconds(seconds)
    }
  }

  var description: String {
    switch self {
    case .messages(let count): count == 1 ? "1 message" : "\(count) messages"
    case .seconds(let seconds): "the messages of \(plainText(.duration(seconds)))"
    }
  }
}

/// The messages around some messages.
private struct Surroundings {
  let corpus: Corpus
  let before: Distance
  let after: Distance

  /// The table with the messages around its rows, in the order of the corpus, each once; where
  /// messages are left out between two stretches there is a break. A column that a stage has worked
  /// out is null in the rows that are put back: it is not known how.
  func added(to table: Table, _ interrupt: Interrupt) throws(Diagnostic) -> Table {
    guard let origin = table.origin else { return table }
    var places = [Int32](repeating: -1, count: corpus.messages.count)
    try Checked.forEach(table.rowCount, check: interrupt.check) { row in
      places[origin.rows[row]] = Int32(row)
    }
    var messages: [Int32] = []
    var breaks: [Int] = []
    var last: (transcript: Int, end: Int)?
    for message in places.indices {
      if message % Batch.size == 0 { try interrupt.check() }
      guard places[message] >= 0 else { continue }
      guard let transcript = corpus.transcript(ofMessage: message) else { continue }
      let all = corpus.transcripts[transcript].messages
      let covered = last?.transcript == transcript ? last?.end ?? 0 : all.lowerBound
      let start = Swift.max(covered, first(around: message, in: covered..<all.upperBound))
      let end = Swift.max(covered, self.end(around: message, in: covered..<all.upperBound))
      if let last, last.transcript != transcript || start > last.end {
        breaks.append(messages.count)
      }
      messages.append(contentsOf: Int32(start)..<Int32(Swift.max(start, end)))
      last = (transcript, end)
    }
    let rows = try Checked.map(messages.count, check: interrupt.check) { places[Int(messages[$0])] }
    return try table.widened(to: .list(messages), breaks: breaks) { (column) throws(Diagnostic) in
      try column.gatheredOrNull(rows, check: interrupt.check)
    }
  }

  /// The first message of a range that is near enough before a message.
  private func first(around message: Int, in range: Range<Int>) -> Int {
    switch before {
    case .messages(let count): return Swift.max(range.lowerBound, message - count)
    case .seconds(let seconds):
      let moments = corpus.messages.moments
      guard moments[message] != Moment.none else { return message }
      let (limit, overflow) = moments[message].subtractingReportingOverflow(seconds)
      var first = message
      for place in (range.lowerBound..<Swift.max(range.lowerBound, message)).reversed()
      where moments[place] != Moment.none {
        guard overflow || moments[place] >= limit else { break }
        first = place
      }
      return first
    }
  }

  /// The end of the messages that are near enough after a message; `range` begins where what has
  /// been put back ends.
  private func end(around message: Int, in range: Range<Int>) -> Int {
    switch after {
    case .messages(let count):
      let (end, overflow) = (message + 1).addingReportingOverflow(count)
      return overflow ? range.upperBound : Swift.min(range.upperBound, end)
    case .seconds(let seconds):
      let moments = corpus.messages.moments
      guard moments[message] != Moment.none else { return message + 1 }
      let (limit, overflow) = moments[message].addingReportingOverflow(seconds)
      var end = Swift.max(range.lowerBound, message + 1)
      for place in Swift.max(range.lowerBound, message + 1)..<range.upperBound
      where moments[place] != Moment.none {
        guard overflow || moments[place] <= limit else { break }
        end = place + 1
      }
      return end
    }
  }
}
