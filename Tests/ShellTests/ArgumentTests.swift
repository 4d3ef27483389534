import Diagnostics
import Query
import Testing

@testable import Shell

/// The options that the lines below know.
private let known = [
  Option("-w", "whole"), Option("-v", "invert"), Option("-C", value: "N", "around"),
  Option("--in", value: "COLUMN", "elsewhere"), Option("--force", "over it"),
]

/// The arguments of a call of `run`, whose words are paths; `known` sorts them.
private func arguments(_ words: String) throws -> Arguments {
  let line = "run \(words)"
  let call = try #require(try parsePipeline(line, grammar: Verb.grammar).calls.first)
  guard case .words(let name, let words) = call.kind else {
    throw Diagnostic("run takes words")
  }
  return try Arguments(name, words, known: known)
}

private func refusal(of words: String) -> Diagnostic? {
  do {
    _ = try arguments(words)
    return nil
  } catch {
    return error as? Diagnostic
  }
}

@Suite struct `the words of a verb` {
  @Test(arguments: [
    (#"a b"#, ["a", "b"]),
    (#""a b" c"#, ["a b", "c"]),
    (#"'a "b"' c"#, [#"a "b""#, "c"]),
    (#"my\ chats/a\ b.txt"#, ["my chats/a b.txt"]),
    (#"~/chats"#, ["~/chats"]),
    (#"l'été"#, ["l'été"]),
    (#"name="a b""#, ["name=a b"]),
  ])
  func `are parted by blanks, with quotes and backslashes around those that belong to a word`(
    words: String, expected: [String]
  ) throws {
    #expect(try arguments(words).words.map(\.text) == expected)
  }

  @Test func `that begin with a dash are options, with their values behind them`() throws {
    let found = try arguments("a -C 3 --in sender --force b")
    #expect(found.words.map(\.text) == ["a", "b"])
    #expect(found.value("-C")?.text == "3" && found.value("--in")?.text == "sender")
    #expect(found.has("--force") && !found.has("-w"))
  }

  @Test(arguments: ["--in=sender", "--in sender", "--in=\"sender\""])
  func `give an option its value after = or in the next word`(words: String) throws {
    let found = try arguments(words)
    #expect(found.value("--in")?.text == "sender" && found.words.isEmpty)
  }

  @Test(arguments: [
    ("-wv", true, nil), ("-vwC3", true, "3"), ("-C3", false, "3"), ("-wC 3", true, "3"),
  ])
  func `may put letters together, the last with its value`(
    words: String, isWhole: Bool, reach: String?
  ) throws {
    let found = try arguments(words)
    #expect(found.has("-w") == isWhole && found.value("-C")?.text == reach)
    #expect(found.words.isEmpty)
  }

  @Test(arguments: ["\"-w\"", "-- -w", "'-w'"])
  func `are no options in quotes, nor after two dashes`(words: String) throws {
    let found = try arguments(words)
    #expect(found.words.map(\.text) == ["-w"] && !found.has("-w"))
  }

  @Test(arguments: ["-5", "-"]) func `are no options where they are numbers or a lone dash`(
    word: String
  ) throws {
    #expect(try arguments(word).words.map(\.text) == [word])
  }

  @Test func `may repeat an option: the last value counts, and all are there`() throws {
    let found = try arguments("-C 1 -C 2")
    #expect(found.value("-C")?.text == "2")
    #expect(found.values("-C").map(\.text) == ["1", "2"])
  }

  @Test(arguments: [
    ("--forse", "run has no option --forse", "did you mean “--force”?"),
    ("-x", "run has no option -x", "help run lists its options; quotes make it a word"),
    ("-wx", "run has no option -wx", "help run lists its options; quotes make it a word"),
    ("-C", "-C needs a value: -C N", nil),
    ("--in", "--in needs a value: --in COLUMN", nil),
    ("--force=yes", "--force takes no value", nil),
  ])
  func `that are no options are refused with what to try`(
    words: String, message: String, help: String?
  ) {
    let refused = refusal(of: words)
    #expect(refused?.message == message && refused?.help == help)
    #expect(refused?.span?.lower == 4)
  }

  @Test(arguments: ["many", "-1", "2.5", ""]) func `that should count are whole numbers from 0`(
    value: String
  ) throws {
    let found = try arguments("-C \"\(value)\"")
    #expect(throws: Diagnostic.self) { try found.count("-C") }
    #expect(try arguments("-C 12").count("-C") == 12)
    #expect(try arguments("a").count("-C") == nil)
  }

  @Test func `are one where a verb takes one`() throws {
    #expect(try arguments("a").onlyWord("a file").text == "a")
    #expect {
      try arguments("").onlyWord("a file")
    } throws: { ($0 as? Diagnostic)?.message == "run needs a file" }
    #expect {
      try arguments("a b").onlyWord("a file")
    } throws: { ($0 as? Diagnostic)?.message == "run does not know what to do with “b”" }
  }

  @Test func `are all the verb's own where it passes them on`() throws {
    let call = try #require(
      try parsePipeline("run a.causerie --since 2025-02", grammar: Verb.grammar).calls.first)
    guard case .words(let name, let words) = call.kind else { return }
    let found = try Arguments(name, words, known: nil)
    #expect(found.words.map(\.text) == ["a.causerie", "--since", "2025-02"])
  }

  @Test func `may name the home folder`() {
    var world = World(directory: "/work") { 0 }
    #expect(world.expanded("~/chats") == "~/chats")
    world.home = "/home/zoe"
    #expect(world.expanded("~/chats") == "/home/zoe/chats" && world.expanded("~") == "/home/zoe")
    #expect(world.expanded("~bo/chats") == "~bo/chats" && world.expanded("a/~") == "a/~")
  }
}
