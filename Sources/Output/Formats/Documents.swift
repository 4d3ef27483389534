import Diagnostics
import Model

extension Format {
  /// Documents for an index.
  static let documents = Format(
    name: "documents", summary: "a JSON document a line, with id, text and metadata, for an index",
    endings: [], options: [.append, .per, .window]
  ) { (table, options, writer) throws(Diagnostic) in
    switch table.origin?.table {
    case .chunks: try writeChunkDocuments(table, options, &writer)
    case .messages: try writeMessageDocuments(table, options, &writer)
    default:
      throw Diagnostic(
        "documents are made of messages or chunks, and the rows of “\(table.name)” are neither",
        help: "begin with messages, grep or chunks")
    }
  }

  /// What a document is made of.
  public enum DocumentUnit: String, Sendable, CaseIterable {
    case chunk
    case message
    case conversation
    case day
  }
}

/// A document a chunk: its text as in the file.
private func writeChunkDocuments(
  _ table: Table, _ options: Format.Options, _ writer: inout FormatWriter
) throws(Diagnostic) {
  guard options.window == nil, options.per ?? .chunk == .chunk else {
    throw Diagnostic(
      "a document of chunks is a chunk", help: "messages | export … --format documents --per day")
  }
  guard let chunks = try documented(table, options, needing: ["key", "text"]) else { return }
  try writer.eachRow(of: chunks) { row, bytes in
    let cells = RowCells(chunks, row.columns, row.place)
    let metadata = [
      ("start", cells["first"]), ("end", cells["last"]), ("participants", cells["senders"]),
      ("topics", cells["topics"]), ("source", cells["series"]), ("file", cells["file"]),
      ("messages", cells["found_messages"]),
    ]
    appendDocument(cells["key"], cells["text"], metadata, to: &bytes)
    bytes.append(0x0A)
  }
}

/// A document a message, or a stretch of messages.
private func writeMessageDocuments(
  _ table: Table, _ options: Format.Options, _ writer: inout FormatWriter
) throws(Diagnostic) {
  let unit = options.per ?? .message
  if unit == .chunk {
    throw Diagnostic(
      "a document a chunk is made of chunks", help: "chunks | export … --format documents")
  }
  let isStretch = unit != .message || options.window != nil
  let needed = ["key", "text"] + (isStretch ? ["date", "source", "conversation"] : [])
  guard let messages = try documented(table, options, needing: needed) else { return }
  guard isStretch else {
    return try writer.eachRow(of: messages) { row, bytes in
      let cells = RowCells(messages, row.columns, row.place)
      let metadata = [
        ("date", cells["date"]), ("sender", cells["sender"]), ("kind", cells["kind"]),
        ("topics", cells["topics"]), ("source", cells["source"]), ("file", cells["file"]),
        ("line", cells["line"]),
      ]
      appendDocument(cells["key"], cells["text"], metadata, to: &bytes)
      bytes.append(0x0A)
    }
  }
  var stretch: Stretch?
  var written = 0
  for rows in (0..<messages.rowCount).pieces(of: 4_096) {
    try writer.checkInterrupt()
    let part = messages.selecting(.range(rows))
    let columns = part.fields.indices.map { part.column(at: $0) }
    try writer.checkInterrupt()
    for row in 0..<rows.count {
      let cells = RowCells(messages, columns, row)
      let group = options.window.map { .window($0) } ?? StretchKind.unit(unit)
      if let open = stretch, !open.takes(cells, group) {
        open.append(to: &writer.buffer)
        stretch = nil
      }
      if stretch == nil { stretch = Stretch(cells, group) }
      stretch?.add(cells)
    }
    written = rows.upperBound
    try writer.flush()
    writer.note(rows: written)
  }
  stretch?.append(to: &writer.buffer)
}

/// The rows that documents are made of, with every column; nil where there are none.
///
/// - Parameter needed: columns without which there is no document.
private func documented(
  _ table: Table, _ options: Format.Options, needing needed: [String]
) throws(Diagnostic) -> Table? {
  for name in needed {
    guard case .leftOut = table.standing(of: name) else { continue }
    throw Diagnostic(
      "documents are made with “\(name)”, which “\(table.name)” has dropped",
      help: "leave out drop \(name)")
  }
  return try options.surroundings.whole(
    table, needed + ["date", "sender", "kind", "source", "topics"])
}

private enum StretchKind {
  case window(Int)
  case unit(Format.DocumentUnit)

  /// What ids of such documents begin with.
  var prefix: String {
    switch self {
    case .window: "window"
    case .unit(let unit): unit.rawValue
    }
  }
}

/// The messages of a document, while they come in.
private struct Stretch {
  private let id: String
  private let source: Value
  private let group: Value
  private var start = Value.null
  private var end = Value.null
  private var people: [String] = []
  private var topics: [String] = []
  private var keys: [String] = []
  private var text = ""

  /// A document that begins with a message; its id is made of the key of that one.
  init(_ cells: RowCells, _ kind: StretchKind) {
    id = "\(kind.prefix)-\(cellText(cells["key"]))"
    source = cells["source"]
    group = Stretch.group(of: cells, kind)
  }

  /// Whether a message belongs to it, too.
  func takes(_ cells: RowCells, _ kind: StretchKind) -> Bool {
    guard cells["source"] == source else { return false }
    if case .window(let most) = kind { return keys.count < most }
    return Stretch.group(of: cells, kind) == group
  }

  private static func group(of cells: RowCells, _ kind: StretchKind) -> Value {
    switch kind {
    case .unit(.conversation): return cells["conversation"]
    case .unit:
      guard case .datetime(let moment) = cells["date"] else { return .null }
      return .period(Period(.day, holding: moment))
    case .window: return .null
    }
  }

  mutating func add(_ cells: RowCells) {
    let stamp: String
    if case .datetime(let moment) = cells["date"] {
      stamp = transcriptStamp(moment)
      if start == .null { start = cells["date"] }
      end = cells["date"]
    } else {
      stamp = ""
    }
    var name = ""
    if case .text(let sender) = cells["sender"] {
      name = "\(sender): "
      if !people.contains(sender) { people.append(sender) }
    }
    if case .list(let found) = cells["topics"] {
      topics += found.filter { !topics.contains($0) }
    }
    keys.append(cellText(cells["key"]))
    text += (text.isEmpty ? "" : "\n") + stamp + name + cellText(cells["text"])
  }

  func append(to bytes: inout [UInt8]) {
    let metadata: [(String, Value)] = [
      ("start", start), ("end", end), ("participants", .list(people)), ("topics", .list(topics)),
      ("source", source), ("messages", .list(keys)),
    ]
    appendDocument(.text(id), .text(text), metadata, to: &bytes)
    bytes.append(0x0A)
  }
}

/// The cells of a row by the names of their columns.
private struct RowCells {
  private let table: Table
  private let columns: [Column]
  private let row: Int

  init(_ table: Table, _ columns: [Column], _ row: Int) {
    self.table = table
    self.columns = columns
    self.row = row
  }

  subscript(name: String) -> Value {
    table.index(of: name).map { columns[$0][row] } ?? .null
  }
}

/// `{"id": …, "text": …, "metadata": {…}}`, as LangChain's and LlamaIndex's readers of JSON Lines take it.
private func appendDocument(
  _ id: Value, _ text: Value, _ metadata: [(String, Value)], to bytes: inout [UInt8]
) {
  bytes.append(contentsOf: "{\"id\": ".utf8)
  appendJSON(id, to: &bytes)
  bytes.append(contentsOf: ", \"text\": ".utf8)
  appendJSON(text == .null ? .text("") : text, to: &bytes)
  bytes.append(contentsOf: ", \"metadata\": {".utf8)
  for (place, (name, value)) in metadata.enumerated() {
    bytes.append(contentsOf: "\(place > 0 ? ", " : "")\"\(name)\": ".utf8)
    appendJSON(value, to: &bytes)
  }
  bytes.append(contentsOf: "}}".utf8)
}
