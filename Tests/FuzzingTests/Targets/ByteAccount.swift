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
    for transcript in corpus.transcripts {
      try checkLines(of: transcript, texts)
      if transcript.chunks.isEmpty { try checkPreamble(of: transcript) }
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

  /// Every file is there, and every chunk and export stands in a transcript.
  private func checkFiles(_ texts: [DecodedText?]) throws(Fault) {
    for path in files.keys where !corpus.files.contains(where: { $0.path == path }) {
      // An archive in the place of a text has members.
      let isArchive = corpus.files.contains { $0.path.hasPrefix(path) }
      let isTold = problems.contains { $0.file == path }
      try Fault.unless(isArchive || isTold, "nothing is said of \(path)")
    }
    var places = Array(repeating: 0, count: corpus.files.count)
    for chunk in corpus.chunks { places[chunk.file] += 1 }
    for transcript in corpus.transcripts where transcript.chunks.isEmpty {
      for run in transcript.runs { places[run.file] += 1 }
    }
    for (file, count) in zip(corpus.files, places) where file.kind != .other {
      try Fault.unless(count == 1, "\(file.path) stands in \(count) transcripts")
    }
  }

  /// The lines of a transcript are those of its files.
  private func checkLines(of transcript: Transcript, _ texts: [DecodedText?]) throws(Fault) {
    guard !transcript.chunks.isEmpty else {
      guard let run = transcript.runs.first, let text = texts[run.file]?.bytes else {
        throw Fault("a transcript has no file")
      }
      return try Fault.unless(
        ByteAccount.isText(transcript.text, of: text),
        "the text of a transcript is not that of its file")
    }
    try ChunkAccount(transcript, corpus, texts.map { $0?.bytes ?? [] }, problems).check()
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

  /// A line without its end; nil where there is none.
  subscript(line: Int) -> ArraySlice<UInt8>? {
    guard starts.indices.contains(line) else { return nil }
    return text[starts[line]..<(start(of: line + 1) - 1)]
  }
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
