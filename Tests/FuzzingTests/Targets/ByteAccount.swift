import Model

@testable import Reading

/// Where each byte of some files went: into a message, its header, a line that a chunk repeats, the
/// header of a chunk, or what a row of `problems` is about.
struct ByteAccount {
  let corpus: Corpus
  /// The files as they were given, by path.
  let files: [String: [UInt8]]
  let problems: [Problem]

  init(of corpus: Corpus, from files: [String: [UInt8]]) {
    self.corpus = corpus
    self.files = files
    problems = corpus.problems
  }

  /// Throws where a byte is in none of those, or an offset points elsewhere.
  func check() throws(Fault) {
    var texts: [DecodedText?] = []
    for file in corpus.files { texts.append(try text(of: file)) }
    try checkFiles(texts)
    try MessageAccount(corpus).check()
    try checkExports(texts)
    for transcript in corpus.transcripts where !transcript.chunks.isEmpty {
      try ChunkAccount(transcript, corpus, texts.map { $0?.bytes ?? [] }, problems).check()
    }
  }

  /// The text of a file, checked against its bytes; nil for a file that was skipped, of which a row
  /// tells.
  private func text(of file: InputFile) throws(Fault) -> DecodedText? {
    guard let bytes = files[file.path] else { throw Fault("no file is called \(file.path)") }
    try Fault.unless(file.bytes == bytes.count, "\(file.path) has \(bytes.count) bytes")
    guard file.kind != .other else {
      let isTold = problems.contains {
        $0.file == file.path && [.skippedFile, .unreadable, .limit].contains($0.code)
      }
      try Fault.unless(isTold, "\(file.path) is skipped, and no row of problems says so")
      return nil
    }
    let text = DecodedText(bytes)
    try PlainDecoding.check(text, of: bytes)
    let isWhole = text.damage == nil || problems.contains { $0.code == .invalidUTF8 }
    try Fault.unless(isWhole, "bytes of \(file.path) are no text, and no row of problems says so")
    return text
  }

  /// Every file is there, and every chunk stands in a transcript.
  private func checkFiles(_ texts: [DecodedText?]) throws(Fault) {
    for path in files.keys where !corpus.files.contains(where: { $0.path == path }) {
      // An archive in the place of a text has members.
      let isArchive = corpus.files.contains { $0.path.hasPrefix(path) }
      let isTold = problems.contains { $0.file == path }
      try Fault.unless(isArchive || isTold, "nothing is said of \(path)")
    }
    var places = Array(repeating: 0, count: corpus.files.count)
    for chunk in corpus.chunks { places[chunk.file] += 1 }
    for (place, file) in corpus.files.enumerated() where file.kind == .chunk {
      let parts = texts[place].map { ChunkPieces(of: $0.bytes).texts.count }
      try Fault.unless(
        places[place] == parts, "\(file.path) stands in transcripts \(places[place]) times")
    }
  }

  /// The text of every export is that of its transcript, or of several where it holds several exports; or the
  /// export is a piece of one.
  private func checkExports(_ texts: [DecodedText?]) throws(Fault) {
    let exports = corpus.transcripts.filter(\.chunks.isEmpty)
    for transcript in exports where transcript.runs.count > 1 {
      try checkPieces(of: transcript, texts)
    }
    for transcript in exports { try checkPreamble(of: transcript) }
    for (place, file) in corpus.files.enumerated() where file.kind == .export {
      let users = exports.filter { $0.runs.contains { $0.file == place } }
      let own = users.contains { $0.runs.count > 1 } ? [] : users
      guard let first = own.first, let text = texts[place]?.bytes else {
        try Fault.unless(
          texts[place].map { isPiece($0.bytes) } ?? false, "\(file.path) stands in no transcript")
        continue
      }
      let whole = own.dropFirst().reduce(Array(first.text)) { $0 + Array($1.text) }
      if own.count == 1, (try? checkPieces(of: first, texts)) != nil { continue }
      try Fault.unless(
        ByteAccount.isText(SharedBytes(whole), of: text),
        "the text of \(own.count) transcripts is not that of \(file.path)")
    }
  }

  /// The lines of pieces that were put together are those of their files, where none was cut in them.
  private func checkPieces(
    of transcript: Transcript, _ texts: [DecodedText?]
  ) throws(Fault) {
    let lines = TextLines(Array(transcript.text))
    for line in 0..<lines.count {
      let place = transcript.place(ofLine: line)
      let text = place.flatMap { texts[$0.file]?.bytes } ?? []
      // The last line from a piece goes on in the next one.
      let isLast = line + 1 == lines.count || transcript.runs.contains { $0.firstLine == line + 1 }
      // A file that is parted at carriage returns has more lines.
      let isThere = [text, text.map { $0 == 0x0D ? 0x0A : $0 }].contains { text in
        let written = place.flatMap { TextLines(text)[$0.line - 1] }
        return lines[line] == written
          || isLast && written.map { lines[line]?.starts(with: whole($0)) ?? false } ?? false
      }
      try Fault.unless(isThere, "line \(line) of pieces is not that of its file")
    }
  }

  /// A line or text without the blanks and the half of a character at its end, which the next piece has whole.
  private func whole(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var line = line
    while let last = line.last {
      if last == 0x20 || (0x09...0x0D).contains(last) {
        line.removeLast()
      } else if line.suffix(3).elementsEqual([0xEF, 0xBF, 0xBD]) {
        line.removeLast(3)
      } else {
        break
      }
    }
    return line
  }

  /// Whether the last word of a text stands in pieces that were put together.
  private func isPiece(_ text: [UInt8]) -> Bool {
    let word =
      String(decoding: whole(text[...]), as: UTF8.self).split { $0.isWhitespace }.last ?? ""
    return corpus.transcripts.contains { transcript in
      transcript.chunks.isEmpty
        && String(decoding: transcript.text, as: UTF8.self).contains(word)
    }
  }

  /// Whether a transcript has the text of a file that was decoded: a carriage return is a line break
  /// where a header follows one.
  static func isText(_ text: SharedBytes, of decoded: [UInt8]) -> Bool {
    decoded.elementsEqual(text)
      || decoded.lazy.map { $0 == 0x0D ? 0x0A : $0 }.elementsEqual(text)
  }

  /// Lines before the first header are a row of problems, but for empty ones.
  private func checkPreamble(of transcript: Transcript) throws(Fault) {
    let first = corpus.messages.lines[transcript.messages].first.map(Int.init)
    let lines = TextLines(Array(transcript.text))
    let end = first.map { lines.start(of: $0) } ?? transcript.text.count
    guard let run = transcript.runs.first,
      transcript.text[..<end].contains(where: { $0 != 0x0A })
    else { return }
    let isTold = problems.contains {
      $0.code == .preamble && $0.file == corpus.files[run.file].path
    }
    try Fault.unless(isTold, "the lines before the first header are in no row of problems")
  }
}

/// Where the lines of a text begin.
struct TextLines {
  let text: [UInt8]
  private let starts: [Int]

  init(_ text: [UInt8]) {
    self.text = text
    var starts = [0]
    for (place, byte) in text.enumerated() where byte == 0x0A { starts.append(place + 1) }
    self.starts = starts
  }

  var count: Int { starts.count }

  /// Where a line begins; for ``count``, where one more would.
  func start(of line: Int) -> Int { line < starts.count ? starts[line] : text.count + 1 }

  /// The line that a byte, or the end of one, is in.
  func line(at byte: Int) -> Int { (starts.firstIndex { $0 > byte } ?? starts.count) - 1 }

  /// A line without its end; nil where there is none.
  subscript(line: Int) -> ArraySlice<UInt8>? {
    guard starts.indices.contains(line) else { return nil }
    return text[starts[line]..<(start(of: line + 1) - 1)]
  }
}

/// The chunks of a file by their titles, told again without the program's help: one, or several where chunk
/// files were put into one.
struct ChunkPieces {
  /// Each with the line, from 1, at which it begins.
  private(set) var texts: [(line: Int, text: [UInt8])] = []

  init(of file: [UInt8]) {
    let lines = TextLines(file)
    var (start, first) = (0, 0)
    for line in 1..<Swift.max(1, lines.count) {
      guard let written = lines[line - 1], written.count >= ChunkPieces.title.count,
        written.suffix(ChunkPieces.title.count).elementsEqual(ChunkPieces.title),
        beginsChunk(lines, line, behind: written.dropLast(ChunkPieces.title.count)),
        file[..<written.startIndex].contains(where: { $0 > 0x20 })
          || written.count > ChunkPieces.title.count
      else { continue }
      let place = written.endIndex - ChunkPieces.title.count
      texts.append((first + 1, ChunkPieces.withoutMark(Array(file[start..<place]))))
      (start, first) = (place, line - 1)
    }
    texts.append((first + 1, Array(file[start...])))
  }

  /// Whether a field stands on a line, and a marker on one of the first twelve, and nothing before the title that a
  /// message ends with.
  private func beginsChunk(_ lines: TextLines, _ line: Int, behind: ArraySlice<UInt8>) -> Bool {
    if let last = behind.last, last == 0x20 || (0x09...0x0D).contains(last) { return false }
    guard let field = lines[line], ChunkHeader.isField(field.span) else { return false }
    for next in line..<(line + 12) {
      guard let text = lines[next] else { return false }
      if PlainLabel.of(text.span) == "=== contenu ===", text.count < 100 { return true }
      if text.elementsEqual(ChunkPieces.title) { return false }
    }
    return false
  }

  private static func withoutMark(_ text: [UInt8]) -> [UInt8] {
    text.suffix(3).elementsEqual([0xEF, 0xBB, 0xBF]) ? text.dropLast(3) : text
  }

  private static let title = Array("=== MÉTADONNÉES CHUNK ===".utf8)
}

/// What decoding may do to bytes, told again without its help.
enum PlainDecoding {
  /// Throws where a text is not that of the bytes, but for line breaks and what is no text.
  static func check(_ text: DecodedText, of bytes: [UInt8]) throws(Fault) {
    try Fault.unless(
      String(validating: text.bytes, as: UTF8.self) != nil, "what is decoded is no UTF-8")
    switch text.encoding {
    case .utf16, .windows1252:
      let breaks = bytes.count { $0 == 0x0A || $0 == 0x0D }
      try Fault.unless(text.bytes.count { $0 == 0x0A } <= breaks, "has more lines than it had")
    case .twice:
      // A byte for each character, but for a mark before or behind decoding.
      let characters = String(decoding: printed(bytes[...]), as: UTF8.self).unicodeScalars.count
      try Fault.unless(
        [0, 1, 3, 4].contains(characters - printed(text.bytes[...]).count),
        "decoding a text that was made UTF-8 twice loses characters")
    case .utf8:
      let marked = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
      if let plain = String(validating: marked, as: UTF8.self) {
        let isSame =
          marked.contains(0x0D)
          ? printed(text.bytes[...]) == printed(Array(plain.utf8)[...])
          : text.bytes == Array(marked)
        return try Fault.unless(isSame, "decoding changes a text that is UTF-8")
      }
      try Fault.unless(text.damage != nil, "what is no UTF-8 is not called damaged")
      try Fault.unless(
        known(text.bytes[...]) == known(Array(String(decoding: marked, as: UTF8.self).utf8)[...]),
        "decoding loses what is text beside what is none")
    }
  }

  /// All bytes but those of line breaks.
  private static func printed(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    bytes.filter { $0 != 0x0A && $0 != 0x0D }
  }

  /// The same without U+FFFD, of which decoders make one or several.
  private static func known(_ bytes: ArraySlice<UInt8>) -> [Unicode.Scalar] {
    String(decoding: printed(bytes), as: UTF8.self).unicodeScalars.filter { $0 != "\u{FFFD}" }
  }
}
