import Foundation
import Testing

@testable import Reading

/// All that is read of a transcript, as one text.
private func everything(
  _ bytes: [UInt8], openings: [Int]? = nil, cutting: Cutting
) throws -> String {
  let read = try ReadTranscript(bytes, openings: openings, cutting: cutting)
  var all = read.messages.map { "\($0)" }
  all += ["\(read.read.people)", "\(read.read.shapes)", "\(read.read.preamble)"]
  all += read.read.doubts.map { "\($0)" }
  return all.joined(separator: "\n")
}

private let whole = Cutting(bytes: .max, headers: .max)

/// What is hard about telling senders: colons in names and in notices, marks, lines that run on, days
/// as headings, lines missing.
private func transcript(_ seed: Int) -> String {
  let lines = [
    "Ana: hello", "Ana: one\ntwo\n\nthree", "Bo: the cook: soup", "Bo: the cook: again\nand again",
    "Ana created group \u{201C}Family: summer\u{201D}", "Ana added Bo: the cook", "Ana: note: x",
    "\u{200E}Ana: \u{200E}image omitted", "Zoë: <Media omitted>", "Zoë: Bo left", "Bo left",
    "Messages and calls are end-to-end encrypted. Tap to learn more.", "Li: 12:30: lunch",
    "Li: 12:30: dinner", "Note: a: b", "Ana: <This message was edited>",
  ]
  return (0..<300).map { number in
    let line = lines[(number * 7 + number * number * seed) % lines.count]
    return String(
      format: "%02d/%02d/2024, %02d:%02d - ", number / 30 + 1, 2 + number % 2, number % 24,
      number % 60) + line
  }.joined(separator: "\n")
}

@Test(arguments: 1...6, [(1, 1), (40, 3), (1_000, 17), (5_000, 100)])
func `a transcript cut for several cores reads as a whole one`(
  _ seed: Int, _ sizes: (bytes: Int, headers: Int)
) throws {
  let bytes = Array(transcript(seed).utf8)
  let cutting = Cutting(bytes: sizes.bytes, headers: sizes.headers)
  #expect(try everything(bytes, cutting: cutting) == everything(bytes, cutting: whole))
  let openings = [0, 7, 8, 150, 290]
  #expect(
    try everything(bytes, openings: openings, cutting: cutting)
      == everything(bytes, openings: openings, cutting: whole))
}

@Test func `a heading counts for all lines below it, wherever the text is cut`() throws {
  let text = """
    # WhatsApp Chat Export: Boat

    ## February 3, 2026

    9:15 AM **Ana:** hello

    9:20 AM **Bo:** there
    you

    ## February 4, 2026

    9:15 AM **Ana:** again

    """
  let cut = Cutting(bytes: 10, headers: 1)
  #expect(
    try everything(Array(text.utf8), cutting: cut) == everything(Array(text.utf8), cutting: whole))
}

@Suite(.enabled(if: Fixture.isThere, "the exports with ground truth are not there"))
struct CuttingFixtureTests {
  @Test func `every export reads the same however it is cut`() throws {
    for fixture in Fixture.all where fixture.export != nil {
      let bytes = DecodedText(try #require(fixture.export)).bytes
      guard bytes.count < 300_000 else { continue }
      #expect(
        try everything(bytes, cutting: Cutting(bytes: 500, headers: 9))
          == everything(bytes, cutting: whole), "\(fixture.name)")
    }
  }
}
