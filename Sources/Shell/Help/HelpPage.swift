import Model
import Output
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
  static let all: [HelpPage] = {
    let pages =
      Verb.all.map(page(of:)) + StageSyntax.all.map(page(of:))
      + OperatorSyntax.all.map(page(of:)) + Function.all.map(page(of:))
      + Aggregate.all.map(page(of:)) + TableDefinition.all.map(page(of:))
      + GrepKey.all.map(page(of:)) + Setting.all.map(page(of:)) + HelpSubject.all
    let names = Set(pages.map(\.name))
    return pages + columnPages.filter { !names.contains($0.name) }
  }()

  /// The pages with a name: a word may be a stage, an aggregate, an operator. The keys of `grep` have
  /// theirs also without the colon.
  static func named(_ name: String) -> [HelpPage] {
    all.filter { $0.name == name || $0.name == name + ":" }
  }

  /// The pages that hold a text, case and accents apart.
  static func holding(_ text: String) -> [HelpPage] {
    let wanted = Fold.string(text)
    return all.filter { Fold.string($0.name + " " + $0.text).contains(wanted) }
  }

  private static func page(of verb: Verb) -> HelpPage {
    var parts = [paragraphs("\(verb.name): \(verb.summary)"), indented(verb.usage)]
    if !verb.details.isEmpty { parts.append(paragraphs(verb.details)) }
    if !verb.options.isEmpty {
      parts.append("Options:\n" + aligned(verb.options.map { ($0.usage, $0.summary) }))
    }
    if !verb.examples.isEmpty { parts.append("Examples:\n" + indented(verb.examples)) }
    return HelpPage(
      name: verb.name, summary: verb.summary, text: parts.joined(separator: "\n\n"))
  }

  private static func page(of stage: StageSyntax) -> HelpPage {
    var parts = ["\(stage.name): \(stage.summary)", indented(["… | \(stage.form)"])]
    if !stage.details.isEmpty { parts.append(paragraphs(stage.details)) }
    parts.append("Example:\n" + indented([stage.line]))
    if stage.takesCondition { parts.append(conditions) }
    return HelpPage(
      name: stage.name, summary: stage.summary, text: parts.joined(separator: "\n\n"))
  }

  /// What conditions are made of.
  private static var conditions: String {
    """
    A condition compares columns, values and functions of them:
    \(aligned(OperatorSyntax.all.map { ($0.name, $0.examples[0]) }))

    help has, help in tell about one of them; help dates, text, null, lists,
    functions about what is compared.
    """
  }

  private static func page(of operation: OperatorSyntax) -> HelpPage {
    HelpPage(
      name: operation.name, summary: operation.summary,
      text: """
        \(operation.name): \(operation.summary)

          … | where \(operation.form)

        Examples:
        \(indented(operation.lines))
        """)
  }

  private static func page(of function: Function) -> HelpPage {
    HelpPage(
      name: function.name, summary: function.summary,
      text: paragraphs(
        """
        \(function.signature): \(function.summary)

        A function makes a value of each row: extend value = \(function.signature)

        Examples:
        """) + "\n" + aligned(function.examples.map { ($0.expression, $0.value) }))
  }

  private static func page(of aggregate: Aggregate) -> HelpPage {
    let columns = Aggregate.example.fields.map { field in
      let values = Aggregate.example.column(field.name).map { column in
        (0..<column.count).map { column[$0] == .null ? "null" : cellText(column[$0]) }
      }
      return "\(field.name) is \((values ?? []).joined(separator: ", "))"
    }
    return HelpPage(
      name: aggregate.name, summary: aggregate.summary,
      text: paragraphs(
        """
        \(aggregate.signature): \(aggregate.summary)

        An aggregate makes one value of many rows: summarize \(aggregate.signature) by sender

        Examples, where \(columns.joined(separator: " and ")):
        """) + "\n" + aligned(aggregate.examples.map { ($0.expression, $0.value) }))
  }

  private static func page(of table: TableDefinition) -> HelpPage {
    let columns = table.columns.map { ($0.name, "\($0.type.name): \($0.summary)") }
    return HelpPage(
      name: table.name.rawValue, summary: table.summary,
      text: paragraphs("\(table.name.rawValue): \(table.summary)") + "\n\nColumns:\n"
        + aligned(columns))
  }

  private static func page(of key: GrepKey) -> HelpPage {
    let values = key.values.isEmpty ? [] : ["Values:\n" + filled(key.values, indent: 2)]
    return HelpPage(
      name: "\(key.name):", summary: key.summary,
      text: (["\(key.name): \(key.summary)", "  grep \(key.name):VALUE[,VALUE…]"] + values)
        .joined(separator: "\n\n"))
  }

  private static func page(of setting: Setting) -> HelpPage {
    HelpPage(
      name: setting.name, summary: setting.summary,
      text: """
        \(setting.name): \(setting.summary)

          set \(setting.name)          say what it is
          set \(setting.name) VALUE    \(setting.takes)

        Examples:
        \(indented(setting.values.map { "set \(setting.name) \($0)" }))
        """)
  }

  /// A page for each name of a column, with what it means in each table that has one.
  private static var columnPages: [HelpPage] {
    var names: [String] = []
    var meanings: [String: [(String, String)]] = [:]
    for table in TableDefinition.all {
      for column in table.columns {
        if meanings[column.name] == nil { names.append(column.name) }
        meanings[column.name, default: []].append(
          (table.name.rawValue, "\(column.type.name): \(column.summary)"))
      }
    }
    return names.map { name in
      let rows = meanings[name] ?? []
      let summary = "a column of \(rows.map(\.0).joined(separator: ", "))"
      return HelpPage(
        name: name, summary: summary, text: "\(name): \(summary)\n\n" + aligned(rows))
    }
  }

  /// Columns of a line of help, so that a terminal of 80 holds it; ``fitted(_:to:)`` sets it for
  /// narrower ones.
  static let columns = 78

  /// Two columns, the first as wide as its widest entry; what is too long for the second goes on
  /// below in it, or where it does not fit at all, under the first.
  static func aligned(_ rows: [(String, String)]) -> String {
    let width = rows.map { displayWidth(of: $0.0) }.max() ?? 0
    return rows.map { name, text in
      let head = "  " + padded(name, to: width) + "  "
      guard displayWidth(of: head) + displayWidth(of: text) > columns else { return head + text }
      return filledLines(text.split(separator: " "), to: columns, after: head, hanging: width + 4)
        .joined(separator: "\n")
    }.joined(separator: "\n")
  }

  /// A text whose paragraphs fill lines; what is indented stays as it is.
  private static func paragraphs(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.hasPrefix(" ") ? String($0) : filled($0.split(separator: " "), indent: 0) }
      .joined(separator: "\n")
  }

  private static func filled(_ words: [some StringProtocol], indent: Int) -> String {
    filledLines(
      words, to: columns, after: String(repeating: " ", count: indent), hanging: indent
    ).joined(separator: "\n")
  }

  private static func indented(_ lines: [String]) -> String {
    lines.map { "  " + $0 }.joined(separator: "\n")
  }
}
