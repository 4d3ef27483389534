import Model
import Query

/// A page of help: a verb, a stage, a function, a table, a setting or a subject.
struct HelpPage: Sendable {
  /// What `help` is asked for.
  let name: String

  /// One line on what it is.
  let summary: String

  /// The whole page, summary included.
  let text: String

  /// Every page: they derive from the registries, and so nothing can be added without its page.
  static let all: [HelpPage] =
    Verb.all.map(page(of:)) + StageSyntax.all.map(page(of:)) + Function.all.map(page(of:))
    + Aggregate.all.map(page(of:)) + TableDefinition.all.map(page(of:)) + HelpSubject.all

  /// The pages with a name: a word may be both a stage and an aggregate.
  static func named(_ name: String) -> [HelpPage] {
    all.filter { $0.name == name }
  }

  /// The pages that hold a text, case and accents apart.
  static func holding(_ text: String) -> [HelpPage] {
    let wanted = Fold.string(text)
    return all.filter { Fold.string($0.name + " " + $0.text).contains(wanted) }
  }

  private static func page(of verb: Verb) -> HelpPage {
    var parts = ["\(verb.name): \(verb.summary)", indented(verb.usage)]
    if !verb.details.isEmpty { parts.append(paragraphs(verb.details)) }
    if !verb.options.isEmpty {
      parts.append("Options:\n" + aligned(verb.options.map { ($0.usage, $0.summary) }))
    }
    if !verb.examples.isEmpty { parts.append("Examples:\n" + indented(verb.examples)) }
    return HelpPage(
      name: verb.name, summary: verb.summary, text: parts.joined(separator: "\n\n"))
  }

  private static func page(of stage: StageSyntax) -> HelpPage {
    HelpPage(
      name: stage.name, summary: stage.summary,
      text: """
        \(stage.name): \(stage.summary)

          … | \(stage.form)

        Example:
          … | \(stage.example)
        """)
  }

  private static func page(of function: Function) -> HelpPage {
    let examples = function.examples.map { ($0.expression, $0.value) }
    return HelpPage(
      name: function.name, summary: function.summary,
      text: "\(function.signature): \(function.summary)\n\nExamples:\n" + aligned(examples))
  }

  private static func page(of aggregate: Aggregate) -> HelpPage {
    HelpPage(
      name: aggregate.name, summary: aggregate.summary,
      text: """
        \(aggregate.signature): \(aggregate.summary)

        An aggregate makes one value of many rows: summarize \(aggregate.signature) by sender
        """)
  }

  private static func page(of table: TableDefinition) -> HelpPage {
    let columns = table.columns.map { ($0.name, "\($0.type.name): \($0.summary)") }
    return HelpPage(
      name: table.name.rawValue, summary: table.summary,
      text: "\(table.name.rawValue): \(table.summary)\n\nColumns:\n" + aligned(columns))
  }

  /// Two columns, the first as wide as its widest entry.
  static func aligned(_ rows: [(String, String)]) -> String {
    let width = rows.map { $0.0.count }.max() ?? 0
    return rows.map { name, text in
      "  " + name + String(repeating: " ", count: width - name.count) + "  " + text
    }.joined(separator: "\n")
  }

  /// Words in lines of at most 78 columns, each line after an indent.
  static func filled(_ words: [some StringProtocol], indent: String = "  ") -> String {
    var lines: [String] = []
    for word in words {
      if let line = lines.last, line.count + 1 + word.count <= 78 {
        lines[lines.count - 1] += " " + word
      } else {
        lines.append(indent + word)
      }
    }
    return lines.joined(separator: "\n")
  }

  /// A text whose paragraphs fill lines; what is indented stays as it is.
  private static func paragraphs(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.hasPrefix(" ") ? String($0) : filled($0.split(separator: " "), indent: "") }
      .joined(separator: "\n")
  }

  private static func indented(_ lines: [String]) -> String {
    lines.map { "  " + $0 }.joined(separator: "\n")
  }
}
