import Diagnostics
import Model

/// Where further exports of a chat begin in a file that holds several, one behind the other:
/// docs/formats.md#several-exports-in-one-file.
struct SecondExports {
  /// In the order of the text.
  private(set) var beginnings: [Beginning] = []

  /// Where one begins.
  struct Beginning {
    /// Its first message, from 0.
    let message: Int
    /// Its messages that the one before has as well.
    let shared: Int
  }

  /// Steps back of the clock, in seconds, that are looked at: the clock of phones with seconds goes back by
  /// a few all the time.
  static let patience: Int64 = 59

  /// More in a file were hardly put there one by one: what is there again and again is left as it is.
  private static let most = 8

  /// Messages with which one may begin that the one before lacks.
  private static let unknown = 4

  /// Messages, after the first of a moment or later, among which one of that moment stands.
  private static let disorder = 64

  /// So many messages in a row, and fewer, may be quoted by one.
  private static let quotable = 20

  private let messages: Messages
  private let text: SharedBytes

  /// The first message of the export that is looked at.
  private var start = 0

  /// For each stretch of messages from ``start`` on the latest moment up to its end.
  private var latest: [Int64] = []

  private static let stretch = 256

  /// Messages that may still be gone through, so that no file takes longer than some times as long as
  /// another of its size.
  private var budget: Int

  /// Looks through the messages of a file; `steps` are those before which the clock goes back by more than
  /// ``patience``, ascending. Where there are none it costs nothing, else a pass over the moments, and one over
  /// the messages that are there twice.
  init(
    in messages: Messages, of text: SharedBytes, steps: [Int], interrupt: Interrupt
  ) throws(Diagnostic) {
    self.messages = messages
    self.text = text
    budget = 8 * messages.count + 1_000
    var firsts = [0]
    for step in steps where step > start {
      try interrupt.check()
      noteLatest(before: step)
      guard mayBegin(step), isAgain(from: step) else {
        // What goes back so often is left as it is.
        if budget < 0 { return }
        continue
      }
      firsts.append(step)
      (start, latest) = (step, [])
    }
    guard firsts.count <= SecondExports.most else { return }
    let ends = Array(firsts.dropFirst()) + [messages.count]
    for (before, (first, end)) in zip(firsts, zip(firsts.dropFirst(), ends.dropFirst())) {
      let held = Set((before..<first).map { hash(of: $0) })
      let shared = (first..<end).count { held.contains(hash(of: $0)) }
      beginnings.append(Beginning(message: first, shared: shared))
    }
  }

  /// Notes the latest moment of each whole stretch before a message.
  private mutating func noteLatest(before end: Int) {
    while start + (latest.count + 1) * SecondExports.stretch <= end {
      let first = start + latest.count * SecondExports.stretch
      latest.append(
        messages.moments[first..<(first + SecondExports.stretch)]
          .reduce(latest.last ?? Int64.min, Swift.max))
    }
  }

  /// The first message before another by which the clock has reached a moment.
  private func place(of moment: Int64, before end: Int) -> Int {
    let whole = latest.firstPlace { $0 >= moment }
    let first = Swift.min(start + whole * SecondExports.stretch, end)
    return messages.moments[first..<end].firstIndex { $0 >= moment } ?? end
  }

  /// Whether one of the first messages from a place on stands before it too.
  private func mayBegin(_ step: Int) -> Bool {
    // A message that came late stands alone.
    guard step + 1 < messages.count, messages.moments[step + 1] <= messages.moments[step - 1]
    else { return false }
    return (step..<Swift.min(step + SecondExports.unknown, messages.count)).contains { message in
      let first = place(of: messages.moments[message], before: step)
      return (first..<Swift.min(first + SecondExports.disorder, step)).contains {
        messages.moments[$0] == messages.moments[message] && areSame($0, message)
      }
    }
  }

  private func areSame(_ one: Int, _ other: Int) -> Bool {
    messages.lengths[one] == messages.lengths[other]
      && areEqual(
        text.span.extracting(bytes(of: one)), text.span.extracting(bytes(of: other)))
  }

  private func bytes(of message: Int) -> Range<Int> {
    let start = Int(messages.starts[message])
    return start..<(start + Int(messages.lengths[message]))
  }

  /// Whether another export of the chat begins with a message: of those up to the time at which the export
  /// before ends, half stand before it too.
  ///
  /// What tells it from lines that a message quotes is that they are many, and that the last message of
  /// the export before is among them or the file ends with them; or that they are most of that export.
  private mutating func isAgain(from step: Int) -> Bool {
    let end = messages.moments[step - 1]
    let again = messages.moments[step...].firstIndex { $0 > end } ?? messages.count
    budget -= again - step
    guard budget >= 0 else { return false }
    let first = place(of: messages.moments[step..<again].min() ?? end, before: step)
    budget -= step - first
    guard budget >= 0 else { return false }
    let before = Set((first..<step).map { hash(of: $0) })
    let last = hash(of: step - 1)
    var shared = 0
    var isClosed = again == messages.count
    for message in step..<again {
      let hash = hash(of: message)
      if before.contains(hash) { shared += 1 }
      if hash == last { isClosed = true }
    }
    let (length, others) = (again - step, step - start)
    let isLong = length > SecondExports.quotable || length > 2 && length * 2 > others
    let isMost = shared > SecondExports.quotable && shared * 2 >= others
    return (isClosed && isLong || isMost) && shared * 2 >= length
  }

  private func hash(of message: Int) -> UInt64 {
    DuplicateTranscripts.hash(
      messages.moments[message], text.span.extracting(bytes(of: message)))
  }
}

extension TranscriptDraft {
  /// The exports that a file holds, each with its messages: one, unless it goes on with the same chat from
  /// an earlier time on. No two sources are called alike.
  ///
  /// - Parameter names: what sources are called; what further exports are called is added.
  func exports(
    _ read: consuming TranscriptMessages, names: inout Set<String>, interrupt: Interrupt
  ) throws(Diagnostic) -> [(draft: TranscriptDraft, messages: TranscriptMessages)] {
    guard openings == nil, !read.stepsBack.isEmpty else { return [(self, read)] }
    let beginnings = try SecondExports(
      in: read.messages, of: text, steps: read.stepsBack, interrupt: interrupt
    ).beginnings
    guard !beginnings.isEmpty else { return [(self, read)] }
    let all = read
    let firsts = [0] + beginnings.map(\.message)
    let ends = firsts.dropFirst() + [all.messages.count]
    var exports: [(draft: TranscriptDraft, messages: TranscriptMessages)] = []
    for (place, (first, end)) in zip(firsts, ends).enumerated() {
      let (line, start) = place == 0 ? (0, 0) : begin(of: first, in: all)
      let (lastLine, stop) =
        end < all.messages.count ? begin(of: end, in: all) : (Int.max, text.count)
      let (lines, bytes) = (line..<lastLine, start..<stop)
      var draft = part(bytes, lines: lines)
      if let before = exports.last?.draft.source {
        draft.callFurther(of: source, unlike: &names)
        draft.noteFurther(
          of: self, after: before, sharing: beginnings[place - 1].shared, of: end - first)
      }
      exports.append(
        (draft, all.part(first..<end, of: lines, fromByte: bytes.lowerBound)))
    }
    return exports
  }

  /// The line with a message's header, and the byte at which that begins.
  private func begin(of message: Int, in read: TranscriptMessages) -> (line: Int, byte: Int) {
    let bytes = text.span
    var place = Int(read.messages.starts[message])
    while place > 0, bytes[place - 1] != UInt8(ascii: "\n") { place -= 1 }
    return (Int(read.messages.lines[message]), place)
  }
}

extension TranscriptMessages {
  /// Some of the messages, as those of a text that begins with the first of some lines, at a byte.
  func part(
    _ range: Range<Int>, of lines: Range<Int>, fromByte start: Int
  ) -> TranscriptMessages {
    var part = TranscriptMessages()
    part.people = people
    part.shapes = shapes
    part.preamble = range.lowerBound == 0 ? preamble : 0..<0
    part.messages = messages.part(range, fromLine: lines.lowerBound, byte: start)
    part.doubts = doubts.filter {
      lines.contains($0.line) && !($0.code == .outOfOrder && $0.line == lines.lowerBound)
    }.map {
      Doubt(
        severity: $0.severity, code: $0.code, line: $0.line - lines.lowerBound, detail: $0.detail)
    }
    return part
  }
}

extension Messages {
  /// Some of them, as those of a text that begins with a line, at a byte.
  fileprivate func part(_ range: Range<Int>, fromLine line: Int, byte: Int) -> Messages {
    var part = Messages()
    part.moments = Array(moments[range])
    part.senders = Array(senders[range])
    part.starts = starts[range].map { $0 - UInt32(truncatingIfNeeded: byte) }
    part.lengths = Array(lengths[range])
    part.kinds = Array(kinds[range])
    part.lines = lines[range].map { $0 - UInt32(truncatingIfNeeded: line) }
    let first = Int32(truncatingIfNeeded: range.lowerBound)
    let numbers = first..<Int32(truncatingIfNeeded: range.upperBound)
    var rest = Messages()
    rest.edited = edited.filter(numbers.contains)
    rest.bodies = bodies.filter { numbers.contains($0.message) }
    rest.attachments = attachments.filter { numbers.contains($0.message) }
    rest.notices = notices.filter { numbers.contains($0.message) }
    part.append(listsOf: rest, from: -first)
    return part
  }
}
