import Diagnostics
import Model
import Output
import Testing

@Suite struct `beside a column of counts` {
  private let groups = counted([("Ana", 120), ("Bo", 60), ("Cléa", 1), (nil, 0)], of: 240)

  @Test func `a terminal shows the part of all rows, and a bar`() throws {
    #expect(
      try shown(groups, columns: 40) == """
        sender  count
        ──────  ────────────────────────────────
        Ana       120   50 %  ██████████████████
        Bo         60   25 %  █████████
        Cléa        1   <1 %  ▏
        ·           0    0 %

        """)
  }

  @Test func `so it does in a box, and in ASCII where the terminal knows no more`() throws {
    #expect(
      try shown(groups, .box, columns: 40, ascii: true) == """
        +--------+-----------------------------+
        | sender | count                       |
        +--------+-----------------------------+
        | Ana    |   120   50 %  ############# |
        | Bo     |    60   25 %  #######       |
        | Cléa   |     1   <1 %  #             |
        | -      |     0    0 %                |
        +--------+-----------------------------+

        """)
  }

  @Test func `there is as much as there is room for`() throws {
    #expect(try shown(groups, columns: 24).contains("Ana       120   50 %\n"))
    #expect(try shown(groups, columns: 19).contains("Ana       120\n"))
    for columns in 8...120 {
      for form in [TableView.Form.table, .box] {
        let lines = try shown(groups, form, columns: columns).split(separator: "\n")
        let cells = lines.filter { !$0.hasPrefix("no room") }
        #expect(cells.allSatisfy { displayWidth(of: $0) <= max(columns, 16) })
      }
    }
  }

  @Test func `a pipe and a line a cell show the count alone`() throws {
    #expect(try shown(groups, columns: nil).contains("Ana       120\n"))
    #expect(try shown(groups, .line, columns: 40).contains("count  = 120\n"))
  }

  @Test func `rows that are taken out keep their part of all`() throws {
    let some = groups.selecting(.list([1, 3]))
    #expect(try shown(some, columns: 60).contains("Bo         60   25 %  ████████████████████████"))
  }

  @Test func `other numbers have none`() throws {
    let table = Table(
      name: "t", rowCount: 1, fields: [.init("count", .int(PlainColumn([5])))])
    #expect(try shown(table, columns: 40) == "count\n─────\n    5\n")
  }

  private func shown(
    _ table: Table, _ form: TableView.Form = .table, columns: Int?, ascii: Bool = false
  ) throws -> String {
    var screen = columns.map { Screen.terminal(columns: $0, lines: 24, colored: false) } ?? .plain
    screen.drawsUnicode = !ascii
    return try written { (sink) throws(Diagnostic) in
      try TableView(form, limit: nil, screen: screen).write(table, to: sink)
    }
  }
}

/// Groups of so many rows in all.
private func counted(_ rows: [(name: String?, count: Int64)], of whole: Int) -> Table {
  Table(
    name: "count by sender", rowCount: rows.count,
    fields: [
      .init("sender", .text(TextColumn(rows.map(\.name))), meaning: .key),
      .init("count", .int(PlainColumn(rows.map(\.count))), meaning: .part(of: whole)),
    ])
}
