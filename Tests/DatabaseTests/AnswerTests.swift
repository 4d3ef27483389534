import Diagnostics
import Model
import Testing

@testable import Database

/// A table with a column of each type that a database knows, and a row of nulls where there can be.
private let table = Table(name: "t", rowCount: 3, fields: plainFields + periodFields)

private let plainFields: [Table.Field] = [
  .init("text", .text(TextColumn(["é\"\\\n\u{1}", nil, ""]))),
  .init("name", .category(CategoryColumn(["Zoë", "Bo", nil]))),
  .init("int", .int(PlainColumn([Int64.min, nil, Int64.max], filler: 0))),
  .init("float", .float(PlainColumn([2.5, nil, 1e300], filler: 0))),
  .init("bool", .bool(PlainColumn([true, nil, false], filler: false))),
  .init("date", .datetime(PlainColumn(moments: [0, Moment.none, 1_739_812_500]))),
  .init("gap", .duration(PlainColumn([0, nil, 7_500], filler: 0))),
  .init("list", .list(ListColumn([["a\"b", "\u{2028}\t"], [], [""]]))),
]

private let periodFields: [Table.Field] = Period.Unit.allCases.map { unit in
  let ordinals: [Int64?] = [
    Period.ordinal(of: unit, holding: 0), nil, Period.ordinal(of: unit, holding: 1_739_812_500),
  ]
  return Table.Field(unit.rawValue, .period(unit, PlainColumn(ordinals, filler: 0)))
}

private func ask(_ question: String, keeping: Bool = true) throws -> Table {
  try QuestionDatabase(functions: []).answer(
    question,
    over: [
      .init("t", columns: table.fields.map { ($0.name, $0.type) }, isKept: keeping) { table }
    ], parameters: [:], interrupt: .never)
}

@Test func `an answer gives each column back as it was, of its type`() throws {
  let answer = try ask("SELECT * FROM t")
  #expect(answer.fields.map(\.name) == table.fields.map(\.name))
  #expect(answer.fields.map(\.type) == table.fields.map(\.type))
  for place in table.fields.indices {
    for row in 0..<table.rowCount {
      #expect(answer.column(at: place)[row] == table.column(at: place)[row])
    }
  }
}

@Test(arguments: [
  ("1", ValueType.int), ("1.5", .float), ("'x'", .text), ("null", .text),
  ("'2025-02-17T16:14:00'", .datetime), ("'2025-02-17 16:14:00'", .datetime),
  ("'2025-02-30T16:14:00'", .text), ("date", .datetime), ("max(date)", .datetime),
  ("upper(text)", .text), ("int", .int), ("int / 2.0", .float), ("gap", .duration),
  ("gap * 2", .int), ("list", .list), ("month", .period(.month)),
])
func `what is worked out has the type of its values`(expression: String, type: ValueType) throws {
  #expect(try ask("SELECT \(expression) AS x FROM t WHERE int > 0").fields.map(\.type) == [type])
}

@Test(arguments: [
  ("SELECT int FROM t UNION ALL SELECT 'x'", ValueType.text),
  ("SELECT date FROM t UNION ALL SELECT 'soon'", .text),
  ("SELECT int FROM t UNION ALL SELECT 2.5", .float),
  ("SELECT bool FROM t UNION ALL SELECT 'x'", .text),
  ("SELECT list FROM t UNION ALL SELECT 'x'", .text),
])
func `a column of two kinds is of a type that holds both`(question: String, type: ValueType) throws
{
  let answer = try ask(question)
  #expect(answer.fields[0].type == type && answer.rowCount == 4)
}

@Test(arguments: [
  ("count(*)", "count"), ("max(int)", "max_int"), ("int + 1", "int_1"), ("1", "column_1"),
  ("int AS \"taux (%)\"", "taux (%)"), ("int AS n", "n"), ("'a b'", "a_b"), ("-int", "int"),
])
func `a column that the question does not name has a name that can be written`(
  expression: String, name: String
) throws {
  #expect(try ask("SELECT \(expression) FROM t").fields.map(\.name) == [name])
}

@Test func `columns of one name are told apart`() throws {
  #expect(
    try ask("SELECT a.int, b.int, 1 AS int FROM t a JOIN t b USING (int)").fields.map(\.name)
      == ["int", "int_2", "int_3"])
}

@Test func `only what a question reads is asked for, and kept where it stays the same`() throws {
  let database = QuestionDatabase(functions: [])
  let asked = Asked()
  func answer(_ question: String, kept: Bool) throws -> Table {
    try database.answer(
      question,
      over: [
        .init("t", columns: table.fields.map { ($0.name, $0.type) }, isKept: kept) {
          asked.count += 1
          return table
        }
      ], parameters: [:], interrupt: .never)
  }
  for (question, count) in [
    ("SELECT 1", 0), ("SELECT count(*) FROM t", 1), ("SELECT count(*) FROM t", 1),
    ("SELECT int FROM t", 2), ("SELECT max(int), count(*) FROM t", 2),
    ("SELECT float FROM t WHERE int > 0", 3), ("SELECT rowid, int, text FROM t", 3),
  ] {
    #expect(try answer(question, kept: true).rowCount > 0)
    #expect(asked.count == count, "\(question)")
  }
  database.forget()
  for count in 4...5 {
    #expect(try answer("SELECT int FROM t", kept: false).rowCount == 3 && asked.count == count)
  }
}

private final class Asked: @unchecked Sendable {
  var count = 0
}

@Test(arguments: [
  "[]", " [ ] ", #"["a"]"#, #"["a", "b\n\u00e9\ud83d\ude00"]"#, #"["\"\\\/\b\f\r\t"]"#,
])
func `a list is read from any JSON that holds texts`(json: String) {
  #expect(listItems(of: Array(json.utf8)) != nil)
}

@Test(arguments: ["", "[", "]", "[1]", #"["a"#, #"["a",]"#, #"["a"] x"#, #"["\x"]"#, #"["\u12"]"#])
func `what is no list of texts is told from one`(json: String) {
  #expect(listItems(of: Array(json.utf8)) == nil)
}

@Test func `escapes of JSON stand for what they say`() {
  #expect(
    listItems(of: Array(#"["\u00e9\ud83d\ude00\n", "x\/"]"#.utf8)) == ["é😀\n", "x/"])
}
