/// A kind of file that people take for a chat, or have beside one, and that is none: to say what it is and
/// what to do instead. Adding one is an entry in ``all``.
struct ForeignFormat: Sendable {
  /// What a file of this kind is, and what to do, as the end of a sentence that begins with its path.
  let reason: String

  /// Whether files stand in it as they are, perhaps, so that lines of a chat are found between its own bytes.
  private let isPacked: Bool

  /// Whether the first bytes of a file, and perhaps the last part of its path, are those of this kind.
  private let fits: @Sendable (_ head: Span<UInt8>, _ name: ArraySlice<UInt8>) -> Bool

  /// Every kind, by the signature that its own description gives.
  private static let all: [ForeignFormat] = [
    .packed("RAR", begin: Array("Rar!\u{1A}\u{07}".utf8)),
    .packed("lz4", begin: [0x04, 0x22, 0x4D, 0x18]),
    .packed("lzma", begin: [0x5D, 0x00, 0x00]),
    .packed("lzip", begin: Array("LZIP".utf8)),
    .packed("compress", begin: [0x1F, 0x9D]),
    .packed("ar", begin: Array("!<arch>\n".utf8)),
    .packed("Cabinet", begin: Array("MSCF\0\0\0\0".utf8)),
    .packed("cpio", begin: [0xC7, 0x71]),
    // Its other headers are all digits, as a text may begin too, but not so many.
    .packed("cpio") { head in
      ["070701", "070702"].contains { hasDigits(head, behind: $0, 104, 16) }
        || hasDigits(head, behind: "070707", 70, 8)
    },
    ForeignFormat("is the image of a disk, no chat: take the files out of it first", isPacked: true)
    {
      head, _ in
      // Behind the 16 sectors that the system has for itself: ECMA-119, 6.7.1.
      has(head, Array("CD001".utf8), at: 16 * 2_048 + 1)
    },
    .other("a picture", begin: [0xFF, 0xD8, 0xFF]),
    .other("a picture", begin: [0x89, 0x50, 0x4E, 0x47]),
    .other("a picture", begin: Array("GIF8".utf8)),
    .other("a picture", begin: Array("WEBP".utf8), at: 8),
    .other("a film or a recording", begin: Array("ftyp".utf8), at: 4),
    .other("a recording", begin: Array("OggS".utf8)),
    .other("a recording", begin: Array("ID3".utf8)),
    .other("a PDF document", begin: Array("%PDF-".utf8), advice: asText),
    .other("text with a layout (RTF)", begin: layout, advice: asPlainText),
    ForeignFormat("is a document of an office program, no chat: \(asPlainText)") { head, _ in
      isOfficeDocument(head)
    },
    .other("a database of SQLite", begin: Array("SQLite format 3\0".utf8), advice: asText),
    ForeignFormat("is a program, no chat: if it unpacks itself, unpack it first") { head, _ in
      isProgram(head)
    },
    .other("text in UTF-32", begin: [0xFF, 0xFE, 0x00, 0x00], advice: asUTF8),
    .other("text in UTF-32", begin: [0x00, 0x00, 0xFE, 0xFF], advice: asUTF8),
    ForeignFormat("is a web page, no chat: \(asText)") { head, _ in isWebPage(head) },
    ForeignFormat("is a mail, no chat: save what is attached to it") { head, _ in isMail(head) },
    ForeignFormat("is a chat of Telegram, which is not read") { head, _ in isOfTelegram(head) },
    ForeignFormat("is a chat of LINE, which is not read") { head, _ in
      has(head, Array("[LINE] ".utf8), at: 0) || has(head, Array("\u{FEFF}[LINE] ".utf8), at: 0)
    },
    // It is encrypted from its first byte on.
    ForeignFormat("is WhatsApp's encrypted backup: \(asText)") { _, name in
      let stem = name.prefix(
        upTo: name.lastIndex { !(0x30...0x39 ~= $0) }.map { $0 + 1 } ?? name.startIndex)
      return stem.count < name.count && stem.suffix(6).elementsEqual(".crypt".utf8)
    },
    ForeignFormat("is a script, no chat: it is carried out by the verb run") { _, name in
      name.suffix(9).elementsEqual(".causerie".utf8)
    },
    ForeignFormat(
      "is called a zip and does not begin as one: if it was split, put its parts together first, "
        + "as with zip -s 0 NAME.zip --out whole.zip"
    ) { _, name in isCalledZip(name) },
  ]

  private static let asUTF8 = "save it as UTF-8"

  private static let asPlainText = "save it as plain text"

  private static let layout = Array("{\\rtf".utf8)

  private static let asText = "a chat as text comes from WhatsApp's own “Export chat”"

  /// Why a file is no chat, as the end of a sentence that begins with its path; nil where it is of no kind
  /// that is known.
  static func reason(head: Span<UInt8>, name: ArraySlice<UInt8>) -> String? {
    all.first { $0.fits(head, name) }?.reason
  }

  private init(
    _ reason: String, isPacked: Bool = false,
    _ fits: @escaping @Sendable (_ head: Span<UInt8>, _ name: ArraySlice<UInt8>) -> Bool
  ) {
    self.reason = reason
    self.isPacked = isPacked
    self.fits = fits
  }

  /// Files that something else has to unpack.
  private static func packed(_ program: String, begin signature: [UInt8]) -> ForeignFormat {
    packed(program) { has($0, signature, at: 0) }
  }

  private static func packed(
    _ program: String, _ fits: @escaping @Sendable (_ head: Span<UInt8>) -> Bool
  ) -> ForeignFormat {
    ForeignFormat("is packed by \(program), which is not read: unpack it first", isPacked: true) {
      head, _ in fits(head)
    }
  }

  /// Whether a file begins with a mark and so many digits of a base behind it.
  private static func hasDigits(
    _ head: Span<UInt8>, behind mark: String, _ count: Int, _ base: Int
  ) -> Bool {
    let start = mark.utf8.count
    guard has(head, Array(mark.utf8), at: 0), head.count >= start + count else { return false }
    return (start..<(start + count)).allSatisfy {
      Character(Unicode.Scalar(head[$0])).hexDigitValue.map { $0 < base } ?? false
    }
  }

  private static func other(
    _ what: String, begin signature: [UInt8], at offset: Int = 0, advice: String? = nil
  ) -> ForeignFormat {
    ForeignFormat("is \(what), no chat" + (advice.map { ": \($0)" } ?? "")) { head, _ in
      has(head, signature, at: offset)
    }
  }

  private static func has(_ head: Span<UInt8>, _ signature: [UInt8], at offset: Int) -> Bool {
    guard head.count >= offset + signature.count else { return false }
    return areEqual(head.extracting(offset..<(offset + signature.count)), signature.span)
  }

  /// Whether a file is called as a zip is, or as a part of one: `chats.zip`, `chats.z01`.
  private static func isCalledZip(_ name: ArraySlice<UInt8>) -> Bool {
    let ending = name.suffix(3).map { $0 | 0x20 }
    return name.dropLast(3).last == UInt8(ascii: ".")
      && (ending.elementsEqual("zip".utf8)
        || ending.first == UInt8(ascii: "z")
          && name.suffix(2).allSatisfy { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 })
  }

  /// Whether a file is a program of Linux or Windows, as archives are that unpack themselves.
  private static func isProgram(_ head: Span<UInt8>) -> Bool {
    has(head, [0x7F, 0x45, 0x4C, 0x46], at: 0)
      // Fields of 60 bytes follow, some of which are 0 always.
      || has(head, Array("MZ".utf8), at: 0) && place(of: 0, in: head.extracting(first: 64)) != nil
  }

  /// Whether a zip is a document of an office program: its first member is one that ECMA-376 or the OpenDocument
  /// format names. It is no archive to the user, and often one of the files that a chat has attached.
  static func isOfficeDocument(_ head: Span<UInt8>) -> Bool {
    let name = 30
    return has(head, [0x50, 0x4B, 0x03, 0x04], at: 0)
      && firstMembers.contains { has(head, Array($0.utf8), at: name) }
  }

  private static let firstMembers = [
    "[Content_Types].xml", "_rels/.rels", "docProps/", "word/", "xl/", "ppt/",
    "mimetypeapplication/vnd.oasis.opendocument",
  ]

  private static func isWebPage(_ head: Span<UInt8>) -> Bool {
    let text = opening(of: head, 512).lowercased()
    return text.starts(with: "<!doctype html") || text.starts(with: "<html")
  }

  /// Whether a file begins with the fields of a mail, as `From: ` and `MIME-Version: `.
  private static func isMail(_ head: Span<UInt8>) -> Bool {
    // A field has a name of at most some dozen letters.
    guard opening(of: head, 64).contains(":") else { return false }
    let lines = opening(of: head, 1 << 14).split(
      omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    let names = lines.prefix { !$0.isEmpty }.filter { $0.first?.isWhitespace == false }
      .map { $0.prefix { $0 != ":" }.lowercased() }
    return names.allSatisfy { $0.allSatisfy { $0.isLetter || $0 == "-" } }
      && names.contains("from")
      && ["mime-version", "message-id", "received"].contains(where: names.contains)
  }

  /// Whether the lines of a file are not those of the text that it shows, so that headers in it are lost, or stand
  /// among its own words or between other files: RTF, a mail in the encoding `quoted-printable`, an archive.
  static func hidesText(_ head: Span<UInt8>) -> Bool {
    has(head, layout, at: 0) || isEncodedMail(head)
      || all.contains { $0.isPacked && $0.fits(head, []) }
  }

  /// Whether a file is a mail with text in the encoding `quoted-printable`.
  private static func isEncodedMail(_ head: Span<UInt8>) -> Bool {
    guard head.count > 0, 0x41...0x5A ~= head[0] & 0xDF, isMail(head) else { return false }
    return opening(of: head, 1 << 14).lowercased()
      .contains("content-transfer-encoding: quoted-printable")
  }

  /// Whether a file is what Telegram Desktop exports as JSON, or what is copied out of it:
  /// `Anna, [17.02.2025 16:14]` and the text on the lines below.
  private static func isOfTelegram(_ head: Span<UInt8>) -> Bool {
    let text = opening(of: head, 2_048)
    if text.first == "{" { return telegramTypes.contains { text.contains("\"\($0)\"") } }
    let parts = text.prefix { !$0.isNewline }.split(separator: "[")
    guard parts.count == 2, parts[0].hasSuffix(", "),
      parts[1].hasSuffix("]") || parts[1].hasSuffix("]:")
    else { return false }
    let clock = parts[1].split(separator: ":", maxSplits: 1)
    return clock.count == 2 && clock[0].last?.isNumber == true && clock[1].first?.isNumber == true
  }

  /// What Telegram calls the types of its chats.
  private static let telegramTypes = [
    "personal_chat", "bot_chat", "saved_messages", "private_group", "private_supergroup",
    "public_supergroup", "private_channel", "public_channel",
  ]

  /// The first bytes of a text, at most so many, without the blanks before them.
  private static func opening(of head: Span<UInt8>, _ most: Int) -> Substring {
    String(decoding: Array(copying: head.extracting(first: most)), as: UTF8.self)
      .drop { $0.isWhitespace || $0 == "\u{FEFF}" }
  }
}
