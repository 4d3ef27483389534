import Diagnostics
import Model

/// What reading a file gave.
struct FileReading: Sendable {
  /// The path that the user reads.
  let label: String

  /// How many bytes it has.
  let size: Int

  /// Which file it is; nil for standard input and where it could not be opened.
  let identity: FileIdentity?

  /// What it holds.
  private(set) var content: Content

  /// What is wrong with it, as rows about it.
  private(set) var problems: [Problem]

  enum Content: Sendable {
    /// The chunk that it is, and others where it holds several.
    case chunk(ChunkFile, further: [ChunkFile])
    /// The text of an export, and its lines behind a soft break: ``DecodedText/softLines``.
    case export(SharedBytes, softLines: [UInt32])
    /// Neither, and so skipped: why, as the end of a sentence that begins with its path, and its text where
    /// it is a short one, which may be a piece of an export: ``PieceSeries``.
    case other(String, text: SharedBytes? = nil)
    /// Unreadable.
    case failed(InputFailure)
    /// A file that was read before by another path: its place among those of the search.
    case known(Int)
    /// Files, which are still to be read.
    case archive(ArchiveKind)
    /// A text that stands in a transcript now: see ``handOn()``.
    case handedOn(InputFile.Kind)
  }

  /// What it was recognised as.
  var kind: InputFile.Kind {
    switch content {
    case .chunk: .chunk
    case .export: .export
    case .other, .failed, .known, .archive: .other
    case .handedOn(let kind): kind
    }
  }

  /// Why a file that a request names gave nothing, as the end of a sentence that begins with its
  /// path; nil where it gave a text or gave it before.
  var failure: String? {
    switch content {
    case .chunk, .export, .known, .archive, .handedOn: nil
    case .other(let reason, _): reason
    case .failed(let failure): failure.reason
    }
  }

  /// Forgets the text, because another path led to the same file before.
  mutating func forget(inFavourOf place: Int, _ other: String) {
    content = .known(place)
    problems = [
      Problem(.note, .skippedFile, file: label, "is the same file as “\(other)”: read once")
    ]
  }

  /// The same where the files have moved: each is now where `places` says.
  func moved(to places: [Int]) -> FileReading {
    guard case .known(let other) = content else { return self }
    var file = self
    file.content = .known(places[other])
    return file
  }

  /// The text of a file that is no chat and may be a piece of one.
  var pieceOfText: SharedBytes? {
    if case .other(_, let text?) = content { text } else { nil }
  }

  /// Takes a file that is no chat by itself for an export, of which it is a piece, or lets go of its text.
  mutating func settlePiece(isOne: Bool) {
    guard case .other(let reason, let text?) = content else { return }
    content = isOne ? .export(text, softLines: []) : .other(reason)
    if isOne { problems = [] }
  }

  /// Lets go of the text, which a transcript has now, and gives it away; nil where there is none.
  mutating func handOn() -> Content? {
    var given: Content
    switch content {
    case .chunk: given = .handedOn(.chunk)
    case .export: given = .handedOn(.export)
    case .other, .failed, .known, .archive, .handedOn: return nil
    }
    swap(&given, &content)
    return given
  }

  /// Gives all of it away, and is nothing of no file afterwards: to copy it would be to count references to
  /// strings that lie anywhere in memory.
  mutating func take() -> FileReading {
    var given = FileReading(label: "", size: 0, identity: nil, content: .other(""), problems: [])
    swap(&given, &self)
    return given
  }

  /// An archive from which nothing came: why it could not be read, or nil where it holds no file.
  func unopened(_ failure: InputFailure?) -> FileReading {
    let reason = InputFailure(.skippedFile, "is an archive without a file in it")
    return FileReading(
      label: label, size: size, identity: identity,
      content: failure.map { .failed($0) } ?? .other(reason.reason),
      problems: [Problem(label, failure ?? reason)])
  }

  /// Forgets the text, because the archive has a later one of the same name, which takes its place
  /// where archives are unpacked.
  mutating func replace() {
    let reason = "stands in the archive again, further on: that one is read"
    content = .other(reason)
    problems = [Problem(.note, .skippedFile, file: label, reason)]
  }

  /// Reads what an entry names. An interrupt ends it early with whatever there is: the caller checks
  /// before using it.
  static func of(
    _ entry: InputEntry, standardInput: [UInt8], interrupt: Interrupt
  ) -> FileReading {
    guard let path = entry.file?.path else {
      return FileReading(
        standardInput, size: standardInput.count, identity: nil, label: entry.label,
        name: Array(entry.label.utf8)[...])
    }
    do throws(InputFailure) {
      let contents = try FileContents(of: path, mappedAs: entry.label, interrupt: interrupt) {
        ArchiveKind.of($0) == nil && !DecodedText.isBinary($0)
          && InputFile.Kind(of: DecodedText($0).bytes) != .other
      }
      if let text = contents.mapped, InputFile.Kind(of: contents.bytes) == .export,
        LineMark(of: contents.bytes.span) == nil
      {
        return FileReading(
          label: entry.label, size: contents.size, identity: contents.identity,
          content: .export(text, softLines: []),
          problems: ChunkParts.problemsOfChunks(in: text.span, label: entry.label))
      }
      return FileReading(
        contents.mapped.map { Array($0) } ?? contents.bytes, size: contents.size,
        identity: contents.identity, label: entry.label, name: path.name)
    } catch {
      return FileReading(
        label: entry.label, size: 0, identity: nil, content: .failed(error),
        problems: [Problem(entry.label, error)])
    }
  }
}

extension FileReading {
  /// Takes the bytes of a file that stand in a buffer, perhaps with others, and what it is called there.
  init(
    _ range: Range<Int>, of buffer: ChunkBuffer, named written: WrittenName, identity: FileIdentity?
  ) {
    let label = String(decoding: buffer.names[written.label], as: UTF8.self)
    if ChunkHeader.beginsPlainText(buffer.span.extracting(range)) {
      let parts = ChunkParts(range, of: buffer, named: written)
      self.init(
        label: label, size: range.count, identity: identity,
        content: .chunk(parts.first, further: parts.further), problems: parts.problems)
    } else {
      self.init(
        Array(copying: buffer.span.extracting(range)), size: range.count, identity: identity,
        label: label, name: buffer.names[written.name])
    }
  }

  /// Takes the bytes of a file, or the first of so many.
  init(
    _ bytes: consuming [UInt8], size: Int, identity: FileIdentity?, label: String,
    name: ArraySlice<UInt8>
  ) {
    if let kind = ArchiveKind.of(bytes) {
      self.init(
        label: label, size: size, identity: identity, content: .archive(kind), problems: [])
      return
    }
    let text = DecodedText(DecodedText.isBinary(bytes) ? [] : bytes)
    let doubts = text.problem(in: label).map { [$0] } ?? []
    switch InputFile.Kind(of: text.bytes) {
    case .chunk:
      let parts = ChunkParts(text.bytes, label: label, name: name)
      self.init(
        label: label, size: size, identity: identity,
        content: .chunk(parts.first, further: parts.further), problems: doubts + parts.problems)
    case .export:
      let plain = LineMark.removed(from: text.bytes)
      // Where more lines are parted, they have other numbers.
      let parted =
        text.mayHoldCarriageReturn ? LineBreaks.withHeadersOnLines(plain ?? text.bytes) : nil
      self.init(
        label: label, size: size, identity: identity,
        content: .export(
          SharedBytes(parted ?? plain ?? text.bytes), softLines: parted == nil ? text.softLines : []
        ),
        problems: doubts + FileReading.notes(on: plain == nil ? nil : text.bytes, in: label)
          + ChunkParts.problemsOfChunks(in: text.bytes.span, label: label))
    case .other:
      let reason =
        size == 0
        ? "is empty"
        : ForeignFormat.reason(head: bytes.span, name: name)
          ?? FileReading.foreignness(of: text.bytes, name)
      self.init(
        label: label, size: size, identity: identity,
        content: .other(reason, text: FileReading.piece(text, of: size)),
        problems: [Problem(.note, .skippedFile, file: label, reason)])
    }
  }

  /// The text of a file of so many bytes, if pieces of exports may look so.
  private static func piece(_ text: DecodedText, of size: Int) -> SharedBytes? {
    let isShort = size <= longestPiece && text.bytes.count >= size / 2 && text.damage == nil
    return isShort && !text.bytes.isEmpty ? SharedBytes(text.bytes) : nil
  }

  /// Longer texts without a header are no pieces: splitters cut shorter ones, and texts are kept for it.
  private static let longestPiece = 1 << 13

  /// Why a text is no chat, as the end of a sentence that begins with its path, of which the last part is
  /// `name`.
  private static func foreignness(of text: [UInt8], _ name: ArraySlice<UInt8>) -> String {
    let reason = "is no chat: neither a chunk nor a WhatsApp export"
    guard let mark = LineMark(of: text.span) else {
      return reason + (TableName.tells(name) ? "; a table is read with the verb read" : "")
    }
    return
      "\(reason); on line \(mark.headerLine) a header stands behind \(mark.words), which would "
      + "be left out if most lines began so"
  }

  /// A row about what stood before the lines of an export and was left out; none where nothing did.
  private static func notes(on text: [UInt8]?, in label: String) -> [Problem] {
    guard let text, let mark = LineMark(of: text.span) else { return [] }
    return [
      Problem(
        .note, .preamble, file: label, line: mark.headerLine,
        "the lines begin with \(mark.words), which is left out")
    ]
  }
}
