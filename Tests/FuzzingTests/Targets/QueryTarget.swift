import Diagnostics
import Model
import Reading

@testable import Query

extension FuzzTarget {
  /// The lexer, the parser, the printing, the checker and the execution, over a few messages.
  ///
  /// The first byte of an input says how it is read; see ``QueryInput``.
  static let query = FuzzTarget(name: "query") { input throws(Fault) in
    guard let input = QueryInput(input) else { return }
    _ = isOpen(input.text, grammar: .fuzzed)
    let script: Script
    do throws(Diagnostic) {
      script = try input.parsed()
    } catch {
      return try check(error, of: input.text)
    }
    let printed = script.description
    let again: Script
    do throws(Diagnostic) {
      again = try parseScript(printed, grammar: .fuzzed)
    } catch {
      throw Fault("what is printed is not read: \(error.message): \(printed)")
    }
    try Fault.unless(
      again.description == printed, "is printed as \(printed), and that as \(again)")
    try check(script, of: input.text, isAnsweredAs: again, of: printed)
  }

  /// Checks that a script that was read from a text and the one that was read from its printing have the
  /// same answers, or the same errors.
  static func check(
    _ script: Script, of text: String, isAnsweredAs copy: Script, of printed: String
  ) throws(Fault) {
    try Fault.unless(
      copy.statements.count == script.statements.count, "has other statements: \(printed)")
    for (statement, copy) in zip(script.statements, copy.statements).prefix(8) {
      let answer = try SmallChat.answer(to: statement, of: text)
      guard printed != text else { continue }
      let other = try SmallChat.answer(to: copy, of: printed)
      try Fault.unless(
        answer == other,
        "answers otherwise than \(copy), as which it is printed")
    }
  }

  /// Checks an error or a remark about a text: it points into it and can be shown.
  static func check(_ error: Diagnostic, of text: String) throws(Fault) {
    if let span = error.span {
      try Fault.unless(
        span.lower >= 0 && span.upper <= text.utf8.count,
        "“\(error.message)” is about \(span.lower)..<\(span.upper) of \(text.utf8.count) bytes")
    }
    let shown = error.text(in: SourceText(text: text), width: 60)
    try Fault.unless(shown.contains(error.message.prefix(1)), "is shown as “\(shown)”")
  }
}

/// How an input of the target is to be read.
struct QueryInput {
  let text: String
  private let isScript: Bool

  /// The first byte: bit 0 for a script; bit 1 for a text with a middle that is repeated, the parts
  /// separated by U+001F, up to 400 times so that the bounds of depth can be met. Nil for no text of
  /// UTF-8.
  init?(_ input: [UInt8]) {
    guard let options = input.first, let text = String(validating: input[1...], as: UTF8.self)
    else {
      return nil
    }
    isScript = options & 1 == 1
    let parts = text.split(
      separator: "\u{1F}", maxSplits: 2, omittingEmptySubsequences: false)
    guard options & 2 == 2, parts.count == 3 else {
      self.text = text
      return
    }
    let times = Swift.min(400, 2_048 / Swift.max(1, parts[1].utf8.count))
    self.text = parts[0] + String(repeating: String(parts[1]), count: times) + parts[2]
  }

  func parsed() throws(Diagnostic) -> Script {
    isScript
      ? try parseScript(text, grammar: .fuzzed)
      : Script(parameters: [], statements: try parseLine(text, grammar: .fuzzed))
  }
}

extension Grammar {
  /// A word verb of each kind, which are not carried out.
  static let fuzzed = Grammar(verbs: [
    "grep": .patterns, "load": .paths, "set": .words, "sql": .raw,
  ])
}

/// Some invented messages that questions are asked of.
private enum SmallChat {
  static let text = """
    [27/07/2025, 19:41:23] Zoë: L’été déjà ! https://exemple.fr/plage
    [27/07/2025, 19:42:00] Bo Li: ok
    et demain ?
    [28/07/2025, 08:00:00] ~ Ana: \u{200E}<attached: 00000003-PHOTO-2025-07-28-08-00-00.jpg>
    [28/07/2025, 08:00:01] Bo Li: 100 % 😀 @Zoë
    [03/01/2026, 23:59:59] Zoë: Bonne année 2026

    """

  static let environment: Environment = {
    let options = ReadingOptions(directory: "/", standardInput: Array(text.utf8))
    let noon = CivilDate(year: 2026, month: 1, day: 15).flatMap { Moment($0, hour: 12) }
    var environment = Environment(now: noon ?? Moment(seconds: 0), seed: 1)
    guard let corpus = try? read([LoadRequest(path: "-")], options: options).corpus else {
      return environment
    }
    environment.load(corpus)
    let shelf = TableShelf(corpus)
    let lens = Lens()
    environment.tables = Environment.Tables(
      names: { TableName.allCases.map(\.rawValue) },
      schema: { name in
        TableName(rawValue: name).map { Schema(of: shelf.table($0, through: lens)) }
      },
      table: { name in TableName(rawValue: name).map { shelf.table($0, through: lens) } })
    return environment
  }()

  /// A value that is equal to itself, as what is no number is not.
  private static func comparable(_ value: Value) -> Value {
    if case .float(let number) = value, number.isNaN { .text("NaN") } else { value }
  }

  /// The answer to a statement, cell by cell behind the names of the columns, or what is wrong with it; empty where it is no
  /// question. A statement without a source is asked of the messages.
  static func answer(to statement: Statement, of text: String) throws(Fault) -> [Value] {
    let pipeline =
      switch statement.kind {
      case .binding(_, let pipeline), .explanation(let pipeline), .pipeline(let pipeline): pipeline
      }
    var environment = environment
    environment.notes = Notes()
    let answer: Table?
    do throws(Diagnostic) {
      answer = try table(pipeline, in: environment)
    } catch {
      try FuzzTarget.check(error, of: text)
      return [.text(error.message)]
    }
    for note in environment.notes.take() { try FuzzTarget.check(note, of: text) }
    guard let answer else { return [] }
    var cells = answer.fields.map { Value.text($0.name) }
    for field in answer.fields.indices {
      let column = answer.column(at: field)
      try Fault.unless(
        column.count == answer.rowCount,
        "has \(column.count) values in a column of \(answer.rowCount) rows")
      for row in 0..<answer.rowCount { cells.append(comparable(column[row])) }
    }
    return cells
  }

  private static func table(
    _ pipeline: Pipeline, in environment: Environment
  ) throws(Diagnostic) -> Table? {
    var table = try environment.tables.table("messages")
    var stages: [CheckedStage] = []
    guard var schema = table.map({ Schema(of: $0) }) else { return nil }
    for call in pipeline.calls {
      switch call.kind {
      case .source(let name):
        guard let known = try environment.tables.table(name.text) else { return nil }
        (table, schema) = (known, Schema(of: known))
      case .stage(let stage):
        let checked = try check(stage, at: call.span, over: schema, in: environment)
        schema = checked.schema
        stages.append(checked)
      case .words: return nil
      }
    }
    guard var result = table else { return nil }
    for stage in stages { result = try stage.run(result, in: environment) }
    return result
  }
}
