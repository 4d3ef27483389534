import Model
import Testing

@testable import Shell

@Suite struct `topics` {
  private let chat = [
    "chat.txt": """
    17/02/2025, 16:14 - Élodie: mon VÉLO grince
    17/02/2025, 16:15 - Bo: un pneu ?
    17/02/2025, 16:16 - Karim: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!
    """
  ]

  private func loaded() throws -> ChatFolder {
    let folder = try ChatFolder(chat)
    _ = folder.answer("load chat.txt")
    return folder
  }

  @Test func `a session begins with those of the chunker`() throws {
    let names = ["modèle IA", "Suisse", "universités suisses", "podcast", "NotebookLM"]
    #expect(try loaded().values("name", of: "topics") == names.map { .text($0) })
  }

  @Test(arguments: [
    "topic bicycle = /velo|pneu/", "topic bicycle=\"velo\"; topic Bicycle = /v.lo|pneu/",
    "topic bicycle = /VÉLO|PNEU/",
  ])
  func `a topic is a pattern, and a second one under the name takes its place`(
    line: String
  ) throws {
    let folder = try loaded()
    #expect(folder.answer(line) == [])
    #expect(folder.values("messages", of: "topics").last == .int(2))
    #expect(folder.values("topics", of: "grep topic:bic").count == 2)
    #expect(
      folder.values("id", of: "messages | where topics has \"bicycle\"") == [.int(1), .int(2)])
  }

  @Test func `a plain pattern is text, whatever is in it`() throws {
    let folder = try loaded()
    _ = folder.answer("topic doubt = \"pneu ?\"")
    #expect(folder.values("id", of: "grep topic:doubt") == [.int(2)])
  }

  @Test func `forget takes a topic away, and names the nearest where there is none`() throws {
    let folder = try loaded()
    #expect(folder.answer("forget podcats").last?.hasSuffix("did you mean “podcast”?") == true)
    #expect(folder.answer("forget modele ia") == [])
    #expect(folder.values("name", of: "topics").count == 4)
  }

  @Test func `a pattern that goes round in circles costs its texts, not the answer`() throws {
    let folder = try loaded()
    _ = folder.answer("topic circles = /^(a+)+$|pneu/")
    let answer = folder.answer("grep topic:circles | select id")
    #expect(answer.contains(" 2"))
    #expect(
      answer.contains { $0.hasPrefix("note: the pattern of the topic “circles” is too costly") })
  }

  @Test(arguments: [
    ("topic", "bicycle = a b", "a topic has one pattern"),
    ("topic", "bicycle", "topic needs a name and a pattern"),
    ("topic", "= x", "topic needs a name and a pattern"),
    ("topic", "bicycle = /(/", "the pattern does not compile: missing closing parenthesis"),
    ("topic", "bicycle = \"\"", "an empty pattern matches everything"),
  ])
  func `a slip says what is missing`(verb: String, words: String, message: String) throws {
    #expect(try loaded().answer("\(verb) \(words)").first == "error: \(message)")
  }
}

@Test func `the topics that stand in every session compile`() {
  for topic in Topic.standard {
    guard case .pattern(let pattern) = topic.sought else { continue }
    #expect(pattern.compiled != nil, "\(topic.name)")
  }
  #expect(!Topic.standard.isEmpty)
}
