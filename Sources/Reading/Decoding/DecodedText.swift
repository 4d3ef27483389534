import Diagnostics
import Model

/// A file's text whatever its encoding: valid UTF-8, every line break a `\n`, so that a line has
/// the number it has in the file.
struct DecodedText {
  /// The text, without a byte order mark.
  let bytes: [UInt8]

  /// How the file had it.
  let encoding: Encoding

  /// Whether a carriage return may be left in it, which is part of a line.
  let mayHoldCarriageReturn: Bool

  /// The lines, from 0, that begin as a header may behind a `\n` alone, where the file has carriage
  /// returns: iOS writes none before the lines of a message that runs on.
  let softLines: [UInt32]

  /// What could not be decoded; nil where all could.
  let damage: Damage?

  enum Encoding {
    case utf8
    case utf16
    case windows1252
    /// UTF-8 of UTF-8: ``TwiceEncoded``.
    case twice
  }

  /// Bytes that stand for no character and became U+FFFD.
  struct Damage {
    /// How many U+FFFD there are for them.
    let count: Int
    /// The line of the first, from 1.
    let firstLine: Int
  }

  /// Reads the bytes of a file. Linear; what is plain UTF-8 with `\n` is not copied.
  ///
  /// - Parameter isChat: whether it may be a chat, of which one that was made UTF-8 twice is undone; a list of
  ///   patterns may be about such texts.
  init(_ file: consuming [UInt8], isChat: Bool = true) {
    var soft: [UInt32] = []
    if let (order, mark) = UTF16Text.byteOrder(of: file) {
      let text = UTF16Text(file.dropFirst(mark), order)
      encoding = .utf16
      bytes = LineBreaks.unified(text.bytes, noting: &soft)
      softLines = soft
      mayHoldCarriageReturn = true
      damage = Damage(text.firstReplacement, in: text.bytes, count: text.replacements)
      return
    }
    file = DecodedText.withoutMark(file)
    // Line breaks are single bytes in UTF-8 and in Windows-1252 alike.
    mayHoldCarriageReturn = LineBreaks.hasCarriageReturn(file)
    let text = mayHoldCarriageReturn ? LineBreaks.unified(file, noting: &soft) : file
    softLines = soft
    guard let fault = UTF8Repair.firstFault(in: text.span) else {
      let once = isChat ? TwiceEncoded.undone(text) : nil
      encoding = once == nil ? .utf8 : .twice
      bytes = once.map(DecodedText.withoutMark) ?? text
      damage = nil
      return
    }
    let repaired = UTF8Repair(text)
    if repaired.sequences < repaired.replacements, let western = Windows1252.decoded(text) {
      encoding = .windows1252
      bytes = western
      damage = nil
    } else {
      encoding = .utf8
      bytes = repaired.bytes
      damage = Damage(fault, in: text, count: repaired.replacements)
    }
  }

  /// A text without the byte order mark of UTF-8.
  private static func withoutMark(_ text: consuming [UInt8]) -> [UInt8] {
    if text.starts(with: [0xEF, 0xBB, 0xBF]) { text.removeFirst(3) }
    return text
  }

  /// Whether decoding would leave the bytes of a file as they are: UTF-8 with `\n` and without a mark.
  /// Linear; on all cores. A raised interrupt ends it early with false.
  static func isPlain(_ file: Span<UInt8>, interrupt: Interrupt = .never) -> Bool {
    guard UTF16Text.byteOrder(of: Array(copying: file.extracting(first: 32))) == nil,
      !(file.count > 2 && file[0] == 0xEF && file[1] == 0xBB && file[2] == 0xBF)
    else { return false }
    let head = file.extracting(first: FileContents.head)
    return !TwiceEncoded.begins(head)
      && UTF8Repair.isWhole(file, without: UInt8(ascii: "\r"), interrupt: interrupt)
  }

  /// Whether the first bytes of a file are those of a picture, a film or a program: not UTF-8, a NUL
  /// among them, and more control characters than damage leaves in a text. Of bytes by chance one in
  /// eight is one.
  static func isBinary(_ file: [UInt8]) -> Bool {
    let head = file.prefix(4_096)
    guard head.contains(0), UTF16Text.byteOrder(of: file) == nil,
      head.count(where: { $0 < 0x09 || (0x0E..<0x20).contains($0) }) > head.count / 50
    else { return false }
    // A character that the cut goes through is no fault.
    let fault = UTF8Repair.firstFault(in: Array(head).span)
    return fault.map { $0 + 4 < head.count } ?? false
  }

  /// The row of `problems` that the encoding is worth, for a file of this label.
  func problem(in label: String) -> Problem? {
    if let damage {
      let count = damage.count == 1 ? "1 place is" : "\(damage.count) places are"
      return Problem(
        .warning, .invalidUTF8, file: label, line: damage.firstLine,
        "\(count) no text in the file's encoding and shown as “\u{FFFD}”")
    }
    switch encoding {
    case .utf8, .utf16: return nil
    case .windows1252:
      return Problem(.note, .invalidUTF8, file: label, "is not UTF-8: read as Windows-1252")
    case .twice:
      return Problem(
        .note, .invalidUTF8, file: label,
        "was made UTF-8 twice, “Ã©” for “é”: read as it was before")
    }
  }
}

extension DecodedText.Damage {
  /// Replacements of which the first stands at a byte offset of `text`; nil where there are none.
  fileprivate init?(_ offset: Int?, in text: [UInt8], count: Int) {
    guard let offset else { return nil }
    let before = LineBreaks.unified(Array(text[..<offset]))
    self.init(count: count, firstLine: before.count { $0 == UInt8(ascii: "\n") } + 1)
  }
}
