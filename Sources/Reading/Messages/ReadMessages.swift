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
  in text: [UInt8], openings: [Int]?, dateOrder: DateOrder?, interrupt: Interrupt
) throws(Diagnostic) -> TranscriptMessages {
  guard text.count < Int(UInt32.max) else {
    throw Diagnostic("a transcript of over 4 GiB cannot be read", help: "load it in parts")
  }
  var result = TranscriptMessages()
  var headers = try HeaderLines(in: text, marking: openings ?? [], interrupt: interrupt)
  let orders = DateOrders(headers.moments, told: dateOrder, web: headers.web)
  var doubts = MessageDoubts()
  let guesses = orders.guesses(in: headers.lines)
  let years = YearsLeftOut(in: &headers.moments, by: orders)
  if years.isGuess, let line = headers.lines.first { doubts.addYearGuess(line: Int(line)) }
  headers.resolve(by: orders) { doubts.addInvalid($0, line: $1, in: text.span) }
  let quoted = QuotedHeaders(in: headers)
  headers.drop(quoted.places)
  // Of lines that are quoted nothing is asked.
  for guess in guesses where quoted.counts[guess.form, default: 0] < guess.count {
    doubts.addGuess(guess.order, line: guess.line)
  }
  doubts.addStepsBack(in: headers)
  result.doubts = doubts.rows
  result.shapes = orders.descriptions(quoted: quoted.counts, yearsAreGuessed: years.isGuess)

  var assembly = MessageAssembly(
    capacity: headers.count + headers.marked.count, web: headers.web)
  let fragments = try addMessages(of: headers, in: text, to: &assembly, interrupt)
  if openings == nil {
    result.preamble = 0..<(headers.count > 0 ? Int(headers.lines[0]) : lineCount(of: text))
  }
  (result.messages, result.people) = try assembly.finish(text.span, interrupt: interrupt)
  headers.insert(fragments)
  result.messages.moments = headers.moments
  result.messages.lines = headers.lines
  return result
}

/// Adds the messages of a transcript, in the order of the text, each up to the next header or the
/// next line before which lines are missing; gives the fragments among them and their lines.
private func addMessages(
  of headers: HeaderLines, in text: [UInt8], to assembly: inout MessageAssembly,
  _ interrupt: Interrupt
) throws(Diagnostic) -> [(message: Int, line: Int)] {
  let bytes = text.span
  let end = text.last == 0x0A ? text.count - 1 : text.count
  let openings = headers.marked
  var fragments: [(message: Int, line: Int)] = []
  var opening = 0
  for header in 0...headers.count {
    if header & 0xFFF == 0 { try interrupt.check() }
    let isLast = header == headers.count
    let start = isLast ? end + 1 : Int(headers.starts[header])
    while opening < openings.count, openings[opening].start < start {
      let (line, from) = openings[opening]
      opening += 1
      let next = opening < openings.count ? min(openings[opening].start, start) : start
      fragments.append((assembly.count, line))
      assembly.addFragment(from..<max(from, next - 1))
    }
    guard !isLast else { break }
    // Lines may be missing before the header itself: nothing is cut there.
    if opening < openings.count, openings[opening].start == start { opening += 1 }
    var next = header + 1 < headers.count ? Int(headers.starts[header + 1]) : end + 1
    if opening < openings.count { next = min(next, openings[opening].start) }
    let from = start + Int(headers.lengths[header])
    var text = from..<max(from, next - 1)
    if headers.web == .markdown {
      let isLast = header + 1 == headers.count
      text = DayHeadings.withoutHeading(text, isLast: isLast, in: bytes)
    }
    assembly.add(text, of: bytes)
  }
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
