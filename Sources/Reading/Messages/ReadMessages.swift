import Diagnostics
import Model

/// Reads the messages of a transcript: its lines as valid UTF-8 joined by `\n`.
///
/// `openings` are the lines, from 0 and ascending, before which lines are missing, for chunks; nil
/// for an export, whose lines before the first header are its preamble. Lines without a header
/// that follow an opening are one message of kind fragment. `dateOrder` is what the user says
/// about the dates. Linear in the text. Throws where the text is larger than offsets can hold, and
/// when interrupted.
func readMessages(
  in text: [UInt8], openings: [Int]?, dateOrder: DateOrder?, cutting: Cutting = .usual,
  interrupt: Interrupt
) throws(Diagnostic) -> TranscriptMessages {
  guard text.count < Int(UInt32.max) else {
    throw Diagnostic("a transcript of over 4 GiB cannot be read", help: "load it in parts")
  }
  var result = TranscriptMessages()
  var headers = try HeaderLines(
    in: text, marking: openings ?? [], cutting: cutting, interrupt: interrupt)
  let orders = DateOrders(headers.moments, told: dateOrder, web: headers.web)
  try interrupt.check()
  var doubts = MessageDoubts()
  let guesses = orders.guesses(in: headers.lines)
  let years = YearsLeftOut(in: &headers.moments, by: orders)
  if years.isGuess, let line = headers.lines.first { doubts.addYearGuess(line: Int(line)) }
  try interrupt.check()
  headers.resolve(by: orders) { doubts.addInvalid($0, line: $1, in: text.span) }
  try interrupt.check()
  let quoted = QuotedHeaders(in: headers)
  headers.drop(quoted.places)
  // Of lines that are quoted nothing is asked.
  for guess in guesses where quoted.counts[guess.form, default: 0] < guess.count {
    doubts.addGuess(guess.order, line: guess.line)
  }
  try interrupt.check()
  doubts.addStepsBack(in: headers)
  result.doubts = doubts.rows
  result.shapes = orders.descriptions(quoted: quoted.counts, yearsAreGuessed: years.isGuess)

  var (assembly, fragments) = try assembled(headers, in: text, cutting, interrupt)
  if openings == nil {
    result.preamble = 0..<(headers.count > 0 ? Int(headers.lines[0]) : lineCount(of: text))
  }
  (result.messages, result.people) = try assembly.finish(text.span, interrupt: interrupt)
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

/// The messages of a transcript, but for what all of them together tell, and the fragments among them
/// with their lines. A long transcript is read on all cores.
private func assembled(
  _ headers: HeaderLines, in text: [UInt8], _ cutting: Cutting, _ interrupt: Interrupt
) throws(Diagnostic) -> (assembly: MessageAssembly, fragments: [(message: Int, line: Int)]) {
  let stretches = (0..<max(1, headers.count)).pieces(of: cutting.headers)
  let parts = try parallelMap(stretches.count, interrupt: interrupt) { index in
    let headersOfPart = stretches[index].clamped(to: 0..<headers.count)
    var assembly = MessageAssembly(capacity: headersOfPart.count, web: headers.web)
    let fragments = addMessages(of: headers, headersOfPart, in: text, to: &assembly, interrupt)
    return (assembly, fragments)
  }
  guard parts.count > 1 else { return parts[0] }
  var whole = MessageAssembly(capacity: headers.count + headers.marked.count, web: headers.web)
  var fragments: [(message: Int, line: Int)] = []
  for (part, partFragments) in parts {
    try interrupt.check()
    fragments += partFragments.map { (whole.count + $0.message, $0.line) }
    whole.append(part, text.span)
  }
  return (whole, fragments)
}

/// Adds the messages of some headers, in the order of the text, each up to the next header or the
/// next line before which lines are missing; gives the fragments among them and their lines. What
/// stands before the first header of all belongs to it. A raised interrupt ends it early.
private func addMessages(
  of headers: HeaderLines, _ part: Range<Int>, in text: [UInt8], to assembly: inout MessageAssembly,
  _ interrupt: Interrupt
) -> [(message: Int, line: Int)] {
  let bytes = text.span
  let end = text.last == 0x0A ? text.count - 1 : text.count
  let openings = headers.marked
  var fragments: [(message: Int, line: Int)] = []
  func start(of header: Int) -> Int {
    header == headers.count ? end + 1 : Int(headers.starts[header])
  }
  var opening =
    part.lowerBound == 0
    ? 0 : openings.firstIndex { $0.start >= start(of: part.lowerBound) } ?? openings.count
  func addFragments(before start: Int) {
    while opening < openings.count, openings[opening].start < start {
      let (line, from) = openings[opening]
      opening += 1
      let next = opening < openings.count ? min(openings[opening].start, start) : start
      fragments.append((assembly.count, line))
      assembly.addFragment(from..<max(from, next - 1))
    }
  }
  for header in part {
    if header & 0xFFF == 0, interrupt.isRaised { return fragments }
    let start = start(of: header)
    addFragments(before: start)
    // Lines may be missing before the header itself: nothing is cut there.
    if opening < openings.count, openings[opening].start == start { opening += 1 }
    let isLast = header + 1 == headers.count
    var next = isLast ? end + 1 : Int(headers.starts[header + 1])
    if opening < openings.count { next = min(next, openings[opening].start) }
    let from = start + Int(headers.lengths[header])
    var text = from..<max(from, next - 1)
    // What is on one line alone is told by the next header, without a look at it.
    var isMultiline = isLast || headers.lines[header + 1] - headers.lines[header] > 1
    if headers.web == .markdown {
      text = DayHeadings.withoutHeading(text, isLast: isLast, in: bytes)
    }
    if isMultiline { isMultiline = lineEnd(bytes, from: text.lowerBound) < text.upperBound }
    assembly.add(text, isMultiline: isMultiline, of: bytes)
  }
  addFragments(before: start(of: part.upperBound))
  return fragments
}

/// The lines of a text; a line end at its end begins no further one.
private func lineCount(of text: [UInt8]) -> Int {
  var start = 0
  var lines = 0
  while start < text.count {
    start = lineEnd(text.span, from: start) + 1
    lines += 1
  }
  return lines
}
