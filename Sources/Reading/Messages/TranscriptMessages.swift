import Model

/// What the text of one transcript says, before it takes its place in the corpus: message numbers
/// count from 0 within the transcript, senders are places in ``people``.
struct TranscriptMessages {
  /// The messages, in the order of the text.
  var messages = Messages()

  /// The senders, in the order of their first message, spelt as the user reads them.
  var people: [String] = []

  /// Lines before the first header of an export, from 0, half-open; empty where there are none.
  var preamble: Range<Int> = 0..<0

  /// The header shapes met, each with its date order and how that was decided.
  var shapes: [String] = []

  /// The messages of an export before which the clock goes back by more than
  /// ``SecondExports/patience``, ascending; empty for chunks.
  var stepsBack: [Int] = []

  /// Doubts about lines of the transcript.
  var doubts: [Doubt] = []

  /// A doubt about a line of the transcript, from 0, before it is known which file the line is in.
  struct Doubt {
    let severity: Problem.Severity
    let code: Problem.Code
    let line: Int
    let detail: String
  }
}
