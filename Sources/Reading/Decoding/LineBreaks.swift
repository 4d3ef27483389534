import Dispatch
import Model
import Synchronization

/// The line breaks of a file, made one kind.
enum LineBreaks {
  private static let newline = UInt8(ascii: "\n")
  private static let carriageReturn = UInt8(ascii: "\r")

  /// Whether there is a carriage return in a text. Linear; a long text is looked at on all cores.
  static func hasCarriageReturn(_ text: [UInt8]) -> Bool {
    let pieces = (0..<text.count).pieces(of: LinePieces.size)
    guard pieces.count > 1 else { return place(of: carriageReturn, in: text.span) != nil }
    let found = Atomic(false)
    DispatchQueue.concurrentPerform(iterations: pieces.count) { piece in
      guard !found.load(ordering: .relaxed) else { return }
      if place(of: carriageReturn, in: text.span.extracting(pieces[piece])) != nil {
        found.store(true, ordering: .relaxed)
      }
    }
    return found.load(ordering: .relaxed)
  }

  /// The text with `\n` for every line break.
  ///
  /// Carriage returns before a `\n` or at the end belong to the break. One that stands alone is a
  /// break only in a text that has no `\n` at all: elsewhere it is part of the line, as it was for
  /// the chunker, which splits at `\n` only.
  static func unified(_ text: consuming [UInt8]) -> [UInt8] {
    var soft: [UInt32] = []
    return unified(text, noting: &soft)
  }

  /// The same; adds to `soft` the lines, from 0, that begin behind a `\n` without a carriage return
  /// and as a header may, where the text has carriage returns: docs/formats.md#exports.
  static func unified(_ text: consuming [UInt8], noting soft: inout [UInt32]) -> [UInt8] {
    guard let first = place(of: carriageReturn, in: text.span) else { return text }
    guard place(of: newline, in: text.span) != nil else {
      for index in first..<text.count where text[index] == carriageReturn {
        text[index] = newline
      }
      return text
    }
    var lines = SoftLines()
    for index in 0..<first where text[index] == newline {
      lines.pass(isSoft: true, next: text[index + 1])
    }
    var target = first
    var index = first
    while index < text.count {
      var end = index
      while end < text.count, text[end] == carriageReturn { end += 1 }
      if end > index, end < text.count, text[end] != newline {
        for _ in index..<end {
          text[target] = carriageReturn
          target += 1
        }
      }
      if end < text.count {
        if text[end] == newline {
          lines.pass(isSoft: end == index, next: end + 1 < text.count ? text[end + 1] : newline)
        }
        text[target] = text[end]
        target += 1
      }
      index = end + 1
    }
    text.removeSubrange(target...)
    soft += lines.found
    return text
  }

  /// Collects what ``unified(_:noting:)`` notes.
  private struct SoftLines {
    private(set) var found: [UInt32] = []
    private var line: UInt32 = 0

    /// Goes on to a line, and takes it if the break before it was soft.
    @inline(__always)
    mutating func pass(isSoft: Bool, next byte: UInt8) {
      line &+= 1
      if isSoft, HeaderLead.mayBeginLine(byte) { found.append(line) }
    }
  }

  /// The unified text of an export with `\n` for carriage returns that stand alone too, where a
  /// header follows one of them: parts of the file had other breaks; nil where none does. Linear.
  static func withHeadersOnLines(_ text: [UInt8]) -> [UInt8]? {
    guard place(of: carriageReturn, in: text.span) != nil else { return nil }
    var reader = HeaderReader()
    let breaks = text.indices.filter { text[$0] == carriageReturn }
    guard breaks.contains(where: { reader.header(in: text.span, at: $0 + 1) != nil }) else {
      return nil
    }
    var text = text
    for index in breaks { text[index] = newline }
    return text
  }
}
