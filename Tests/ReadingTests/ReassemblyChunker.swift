@testable import Reading

/// A chunk that the invented chunker wrote.
struct Cut {
  /// The file's name.
  let name: String

  /// What its header declares.
  let header: ChunkerFields

  /// Its lines among those of the export.
  let lines: ArraySlice<String>

  /// The file as the chunker writes it.
  var text: String { header.text(over: lines) }

  var file: ChunkFile { named(name) }

  /// The file under another name.
  func named(_ name: String) -> ChunkFile {
    ChunkFile(
      DecodedText(Array(text.utf8)).bytes, file: 0, label: "chat/\(name)",
      name: Array(name.utf8)[...])
  }
}

/// What the header of a chunk declares, as the chunker works it out: docs/formats.md#chunks.
struct ChunkerFields: Equatable {
  var start: String?
  var end: String?
  var participants: [String] = []
  var topics: Set<String> = []
  var tokens = 0
  var messages = 0

  static let topicWords: [(topic: String, words: [String])] = [
    ("modèle IA", ["modèle", "model"]), ("Suisse", ["suisse", "swiss"]),
    ("universités suisses", ["epfl", "ethz"]), ("podcast", ["podcast"]),
    ("NotebookLM", ["notebooklm"]),
  ]

  /// The topics in the chunker's order.
  var listedTopics: [String] {
    ChunkerFields.topicWords.map(\.topic).filter(topics.contains)
  }

  /// Counts a line, and what its header says where the chunker knows it.
  mutating func add(_ line: String) {
    tokens += ChunkerFields.tokens(of: line)
    messages += 1
    if let header = ChunkerFields.header(of: line) { add(header, of: line) }
  }

  /// Takes what a header says.
  mutating func add(_ header: (day: String, name: String), of line: String) {
    start = start ?? header.day
    end = header.day
    if !participants.contains(header.name) { participants.append(header.name) }
    for (topic, words) in ChunkerFields.topicWords
    where words.contains(where: line.lowercased().contains) {
      topics.insert(topic)
    }
  }

  static func tokens(of line: String) -> Int { (line.utf16.count + 3) / 4 }

  /// Day and name of `[dd/mm/yyyy, hh:mm:ss] Name:`, wherever it stands in a line.
  static func header(of line: String) -> (day: String, name: String)? {
    let scalars = Array(line.unicodeScalars)
    let form = Array("[00/00/0000, 00:00:00] ".unicodeScalars)
    for place in scalars.indices.dropLast(form.count) {
      let fits = zip(scalars[place...], form).allSatisfy { scalar, wanted in
        wanted == "0" ? ("0"..."9").contains(scalar) : scalar == wanted
      }
      let rest = scalars[(place + form.count)...]
      guard fits, let colon = rest.firstIndex(of: ":"), colon > rest.startIndex else { continue }
      func text(_ range: Range<Int>) -> String {
        String(String.UnicodeScalarView(scalars[range]))
      }
      return (text((place + 1)..<(place + 11)), text(rest.startIndex..<colon))
    }
    return nil
  }

  /// The file with these fields and lines.
  func text(over lines: some Sequence<String>) -> String {
    """
    === MÉTADONNÉES CHUNK ===
    Période: \(start ?? "null") → \(end ?? "null")
    Participants: \(participants.joined(separator: ", "))
    Topics: \(listedTopics.joined(separator: ", "))
    Tokens: \(tokens)
    Messages: \(messages)

    === CONTENU ===
    \(lines.joined(separator: "\n"))
    """
  }

  /// The name of the file with a number.
  func name(_ number: Int) -> String {
    guard let start, let end else { return "temporal_chunk-\(number)_\(number).txt" }
    let (first, last) = (start.replacing("/", with: "-"), end.replacing("/", with: "-"))
    return first == last
      ? "temporal_\(first)_\(number).txt"
      : "temporal_\(first)_to_\(last)_\(number).txt"
  }
}

/// Cuts lines by the rules of docs/formats.md#chunks, which it knows by itself.
struct InventedChunker {
  /// Lines are added to a chunk until their tokens exceed this.
  let limit: Int

  /// Lines that a chunk repeats from the one before.
  let overlap: Int

  /// Whether a last chunk of nothing but repeated lines is written.
  var writesBarrenLast = true

  func cuts(of lines: [String]) -> [Cut] {
    var cuts: [Cut] = []
    var fields = ChunkerFields()
    var start = 0
    func cut(before end: Int) {
      cuts.append(
        Cut(name: fields.name(cuts.count + 1), header: fields, lines: lines[start..<end]))
    }
    for (place, line) in lines.enumerated() {
      fields.add(line)
      guard fields.tokens > limit, place + 1 - start > overlap else { continue }
      cut(before: place + 1)
      start = place + 1 - overlap
      fields = ChunkerFields()
      for (offset, line) in lines[start..<(place + 1)].enumerated() {
        fields.tokens += ChunkerFields.tokens(of: line)
        fields.messages += 1
        guard offset == overlap - 1, let header = ChunkerFields.header(of: line) else { continue }
        fields.add(header, of: line)
        fields.topics = []
      }
    }
    let isBarren = !cuts.isEmpty && start + overlap == lines.count
    if start < lines.count, writesBarrenLast || !isBarren { cut(before: lines.count) }
    return cuts
  }
}
