import Diagnostics
import Model
import Testing

@testable import Database

@Test func `every type is declared by words of its own, and read back from them`() {
  let declarations = StoredType.all.map(\.declaration)
  #expect(Set(declarations).count == declarations.count)
  for stored in StoredType.all {
    #expect(StoredType.declaration(of: stored.type) == stored.declaration)
    #expect(StoredType.type(declared: stored.declaration) == stored.type)
  }
  #expect(StoredType.type(declared: "VARCHAR(20)") == nil)
}

@Test(arguments: StoredType.all.map(\.declaration))
func `SQLite keeps what is written under each type as it is written`(declaration: String) throws {
  let connection = try Connection()
  try connection.run("CREATE TABLE t (x \(declaration))")
  let value = declaration.hasPrefix("TEXT") ? "'2025'" : declaration == "REAL" ? "2.5" : "2025"
  try connection.run("INSERT INTO t VALUES (\(value))")
  let statement = try connection.prepare("SELECT typeof(x), x FROM t WHERE x = \(value)")
  var kept = ""
  #expect(try statement.next())
  statement.read(0) { _, text in kept = String(copying: text) }
  let word = try #require(declaration.split(separator: " ").first)
  #expect(kept == word.lowercased())
  #expect(statement.columns[1].declared == declaration)
}

@Test func `a table of many batches is filled whole and in order`() throws {
  let count = 40_000
  let table = Table(
    name: "t", rowCount: count,
    fields: [
      .init("n", .int(PlainColumn((0..<count).map { Int64($0) }))),
      .init("half", .text(TextColumn((0..<count).map { $0 % 2 == 0 ? "\($0)" : nil }))),
    ])
  let connection = try Connection()
  var told: [Int] = []
  try connection.create("t", table.fields.map { ($0.name, $0.type) })
  try connection.fill("t", with: table, columns: [0, 1]) { told.append($0) }
  #expect(told.last == count && told == told.sorted())
  let statement = try connection.prepare(
    """
    SELECT count(*), sum(n = rowid - 1), count(half), sum(half = n AND n % 2 = 0) FROM t
    """)
  #expect(try statement.next())
  var numbers: [Statement.Content] = []
  for column in 0..<4 { statement.read(column) { content, _ in numbers.append(content) } }
  #expect(numbers == [40_000, 40_000, 20_000, 20_000].map { .integer($0) })
}

@Test func `what SQLite complains of is said in its words`() throws {
  let connection = try Connection()
  do {
    _ = try connection.prepare("SELECT 1 FROM nowhere")
  } catch { #expect(error.message == "no such table: nowhere") }
  do {
    try connection.run("CREATE TABLE t (x, X)")
  } catch { #expect(error.message == "duplicate column name: X") }
  #expect(throws: Diagnostic.self) { _ = try Connection(path: "/nowhere/at/all") }
}

@Test func `a long statement ends when the user has asked to stop`() throws {
  let connection = try Connection()
  connection.interrupt = Interrupt { true }
  #expect(throws: Diagnostic.interrupted) {
    try connection.run(
      "WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c) SELECT max(n) FROM c")
  }
}

@Test
func `a hundred thousand columns of one name are told apart as fast as others`() {
  let names = distinctNames((0..<100_000).map { $0 % 2 == 0 ? "a" : "A" })
  #expect(Set(names.map(lowercasedName)).count == 100_000 && names.last == "A_100000")
}
