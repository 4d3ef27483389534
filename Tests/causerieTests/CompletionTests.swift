import Testing

@testable import causerie

@Suite struct CompletionTests {
  private func step(_ typed: String, _ texts: [String], after: String = "") -> Completion.Step {
    let candidates = texts.map { Completion.Candidate(text: $0) }
    return Completion(range: 2..<2 + typed.utf8.count, candidates: candidates)
      .step(in: "x " + typed + after)
  }

  @Test func `a single candidate goes in with a space after it`() {
    #expect(step("mess", ["messages"]) == .insert("messages "))
    #expect(step("mess", ["messages"], after: " | count") == .insert("messages"))
    #expect(step("messages", ["messages"]) == .insert("messages "))
    #expect(step("messages", ["messages"], after: " ") == .nothing)
  }

  @Test func `a folder is no whole word`() {
    let folder = Completion.Candidate(text: "chats/", isWhole: false)
    #expect(Completion(range: 0..<1, candidates: [folder]).step(in: "c") == .insert("chats/"))
  }

  @Test func `several candidates are completed as far as they agree, then listed`() {
    #expect(step("m", ["messages", "media", "members"]) == .insert("me"))
    #expect(step("me", ["messages", "media", "members"]) == .list)
  }

  @Test func `a name spelt otherwise than typed takes its place, but nothing typed is lost`() {
    #expect(step("elo", [#""Élodie 🌸""#]) == .insert(#""Élodie 🌸" "#))
    #expect(step("elo", [#""Élodie A""#, #""Élodie B""#]) == .insert(#""Élodie "#))
    #expect(step("elo", ["Élodie", "Eloi"]) == .list)
  }

  @Test func `no candidate and a range outside the statement are nothing`() {
    #expect(step("zzz", []) == .nothing)
    let stray = Completion(range: 5..<9, candidates: [Completion.Candidate(text: "x")])
    #expect(stray.step(in: "abc") == .nothing)
  }
}

@Suite struct CandidateListTests {
  private func list(_ names: [String], width: Int, height: Int, note: String? = nil) -> [String] {
    let candidates = names.map { Completion.Candidate(text: $0, note: note) }
    return CandidateList(candidates: candidates, columns: { $0.count })
      .lines(width: width, height: height)
  }

  @Test func `names stand in columns that are read downwards`() {
    #expect(
      list(["a", "bb", "ccc", "d", "e"], width: 10, height: 9) == ["a    d", "bb   e", "ccc"])
  }

  @Test func `with notes each has a line`() {
    #expect(list(["a", "b"], width: 80, height: 9, note: "verb") == ["a  verb", "b  verb"])
  }

  @Test func `notes stand below each other, and are cut at the edge of the screen`() {
    let candidates = [("a", "an int"), ("long", "a text of words")].map {
      Completion.Candidate(text: $0.0, note: $0.1)
    }
    let list = CandidateList(candidates: candidates, columns: { $0.count })
    #expect(list.lines(width: 80, height: 9) == ["a     an int", "long  a text of words"])
    #expect(list.lines(width: 12, height: 9) == ["a     an int", "long  a tex…"])
  }

  @Test func `what is more than a screenful is counted`() {
    let names = (1...30).map { "name\($0)" }
    #expect(
      list(names, width: 20, height: 4) == [
        "name1   name4", "name2   name5", "name3   name6", "… 24 more",
      ])
  }

  @Test func `a narrow and low screen still gets one name`() {
    #expect(list(["wide name", "other"], width: 1, height: 1) == ["wide name", "… 1 more"])
  }
}
