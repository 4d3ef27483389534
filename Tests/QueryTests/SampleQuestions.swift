import Diagnostics
import Model
import Query
import Testing

/// A few invented messages of two transcripts, over the end of a leap year, as a table `messages`
/// with derived columns, and a small table `members` without any.
struct SampleQuestions {
  /// The clock stands at 2025-01-10T12:00:00.
  var environment: Environment

  init() {
    environment = Environment(now: SampleQuestions.moment("2025-01-10T12:00:00"), seed: 1)
    environment.load(SampleQuestions.corpus)
    environment.tables = Environment.Tables(
      names: { ["messages", "members"] },
      schema: { name in SampleQuestions.tables[name].map { Schema(of: $0) } },
      table: { name in SampleQuestions.tables[name] })
  }

  static let tables = ["messages": messages, "members": members]

  /// Two transcripts: messages 1 to 7 and 8 to 9.
  static let rows:
    [(date: String?, sender: String?, body: String?, words: Int64?, tags: [String])] =
      [
        ("2024-02-29T23:30:00", "Zoë", "L’Été déjà !", 3, ["soleil"]),
        ("2024-02-29T23:59:59", "ana", "ok", 1, []),
        ("2024-03-01T00:00:00", "Zoë", "À demain, la CNIL répond", 5, ["travail", "Cnil"]),
        ("2024-12-30T08:15:00", "Bo Li", "rendez-vous à 10 h", 4, ["travail"]),
        ("2024-12-31T23:59:00", nil, nil, nil, []),
        (nil, nil, "suite d’un message", 3, []),
        ("2025-01-01T00:00:00", "Ana", "Bonne année", 2, ["fête", "FETE"]),
        ("2025-01-05T10:00:00", "Zoë", "ete 2025 ?", 3, []),
        ("2025-01-06T10:00:30", "ana", "écrit en ÉTÉ", 3, ["soleil", "fête"]),
      ]

  static let corpus: Corpus = {
    var corpus = Corpus()
    corpus.messages.moments = rows.map { $0.date.map { moment($0).seconds } ?? Moment.none }
    corpus.transcripts = [(0..<7), (7..<9)].map { range in
      Transcript(source: "s", text: [], messages: range, runs: [], chunks: 0..<0)
    }
    return corpus
  }()

  static let people = Categories(["Zoë", "ana", "Bo Li", "Ana", "nobody"])

  /// The columns come only when they are asked for; `forbidden` must not be.
  static let messages = Table(
    name: "messages", origin: .init(.messages, .range(0..<rows.count)),
    fields: [
      derived("id", .int) { rows in .int(PlainColumn(rows.map { Int64($0 + 1) })) },
      derived("date", .datetime) { chosen in
        .datetime(PlainColumn(moments: chosen.map { corpus.messages.moments[$0] }))
      },
      derived("sender", .text) { chosen in
        .category(
          CategoryColumn(
            people,
            codes: chosen.map { row in
              Int32(rows[row].sender.flatMap { people.values.firstIndex(of: $0) } ?? -1)
            }))
      },
      derived("body", .text) { chosen in .text(TextColumn(chosen.map { rows[$0].body })) },
      derived("words", .int) { chosen in
        .int(
          PlainColumn(
            chosen.map { rows[$0].words ?? 0 }, nulls: chosen.map { rows[$0].words == nil }))
      },
      derived("tags", .list) { chosen in .list(ListColumn(chosen.map { rows[$0].tags })) },
      derived("gap", .duration) { chosen in
        .duration(
          PlainColumn(moments: chosen.map { $0 == 0 ? Moment.none : Int64($0) * 3_600 }))
      },
      derived("edited", .bool) { chosen in .bool(PlainColumn(chosen.map { $0 == 1 })) },
    ], shown: ["id", "date"])

  static let members = Table(
    name: "members", rowCount: 3,
    fields: [
      .init("name", .text(TextColumn(["ZOE", "Bo Li", nil]))),
      .init("since", .datetime(PlainColumn([moment("2024-02-29T23:30:00").seconds, 0, 0]))),
      .init("number", .int(PlainColumn([3, 4, 7]))),
    ])

  private static func derived(
    _ name: String, _ type: ValueType, _ make: @escaping @Sendable ([Int]) -> Column
  ) -> Table.Field {
    .init(name, type) { chosen in make((0..<chosen.count).map { chosen[$0] }) }
  }

  static func moment(_ text: String) -> Moment {
    let parts = text.split { "-T:".contains($0) }.compactMap { Int($0) }
    let date = CivilDate(year: parts[0], month: parts[1], day: parts[2])
    return date.flatMap { Moment($0, hour: parts[3], minute: parts[4], second: parts[5]) }
      ?? Moment(seconds: 0)
  }

  /// The table that a pipeline gives.
  func table(_ text: String) throws(Diagnostic) -> Table {
    let pipeline = try parsePipeline(text, grammar: Grammar(verbs: [:]))
    var table: Table?
    var schema: Schema?
    var stages: [CheckedStage] = []
    for call in pipeline.calls {
      switch call.kind {
      case .source(let name):
        table = SampleQuestions.tables[name.text]
        schema = table.map { Schema(of: $0) }
      case .stage(let stage):
        guard let known = schema else { throw Diagnostic("no source") }
        let checked = try check(stage, at: call.span, over: known, in: environment)
        schema = checked.schema
        stages.append(checked)
      case .words(let name, _): throw Diagnostic("no verb \(name.text)")
      }
    }
    guard var result = table else { throw Diagnostic("no source") }
    for stage in stages { result = try stage.run(result, in: environment) }
    return result
  }

  /// The answer as text: the names of the columns, then a line a row, cells between `|`.
  func answer(_ text: String) throws(Diagnostic) -> String {
    let table = try self.table(text)
    let columns = table.fields.indices.map { table.column(at: $0) }
    var lines = [table.fields.map(\.name).joined(separator: " | ")]
    for row in 0..<table.rowCount {
      lines.append(columns.map { cell($0[row]) }.joined(separator: " | "))
    }
    return lines.joined(separator: "\n")
  }

  /// The ids of the rows that a condition keeps.
  func ids(where condition: String) throws(Diagnostic) -> [Int64] {
    let ids = try table("messages | where \(condition)").column("id")?.ints ?? []
    return ids
  }

  /// The complaint about a pipeline as the user reads it; empty where there is none.
  func complaint(_ text: String) -> String {
    do throws(Diagnostic) {
      _ = try table(text)
      return ""
    } catch {
      return error.text(in: SourceText(text: text))
    }
  }

  /// The value of an expression over the first message, as text.
  func value(_ expression: String) throws(Diagnostic) -> String {
    let table = try self.table("messages | take 1 | select x = \(expression)")
    return table.column("x").map { cell($0[0]) } ?? "no column"
  }
}

extension Column {
  /// The numbers of a column of ints that has no null.
  fileprivate var ints: [Int64]? {
    if case .int(let column) = self { column.values } else { nil }
  }
}

/// A value as the tests write it.
func cell(_ value: Value) -> String {
  switch value {
  case .null: "null"
  case .text(let text): text
  case .int(let number): "\(number)"
  case .float(let number): "\(number)"
  case .bool(let flag): "\(flag)"
  case .datetime(let moment): "\(moment)"
  case .period(let period): "\(period)"
  case .duration(let seconds): "\(seconds)s"
  case .list(let items): "[\(items.joined(separator: ", "))]"
  }
}
