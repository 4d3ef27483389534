import Foundation
import Model
import Testing

struct MediaTableTests {
  /// A chat in a file, with an attachment of each name, and other files of these paths; their sizes are
  /// 1, 2 and so on.
  func chat(in file: String, names: [String?], files: [String]) -> Table {
    var chat = SampleChat()
    chat.beginExport("s", file: file)
    chat.say("2025-02-17 09:00", "Bo", "bonjour")
    for name in names {
      chat.say(
        "2025-02-17 09:00", "Bo", "x", body: "", kind: .media, attachment: (name, .image))
    }
    for (place, path) in files.enumerated() { chat.addFile(path, bytes: place + 1) }
    return chat.table(.media)
  }

  @Test func `attachments stand with their message`() {
    let table = chat(in: "chat/_chat.txt", names: ["a.jpg", nil], files: [])
    #expect(table.values("name") == [.text("a.jpg"), .null])
    #expect(table.values("type") == [.text("image"), .text("image")])
    #expect(table.values("sender") == [.text("Bo"), .text("Bo")])
    #expect(table.values("date") == [.at("2025-02-17 09:00"), .at("2025-02-17 09:00")])
    #expect(table.values("message") == [2, 3].map(Value.int))
    #expect(table.values("file") == [.null, .null])
    #expect(table.values("bytes") == [.null, .null])
    let last = table.selecting(.list([1, 0, 1]))
    #expect(last.values("message") == [3, 2, 3].map(Value.int))
    #expect(last.values("name") == [.null, .text("a.jpg"), .null])
  }

  @Test(arguments: [
    ("chat/_chat.txt", "chat/a.jpg"),
    ("_chat.txt", "a.jpg"),
    ("chats.zip:_chat.txt", "chats.zip:a.jpg"),
    ("old/chats.zip:x/_chat.txt", "old/chats.zip:x/a.jpg"),
    ("old: 2019/notes: us.txt", "old: 2019/a.jpg"),
    ("chats.zip:inner.zip:_chat.txt", "chats.zip:inner.zip:a.jpg"),
  ])
  func `the file of an attachment lies beside the text`(text: String, file: String) {
    let table = chat(in: text, names: ["a.jpg"], files: ["b.jpg", file, "elsewhere/a.jpg"])
    #expect(table.values("file") == [.text(file)])
    #expect(table.values("bytes") == [.int(2)])
  }

  @Test(arguments: ["a.jpg", "other/a.jpg", "chat/more/a.jpg", "chat/aa.jpg", "chat.zip:a.jpg"])
  func `a file of that name elsewhere is another one`(file: String) {
    #expect(
      chat(in: "chat/_chat.txt", names: ["a.jpg"], files: [file]).values("file") == [.null])
  }

  @Test func `a name is found however its letters are composed, and by its bytes first`() {
    let composed = "c/été.pdf".precomposedStringWithCanonicalMapping
    let decomposed = "c/été.pdf".decomposedStringWithCanonicalMapping
    let marked = "c/\u{200E}été.pdf".precomposedStringWithCanonicalMapping
    let names = [composed, decomposed, marked].map { String($0.dropFirst(2)) }
    for path in [composed, decomposed, marked] {
      let table = chat(in: "c/_chat.txt", names: names, files: [path])
      #expect(table.values("bytes") == [1, 1, 1].map(Value.int))
    }
    let table = chat(in: "c/_chat.txt", names: names, files: [composed, decomposed, marked])
    #expect(table.values("bytes") == [1, 2, 3].map(Value.int))
  }

  @Test func `the exports of the Web name a folder beside them`() {
    var chat = SampleChat()
    chat.beginExport("s", file: "web/Chat.md")
    chat.say(
      "2025-02-17 09:00", "Bo", "[Image](media/a.jpg) x", body: "x", kind: .media,
      attachment: ("a.jpg", .image))
    chat.addFile("web/a.jpg", bytes: 6)
    #expect(chat.table(.media).values("bytes") == [.null])
    chat.addFile("web/media/a.jpg", bytes: 7)
    #expect(chat.table(.media).values("bytes") == [.int(7)])
  }

  @Test func `the media of chunks lie in the folder of the chunks`() {
    var chat = SampleChat()
    chat.beginExport("s", file: "chunks/temporal_1.txt")
    chat.say("2025-02-17 09:00", "Bo", "x", body: "", kind: .media, attachment: ("a.jpg", .image))
    chat.cut(0..<1, file: "chunks/temporal_1.txt", overlap: 0)
    chat.addFile("chunks/a.jpg", bytes: 7)
    #expect(chat.table(.media).values("bytes") == [.int(7)])
  }
}
