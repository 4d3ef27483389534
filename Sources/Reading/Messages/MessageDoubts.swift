import Diagnostics
import Model

/// The doubts about the lines of a transcript, as rows of the table `problems`.
///
/// Of a kind that a hostile or broken file can have without end, the first ones are told and the
/// rest counted.
struct MessageDoubts {
  private var all: [TranscriptMessages.Doubt] = []
  private var counts: [Problem.Code: (total: Int, line: Int)] = [:]

  /// Rows of one code that are told one by one.
  private static let limit = 100

  /// Steps back of up to an hour are no doubt: the end of summer time makes one, and messages
  /// that were delivered late make many.
  private static let patience: Int64 = 3_600

  /// The rows, with the untold ones as a count.
  var rows: [TranscriptMessages.Doubt] {
    all
      + counts.filter { $0.value.total > MessageDoubts.limit }.sorted {
        $0.key.rawValue < $1.key.rawValue
      }
      .map { code, count in
        TranscriptMessages.Doubt(
          severity: .note, code: code, line: count.line,
          detail: "and \(count.total - MessageDoubts.limit) more like it")
      }
  }

  /// Adds that a date order was guessed, the first header of its form being on `line`.
  mutating func addGuess(_ order: DateOrder, line: Int) {
    add(
      .warning, .dateOrderGuessed, line: line,
      "nothing tells whether the day or the month comes first: "
        + "read as \(order.rawValue); load --date-order says otherwise")
  }

  /// Adds that the order of the dates changes with the header on a line.
  mutating func addTurn(_ turn: DateTurn, line: Int) {
    let (after, before) = turn.words
    add(
      .note, .dateOrderGuessed, line: line,
      "from here on the \(after) comes first in dates, before it the \(before): each side has days that the "
        + "other order cannot have; load --date-order says otherwise")
  }

  /// Adds that no header tells its year, the first one's line being `line`.
  mutating func addYearGuess(_ year: Int, line: Int) {
    add(
      .warning, .dateOrderGuessed, line: line,
      "no header tells the year: the last one is taken for one of \(year); if it is another, write the year "
        + "into the date on this line")
  }

  /// Adds a header, by its bytes, whose date or time does not exist.
  mutating func addInvalid(_ header: Range<Int>, line: Int, in bytes: Span<UInt8>) {
    add(
      .warning, .invalidDate, line: line,
      "“\(plainText(header, in: bytes))” is no date; the line is text of the message before it")
  }

  /// Adds those headers, of some whose moment lies before that of the header before, with which it
  /// goes back far.
  mutating func addStepsBack(_ steps: [Int], in headers: HeaderLines) {
    for place in steps {
      let (before, moment) = (headers.moments[place - 1], headers.moments[place])
      guard moment < before - MessageDoubts.patience else { continue }
      add(
        .note, .outOfOrder, line: Int(headers.lines[place]),
        "\(Moment(seconds: moment)) follows \(Moment(seconds: before))")
    }
  }

  private mutating func add(
    _ severity: Problem.Severity, _ code: Problem.Code, line: Int, _ detail: String
  ) {
    let total = counts[code, default: (0, line)].total
    counts[code] = (total + 1, line)
    guard total < MessageDoubts.limit else { return }
    all.append(
      TranscriptMessages.Doubt(severity: severity, code: code, line: line, detail: detail))
  }
}
