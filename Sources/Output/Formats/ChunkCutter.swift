import Model

/// Cuts lines into chunks, as the chunker does whose files causerie reads: docs/formats.md#chunks.
///
/// Lines are added until their tokens exceed a limit and there are more than are repeated; then the chunk
/// is done, and the next begins with its last lines. The header is better than the chunker's: it knows
/// every form of header, and the repeated lines.
struct ChunkCutter {
  private let maxTokens: Int
  private let overlap: Int

  private var lines: [Line] = []
  private var tokens = 0
  /// How many of the lines are no repeated ones.
  private var fresh = 0
  /// The number of the next chunk.
  private var ordinal = 1

  /// A line of a chat, trimmed and not empty.
  struct Line {
    let bytes: [UInt8]
    /// What the header in it says; nil for a line that goes on with a message.
    let header: Header?
  }

  /// What the chunker looks for in a header.
  struct Header {
    let day: CivilDate
    /// Nil for a notice.
    let sender: String?
    /// Places of topics whose pattern the line matches.
    let topics: [Int]
  }

  /// A chunk as a file.
  struct File {
    let name: String
    let bytes: [UInt8]
  }

  init(maxTokens: Int, overlap: Int) {
    self.maxTokens = maxTokens
    self.overlap = overlap
  }

  /// Adds a line; gives the chunk that it completes. `topics` are the names of all topics.
  mutating func add(_ line: Line, _ topics: [String]) -> File? {
    lines.append(line)
    tokens += Tokens.count(inLine: line.bytes.span)
    fresh += 1
    guard tokens > maxTokens, lines.count > overlap else { return nil }
    let file = file(topics)
    lines.removeFirst(lines.count - overlap)
    tokens = lines.reduce(0) { $0 + Tokens.count(inLine: $1.bytes.span) }
    fresh = 0
    ordinal += 1
    return file
  }

  /// The chunk of the lines that are left; nil where none of them is new.
  mutating func finish(_ topics: [String]) -> File? {
    defer {
      lines = []
      tokens = 0
      fresh = 0
    }
    return fresh > 0 ? file(topics) : nil
  }

  /// Ends the series where lines are missing: the next chunk repeats nothing, and its number leaves one
  /// out, so that whoever reads them sees the gap.
  mutating func leaveGap(_ topics: [String]) -> File? {
    let file = finish(topics)
    ordinal += file == nil ? 1 : 2
    return file
  }

  /// The header, an empty line, the lines; no newline at the end.
  private func file(_ topics: [String]) -> File {
    let headers = lines.compactMap(\.header)
    let days = (headers.first?.day).flatMap { first in
      headers.last.map { (chunkDay(first), chunkDay($0.day)) }
    }
    var senders: [String] = []
    for case let sender? in headers.map(\.sender) where !senders.contains(sender) {
      senders.append(sender)
    }
    let found = Set(headers.flatMap(\.topics)).sorted().map { topics[$0] }
    var bytes = Array(
      """
      \(chunkTitle)
      Période: \(days?.0 ?? "null") → \(days?.1 ?? "null")
      Participants: \(senders.joined(separator: ", "))
      Topics: \(found.joined(separator: ", "))
      Tokens: \(tokens)
      Messages: \(lines.count)

      === CONTENU ===
      """.utf8)
    for line in lines {
      bytes.append(0x0A)
      bytes.append(contentsOf: line.bytes)
    }
    return File(name: "temporal_\(period(days))_\(ordinal).txt", bytes: bytes)
  }

  private func period(_ days: (String, String)?) -> String {
    guard let days else { return "chunk-\(ordinal)" }
    let (first, last) = (dashed(days.0), dashed(days.1))
    return first == last ? first : "\(first)_to_\(last)"
  }

  private func dashed(_ day: String) -> String {
    String(day.map { $0 == "/" ? "-" : $0 })
  }
}

/// The first line of every chunk.
let chunkTitle = "=== MÉTADONNÉES CHUNK ==="

/// A day as chunks write it: `27/07/2025`.
private func chunkDay(_ day: CivilDate) -> String {
  let text = Period(.day, ordinal: Int64(day.daysSince1970)).description
  return text.split(separator: "-").reversed().joined(separator: "/")
}
