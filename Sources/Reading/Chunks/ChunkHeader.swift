import Model

/// The header of a chunk file: docs/formats.md#the-chunk-header.
struct ChunkHeader {
  /// What it declares.
  private(set) var declaration = Chunk.Declaration()

  /// The fields that are there, by their places in ``ChunkField/all``.
  private(set) var fields = [WrittenField?](repeating: nil, count: ChunkField.all.count)

  /// What is wrong with it, as rows about its file.
  private(set) var problems: [Problem] = []

  private let label: String

  /// Whether a text begins as a chunk does.
  static func begins(_ text: [UInt8]) -> Bool {
    if text.starts(with: title) { return true }
    let line = text[..<(text.firstIndex(of: newline) ?? text.count)]
    // The line has 26 characters; a file without any line break is not folded whole.
    return line.count < 100 && PlainLabel.of(line) == "=== metadonnees chunk ==="
  }

  /// Whether a file is a chunk as the chunker writes it: one that decoding would leave as it is.
  static func beginsPlainText(_ file: Span<UInt8>) -> Bool {
    guard file.count >= title.count else { return false }
    for place in title.indices where file[place] != title[place] { return false }
    return place(of: 0, in: file) == nil && place(of: UInt8(ascii: "\r"), in: file) == nil
      && UTF8Repair.firstFault(in: file) == nil
  }

  /// Reads the header of a text that ``begins(_:)`` as a chunk, in the file of this label.
  ///
  /// - Parameter isFollowed: whether there is content behind it.
  init(_ text: [UInt8], label: String, isFollowed: Bool = true) {
    self.label = label
    let content = ChunkContent(of: text.span)
    var number = 1
    var start = ChunkHeader.end(ofLineAt: 0, in: text)
    while start < content.headerEnd {
      let end = ChunkHeader.end(ofLineAt: start, in: text)
      number += 1
      read(text[start..<end].trimmingLineEnd.trimmingBlanks, number)
      start = end
    }
    if !content.isMarked {
      add(.missingField, 1, "“=== CONTENU ===” is missing: all after the fields is content")
    }
    for field in ChunkField.all where fields[field.kind.rawValue] == nil {
      add(.missingField, 1, "the field \(field.label) is missing")
    }
    if !isFollowed { add(.missingField, 1, "has no content") }
  }

  /// A field; nil where it is missing.
  func field(_ kind: ChunkField.Kind) -> WrittenField? { fields[kind.rawValue] }

  private mutating func read(_ line: ArraySlice<UInt8>, _ number: Int) {
    guard !line.isEmpty else { return }
    var text: String { String(decoding: line, as: UTF8.self) }
    guard let colon = line.firstIndex(of: ChunkHeader.colon) else {
      add(.malformedField, number, "“\(text)” is no field of a header: it has no colon")
      return
    }
    guard let field = ChunkHeader.field(of: line) else {
      declaration.unknown.append(text)
      add(.unknownField, number, "“\(text)” is no field that is known here", .note)
      return
    }
    guard fields[field.kind.rawValue] == nil else {
      add(.malformedField, number, "\(field.label) is given again: the first one counts")
      return
    }
    let value = line[(colon + 1)...].trimmingBlanks
    let written = String(decoding: value, as: UTF8.self)
    let isWellFormed = field.take(value, &declaration)
    fields[field.kind.rawValue] = WrittenField(
      line: number, value: written, isWellFormed: isWellFormed)
    if !isWellFormed {
      add(.malformedField, number, "\(field.label): “\(written)” is not \(field.expectation)")
    }
  }

  private mutating func add(
    _ code: Problem.Code, _ line: Int, _ detail: String, _ severity: Problem.Severity = .warning
  ) {
    problems.append(Problem(severity, code, file: label, line: line, detail))
  }

  /// The field that a line without outer blanks gives; nil where it is none.
  static func field(of line: ArraySlice<UInt8>) -> ChunkField? {
    line.firstIndex(of: colon).flatMap { ChunkField.named(line[..<$0]) }
  }

  /// The offset after the line break of the line that begins at an offset.
  private static func end(ofLineAt start: Int, in text: [UInt8]) -> Int {
    text[start...].firstIndex(of: newline).map { $0 + 1 } ?? text.count
  }

  private static let title = Array("=== MÉTADONNÉES CHUNK ===\n".utf8)
  private static let newline = UInt8(ascii: "\n")
  private static let colon = UInt8(ascii: ":")
}

/// A field of a chunk's header as its file has it.
struct WrittenField: Sendable {
  /// The line of the file, from 1.
  let line: Int
  /// What follows the colon, without outer blanks.
  let value: String
  /// Whether it is one that the field may have.
  let isWellFormed: Bool
}

extension ArraySlice<UInt8> {
  /// The line without its `\n`.
  fileprivate var trimmingLineEnd: ArraySlice<UInt8> {
    last == UInt8(ascii: "\n") ? dropLast() : self
  }
}
