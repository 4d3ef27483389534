import Foundation
import Model
import Testing

@testable import Reading

struct ChatTitleTests {
  @Test(arguments: ChatTitle.all.map(\.pattern))
  func `a name that WhatsApp gives has the title of its chat`(pattern: String) throws {
    let form = try #require(ChatTitle.all.first { $0.pattern == pattern })
    #expect(ChatTitle.title(of: form.example) == form.title)
    #expect(ChatTitle.title(of: pattern) == "…")
    // Other file systems, mail programs and browsers write the same name otherwise.
    let decomposed = form.example.decomposedStringWithCanonicalMapping
    #expect(ChatTitle.title(of: decomposed) == form.title)
    #expect(ChatTitle.title(of: form.example + " (1)") == form.title)
    #expect(ChatTitle.title(of: form.example + "(12)") == form.title)
    let joined = form.example.replacing(" ", with: "_")
    #expect(ChatTitle.title(of: joined) == form.title)
  }

  @Test func `the bytes of a title stay as the name spells them`() throws {
    for spelling in ["été", "été".decomposedStringWithCanonicalMapping] {
      let title = try #require(ChatTitle.title(of: "Discussion WhatsApp avec " + spelling))
      #expect(Array(title.utf8) == Array(spelling.utf8))
    }
  }

  @Test(arguments: [
    ("WhatsApp Chat with Class (2024)", "Class (2024)"),
    ("WhatsApp Chat with Les_amis", "Les_amis"),
    ("WhatsApp Chat with +33 6 12 34 56 78 (2)", "+33 6 12 34 56 78"),
    ("Чат WhatsApp с контактом Ана", "Ана"),
  ])
  func `what belongs to a title stays in it`(name: String, title: String) {
    #expect(ChatTitle.title(of: name) == title)
  }

  @Test(arguments: [
    "notes", "WhatsApp Chat", "WhatsApp Chat with ", "my WhatsApp Chat with Ana", "",
  ])
  func `other names have no title`(name: String) {
    #expect(ChatTitle.title(of: name) == nil)
  }

  @Test func `a source is called what its chat is called`() throws {
    let sandbox = try InputSandbox([
      "Discussion WhatsApp avec L’aviron.txt": "17/02/2025, 16:14 - Ana: un",
      "WhatsApp Chat - Dr. Bo/_chat.txt": "[18/02/2025, 16:14:00] Bo: deux",
      "WhatsApp Chat with Dr. Cleo": "19/02/2025, 16:14 - Cleo: trois",
      "old/_chat (1).txt": "[20/02/2025, 16:14:00] Bo: quatre",
    ])
    let sources = try sandbox.load(".").corpus.transcripts.map(\.source)
    #expect(sources == ["L’aviron", "Dr. Bo", "Dr. Cleo", "old"])
    let request = LoadRequest(name: "Bo", path: "WhatsApp Chat - Dr. Bo")
    #expect(try sandbox.load([request]).corpus.transcripts.map(\.source) == ["Bo"])
  }

  @Test func `chunks in a folder of that name are called so too`() throws {
    let sandbox = try InputSandbox([
      "WhatsApp Chat - Rowing/temporal_17-02-2025_1.txt":
        InputSample.chunk(["17/02/2025, 16:14 - Ana: un"])
    ])
    #expect(try sandbox.load(".").corpus.transcripts.map(\.source) == ["Rowing"])
  }

  @Test func `chats of one title are told apart by folders, and by a number where those do not`()
    throws
  {
    let sandbox = try InputSandbox([
      "phone/WhatsApp Chat with Bo.txt": "17/02/2025, 16:14 - Ana: un",
      "phone/WhatsApp Chat with Bo (1).txt": "17/03/2025, 16:14 - Ana: deux",
      "tablet/WhatsApp Chat - Bo/_chat.txt": "[18/02/2025, 16:14:00] Bo: trois",
    ])
    #expect(
      try sandbox.load(".").corpus.transcripts.map(\.source)
        == ["phone/Bo", "phone/Bo 2", "tablet/Bo"])
    #expect(try sandbox.load("phone").corpus.transcripts.map(\.source) == ["Bo", "Bo 2"])
  }
}
