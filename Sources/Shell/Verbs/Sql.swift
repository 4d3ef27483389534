import Database
import Diagnostics
import Model
import Query
import Synchronization

extension Verb {
  /// An answer of SQLite.
  static let sql = Verb(
    "sql", .source, for: .count, summary: "ask in SQL, over the same tables",
    usage: ["sql \"SELECT …\"", "sql \"SELECT …\" | …"],
    details: """
      For joins and windows. SQLite answers; the tables and the names made by let are its tables, `_` is \
      the last result. What a question names is copied in on first use and kept until something is \
      loaded, named or set. Nothing can be changed.

      Dates are text in ISO 8601, which compares as dates do: date >= '2025-02' and date < '2025-03'. \
      strftime('%H', date) and the like take them apart. A list is JSON: json_each(links) gives a row \
      for each element. A duration is seconds, true is 1. A parameter of a script is $name.

      Unlike in the stages case and accents count: fold(sender) = 'elodie' compares folded, and body \
      REGEXP 'd[ée]j[àa]' finds what ~ finds.

      The answer is a table like any other and goes on behind |. An expression without AS is called by \
      its words: count(*) is count, max(words) is max_words.
      """,
    examples: [
      "sql \"select host, count(*) from links group by host\" | sort -count | take 5",
      "sql \"select a.url from links a join links b using (url) where a.date < b.date\"",
      "sql \"select sender, lag(sender) over (order by id) as before from messages\"",
    ], arguments: .raw, completes: .sql
  ) { (arguments, preparation) throws(Diagnostic) in
    let question = try arguments.onlyWord("a question in SQL")
    let scope = preparation.scope
    let columns = try placed(at: question) { () throws(Diagnostic) in
      let sources = try preparation.session.sources(of: question.text, in: scope, isCheck: true)
      return try sources.map { (sources) throws(Diagnostic) in
        try preparation.session.database.check(question.text, over: sources)
      } ?? []
    }
    let known = columns.compactMap { column in
      column.type.map { ColumnDefinition(column.name, $0, "") }
    }
    return Step(
      // What is worked out shows its type when it is there.
      schema: Query.Schema(name: "sql", columns: known, isOpen: true), words: "ask SQLite"
    ) { (_, session, _) throws(Diagnostic) in
      try placed(at: question) { () throws(Diagnostic) in
        session.refreshDatabase()
        let sources = try session.sources(of: question.text, in: scope, isCheck: false) ?? []
        return try session.database.answer(
          question.text, over: sources, parameters: scope.parameters.compactMapValues(\.value),
          interrupt: session.world.interrupt)
      }
    }
  }

  /// Where a function that SQLite does not have can be had; nil where it cannot.
  private static func helpOnFunction(_ complaint: String) -> String? {
    let start = "no such function: "
    guard complaint.hasPrefix(start) else { return nil }
    let name = lowercasedName(String(complaint.dropFirst(start.utf8.count)))
    if let aggregate = Aggregate.all.first(where: { $0.name == name }) {
      return "the stages have it: sql \"…\" | summarize \(aggregate.signature)"
    }
    return Function.all.first { $0.name == name }.map {
      "the stages have it: sql \"…\" | extend x = \($0.signature)"
    }
  }

  /// What is wrong with a question, at its place in the line.
  private static func placed<Result>(
    at question: Word, _ body: () throws(Diagnostic) -> Result
  ) throws(Diagnostic) -> Result {
    do throws(Diagnostic) { return try body() } catch {
      guard error.cause == .line else { throw error }
      var placed = error
      placed.help = placed.help ?? helpOnFunction(error.message)
      // As typed between quotes, or without; where a backslash was typed places differ.
      let quotes = question.span.upper - question.span.lower - question.text.utf8.count
      placed.span =
        if let span = error.span, quotes == 0 || quotes == 2 {
          span.shifted(by: question.span.lower + quotes / 2)
        } else {
          question.span
        }
      throw placed
    }
  }
}

extension Session {
  /// The tables that a question may name; nil in a check where that is not known before the line runs.
  fileprivate func sources(
    of question: String, in scope: Scope, isCheck: Bool
  ) throws(Diagnostic) -> [QuestionDatabase.Source]? {
    var sources = TableDefinition.all.map { definition in
      let session = self
      return QuestionDatabase.Source(
        definition.name.rawValue, columns: definition.columns.map { ($0.name, $0.type) },
        isKept: true
      ) { session.opening(definition.name) }
    }
    let words = Set(
      question.split { !($0.isLetter || $0.isNumber || $0 == "_") }.map {
        lowercasedName(String($0))
      })
    for (name, view) in scope.views.sorted(by: { $0.key < $1.key }) {
      guard words.contains(lowercasedName(name)), !scope.opening.contains(name) else { continue }
      let session = self
      let evaluate = { @Sendable () throws(Diagnostic) -> Table in
        var inner = session
        guard let table = try inner.evaluate(view: name, in: scope) else {
          throw Diagnostic("“\(name)” is no table")
        }
        return table
      }
      if !view.schema.isOpen {
        sources.append(source(name, view.schema.columns.map { ($0.name, $0.type) }, evaluate))
      } else if isCheck {
        return nil
      } else {
        sources.append(source(name, try evaluate()))
      }
    }
    if words.contains("_") {
      if isCheck, let last = scope.last {
        guard !last.isOpen else { return nil }
        sources.append(
          source("_", last.columns.map { ($0.name, $0.type) }) {
            Table(name: "_", rowCount: 0, fields: [])
          })
      } else if !isCheck, let last {
        sources.append(source("_", last))
      }
    }
    return sources
  }

  private func source(_ name: String, _ table: Table) -> QuestionDatabase.Source {
    source(name, table.fields.map { ($0.name, $0.type) }) { table }
  }

  private func source(
    _ name: String, _ columns: [(String, ValueType)],
    _ table: @escaping @Sendable () throws(Diagnostic) -> Table
  ) -> QuestionDatabase.Source {
    QuestionDatabase.Source(name, columns: columns, isKept: false, table: table)
  }

  /// Drops what questions have copied of tables that a setting has changed since.
  fileprivate mutating func refreshDatabase() {
    let lens = lens
    if !lens.isSame(as: databaseLens) { database.forget() }
    databaseLens = lens
  }
}

extension TextFunction {
  /// The functions that questions in SQL have beside SQLite's own.
  static let all: [TextFunction] = [
    TextFunction("fold", arity: 1) { .text(Fold.string($0[0])) },
    // `body REGEXP 'pattern'` calls it so.
    TextFunction("regexp", arity: 2) { (arguments) throws(Diagnostic) in
      let pattern = try QuestionPatterns.shared.pattern(arguments[0])
      return .truth(try pattern.select(TextColumn([arguments[1]]))[0])
    },
  ]
}

/// The patterns that questions have compiled: one is asked for again for each row.
private final class QuestionPatterns: Sendable {
  static let shared = QuestionPatterns()

  private let known = Mutex<[String: Pattern]>([:])
  /// A question has few; one made of a column may have as many as there are rows.
  private static let most = 64

  func pattern(_ source: String) throws(Diagnostic) -> Pattern {
    if let pattern = known.withLock({ $0[source] }) { return pattern }
    let pattern = try Pattern(source)
    known.withLock { known in
      if known.count >= QuestionPatterns.most { known = [:] }
      known[source] = pattern
    }
    return pattern
  }
}
