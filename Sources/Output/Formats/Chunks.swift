import Diagnostics
import Model

extension Format {
  /// A folder of retrieval chunks.
  static let chunks = Format(
    name: "chunks", summary: "a folder of chunks, cut by the chunker's rules, with true headers",
    endings: [], options: [.maxTokens, .overlap],
    writing: .folder(isOurs: { $0.starts(with: chunkTitle.utf8) }) {
      (table, options, writer) throws(Diagnostic) in
      try writeChunks(table, options, &writer)
    })
}

private func writeChunks(
  _ table: Table, _ options: Format.Options, _ writer: inout FolderWriter
) throws(Diagnostic) {
  guard let origin = table.origin, origin.table == .messages,
    let sources = options.surroundings.sources
  else {
    throw Diagnostic(
      "chunks are cut of messages, and the rows of “\(table.name)” are none",
      help: "export the messages themselves, before they are counted")
  }
  try refuseChanges(of: table)
  let messages = origin.rows
  var transcripts = CutTranscripts(
    options, folders: folderNames(options.surroundings.transcripts, of: messages, sources))
  for rows in (0..<messages.count).pieces(of: 4_096) {
    try writer.interrupt.check()
    let batch = ChunkBatch(sources(messages.selecting(.range(rows))), options.surroundings)
    try writer.interrupt.check()
    for message in 0..<rows.count { try transcripts.add(message, of: batch, to: &writer) }
    writer.note(rows: rows.upperBound)
  }
  try transcripts.finish(to: &writer)
  if transcripts.fragments > 0 {
    writer.written.notes.append(
      .note(
        "\(counted(transcripts.fragments, "fragment")) without a header: a number is left out before "
          + "each, as what they follow is missing"))
  }
  writer.written.contents =
    "\(counted(transcripts.files, "chunk")), \(counted(messages.count, "message")) of: \(table.name)"
}

/// Throws where a stage has changed what the lines of a chunk say.
private func refuseChanges(of table: Table) throws(Diagnostic) {
  for name in ["date", "sender", "text"] {
    let change: String
    switch table.standing(of: name) {
    case .loaded: continue
    case .replaced: change = "“\(name)” of “\(table.name)” is another"
    case .leftOut: change = "“\(table.name)” has dropped “\(name)”, which they hold"
    }
    throw Diagnostic(
      "chunks are cut of the lines that were loaded, and \(change)",
      help: "export to a .txt, load that, and cut it")
  }
}

/// Transcripts that are cut into chunks, which are written as the lines come.
private struct CutTranscripts {
  /// Files that are written.
  private(set) var files = 0
  /// Fragments that a number is left out before.
  private(set) var fragments = 0

  private let empty: ChunkCutter
  private let topics: [String]
  /// The folder of each transcript.
  private let folders: [Int32: String]
  private var cutters: [Int32: ChunkCutter] = [:]

  init(_ options: Format.Options, folders: [Int32: String]) {
    empty = ChunkCutter(maxTokens: options.maxTokens ?? 500, overlap: options.overlap ?? 5)
    topics = options.surroundings.topics.map(\.name)
    self.folders = folders
  }

  /// Adds the lines of a message, given by its place in a batch; writes the chunks that they complete.
  mutating func add(
    _ message: Int, of batch: ChunkBatch, to writer: inout FolderWriter
  ) throws(Diagnostic) {
    let transcript = batch.sources.transcripts[message]
    let isBegun = cutters[transcript] != nil
    // Taken out, its lines are not copied when one is added.
    var cutter = cutters.removeValue(forKey: transcript) ?? empty
    // The lines of a fragment would go on with the message before: they begin a series.
    if batch.sources.isFragment[message], isBegun {
      try write(cutter.leaveGap(topics), of: transcript, to: &writer)
      fragments += 1
    }
    for line in batch.lines(of: message) {
      try write(cutter.add(line, topics), of: transcript, to: &writer)
    }
    cutters[transcript] = cutter
  }

  /// Writes the lines that are left, each transcript's as its last chunk.
  mutating func finish(to writer: inout FolderWriter) throws(Diagnostic) {
    for (transcript, cutter) in cutters.sorted(by: { $0.key < $1.key }) {
      var cutter = cutter
      try write(cutter.finish(topics), of: transcript, to: &writer)
    }
  }

  private mutating func write(
    _ file: ChunkCutter.File?, of transcript: Int32, to writer: inout FolderWriter
  ) throws(Diagnostic) {
    guard let file else { return }
    let folder = folders.count > 1 ? folders[transcript] : nil
    try writer.write(file.bytes, to: file.name, in: folder)
    files += 1
  }
}

/// The folder of each transcript that has rows.
private func folderNames(
  _ names: [String], of rows: Rows, _ sources: (Rows) -> MessageSources
) -> [Int32: String] {
  var folders: [Int32: String] = [:]
  for part in (0..<rows.count).pieces(of: 1 << 15) {
    for transcript in sources(rows.selecting(.range(part))).transcripts
    where folders[transcript] == nil {
      let plain = String(names[Int(transcript)].map { $0 == "/" || $0 == "\0" ? "-" : $0 })
      let base = plain.isEmpty || plain.hasPrefix(".") ? "source\(plain)" : plain
      var name = base
      var number = 2
      while folders.values.contains(name) {
        name = "\(base)-\(number)"
        number += 1
      }
      folders[transcript] = name
    }
  }
  return folders
}

/// Some messages with what headers say of them.
private struct ChunkBatch {
  let sources: MessageSources
  /// For each topic whether the header line of each message matches.
  private let matches: [[Bool]]
  private let rewritten: Set<Int32>

  init(_ sources: MessageSources, _ surroundings: Format.Surroundings) {
    self.sources = sources
    rewritten = surroundings.rewritten
    let items = sources.lines.items
    let places = sources.isFragment.indices.map { message in
      let range = sources.lines.range(of: message)
      return range.isEmpty || sources.isFragment[message] ? nil : range.lowerBound
    }
    let lines = TextColumn(
      buffers: items.buffers, starts: places.map { $0.map { items.starts[$0] } ?? 0 },
      lengths: places.map { $0.map { items.lengths[$0] } ?? TextColumn.null })
    matches = surroundings.topics.map { $0.select(lines) }
  }

  /// The lines of a message.
  func lines(of message: Int) -> [ChunkCutter.Line] {
    let range = sources.lines.range(of: message)
    let header: ChunkCutter.Header? =
      sources.isFragment[message]
      ? nil
      : ChunkCutter.Header(
        day: Moment(seconds: sources.moments[message]).date, sender: sources.senders[message],
        topics: matches.indices.filter { matches[$0][message] })
    if rewritten.contains(sources.transcripts[message]), let header {
      return rewrittenLines(of: message, header)
    }
    return range.map { place in
      var bytes: [UInt8] = []
      sources.lines.items.withBytes(of: place) { bytes.append(copying: $0) }
      return ChunkCutter.Line(bytes: bytes, header: place == range.lowerBound ? header : nil)
    }
  }

  /// The lines of a message as WhatsApp for iOS writes it, of a transcript whose own headers say no date.
  private func rewrittenLines(
    of message: Int, _ header: ChunkCutter.Header
  ) -> [ChunkCutter.Line] {
    let stamp = transcriptStamp(Moment(seconds: sources.moments[message]))
    let name = header.sender.map { "\($0): " } ?? "\u{200E}"
    let text = stamp + name + (sources.texts[message] ?? "")
    let lines = text.split(separator: "\n").map { Array($0.utf8) }
      .filter { Tokens.count(inLine: $0.span) > 0 }
    return lines.enumerated().map { place, bytes in
      ChunkCutter.Line(bytes: bytes, header: place == 0 ? header : nil)
    }
  }
}
