import Model
import Testing

@testable import Shell

@Suite struct `an archive that WhatsApp makes` {
  private let chat = """
    [17/02/2025, 16:14:00] Ana: bonjour
    [17/02/2025, 16:15:00] Ana: \u{200E}<attached: 00000002-PHOTO-2025-02-17-16-15-00.jpg>
    [17/02/2025, 16:16:00] Bo: \u{200E}<attached: 00000003-PHOTO-2025-02-17-16-16-00.jpg>
    """

  @Test func `gives its source the title of the chat`() throws {
    let folder = try ChatFolder([
      "WhatsApp Chat - Rowing (1).tar": tar([("_chat.txt", chat)]),
      "mail.tar": tar([
        ("Discussion WhatsApp avec Dr. Bo.txt", "17/02/2025, 16:14 - Ana: bonsoir"),
        ("WhatsApp Chat - Sailing/_chat.txt", "[18/02/2025, 16:14:00] Ana: salut"),
      ]),
    ])
    _ = folder.answer("load .")
    #expect(Set(folder.sources) == ["Rowing", "Dr. Bo", "Sailing"])
    _ = folder.answer("load aviron=\"WhatsApp Chat - Rowing (1).tar\"")
    #expect(Set(folder.sources) == ["aviron", "Dr. Bo", "Sailing"])
  }

  @Test func `has the files that its messages name, and no other archive's`() throws {
    let folder = try ChatFolder([
      "one.tar": tar([
        ("_chat.txt", chat), ("00000002-PHOTO-2025-02-17-16-15-00.jpg", "\0picture"),
      ]),
      "two.tar": tar([("00000003-PHOTO-2025-02-17-16-16-00.jpg", "\0of another chat")]),
    ])
    _ = folder.answer("load . ")
    #expect(
      folder.values("file", of: "media")
        == [.text("./one.tar:00000002-PHOTO-2025-02-17-16-15-00.jpg"), .null])
    #expect(folder.values("bytes", of: "media") == [.int(8), .null])
  }

  @Test(arguments: [
    "messages | export chats.tar --format csv --force", "save chats.tar --force",
    "messages | count by sender | plot --svg chats.tar --force",
    "messages | export \"../chats: of 2025/outer.tar\" --format csv --force",
    "messages | export . --format chunks --force",
  ]) func `is never overwritten by what comes of it`(line: String) throws {
    let folder = try ChatFolder([:])
    folder.session.world.directory += "/chats: of 2025"
    let chats = tar([("_chat.txt", chat)])
    try folder.write(chats, to: "chats: of 2025/chats.tar")
    try folder.write(tar([("inner.tar", chats)]), to: "chats: of 2025/outer.tar")
    _ = folder.answer("load chats.tar outer.tar")
    #expect(folder.sources.count == 2)
    let said = folder.answer(line)
    #expect(said.first?.contains("loaded input") == true, "\(said)")
  }
}

/// A tar archive of texts (POSIX ustar).
func tar(_ files: [(name: String, text: String)]) -> String {
  func padded(_ text: String, _ size: Int) -> [UInt8] {
    Array(text.utf8.prefix(size)) + [UInt8](repeating: 0, count: max(0, size - text.utf8.count))
  }
  var bytes: [UInt8] = []
  for (name, text) in files {
    let size = String(text.utf8.count, radix: 8)
    let number = String(repeating: "0", count: 11 - size.count) + size
    var header = padded(name, 100) + padded("0000644", 8) + padded("0000000", 8)
    header += padded("0000000", 8) + padded(number, 12) + padded("00000000000", 12)
    let rest = padded("0", 1) + padded("", 100) + padded("ustar", 6) + padded("00", 2)
    let sum = (header + Array("        ".utf8) + rest).reduce(0) { $0 + Int($1) }
    let octal = String(sum, radix: 8)
    header += padded(String(repeating: "0", count: 6 - octal.count) + octal, 7) + Array(" ".utf8)
    header += rest
    header += [UInt8](repeating: 0, count: 512 - header.count)
    bytes += header + padded(text, (text.utf8.count + 511) / 512 * 512)
  }
  return String(decoding: bytes + [UInt8](repeating: 0, count: 1_024), as: UTF8.self)
}
