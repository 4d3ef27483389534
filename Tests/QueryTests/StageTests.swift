import Diagnostics
import Model
import Query
import Testing

private let sample = SampleQuestions()

@Test func `where keeps rows and what they stand for, and derives only what it names`() throws {
  let table = try sample.table("messages | where words > 3 and sender = \"zoe\"")
  #expect(table.rowCount == 1)
  #expect(table.origin?.rows == .list([2]))
  #expect(table.shown == ["id", "date"])
  #expect(table.fields.count == 8)
}

@Test func `select keeps columns in the order written, derived ones still to be derived`() throws {
  let table = try sample.table("messages | select who = sender, date, twice = words * 2 | take 2")
  #expect(table.fields.map(\.name) == ["who", "date", "twice"])
  #expect(table.shown == nil)
  guard case .derived = table.fields[0].content else {
    Issue.record("the sender was derived too early")
    return
  }
  #expect(table.column("twice").map { [$0[0], $0[1]] } == [.int(6), .int(2)])
}

@Test(arguments: [
  (
    "messages | where id < 3 | extend words = words * 10, next = id + 1 | select id, words, next",
    """
    id | words | next
    1 | 30 | 2
    2 | 10 | 3
    """
  ),
  (
    "members | rename nr = number, who = name | take 1",
    """
    who | since | nr
    ZOE | 2024-02-29T23:30:00 | 3
    """
  ),
  (
    "members | drop since, name | skip 1",
    """
    number
    4
    7
    """
  ),
  (
    "messages | sort -words, sender | select id, words, sender | take 6",
    """
    id | words | sender
    3 | 5 | Zoë
    4 | 4 | Bo Li
    9 | 3 | ana
    1 | 3 | Zoë
    8 | 3 | Zoë
    6 | 3 | null
    """
  ),
  (
    "messages | sort words | last 2 | select id, words",
    """
    id | words
    3 | 5
    5 | null
    """
  ),
  (
    "messages | sort -date | select id | last",
    """
    id
    6
    """
  ),
  (
    "messages | sort -weekday | select id, weekday | take 4",
    """
    id | weekday
    8 | Sun
    3 | Fri
    1 | Thu
    2 | Thu
    """
  ),
  (
    "messages | first per sender | select id, sender",
    """
    id | sender
    7 | Ana
    2 | ana
    4 | Bo Li
    1 | Zoë
    5 | null
    """
  ),
  (
    "messages | top 2 by words | select id, words",
    """
    id | words
    3 | 5
    4 | 4
    """
  ),
  (
    "messages | top 3 by -words | select id, words",
    """
    id | words
    2 | 1
    7 | 2
    1 | 3
    """
  ),
  (
    "messages | top 1 per sender by words | select id, sender, words",
    """
    id | sender | words
    7 | Ana | 2
    9 | ana | 3
    4 | Bo Li | 4
    3 | Zoë | 5
    6 | null | 3
    """
  ),
  (
    "messages | distinct sender",
    """
    sender
    Ana
    ana
    Bo Li
    Zoë
    null
    """
  ),
  (
    "messages | select words, edited | distinct",
    """
    words | edited
    3 | false
    1 | true
    5 | false
    4 | false
    null | false
    2 | false
    """
  ),
  (
    "messages | explode t = tags | select id, t | take 4",
    """
    id | t
    1 | soleil
    3 | travail
    3 | Cnil
    4 | travail
    """
  ),
  (
    "messages | explode tags | count by tags",
    """
    tags | count
    Cnil | 1
    FETE | 1
    fête | 2
    soleil | 2
    travail | 2
    """
  ),
])
func `stages`(pipeline: String, answer: String) throws {
  #expect(try sample.answer(pipeline) == answer)
}

@Test func `a sample is the same for a seed, in the order of the table, and no larger than it`()
  throws
{
  let drawn = try sample.answer("messages | sample 4 seed 7 | select id")
  #expect(drawn == (try sample.answer("messages | sample 4 seed 7 | select id")))
  let ids = drawn.split(separator: "\n").dropFirst().compactMap { Int($0) }
  #expect(ids.count == 4)
  #expect(ids == ids.sorted())
  #expect(try sample.table("messages | sample 100").rowCount == 9)
  #expect(try sample.table("messages | sample 0").rowCount == 0)
  var draws: Set<String> = []
  for seed in 1...20 {
    draws.insert(try sample.answer("messages | sample 4 seed \(seed) | select id"))
  }
  #expect(draws.count > 5)
}

@Test(arguments: [
  ("top 10 by words", 9), ("top 0 by words", 0), ("take 0", 0), ("take 100", 9), ("skip 100", 0),
  ("first 100 per sender", 9), ("last 0", 0),
])
func `more rows than there are, or none, can be asked for`(stage: String, rows: Int) throws {
  #expect(try sample.table("messages | \(stage)").rowCount == rows)
}

@Test func `top finds the same rows as a sort does, in a large table`() throws {
  let numbers = (0..<30_000).map { Int64($0 &* 7_919 % 10_007) }
  let table = Table(
    name: "numbers", rowCount: numbers.count, fields: [.init("n", .int(PlainColumn(numbers)))])
  let key = Expression(.name("n"), at: SourceSpan(0, 0))
  for descending in [false, true] {
    let top = Stage.top(.rows(50), per: [], by: Stage.SortKey(key, descending: descending))
    let sort = Stage.sort([Stage.SortKey(key, descending: !descending)])
    let found = try run(top, over: table)
    let sorted = try run(sort, over: table).selecting(.range(0..<50))
    #expect(
      found.column("n").map { column in (0..<50).map { column[$0] } }
        == sorted.column("n").map { column in (0..<50).map { column[$0] } })
  }
}

private func run(_ stage: Stage, over table: Table) throws(Diagnostic) -> Table {
  try check(stage, over: Schema(of: table), in: sample.environment)
    .run(table, in: sample.environment)
}

@Test func `an exploded table derives its other columns but stands for no messages`() throws {
  let table = try sample.table("messages | explode t = tags | where t = \"fete\"")
  #expect(table.origin == nil)
  #expect(table.column("id").map { [$0[0], $0[1], $0[2]] } == [.int(7), .int(7), .int(9)])
  #expect(table.shown == ["id", "date", "t"])
}

@Test(
  arguments: [
    ("where id = 2 | context 1", [1, 2, 3], []),
    ("where id in (1, 4) | context 1", [1, 2, 3, 4, 5], []),
    ("where id in (1, 5) | context 1", [1, 2, 4, 5, 6], [2]),
    ("where id = 7 | context 1", [6, 7], []),
    ("where id in (7, 8) | context 1", [6, 7, 8, 9], [2]),
    ("where id = 3 | context 0 2", [3, 4, 5], []),
    ("where id = 2 | context 30min", [1, 2, 3], []), ("where id = 1 | context 29min", [1], []),
    ("where id = 7 | context 1d", [5, 6, 7], []),
    ("where id in (4, 5) | context 1d", [4, 5, 6, 7], []),
    ("where id = 6 | context 1h", [6], []),
    ("where id = 4 | context 1000000000", [1, 2, 3, 4, 5, 6, 7], []),
    ("where id in (9, 2) | sort -id | context 0", [2, 9], [1]), ("where false | context 3", [], []),
  ] as [(String, [Int64], [Int])])
func `context puts back the messages around, of the same transcript`(
  pipeline: String, ids: [Int64], breaks: [Int]
) throws {
  let table = try sample.table("messages | \(pipeline)")
  #expect(
    table.column("id").map { column in (0..<column.count).map { column[$0] } } == ids.map(Value.int)
  )
  #expect(table.breaks == breaks)
}

@Test func `columns that were worked out are null in the rows that context puts back`() throws {
  #expect(
    try sample.answer("messages | where id = 2 | extend n = words * 2 | context 1 | select id, n")
      == """
      id | n
      1 | null
      2 | 2
      3 | null
      """)
}

@Test func `expect passes the table on or fails with what it found`() throws {
  #expect(try sample.table("messages | expect count() > 3 and max(words) = 5").rowCount == 9)
  let line = "messages | expect count() > 100 or max(words) > 100"
  do throws(Diagnostic) {
    _ = try sample.table(line)
    Issue.record("expect let a false condition pass")
  } catch {
    #expect(error.cause == .expectation)
    #expect(
      error.text(in: SourceText(text: line)) == """
        error: expected count() > 100 or max(words) > 100
          messages | expect count() > 100 or max(words) > 100
                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ count() is 9 and max(words) is 5
        """)
  }
}
