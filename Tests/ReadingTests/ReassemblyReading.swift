import Model

@testable import Reading

/// A message as two readings of one chat are compared: apart from blank lines and outer spaces,
/// which the chunker drops, and from marks that nobody sees.
struct PlainMessage: Equatable {
  let date: String?
  let sender: String?
  let lines: [String]
  let body: [String]
  let kind: MessageKind
  let isEdited: Bool
  let file: String?
  let type: MediaType?
  let event: [String?]

  init(_ message: ReadTranscript.Message) {
    date = message.date
    sender = message.sender
    lines = InventedText.plainLines(message.text)
    body = InventedText.plainLines(message.body ?? "")
    kind = message.kind
    isEdited = message.isEdited
    file = message.file
    type = message.type
    event = message.notice.map { [$0.event.rawValue, $0.actor, $0.subject] } ?? []
  }
}

/// What is right about a message, or about the rest of one whose beginning is missing.
struct ExpectedMessage: Equatable {
  /// Nil for a rest, and where the order of day and month was guessed.
  let date: String?
  let sender: String?
  let lines: [String]
}

extension InventedTranscript {
  /// The messages of some stretches of lines, each of which begins after a gap.
  ///
  /// - Parameter isDated: whether the dates are told.
  func messages(in stretches: [Range<Int>], isDated: Bool = true) -> [ExpectedMessage] {
    stretches.flatMap { stretch -> [ExpectedMessage] in
      var found: [(message: Int?, lines: [String])] = []
      for line in lines[stretch] {
        if line.isHeader {
          found.append((line.message, []))
        } else if found.isEmpty {
          found.append((nil, []))
        }
        if let body = line.body { found[found.count - 1].lines.append(body) }
      }
      return found.map { message, lines in
        ExpectedMessage(
          date: isDated ? message.map { messages[$0].moment.description } : nil,
          sender: message.flatMap { messages[$0].sender }, lines: lines)
      }
    }
  }
}

/// A reading of a series that was put back together.
struct SeriesReading {
  private let read: ReadTranscript

  init(_ series: JoinedSeries) throws {
    read = try ReadTranscript(Array(series.text), openings: series.openings)
  }

  init(export: String) throws {
    read = try ReadTranscript(DecodedText(Array(export.utf8)).bytes)
  }

  var plain: [PlainMessage] { read.messages.map { PlainMessage($0) } }

  /// Whether the order of day and month was no guess.
  var isDated: Bool { !read.read.doubts.contains { $0.code == .dateOrderGuessed } }

  /// What was found, to be compared with what is right.
  var found: [ExpectedMessage] {
    read.messages.map {
      ExpectedMessage(
        date: isDated ? $0.date : nil, sender: $0.sender, lines: InventedText.plainLines($0.text))
    }
  }
}
