import Diagnostics
import Model
import Query
import Testing

/// A small corpus asked through the tables that every session has.
private struct Session {
  let corpus: Corpus
  let environment: Environment

  init() {
    let corpus = Session.madeCorpus
    var environment = Environment(now: SampleQuestions.moment("2025-03-20T12:00:00"))
    environment.load(corpus)
    environment.tables = Environment.Tables(
      names: { TableName.allCases.map(\.rawValue) },
      schema: { name in TableName(rawValue: name).map { Schema(TableDefinition.named($0)) } },
      table: { name in
        TableName(rawValue: name).map { TableDefinition.named($0).make(corpus, Lens()) }
      })
    self.corpus = corpus
    self.environment = environment
  }

  /// Half a year of three people, one link, one notice, some long silences.
  private static let madeCorpus: Corpus = {
    let talk = [
      "Rendez-vous demain ?", "la CNIL a répondu 🎉",
      "voir https://www.example.org/a?utm_source=x#b",
      "06 12 34 56 78", "MERCI à tous, à demain 🌸🎉", "d’accord",
    ]
    var corpus = Corpus()
    corpus.people = Categories(["Zoë", "Bo Li", "Élodie 🌸"])
    var text: [UInt8] = []
    let start = SampleQuestions.moment("2024-10-01T08:00:00").seconds
    for number in 0..<120 {
      let body = talk[number % talk.count]
      let isNotice = number % 40 == 7
      corpus.messages.moments.append(start + Int64(number * number) * 1_000)
      corpus.messages.senders.append(isNotice ? -1 : Int32(number * 7 % 3))
      corpus.messages.starts.append(UInt32(text.count))
      corpus.messages.lengths.append(UInt32(body.utf8.count))
      corpus.messages.kinds.append(isNotice ? .system : .text)
      corpus.messages.lines.append(UInt32(number))
      if isNotice {
        corpus.messages.notices.append(
          Messages.Notice(message: Int32(number), event: .joined, subject: "Bo Li"))
      }
      text.append(contentsOf: body.utf8)
      text.append(UInt8(ascii: "\n"))
    }
    corpus.transcripts = [
      Transcript(
        source: "club", text: SharedBytes(text), messages: 0..<120, runs: [], chunks: 0..<0)
    ]
    return corpus
  }()

  /// The table that a pipeline gives, after the schema that the checker foresaw for it.
  func answer(_ text: String) throws(Diagnostic) -> Table {
    let pipeline = try parsePipeline(text, grammar: Grammar(verbs: [:]))
    guard let head = pipeline.calls.first, case .source(let name) = head.kind,
      let known = TableName(rawValue: name.text)
    else { throw Diagnostic("no source") }
    let definition = TableDefinition.named(known)
    var schema = Schema(definition)
    var stages: [CheckedStage] = []
    for call in pipeline.calls.dropFirst() {
      guard case .stage(let stage) = call.kind else { continue }
      let checked = try check(stage, at: call.span, over: schema, in: environment)
      schema = checked.schema
      stages.append(checked)
    }
    var table = definition.make(corpus, Lens())
    for stage in stages { table = try stage.run(table, in: environment) }
    if !schema.isOpen {
      #expect(schema.columns.map(\.name) == table.fields.map(\.name))
      #expect(schema.columns.map(\.type) == table.fields.map(\.type))
    }
    return table
  }
}

@Test(arguments: [
  ("links | count by host | sort -count | take 20", 1),
  (
    "messages | summarize n = count(), words = sum(words), longest = max(chars) by sender | sort -n",
    4
  ),
  ("messages | count by month fill", 6), ("messages | count by weekday, hour | pivot hour", 7),
  ("messages | count by month, sender fill | pivot sender", 6),
  ("messages | where text ~ \"\\b0[67](\\s?\\d{2}){4}\\b\" | select date, sender, text", 20),
  ("messages | where body ends \"?\" and sender = \"Zoë\"", 20),
  ("messages | where gap > 12h | select date, sender, gap, text", 97),
  ("messages | first per sender | sort date", 4), ("messages | top 3 per sender by words", 12),
  ("messages | explode e = emoji | count by e | sort -count | take 15", 2),
  ("messages | explode t = topics | count by month, t fill | pivot t", 0),
  ("messages | explode w = terms(body) | where length(w) > 3 | count by w | top 30 by count", 12),
  (
    "events | where event in (\"joined\", \"left\", \"removed\") | select date, event, actor, subject",
    3
  ),
  (
    "events | where event = \"joined\" and date > newest - 30d | where subject not in participants.name",
    0
  ),
  (
    "chunks | where period_start is null and first is not null | select file, first, last, found_messages",
    0
  ),
  ("chunks | where cut_start | count", 1),
  ("messages | where date in newest-30d..newest | count by sender | sort -count", 3),
  ("messages | where words > 3 | sample 10 seed 1", 10),
  ("messages | where text ~ exact \"[A-Z]{4,}\" | sample 20 seed 7", 20),
  (
    "messages | extend night = hour(date) >= 23 or hour(date) < 5 | summarize share = avg(if(night, 1, 0)) by sender",
    4
  ),
  ("problems | count by code", 0),
  (
    "messages | where date between 2025-02-10 and 2025-02-17 and sender in (\"Zoë\", \"Élodie 🌸\")",
    2
  ),
  ("messages | where body has \"cnil\" | context 3", 119),
  ("links | select url = canonical(url), date | distinct url", 1),
])
func `the questions that the language is for are answered`(question: String, rows: Int) throws {
  #expect(try Session().answer(question).rowCount == rows)
}
