import ArgumentParser
import Diagnostics
import Foundation
import Output
import Query
import Testing

@testable import Shell
@testable import causerie

@Test func `the page of commands is what the lists of the program make of it`() throws {
  let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  let page = root.appending(path: "docs/commands.md")
  let wanted = CommandsPage.text
  if ProcessInfo.processInfo.environment["UPDATE_TRANSCRIPTS"] != nil {
    try wanted.write(to: page, atomically: true, encoding: .utf8)
  }
  let found = (try? String(contentsOf: page, encoding: .utf8)) ?? ""
  let lines = (found.components(separatedBy: "\n"), wanted.components(separatedBy: "\n"))
  let same = zip(lines.0, lines.1).prefix { $0 == $1 }.count
  #expect(
    found == wanted,
    "docs/commands.md:\(same + 1) differs; Scripts/accept writes: \(lines.1.dropFirst(same).first ?? "")"
  )
}

/// `docs/commands.md`: the verbs, settings and formats with all that their lists say of them.
enum CommandsPage {
  static var text: String {
    ([introduction, program] + Verb.Purpose.allCases.map(section(of:)) + [keys, settings, formats])
      .joined(separator: "\n\n") + "\n"
  }

  private static let introduction = """
    # Commands

    What can be typed, from the lists that the program itself goes by. The stages, functions and
    aggregates are in [language.md](language.md). `Scripts/accept` writes this page; a test compares
    it.
    """

  // MARK: The program

  private static var program: String {
    let statuses: [(status: Int32, meaning: String)] = [
      (Outcome.done.status, "success; also where whoever read the answer closed the pipe"),
      (Outcome.failed(.line).status, "a line failed, or a path of several could not be loaded"),
      (
        Outcome.failed(.usage).status,
        "wrong usage; a script that does not check, or lacks a parameter"
      ),
      (Program.nothingLoaded, "the paths on the command line held no chat"),
      (Outcome.failed(.expectation).status, "an `expect` did not hold"),
      (Outcome.failed(.interrupted).status, "interrupted"),
    ]
    return """
      ## The program

      \(fenced(Options.helpMessage(columns: 80)))

      | exit status | |
      | --- | --- |
      \(statuses.map { "| \($0.status) | \($0.meaning) |" }.joined(separator: "\n"))
      """
  }

  // MARK: Verbs

  private static func section(of purpose: Verb.Purpose) -> String {
    let verbs = Verb.all.filter { $0.purpose == purpose }
    return (["## \(purpose.rawValue)"] + verbs.map(section(of:))).joined(separator: "\n\n")
  }

  private static func section(of verb: Verb) -> String {
    var parts = [
      "### \(verb.name)", sentence(verb.summary), fenced(verb.usage.joined(separator: "\n")),
    ]
    parts += paragraphs(verb.details)
    if !verb.options.isEmpty {
      parts.append(
        table(["option", ""], verb.options.map { ["`\($0.usage)`", $0.summary] }))
    }
    if !verb.examples.isEmpty { parts.append(fenced(verb.examples.joined(separator: "\n"))) }
    return parts.joined(separator: "\n\n")
  }

  /// The details of a verb; what is indented in them is a list of names.
  private static func paragraphs(_ details: String) -> [String] {
    details.components(separatedBy: "\n\n").compactMap { paragraph in
      let lines = paragraph.components(separatedBy: "\n").filter {
        !$0.isEmpty && !$0.hasPrefix("  ")
      }
      guard !lines.isEmpty, !(lines.last?.hasSuffix(":") ?? false) else { return nil }
      return wrapped(lines.joined(separator: " "))
    }
  }

  // MARK: Lists

  private static var keys: String {
    let rows = GrepKey.all.map { key in
      ["`\(key.name):`", key.summary, key.values.map { "`\($0)`" }.joined(separator: " ")]
    }
    return "## Keys of grep\n\nA comma gives alternatives: `from:ana,zoe`.\n\n"
      + table(["key", "", "values"], rows)
  }

  private static var settings: String {
    let rows = Setting.all.map { setting in
      ["`\(setting.name)`", setting.summary, setting.takes, "`\(setting.read(Settings()))`"]
    }
    return "## Settings\n\n" + table(["setting", "", "takes", "at first"], rows)
  }

  private static var formats: String {
    let rows = Format.all.map { format in
      [
        "`\(format.name)`", format.endings.map { "`.\($0)`" }.joined(separator: " "),
        format.summary,
        format.options.map { "`\($0.name)`" }.joined(separator: " "),
      ]
    }
    return "## Formats of export\n\n" + table(["format", "endings", "", "options"], rows)
  }

  // MARK: Markdown

  private static func table(_ head: [String], _ rows: [[String]]) -> String {
    ([head, head.map { _ in "---" }] + rows).map { cells in
      "| "
        + cells.map { $0.replacing("|", with: "\\|").replacing("<", with: "\\<") }.joined(
          separator: " | ") + " |"
    }.joined(separator: "\n")
  }

  private static func fenced(_ text: String) -> String {
    "```\n\(text)\n```"
  }

  private static func sentence(_ text: String) -> String {
    wrapped(text.prefix(1).uppercased() + text.dropFirst() + ".")
  }

  /// A paragraph in lines of at most 100 columns.
  private static func wrapped(_ text: String) -> String {
    var lines: [String] = []
    for word in text.split(separator: " ") {
      if let line = lines.last, line.count + 1 + word.count <= 100 {
        lines[lines.count - 1] += " " + word
      } else {
        lines.append(String(word))
      }
    }
    return lines.joined(separator: "\n")
  }
}
