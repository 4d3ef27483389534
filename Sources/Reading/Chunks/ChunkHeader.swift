import Model

/// The header of a chunk file: docs/formats.md#the-chunk-header.
///
/// It keeps where its fields stand: nearly always they agree with the lines, and nobody reads them as
/// text.
struct ChunkHeader {
  /// The path that the user reads.
  let label: String

  /// What it declares in numbers.
  private(set) var numbers = DeclaredNumbers()

  /// The fields that are there, by their places in ``ChunkField/all``.
  private(set) var fields = InlineArray<5, WrittenField?>(repeating: nil)

  /// What is wrong with it, as rows about its file.
  private(set) var problems: [Problem] = []

  /// Fields that no chunker known to us writes, as `name: value`.
  private var unknown: [String] = []

  /// Its own bytes: a buffer that both cores read headers of would be counted by both.
  private let bytes: [UInt8]

  /// Whether a text begins as a chunk does, perhaps behind blank lines.
  static func begins(_ text: [UInt8]) -> Bool {
    if text.starts(with: title) { return true }
    let first = ChunkContent.title(of: text.span).bytes
    // The line has 26 characters; a file without any line break is not folded whole.
    return first.count < 100 && PlainLabel.of(text[first].span) == plainTitle
  }

  /// Whether a file is a chunk as the chunker writes it: one that decoding would leave as it is.
  static func beginsPlainText(_ file: Span<UInt8>) -> Bool {
    guard file.count >= title.count else { return false }
    for place in title.indices where file[place] != title[place] { return false }
    return UTF8Repair.isWhole(file, without: 0, and: UInt8(ascii: "\r"))
  }

  /// Reads the header of a text that ``begins(_:)`` as a chunk, in the file of this label.
  ///
  /// - Parameters:
  ///   - line: the line of the file with which the text begins, from 1.
  ///   - isFollowed: whether there is content behind it.
  init(_ text: Span<UInt8>, label: String, line: Int = 1, isFollowed: Bool = true) {
    self.label = label
    bytes = [UInt8](copying: text)
    let content = ChunkContent(of: text)
    let titleLine = line - 1 + content.fields.line - 1
    var (start, number) = (content.fields.start, titleLine + 1)
    while start < content.headerEnd {
      let end = lineEnd(text, from: start)
      read(text.extracting(start..<end), at: start, number)
      (start, number) = (end + 1, number + 1)
    }
    if !content.isMarked {
      add(.missingField, titleLine, "“=== CONTENU ===” is missing: all after the fields is content")
    }
    if let foreign = content.foreignMarker {
      let words = String(decoding: text.extracting(foreign))
      add(.malformedField, number, "“\(words)” is taken for “=== CONTENU ===”")
    }
    for field in ChunkField.Kind.allCases where fields[field.rawValue] == nil {
      add(.missingField, titleLine, "the field \(field.entry.label) is missing")
    }
    if !isFollowed { add(.missingField, titleLine, "has no content") }
  }

  /// A field; nil where it is missing.
  func field(_ kind: ChunkField.Kind) -> WrittenField? { fields[kind.rawValue] }

  /// The value of a field, without outer blanks; none where it is missing.
  func value(_ kind: ChunkField.Kind) -> ArraySlice<UInt8> {
    field(kind).map { bytes[$0.value] } ?? []
  }

  /// All that it declares.
  var declaration: Chunk.Declaration {
    var declaration = Chunk.Declaration()
    (declaration.periodStart, declaration.periodEnd) = (numbers.periodStart, numbers.periodEnd)
    (declaration.tokens, declaration.messages) = (numbers.tokens, numbers.messages)
    declaration.participants = ChunkField.list(value(.participants))
    declaration.topics = ChunkField.list(value(.topics))
    declaration.unknown = unknown
    return declaration
  }

  /// Reads a line that begins at a place of the header.
  private mutating func read(_ whole: Span<UInt8>, at start: Int, _ number: Int) {
    let line = whole.withoutOuterBlanks
    guard !line.isEmpty else { return }
    let bytes = whole.extracting(line)
    guard let colon = place(of: ChunkHeader.colon, in: bytes) else {
      let text = String(decoding: bytes)
      add(.malformedField, number, "“\(text)” is no field of a header: it has no colon")
      return
    }
    guard let kind = ChunkField.kind(named: bytes.extracting(0..<colon)) else {
      let text = String(decoding: bytes)
      unknown.append(text)
      add(.unknownField, number, "“\(text)” is no field that is known here", .note)
      return
    }
    guard fields[kind.rawValue] == nil else {
      add(.malformedField, number, "\(kind.entry.label) is given again: the first one counts")
      return
    }
    let rest = bytes.extracting((colon + 1)...)
    let value = rest.withoutOuterBlanks
    let isWellFormed = kind.entry.take(rest.extracting(value), &numbers)
    let first = start + line.lowerBound + colon + 1
    fields[kind.rawValue] = WrittenField(
      line: number, value: (first + value.lowerBound)..<(first + value.upperBound),
      isWellFormed: isWellFormed)
    if !isWellFormed {
      let written = String(decoding: rest.extracting(value))
      let field = kind.entry
      add(.malformedField, number, "\(field.label): “\(written)” is not \(field.expectation)")
    }
  }

  private mutating func add(
    _ code: Problem.Code, _ line: Int, _ detail: String, _ severity: Problem.Severity = .warning
  ) {
    problems.append(Problem(severity, code, file: label, line: line, detail))
  }

  /// Whether a line gives a field.
  static func isField(_ line: Span<UInt8>) -> Bool {
    let text = line.extracting(line.withoutOuterBlanks)
    return place(of: colon, in: text).flatMap { ChunkField.kind(named: text.extracting(0..<$0)) }
      != nil
  }

  /// The title in plain letters.
  static let plainTitle = "=== metadonnees chunk ==="

  /// The same as the chunker writes it, with the end of its line.
  static let title = Array("=== MÉTADONNÉES CHUNK ===\n".utf8)
  private static let colon = UInt8(ascii: ":")
}

/// A field of a chunk's header as its file has it.
struct WrittenField: Sendable {
  /// The line of the file, from 1.
  let line: Int
  /// The bytes that follow the colon, without outer blanks, in the header.
  let value: Range<Int>
  /// Whether it is a value that the field may have.
  let isWellFormed: Bool
}
