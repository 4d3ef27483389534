import Diagnostics
import Model
import Query
import Testing

private let sample = SampleQuestions()

@Test(arguments: [
  (
    "messages | count",
    """
    count
    9
    """
  ),
  (
    "messages | where false | count",
    """
    count
    0
    """
  ),
  (
    "messages | where false | count by sender, month fill",
    "sender | month | count"
  ),
  (
    "messages | where false | summarize sum(words) by weekday fill | take 2",
    """
    weekday | sum_words
    Mon | 0
    Tue | 0
    """
  ),
  (
    "messages | count by month",
    """
    month | count
    2024-02 | 2
    2024-03 | 1
    2024-12 | 2
    2025-01 | 3
    null | 1
    """
  ),
  (
    "messages | count by weekday, night = hour >= 23",
    """
    weekday | night | count
    Mon | false | 2
    Tue | true | 1
    Wed | false | 1
    Thu | true | 2
    Fri | false | 1
    Sun | false | 1
    null | false | 1
    """
  ),
  (
    "messages | where date >= 2024-12 | count by day fill",
    """
    day | count
    2024-12-30 | 1
    2024-12-31 | 1
    2025-01-01 | 1
    2025-01-02 | 0
    2025-01-03 | 0
    2025-01-04 | 0
    2025-01-05 | 1
    2025-01-06 | 1
    """
  ),
  (
    "messages | where date < 2024-04 | count by weekday fill",
    """
    weekday | count
    Mon | 0
    Tue | 0
    Wed | 0
    Thu | 2
    Fri | 1
    Sat | 0
    Sun | 0
    """
  ),
  (
    "messages | where date in 2024-12-30..2025-01-01 | count by y = year, sender fill",
    """
    y | sender | count
    2024 | Ana | 0
    2024 | Bo Li | 1
    2024 | null | 1
    2025 | Ana | 1
    2025 | Bo Li | 0
    2025 | null | 0
    """
  ),
  (
    "messages | where id < 4 | summarize n = count(), words = sum(words), avg(words) by week fill",
    """
    week | n | words | avg_words
    2024-W09 | 3 | 9 | 3.0
    """
  ),
  (
    "messages | where date > 2025 or id = 4 | summarize sum(words), max(words) by month fill",
    """
    month | sum_words | max_words
    2024-12 | 4 | 4
    """
  ),
  (
    "messages | summarize n = count(), share(), first(body), last = last(date) by sender",
    """
    sender | n | share | first_body | last
    Ana | 1 | 0.1111111111111111 | Bonne année | 2025-01-01T00:00:00
    ana | 2 | 0.2222222222222222 | ok | 2025-01-06T10:00:30
    Bo Li | 1 | 0.1111111111111111 | rendez-vous à 10 h | 2024-12-30T08:15:00
    Zoë | 3 | 0.3333333333333333 | L’Été déjà ! | 2025-01-05T10:00:00
    null | 2 | 0.2222222222222222 | suite d’un message | 2024-12-31T23:59:00
    """
  ),
  (
    "messages | summarize mean = sum(words) / count(words), long = countif(words > 3), "
      + "who = distinct(sender), tags = list(tags)",
    """
    mean | long | who | tags
    3.0 | 2 | 4 | [soleil, travail, Cnil, travail, fête, FETE, soleil, fête]
    """
  ),
  (
    "messages | summarize min(date), max(sender), longest = max(gap), mid = median(gap), "
      + "sd = stdev(gap), avg(gap)",
    """
    min_date | max_sender | longest | mid | sd | avg_gap
    2024-02-29T23:30:00 | Zoë | 28800s | 16200s | 8818s | 16200s
    """
  ),
  (
    "messages | where false | summarize sum(words), avg(words), n = count(), list(body), min(date)",
    """
    sum_words | avg_words | n | list_body | min_date
    null | null | 0 | [] | null
    """
  ),
  (
    "messages | summarize p = percentile(words, 25), q = percentile(words, 100) by edited",
    """
    edited | p | q
    false | 3.0 | 5.0
    true | 1.0 | 1.0
    """
  ),
  (
    "messages | count by bin(date, 12h) fill | where count > 0 | take 2",
    """
    bin | count
    2024-02-29T12:00:00 | 2
    2024-03-01T00:00:00 | 1
    """
  ),
  (
    "messages | where id in (1, 3, 9) | count by hour fill | where count > 0 or hour < 2",
    """
    hour | count
    0 | 1
    1 | 0
    10 | 1
    23 | 1
    """
  ),
  (
    "messages | count by tags | take 3",
    """
    tags | count
    [] | 4
    [fête, FETE] | 1
    [soleil] | 1
    """
  ),
])
func `groups come in the order of their keys`(pipeline: String, answer: String) throws {
  #expect(try sample.answer(pipeline) == answer)
}

@Test(arguments: [
  (
    "messages | count by weekday, year | pivot year",
    """
    weekday | 2024 | 2025 | null
    Mon | 1 | 1 | null
    Tue | 1 | null | null
    Wed | null | 1 | null
    Thu | 2 | null | null
    Fri | 1 | null | null
    Sun | null | 1 | null
    null | null | null | 1
    """
  ),
  (
    "messages | where id < 4 | count by weekday, sender fill | where count > 0 or weekday = \"Mon\" "
      + "| pivot sender",
    """
    weekday | ana | Zoë
    Mon | 0 | 0
    Thu | 1 | 1
    Fri | null | 1
    """
  ),
  (
    "messages | where id < 8 and sender != null | count by sender, month | pivot sender",
    """
    month | Ana | ana | Bo Li | Zoë
    2024-02 | null | 1 | null | 1
    2024-03 | null | null | null | 1
    2024-12 | null | null | 1 | null
    2025-01 | 1 | null | null | null
    """
  ),
  (
    "messages | where id < 8 and sender != null | count by sender, month | sort -month | pivot sender",
    """
    month | Ana | ana | Bo Li | Zoë
    2025-01 | 1 | null | null | null
    2024-12 | null | null | 1 | null
    2024-03 | null | null | null | 1
    2024-02 | null | 1 | null | 1
    """
  ),
  (
    "messages | count by sender, year | pivot year | where `2024` > 1 | select sender, `2024`",
    """
    sender | 2024
    Zoë | 2
    """
  ),
  (
    "messages | select sender, words, edited | where words > 2 | pivot sender",
    """
    edited | ana | Bo Li | Zoë | null
    false | 3 | 4 | 11 | 3
    """
  ),
  (
    "messages | summarize n = count(), w = sum(words) by sender, edited | pivot edited, n",
    """
    sender | w | false | true
    Ana | 2 | 1 | null
    ana | 3 | 1 | null
    ana | 1 | null | 1
    Bo Li | 4 | 1 | null
    Zoë | 11 | 3 | null
    null | 3 | 2 | null
    """
  ),
  (
    "members | select name, `count` = number | pivot name, `count` * 2",
    """
    Bo Li | ZOE | null
    8 | 6 | 14
    """
  ),
  (
    "members | extend ZOE = \"x\", a = number | drop since, number | pivot name",
    """
    ZOE | Bo Li | ZOE_2 | null
    x | 4 | 3 | 7
    """
  ),
  (
    "members | where false | select name, number | pivot name | count",
    """
    count
    0
    """
  ),
])
func `a pivot makes columns of values`(pipeline: String, answer: String) throws {
  #expect(try sample.answer(pipeline) == answer)
}

@Test func `groups of many texts and numbers are those that a dictionary counts`() throws {
  let words = (0..<20_000).map { "w\($0 * 31 % 4_001)" }
  let numbers = (0..<20_000).map { Int64($0 * 17 % 613) &* 1_000_000_007 }
  let table = Table(
    name: "t", rowCount: words.count,
    fields: [.init("w", .text(TextColumn(words))), .init("n", .int(PlainColumn(numbers)))])
  var expected: [String: Int64] = [:]
  for (word, number) in zip(words, numbers) { expected["\(word) \(number)", default: 0] += 1 }
  let pipeline = try parsePipeline("| count by w, n", grammar: Grammar(verbs: [:]))
  guard case .stage(let stage) = try #require(pipeline.calls.first).kind else { return }
  let counted = try check(stage, over: Schema(of: table), in: sample.environment)
    .run(table, in: sample.environment)
  var found: [String: Int64] = [:]
  for row in 0..<counted.rowCount {
    guard case .int(let count) = counted.column(at: 2)[row] else { continue }
    found["\(cell(counted.column(at: 0)[row])) \(cell(counted.column(at: 1)[row]))"] = count
  }
  #expect(found == expected)
}

@Test func `composed and decomposed letters are different keys of a group`() throws {
  let table = Table(
    name: "t", rowCount: 3,
    fields: [.init("w", .text(TextColumn(["\u{E9}", "e\u{301}", "\u{E9}"])))])
  let stage = Stage.distinct([Stage.Column(Expression(.name("w"), at: SourceSpan(0, 0)))])
  let distinct = try check(stage, over: Schema(of: table), in: sample.environment)
    .run(table, in: sample.environment)
  #expect(distinct.rowCount == 2)
}

@Test func `a fill that would make millions of rows is refused`() throws {
  let complaint = sample.complaint("messages | count by bin(date, 1s) fill")
  #expect(
    complaint == """
      error: fill would make more than 2000000 rows
        messages | count by bin(date, 1s) fill
                            ^^^^^^^^^^^^^ count by a longer period, or by fewer columns
      """)
}
