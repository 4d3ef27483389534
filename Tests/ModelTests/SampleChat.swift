import Model

/// Builds a corpus message by message, as Reading would from an export or from chunks: for tests
/// that ask what a table says of a chat that the test itself makes up.
struct SampleChat {
  private(set) var corpus = Corpus()
  private var people: [String] = []
  private var declarations: [Chunk.Declaration] = []

  /// Begins an export, to which what follows belongs.
  mutating func beginExport(_ source: String, file: String) {
    corpus.files.append(InputFile(path: file, kind: .export, bytes: 0))
    let next = corpus.messages.count
    corpus.transcripts.append(
      Transcript(
        source: source, text: [], messages: next..<next,
        runs: [.init(firstLine: 0, file: corpus.files.count - 1, fileLine: 1)],
        chunks: corpus.chunks.count..<corpus.chunks.count))
  }

  /// Adds a message. `when` is `2025-02-17 16:14:05`, or nil for a fragment; `body` is what is left
  /// of the text, where that is not all of it, and empty where nothing is.
  mutating func say(
    _ when: String?, _ sender: String?, _ text: String, body: String? = nil,
    kind: MessageKind = .text, edited: Bool = false,
    attachment: (name: String?, type: MediaType)? = nil,
    notices: [(event: Event, actor: String?, subject: String?)] = []
  ) {
    let message = Int32(corpus.messages.count)
    let transcript = corpus.transcripts.count - 1
    let before = corpus.transcripts[transcript].text
    let lineBreaks = before.count { $0 == UInt8(ascii: "\n") }
    let separator = before.isEmpty ? "" : "\n"
    let header = when.map { "[\($0)] " + (sender.map { "\($0): " } ?? "") } ?? ""
    let opening = Array(before) + Array((separator + header).utf8)
    let start = opening.count
    corpus.transcripts[transcript].text = SharedBytes(opening + Array(text.utf8))
    corpus.transcripts[transcript].messages =
      corpus.transcripts[transcript].messages.lowerBound..<(Int(message) + 1)
    corpus.messages.moments.append(when.map(seconds(_:)) ?? Moment.none)
    corpus.messages.senders.append(sender.map { person($0) } ?? -1)
    corpus.messages.starts.append(UInt32(start))
    corpus.messages.lengths.append(UInt32(text.utf8.count))
    corpus.messages.kinds.append(kind)
    corpus.messages.lines.append(UInt32(lineBreaks + (before.isEmpty ? 0 : 1)))
    if edited { corpus.messages.edited.append(message) }
    if let body { corpus.messages.bodies.append(place(of: body, in: text, message: message)) }
    if let attachment {
      corpus.messages.attachments.append(
        .init(message: message, name: attachment.name, type: attachment.type))
    }
    for notice in notices {
      corpus.messages.notices.append(
        .init(
          message: message, event: notice.event, actor: notice.actor, subject: notice.subject))
    }
  }

  /// Says that some lines of the last transcript, from 0, are those of a chunk file.
  mutating func cut(
    _ lines: Range<Int>, file: String, overlap: Int, ordinal: Int? = nil,
    declared: Chunk.Declaration = .init(), cutStart: Bool = false, cutEnd: Bool = false
  ) {
    let transcript = corpus.transcripts.count - 1
    let text = corpus.transcripts[transcript].text
    let ends = text.indices.filter { text[$0] == UInt8(ascii: "\n") } + [text.count]
    let start = lines.lowerBound == 0 ? 0 : ends[lines.lowerBound - 1] + 1
    corpus.files.append(InputFile(path: file, kind: .chunk, bytes: 0))
    corpus.chunks.append(
      Chunk(
        file: corpus.files.count - 1, series: "series", ordinal: ordinal, transcript: transcript,
        lines: lines, bytes: start..<ends[lines.upperBound - 1], overlap: overlap,
        cutStart: cutStart, cutEnd: cutEnd))
    declarations.append(declared)
    corpus.declarations = Lazy(known: declarations)
    let range = corpus.transcripts[transcript].chunks
    corpus.transcripts[transcript].chunks = range.lowerBound..<corpus.chunks.count
  }

  /// Adds a file that is no chat.
  mutating func addFile(_ path: String, bytes: Int) {
    corpus.files.append(InputFile(path: path, kind: .other, bytes: bytes))
  }

  /// Calls the people by aliases.
  mutating func call(_ aliases: [Alias]) { corpus = corpus.calling(aliases) }

  /// Adds a problem.
  mutating func add(_ problem: Problem) {
    corpus.doubts = Lazy(known: Doubts(problems: corpus.problems + [problem], files: corpus.files))
  }

  /// Changes what is known of the last file.
  mutating func changeLastFile(_ change: (inout InputFile) -> Void) {
    change(&corpus.files[corpus.files.count - 1])
  }

  /// The table with a name, of what was said so far.
  func table(_ name: TableName, _ lens: Lens = Lens()) -> Table {
    TableDefinition.named(name).make(corpus, lens)
  }

  private mutating func person(_ name: String) -> Int32 {
    if let place = people.firstIndex(of: name) { return Int32(place) }
    people.append(name)
    corpus.people = Categories(people)
    return Int32(people.count - 1)
  }

  private func place(of body: String, in text: String, message: Int32) -> Messages.Body {
    let whole = Array(text.utf8)
    let part = Array(body.utf8)
    let offset = whole.indices.first { whole[$0...].starts(with: part) } ?? 0
    return .init(message: message, offset: UInt32(offset), length: UInt32(part.count))
  }
}

/// Seconds since 1970 of `2025-02-17 16:14:05`, where the seconds may be left out.
func seconds(_ text: String) -> Int64 {
  let numbers = text.split { "- :".contains($0) }.compactMap { Int($0) }
  guard numbers.count >= 5,
    let date = CivilDate(year: numbers[0], month: numbers[1], day: numbers[2]),
    let moment = Moment(
      date, hour: numbers[3], minute: numbers[4], second: numbers.count > 5 ? numbers[5] : 0)
  else { return Moment.none }
  return moment.seconds
}

extension Table {
  /// The values of a column, for comparing with what a test expects; empty where there is none.
  func values(_ name: String) -> [Value] {
    column(name).map { column in (0..<column.count).map { column[$0] } } ?? []
  }
}

extension Value {
  /// The moment `2025-02-17 16:14:05`.
  static func at(_ text: String) -> Value { .datetime(Moment(seconds: seconds(text))) }
}
