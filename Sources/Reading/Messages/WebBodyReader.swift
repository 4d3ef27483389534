import Model

/// Tells what a message of WhatsApp Web is by its marks, and which part of its text is the body.
struct WebBodyReader {
  private static let textIndex = WordingIndex(MessageMark.webText.wordings, isSentence: false)
  private static let markdownIndex = WordingIndex(
    MessageMark.webMarkdown.wordings, isSentence: false)

  private let form: WebExport
  private let marks: [MessageMark]
  private let index: WordingIndex
  private var folded = FoldedText()

  /// A reader for the messages of one form.
  init(_ form: WebExport) {
    self.form = form
    switch form {
    case .text: (marks, index) = (MessageMark.webText.marks, WebBodyReader.textIndex)
    case .markdown: (marks, index) = (MessageMark.webMarkdown.marks, WebBodyReader.markdownIndex)
    }
  }

  /// `range` without the message it replies to and the note that it was forwarded, trimmed.
  func said(in range: Range<Int>, of bytes: Span<UInt8>) -> Range<Int> {
    var said = trimmed(range, of: bytes)
    if form == .markdown { said = trimmed(withoutQuotation(said, of: bytes), of: bytes) }
    guard let first = said.first, bytes[first] == 0x5B else { return said }
    for word in WebBodyReader.forwarded {
      if let end = endOfWord(word, in: bytes, at: said.lowerBound), end <= said.upperBound {
        return end..<said.upperBound
      }
    }
    return said
  }

  private static let forwarded = ["[Forwarded] ", "[Forwarded many times] "].map { Array($0.utf8) }

  /// A message without the one it replies to, `> _Anna: hello_`, which may have several lines.
  private func withoutQuotation(_ range: Range<Int>, of bytes: Span<UInt8>) -> Range<Int> {
    var start = range.lowerBound
    guard endOfWord(WebBodyReader.quotation, in: bytes, at: start) != nil else { return range }
    while start < range.upperBound {
      let end = min(lineEnd(bytes, from: start), range.upperBound)
      if end > start, bytes[end - 1] == 0x5F { return end..<range.upperBound }
      start = end + 1
    }
    return range
  }

  private static let quotation = Array("> _".utf8)

  /// What stands in Markdown between two underscores and is nothing else; nil where that does not
  /// hold.
  func emphasised(_ said: Range<Int>, of bytes: Span<UInt8>) -> Range<Int>? {
    guard form == .markdown, said.count > 2, bytes[said.lowerBound] == 0x5F,
      bytes[said.upperBound - 1] == 0x5F
    else { return nil }
    return (said.lowerBound + 1)..<(said.upperBound - 1)
  }

  /// What a person says where it begins with a mark of this form; nil where it does not.
  mutating func body(of said: Range<Int>, in bytes: Span<UInt8>) -> BodyReader.Body? {
    let line = said.lowerBound..<min(lineEnd(bytes, from: said.lowerBound), said.upperBound)
    if isPoll(line, of: said, in: bytes) { return BodyReader.Body(kind: .poll, range: said) }
    if let link = WebLink(line, in: bytes), form == .markdown {
      return attached(
        link.name, calledBy: link.label, before: link.end..<said.upperBound, in: bytes)
    }
    guard mayBeMark(line, in: bytes) else { return nil }
    let end = endOfMark(line, in: bytes)
    folded.fold(bytes, line.lowerBound..<end)
    guard let (phrase, found) = index.phrase(folded) else { return nil }
    switch marks[phrase].meaning {
    case .omitted(.contact):
      return BodyReader.Body(kind: .contact, range: said, attachment: (nil, .contact))
    case .omitted(let type):
      // A caption follows on the same line.
      let caption = trimmed(end..<said.upperBound, of: bytes)
      return BodyReader.Body(kind: .media, range: caption, attachment: (nil, type))
    case .attached:
      guard let slot = found.first(where: { $0.slot == .name }) else { return nil }
      let name = folded.original(slot.range)
      return attached(name, calledBy: name, before: end..<said.upperBound, in: bytes)
    case .location: return BodyReader.Body(kind: .location, range: said)
    case .edited, .deleted, .call, .poll, .unavailable: return nil
    }
  }

  /// Whether a line begins with what a mark begins with, or holds a bracket or an address: false
  /// for nearly all without a mark.
  private func mayBeMark(_ line: Range<Int>, in bytes: Span<UInt8>) -> Bool {
    guard let first = line.first else { return false }
    switch bytes[first] {
    // “<”, “[”, a count, “Contact”, “GIF”.
    case 0x3C, 0x5B, 0x30...0x39, 0x43, 0x47: return true
    default: return line.contains { bytes[$0] == 0x28 || bytes[$0] == 0x2F }
    }
  }

  /// A message with a file, which is called something, before its caption; nil where a name has no
  /// ending and is not what such a thing is called, so that it is no file.
  private func attached(
    _ name: Range<Int>, calledBy label: Range<Int>, before caption: Range<Int>,
    in bytes: Span<UInt8>
  ) -> BodyReader.Body? {
    let file = plainBytes(name, in: bytes)
    let word = String(decoding: plainBytes(label, in: bytes), as: UTF8.self).lowercased()
    let called = WebBodyReader.types[word]
    var type = MediaType(fileName: file)
    if let called, called != .unknown {
      // A moving picture ends as a video does, and what was sent as a document as anything.
      type = called
    } else if type == .unknown, called == nil, form == .text {
      return nil
    }
    return BodyReader.Body(
      kind: type == .contact ? .contact : .media, range: trimmed(caption, of: bytes),
      attachment: (String(decoding: file, as: UTF8.self), type))
  }

  /// What the words for things attached stand for: those of the marks in brackets.
  private static let types: [String: MediaType] = {
    let (list, marks) = MessageMark.webMarkdown
    var types: [String: MediaType] = [:]
    for (wording, mark) in zip(list.wordings, marks) {
      guard case .omitted(let type) = mark.meaning else { continue }
      let word = list.opening(of: wording).dropFirst().dropLast()
      types[String(decoding: word, as: UTF8.self).lowercased()] = type
    }
    return types
  }()

  /// Where the mark ends that a line may begin with; the end of the line where no caption follows.
  private func endOfMark(_ line: Range<Int>, in bytes: Span<UInt8>) -> Int {
    let isBracketed = line.first.map { bytes[$0] == (form == .text ? 0x3C : 0x5B) } ?? false
    for at in line where at + 1 == line.upperBound || bytes[at + 1] == 0x20 {
      switch (form, isBracketed) {
      case (.text, true): if bytes[at] == 0x3E { return at + 1 }
      case (.markdown, true): if bytes[at] == 0x5D { return at + 1 }
      case (.text, false):
        let start = at + 1 - WebBodyReader.attachedWords.count
        let isMark = bytes[at] == 0x29 && start > line.lowerBound
        if isMark, endOfWord(WebBodyReader.attachedWords, in: bytes, at: start) == at + 1 {
          return at + 1
        }
      case (.markdown, false): return line.upperBound
      }
    }
    return line.upperBound
  }

  private static let attachedWords = Array("(file attached)".utf8)

  /// Whether a text is a poll: its question, and a list of what may be answered.
  private func isPoll(_ line: Range<Int>, of said: Range<Int>, in bytes: Span<UInt8>) -> Bool {
    guard line.upperBound < said.upperBound else { return false }
    let opening = form == .markdown ? WebBodyReader.boldPoll : WebBodyReader.poll
    guard endOfWord(opening, in: bytes, at: line.lowerBound) != nil else { return false }
    var start = line.upperBound + 1
    while start < said.upperBound {
      guard endOfWord(WebBodyReader.option, in: bytes, at: skippingBlanks(bytes, at: start)) != nil
      else { return false }
      start = lineEnd(bytes, from: start) + 1
    }
    return true
  }

  private static let poll = Array("Poll".utf8)
  private static let boldPoll = Array("**Poll".utf8)
  private static let option = Array("- ".utf8)
}

/// A link to a file of the export at the beginning of a line of Markdown, `[Image](media/a.jpg)`,
/// in whatever language.
private struct WebLink {
  let label: Range<Int>
  let name: Range<Int>
  /// The place after it.
  let end: Int

  init?(_ line: Range<Int>, in bytes: Span<UInt8>) {
    guard let first = line.first, bytes[first] == 0x5B,
      let middle = line.first(where: { bytes[$0] == 0x5D }), middle + 1 < line.upperBound,
      bytes[middle + 1] == 0x28,
      // The name may hold brackets too.
      let close = ((middle + 2)..<line.upperBound).first(where: { at in
        bytes[at] == 0x29 && (at + 1 == line.upperBound || bytes[at + 1] == 0x20)
      }),
      let slash = ((middle + 2)..<close).first(where: { bytes[$0] == 0x2F }),
      // An address has a colon before its slashes.
      slash > middle + 2, bytes[slash - 1] != 0x3A
    else { return nil }
    label = (first + 1)..<middle
    name = (slash + 1)..<close
    end = close + 1
  }
}
