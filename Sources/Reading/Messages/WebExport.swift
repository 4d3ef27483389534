/// The two forms of WhatsApp Web's own exporter, which is not that of any phone:
/// docs/formats.md#whatsapp-web.
enum WebExport: Sendable {
  /// Headers like those of an iPhone in the United States, a dash before notices.
  case text
  /// The days as headings, a time before each message.
  case markdown

  /// The header shape of the text form.
  static let textShape = HeaderShape.all.firstIndex { $0.layout == "[D, T P] " } ?? 0

  /// The first line of the Markdown form, up to the name of the chat.
  static let title = Array("# WhatsApp Chat Export: ".utf8)
}

/// Tells by its headers whether WhatsApp Web has written a transcript.
struct WebSigns {
  private let textShape = WebExport.textShape
  /// A bit for each header shape of the Markdown form.
  private let markdownShapes: UInt64 = HeaderShape.all.indices.reduce(0) {
    HeaderShape.all[$1].isUnderHeading ? $0 | 1 << UInt64($1) : $0
  }
  /// What follows a header of the text form on no phone: the dash of a notice, and the name of
  /// the one who made the export.
  private let signs = ["- ", "You: "].map { Array($0.utf8) }

  /// The form that a header shows its export to have; nil where a phone may have written it.
  @inline(__always)
  func form(of header: Header, in bytes: Span<UInt8>) -> WebExport? {
    let shape = header.stamp.form.shape
    guard shape == textShape else {
      return markdownShapes >> UInt64(shape) & 1 == 1 ? .markdown : nil
    }
    guard header.end < bytes.count, bytes[header.end] == 0x2D || bytes[header.end] == 0x59 else {
      return nil
    }
    return signs.contains { endOfWord($0, in: bytes, at: header.end) != nil } ? .text : nil
  }
}

/// How a message of WhatsApp Web begins: with the dash of a notice, or with the marks of Markdown.
struct WebOpening {
  /// The sender's name; nil for a notice.
  let name: Range<Int>?
  let text: Range<Int>

  /// Name and text of what a person says; nil for a notice.
  var said: (name: Range<Int>, text: Range<Int>)? { name.map { ($0, text) } }

  /// The opening of what follows a header in `range`; nil where a phone may have written it.
  init?(_ range: Range<Int>, in bytes: Span<UInt8>) {
    // Only a bracket and a blank stand before it.
    guard range.lowerBound >= 2, bytes[range.lowerBound - 2] == 0x5D, range.count > 2 else {
      return nil
    }
    let start = range.lowerBound
    switch (bytes[start], bytes[start + 1]) {
    case (0x2D, 0x20):
      self.init(name: nil, text: (start + 2)..<range.upperBound)
    case (0x5F, 0x5F):
      let inner = trimmed(range, of: bytes)
      guard inner.count > 4, bytes[inner.upperBound - 1] == 0x5F,
        bytes[inner.upperBound - 2] == 0x5F
      else { return nil }
      self.init(name: nil, text: (start + 2)..<(inner.upperBound - 2))
    case (0x2A, 0x2A):
      guard let end = WebOpening.endOfName(from: start + 2, to: range.upperBound, in: bytes) else {
        return nil
      }
      // The text of a reply begins on the next line.
      let isFollowed =
        end + 3 < range.upperBound && (bytes[end + 3] == 0x20 || bytes[end + 3] == 0x0A)
      self.init(
        name: (start + 2)..<end, text: (end + (isFollowed ? 4 : 3))..<range.upperBound)
    default:
      return nil
    }
  }

  private init(name: Range<Int>?, text: Range<Int>) {
    self.name = name
    self.text = text
  }

  /// Where `:**` stands behind a name.
  private static func endOfName(from start: Int, to end: Int, in bytes: Span<UInt8>) -> Int? {
    var at = start
    while at + 2 < end, bytes[at] != 0x0A {
      if bytes[at] == 0x3A, bytes[at + 1] == 0x2A, bytes[at + 2] == 0x2A, at > start { return at }
      at += 1
    }
    return nil
  }
}
