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
  let orders = DateOrders(headers.moments, told: dateOrder)
  var doubts = MessageDoubts()
  doubts.addGuesses(orders, in: headers)
  headers.resolve(by: orders) { doubts.addInvalid($0, line: $1, in: text.span) }
  let quoted = QuotedHeaders(in: headers)
  headers.drop(quoted.places)
  doubts.addStepsBack(in: headers)
  result.doubts = doubts.rows
  result.shapes = orders.descriptions(quoted: quoted.counts)

  let bytes = text.span
  let end = text.last == 0x0A ? text.count - 1 : text.count
  var assembly = MessageAssembly(capacity: headers.count + headers.marked.count)
  var opening = 0
  for header in 0...headers.count {
    let isLast = header == headers.count
    let start = isLast ? text.count + 1 : Int(headers.starts[header])
    while opening < headers.marked.count, headers.marked[opening].start < start {
      let (line, from) = headers.marked[opening]
      opening += 1
      let next = opening < headers.marked.count ? headers.marked[opening].start : start
      assembly.addFragment(from..<max(from, min(next, start, end + 1) - 1), line: line, of: bytes)
    }
    guard !isLast else { break }
    // The header's own line may be one before which lines are missing.
    if opening < headers.marked.count, headers.marked[opening].start == start { opening += 1 }
    var next = header + 1 < headers.count ? Int(headers.starts[header + 1]) : end + 1
    if opening < headers.marked.count { next = min(next, headers.marked[opening].start) }
    let line = Int(headers.lines[header])
    let from = start + Int(headers.lengths[header])
    let to = max(from, next - 1)
    assembly.add(
      from..<to, moment: headers.moments[header], line: line,
      isMultiline: lineEnd(bytes, from: from) < to, of: bytes)
    if header & 0xFFFF == 0 { try interrupt.check() }
  }
  if openings == nil {
    result.preamble = 0..<(headers.count > 0 ? Int(headers.lines[0]) : lineCount(of: text))
  }
  (result.messages, result.people) = assembly.finish(bytes)
  return result
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
