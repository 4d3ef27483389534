import Diagnostics
import Foundation
import Model
import Output
import Query
import Testing

@testable import Shell

/// A line that a page of help offers, and where it stands.
private struct Offered: CustomTestStringConvertible {
  let name: String
  let line: String
  var testDescription: String { "\(name): \(line)" }
}

/// How a line ends on the example archive, and what it says.
private func outcome(of lines: [String]) -> (outcome: Outcome, said: [String]) {
  var session = exampleSession
  var outcome = Outcome.done
  var said: [String] = []
  let screen = Screen.terminal(columns: 80, lines: 24, colored: false)
  for line in lines where outcome == .done {
    let text = Collected()
    let sink = Sink { (bytes) throws(Diagnostic) in text.bytes += bytes }
    outcome = session.run(
      line, to: Console(results: sink, screen: screen, remarks: sink, remarkScreen: screen))
    said += String(decoding: text.bytes, as: UTF8.self).split(separator: "\n").map(String.init)
  }
  return (outcome, said)
}

private final class Collected {
  var bytes: [UInt8] = []
}

@Suite struct `what help offers to try` {
  @Test(arguments: Verb.all.map(\.name)) func `runs, for every verb`(name: String) throws {
    let verb = try #require(Verb.named(name))
    #expect(!verb.examples.isEmpty)
    // They are meant to be typed one after the other.
    let (outcome, said) = outcome(of: verb.examples)
    #expect(outcome == (name == "quit" ? .quit : .done), "\(said.joined(separator: "\n"))")
    #expect(!said.contains { $0.hasPrefix("note: no rows") })
    #expect(verb.examples.contains { $0.contains(name) })
  }

  @Test(arguments: StageSyntax.all.map(\.name)) func `runs, for every stage`(name: String) throws {
    let stage = try #require(StageSyntax.named(name))
    let (outcome, said) = outcome(of: [stage.line])
    #expect(outcome == .done, "\(said.joined(separator: "\n"))")
    #expect(!said.contains { $0.hasPrefix("note: no rows") })
  }

  @Test(arguments: OperatorSyntax.all.map(\.name)) func `runs, for every operator`(
    name: String
  ) throws {
    let operation = try #require(OperatorSyntax.all.first { $0.name == name })
    for line in operation.lines {
      let (outcome, said) = outcome(of: [line])
      #expect(outcome == .done, "\(said.joined(separator: "\n"))")
      #expect(!said.contains { $0.hasPrefix("note: no rows") }, "\(line)")
      #expect(line.contains(name == "is null" ? "null" : name))
    }
  }

  @Test(
    arguments: Function.all.flatMap { function in
      function.examples.map { Offered(name: function.name, line: $0.expression) }
    })
  fileprivate func `can be selected of messages, for every function`(_ example: Offered) {
    // Functions of the date of the row are written without it.
    let (outcome, said) = outcome(of: ["messages | take 1 | select v = \(example.line)"])
    #expect(outcome == .done, "\(said.joined(separator: "\n"))")
  }

  @Test(
    arguments: Aggregate.all.flatMap { aggregate in
      aggregate.examples.map { Offered(name: aggregate.name, line: $0.expression) }
    })
  fileprivate func `can be summarized of messages, for every aggregate`(_ example: Offered) {
    let (outcome, said) = outcome(of: [
      "messages | take 9 | select x = words, t = sender | summarize v = \(example.line)"
    ])
    #expect(outcome == .done, "\(said.joined(separator: "\n"))")
  }

  @Test(arguments: Setting.all.map(\.name)) func `can be set, for every setting`(name: String)
    throws
  {
    let setting = try #require(Setting.named(name))
    #expect(!setting.values.isEmpty)
    for value in setting.values {
      let (outcome, said) = outcome(of: ["set \(name) \(value)", "set \(name)"])
      #expect(outcome == .done && said.contains(value))
    }
  }

  @Test(
    arguments: HelpSubject.all.flatMap { page in
      page.text.split(separator: "\n").map(String.init)
        .filter { $0.hasPrefix("  messages |") && !$0.contains("$") }
        .map { Offered(name: page.name, line: String($0.dropFirst(2))) }
    })
  fileprivate func `runs, where a page on a subject has a line`(_ example: Offered) {
    #expect(outcome(of: [example.line]).outcome == .done)
  }
}

@Suite struct `the pages of help` {
  @Test(arguments: HelpPage.all.map(\.name)) func `fit a terminal of 80 columns`(name: String) {
    for page in HelpPage.named(name) {
      for line in page.text.split(separator: "\n") {
        #expect(displayWidth(of: line) <= 80, "\(line)")
        #expect(!line.hasSuffix(" "), "\(line)")
      }
    }
  }

  @Test(arguments: HelpPage.all.map(\.name))
  func `are set anew for a narrow terminal, word for word`(
    name: String
  ) {
    for page in HelpPage.named(name) {
      let fitted = HelpPage.fitted(page.text, to: 50)
      #expect(fitted.split { " \n".contains($0) } == page.text.split { " \n".contains($0) })
      for line in fitted.split(separator: "\n") where line.contains(where: { $0 != " " }) {
        let words = line.split(separator: " ")
        // What is to be typed stays on a line of its own where a word of it is longer.
        #expect(displayWidth(of: line) <= 50 || words.count == 1, "\(line)")
      }
      #expect(HelpPage.fitted(page.text, to: 80) == page.text)
    }
  }

  @Test func `a page on a narrow terminal keeps its lists`() {
    let page = """
      A text whose words fill a line of seventy-eight columns as it stands in a page
      and goes on below.

        -s         exact: case and accents matter, as they do elsewhere in the world
                   of searching
        -f FILE    patterns
      """
    #expect(
      HelpPage.fitted(page, to: 40) == """
        A text whose words fill a line of
        seventy-eight columns as it stands in a
        page and goes on below.

          -s         exact: case and accents
                     matter, as they do
                     elsewhere in the world of
                     searching
          -f FILE    patterns
        """)
  }

  @Test func `fit it all together on one screen, with lines to try that are about what is loaded`()
  {
    let lines = answer(to: "help")
    #expect(lines.allSatisfy { displayWidth(of: $0) <= 80 })
    // A terminal of 24 rows holds it, and the prompt.
    #expect(lines.count <= 23)
    for purpose in Verb.Purpose.allCases {
      #expect(lines.contains { $0.hasPrefix("  \(purpose.rawValue) ") })
    }
    let tries = lines.drop { !$0.hasPrefix("  Try ") }.prefix { !$0.hasPrefix("  More ") }
      .map { $0.dropFirst("  Take away  ".count) }
    #expect(tries.count == 5)
    for line in tries { #expect(outcome(of: [String(line)]).outcome == .done, "\(line)") }
  }

  @Test func `are there for every verb, stage, function, aggregate, table, column and setting`() {
    let names =
      Verb.all.map(\.name) + StageSyntax.all.map(\.name) + Function.all.map(\.name)
      + Aggregate.all.map(\.name) + TableName.allCases.map(\.rawValue) + Setting.all.map(\.name)
      + TableDefinition.all.flatMap { $0.columns.map(\.name) }
    for name in names { #expect(!HelpPage.named(name).isEmpty, "\(name)") }
    #expect(answer(to: "help limit").first == "limit: rows that a screen shows")
    #expect(
      answer(to: "help host") == [
        "host(url): the host of a web address, without www.; null where it has none", "",
        "A function makes a value of each row: extend value = host(url)", "",
        "Examples:",
        "  host(\"https://www.example.org/a?b=1\")  example.org",
      ])
  }

  @Test func `are searched for any other word, and the nearest name offered where none has it`() {
    #expect(answer(to: "help PCRE2").first == "pages with “PCRE2”:")
    #expect(complaint(about: "help gerp") == "there is no help on “gerp”")
    #expect(answer(to: "help gerp").last?.hasSuffix("did you mean “grep”?") == true)
    #expect(answer(to: "help ordr").last?.hasSuffix("did you mean “order”?") == true)
  }
}

/// The lines in the plain code blocks of a page that are lines of the shell, in order.
private func lines(ofPage page: String) throws -> [String] {
  let text = try String(contentsOfFile: repository + "/" + page, encoding: .utf8)
  // The language of the block that is open; nil outside of blocks.
  var block: String?
  var lines: [String] = []
  for line in text.components(separatedBy: "\n") {
    if line.hasPrefix("```") {
      block = block == nil ? String(line.dropFirst(3)) : nil
    } else if block == "", !line.hasPrefix(" "), line.contains(" "), Session.looksLikeLine(line) {
      lines.append(line)
    }
  }
  return lines
}

@Test(arguments: ["README.md", "docs/language.md"])
func `the lines that a page offers run`(page: String) throws {
  let lines = try lines(ofPage: page)
  #expect(lines.count >= 5)
  var session = exampleSession
  // A parameter has its value in a script alone; what writes a file is only checked.
  for line in lines where !line.contains("$") {
    let answer = session.answer(to: line.contains("| export") ? "explain \(line)" : line)
    #expect(!answer.contains { $0.hasPrefix("error: ") }, "\(line): \(answer.first ?? "")")
  }
}
