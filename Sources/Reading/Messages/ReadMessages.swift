import Diagnostics
import Model

/// Reads the messages of a transcript: its lines as valid UTF-8 joined by `\n`.
///
/// `openings` are the lines, from 0 and ascending, before which lines are missing, for chunks; nil
/// for an export, whose lines before the first header are its preamble. Lines without a header
/// that follow an opening are one message of kind fragment. `softLines` are those of
/// ``DecodedText/softLines``. `dateOrder` is what the user says
/// about the dates, `now` when they are read. Linear in the text. Throws where the text is larger than offsets can hold, and
/// when interrupted.
func readMessages(
  in text: SharedBytes, openings: [Int]?, softLines: [UInt32] = [], dateOrder: DateOrder?,
  now: Moment? = nil, cutting: Cutting = .usual, interrupt: Interrupt
) throws(Diagnostic) -> TranscriptMessages {
  guard text.count < Int(UInt32.max) else {
    throw Diagnostic("a transcript of over 4 GiB cannot be read", help: "load it in parts")
  }
  var result = TranscriptMessages()
  var headers = try HeaderLines(
    in: text, marking: openings ?? [], cutting: cutting, interrupt: interrupt)
  // What chunks were read into has room for what follows: it is given back with the last of them.
  let isExport = openings == nil
  if isExport { FreedMemory.giveBack(afterReading: text.count) }
  if dateOrder == nil { headers.turnDates() }
  let orders = DateOrders(headers, told: dateOrder, now: now)
  try interrupt.check()
  var doubts = MessageDoubts()
  let guesses = orders.guesses(in: headers.lines)
  let turns = headers.turns.map { turn in
    (
      turn, count: orders.decisions.first { $0.form == turn.form }?.count ?? 0,
      line: Int(headers.lines[turn.header])
    )
  }
  let years = YearsLeftOut(in: &headers.moments, by: orders, now: now)
  if let year = years.guess, let line = headers.lines.first {
    doubts.addYearGuess(year, line: Int(line))
  }
  try interrupt.check()
  try headers.resolve(by: orders, interrupt: interrupt) {
    doubts.addInvalid($0, line: $1, in: text.span)
  }
  let quoted = QuotedHeaders(
    in: headers, behind: softLines, usual: orders.decisions.first?.form)
  headers.drop(quoted.places)
  // Of lines that are quoted nothing is asked.
  for guess in guesses where quoted.counts[guess.form, default: 0] < guess.count {
    doubts.addGuess(guess.order, line: guess.line)
  }
  for (turn, count, line) in turns where quoted.counts[turn.form, default: 0] < count {
    doubts.addTurn(turn, line: line)
  }
  try interrupt.check()
  let steps = try headers.stepsBack(over: SecondExports.patience, interrupt)
  doubts.addStepsBack(steps, in: headers)
  result.doubts = doubts.rows
  result.shapes = orders.descriptions(quoted: quoted.counts, yearsAreGuessed: years.guess != nil)

  let fragments = Fragment.all(in: headers, of: text)
  var assembly = try MessageAssembly(
    of: headers, fragments, in: text, cutting: cutting, interrupt: interrupt)
  headers.forgetPlaces()
  if isExport {
    FreedMemory.giveBack(afterReading: text.count)
    result.stepsBack = steps
    result.preamble = 0..<(headers.count > 0 ? Int(headers.lines[0]) : lineCount(of: text))
  }
  (result.messages, result.people) = try assembly.finish(text, interrupt: interrupt)
  headers.insert(fragments)
  result.messages.moments = headers.moments
  result.messages.lines = headers.lines
  return result
}

/// How a transcript is cut for several cores; the messages are the same whatever it says.
struct Cutting {
  /// Bytes of which the headers are found in one go.
  let bytes: Int
  /// Headers of which the messages are read in one go.
  let headers: Int

  static let usual = Cutting(bytes: LinePieces.size, headers: 1 << 15)
}

/// The lines of a text; a line end at its end begins no further one.
private func lineCount(of text: SharedBytes) -> Int {
  var start = 0
  var lines = 0
  while start < text.count {
    start = lineEnd(text.span, from: start) + 1
    lines += 1
  }
  return lines
}
