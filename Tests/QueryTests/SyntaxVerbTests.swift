import Diagnostics
import Model
import Testing

@testable import Query

@Test(arguments: StageSyntax.all.map(\.name))
func `the example of a stage is a call of it in canonical spelling`(name: String) throws {
  let stage = try #require(StageSyntax.named(name))
  #expect(stage.example.hasPrefix(name) && stage.form.hasPrefix(name))
  #expect(printed("messages | \(stage.example)") == "messages | \(stage.example)")
}

@Test(arguments: ForeignWord.verbs.flatMap(\.words))
func `a verb of another tool is answered with one of ours`(word: String) {
  let answer = Grammar.sample.unknownVerb(
    Name(word, at: SourceSpan(0, word.utf8.count)), sources: ["messages"])
  #expect(answer.message.hasPrefix(word) && answer.message.hasSuffix(" here"))
  #expect(!Grammar.sample.isVerb(word))
}

@Test func `what others call a table is answered with its name`() {
  for (word, table) in ForeignWord.tables {
    let answer = Grammar.sample.unknownVerb(Name(word, at: SourceSpan(0, 1)), sources: [])
    #expect(
      answer.text() == "error: \(word) is spelt \(table.rawValue) here\n  like: \(table.rawValue)")
  }
}

@Test func `a verb that the shell does not have is not offered`() {
  let bare = Grammar(verbs: [:])
  let name = Name("chercher", at: SourceSpan(0, 8))
  #expect(bare.unknownVerb(name, sources: []).text() == "error: no verb chercher")
}

@Test(arguments: [
  ("mesages", "error: no verb mesages\n  did you mean “messages”?"),
  ("new2", "error: no verb new2\n  did you mean “new”?"),
  ("cnil", "error: no verb cnil\n  to search for it: grep cnil"),
  ("limit", "error: limit is spelt take here\n  like: take 10"),
  ("fill", "error: fill is spelt count by … fill here\n  like: count by month fill"),
  ("aide", "error: aide is spelt help here"),
])
func `a bare name that is nothing is answered like any other`(word: String, expected: String) {
  let name = Name(word, at: SourceSpan(0, word.utf8.count))
  let answer = Grammar.sample.unknownVerb(name, sources: ["messages", "new"])
  #expect(answer.text() == expected)
}

@Test func `verbs are those of the shell, the stages and the parser's own`() {
  for name in ["grep", "where", "let", "explain", "param"] {
    #expect(Grammar.sample.isVerb(name))
  }
  for name in ["messages", "limit", "", "Where"] { #expect(!Grammar.sample.isVerb(name)) }
}
