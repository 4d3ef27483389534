import Diagnostics
import Model

extension Checker {
  /// `pivot`: the values of a column become columns; rows are what the other columns have, cells
  /// the sums of a number.
  func pivot(_ name: Name, cells: Expression?) throws(Diagnostic) -> CheckedStage {
    guard schema.column(name.text) != nil else {
      guard Function.named(name.text)?.meansDate == true, schema.column("date") != nil else {
        throw unknown(name.text, at: name.span)
      }
      throw .usage(
        "\(schema.title) has no column “\(name.text)” yet", at: name.span,
        help: "count first: count by …, \(name.text) | pivot \(name.text)")
    }
    try checkChosen(name, cells)
    let cell = try self.cells(cells, besides: name)
    let left = schema.columns.filter { column in
      column.name != name.text && !cell.columns.contains(column.name)
    }
    let output = Schema(
      name: "pivot \(name.text)", columns: left.map { ColumnDefinition($0.name, $0.type, "") },
      isOpen: true)
    let words = "make a column of each \(name.text), with \(cell.source) in the cells"
    let isCounted = schema.origin == nil
    return CheckedStage(words, gives: output) { (table, environment) throws(Diagnostic) in
      let pivoted = try Pivot(
        column: name, rowColumns: left.map(\.name), cell: cell, name: output.name
      ).run(table, in: environment)
      if !isCounted, table.rowCount > 1, pivoted.rowCount == table.rowCount {
        environment.notes.add(
          .note(
            "nothing was added up: no two rows agree in all of the other columns",
            help: "select fewer of them, or count: count by …, \(name.text) | pivot \(name.text)"))
      }
      return pivoted
    }
  }

  /// A complaint about a table of the session with all of its columns: what tells its rows apart
  /// would keep each of them a row of its own.
  private func checkChosen(_ name: Name, _ cells: Expression?) throws(Diagnostic) {
    guard let origin = schema.origin,
      TableDefinition.named(origin).columns.allSatisfy({ schema.column($0.name) != nil })
    else { return }
    let written = "\(name.text)\(cells.map { ", \($0)" } ?? "")"
    throw .usage(
      "a pivot of all columns of \(origin.rawValue) would add up nothing", at: name.span,
      help: cells == nil
        ? "count first: count by …, \(written) | pivot \(written)"
        : "choose columns first: select …, \(written) | pivot \(written)")
  }

  /// What stands in the cells: the expression given, or the last column of numbers.
  private func cells(
    _ expression: Expression?, besides name: Name
  ) throws(Diagnostic) -> TypedExpression {
    if let expression {
      let typed = try check(expression)
      guard typed.type?.isNumeric ?? false || typed.type == .duration else {
        throw .usage(
          "the cells of a pivot are numbers; \(typed.described)", at: typed.span,
          help: "one column becomes columns, the others stay: pivot \(Spelling.name(name.text))")
      }
      return typed
    }
    let last = schema.columns.last {
      $0.name != name.text && ($0.type.isNumeric || $0.type == .duration)
    }
    guard let last else {
      throw .usage(
        "pivot needs a column of numbers for its cells", at: name.span,
        help: "count first: count by …, \(name.text) | pivot \(name.text)")
    }
    return .column(last.name, last.type, Expression(.name(last.name), at: name.span))
  }
}

/// A pivot of a table.
private struct Pivot {
  let column: Name
  let rowColumns: [String]
  let cell: TypedExpression
  let name: String

  /// Columns that a pivot may make.
  private static let mostColumns = 2_000

  func run(_ table: Table, in environment: Environment) throws(Diagnostic) -> Table {
    let interrupt = environment.interrupt
    guard let place = table.index(of: column.text) else {
      throw Diagnostic("\(table.name) has no column “\(column.text)”", at: column.span)
    }
    let headings = try table.column(at: place, interrupt)
    let key = try GroupKey(headings, interrupt)
    let across = try Groups(PlacedKeys([key], rows: table.rowCount, interrupt), interrupt)
    guard across.count <= Pivot.mostColumns else {
      throw Diagnostic(
        "“\(column.text)” has \(across.count) values: too many for columns", at: column.span,
        help: "at most \(Pivot.mostColumns); top or where leave fewer")
    }
    var sides: [Column] = []
    var keys: [GroupKey] = []
    for place in rowColumns.compactMap(table.index(of:)) {
      let side = try table.column(at: place, interrupt)
      sides.append(side)
      keys.append(try GroupKey(side, interrupt))
    }
    let down = try Groups(PlacedKeys(keys, rows: table.rowCount, interrupt), interrupt)
    let order = try order(of: down, in: table, across: place, interrupt)
    let firstOf = try down.firstRows(interrupt)
    let firstRows = order.map { firstOf[Int($0)] }
    let sums = try cells(of: table, across, down, in: environment)
    var fields: [Table.Field] = []
    for (name, side) in zip(rowColumns, sides) {
      let values = try side.gathered(firstRows, check: interrupt.check)
      fields.append(Table.Field(name, values, meaning: .key))
    }
    var names = Set(rowColumns)
    let values = try key.values(across.keyPlaces[0])
    let meaning = Table.Meaning.cells(heading: column.text, value: "\(cell.source)")
    for code in 0..<across.count {
      let column = try sums.column(code, order, interrupt)
      let name = unused(plainText(values[code]), &names)
      fields.append(Table.Field(name, column, meaning: meaning))
    }
    return Table(name: name, rowCount: firstRows.count, fields: fields)
  }

  /// The groups of rows in the order in which they are first met, so that a sort before counts.
  ///
  /// Of `count by sender, month` that is the months of the first sender, then those which only others have: where
  /// the first columns tell each row from the others, and the rows stand in their order, the groups come in the
  /// order of what is left of those columns.
  private func order(
    of groups: Groups, in table: Table, across place: Int, _ interrupt: Interrupt
  ) throws(Diagnostic) -> [Int32] {
    let met = try groups.inOrderOfRows(interrupt)
    let rowPlaces = rowColumns.compactMap(table.index(of:))
    guard let last = rowPlaces.last, last > place, !met.areAscending else { return met }
    var keys = try (0..<place).map { (column) throws(Diagnostic) in
      try GroupKey(try table.column(at: column, interrupt), interrupt)
    }
    for column in place...last {
      keys.append(try GroupKey(try table.column(at: column, interrupt), interrupt))
      let all = try Groups(PlacedKeys(keys, rows: table.rowCount, interrupt), interrupt)
      guard all.count == table.rowCount else { continue }
      guard try all.ids(interrupt).areAscending else { return met }
      let left = rowPlaces.filter { $0 <= column }.map { keys[$0] }
      let ranks = try Groups(PlacedKeys(left, rows: table.rowCount, interrupt), interrupt)
        .ids(interrupt)
      let firstOf = try groups.firstRows(interrupt)
      return met.enumerated().sorted { a, b in
        let (one, other) = (
          ranks[Int(firstOf[Int(a.element)])], ranks[Int(firstOf[Int(b.element)])]
        )
        return (one, a.offset) < (other, b.offset)
      }.map(\.element)
    }
    return met
  }

  /// The sum of each pair of a column and a row that occurs.
  private func cells(
    of table: Table, _ across: Groups, _ down: Groups, in environment: Environment
  ) throws(Diagnostic) -> Cells {
    let interrupt = environment.interrupt
    let keys = [
      GroupKey(numbers: try across.ids(interrupt), below: across.count),
      GroupKey(numbers: try down.ids(interrupt), below: down.count),
    ]
    let sum = GroupedStage.AggregateCall(
      column: "", arguments: [cell], work: Aggregate.sum(of: cell.type), source: cell.source)
    let (pairs, sums) = try GroupedStage.run(
      [sum], over: table, by: PlacedKeys(keys, rows: table.rowCount, interrupt), in: environment)
    return Cells(
      values: sums[0], columns: pairs.keyPlaces[0].map { $0 - 1 },
      rows: pairs.keyPlaces[1].map { $0 - 1 })
  }

  /// A name for a column that no other has yet: `name_2` where `name` is taken.
  private func unused(_ heading: String, _ names: inout Set<String>) -> String {
    var name = heading
    var number = 2
    while !names.insert(name).inserted {
      name = "\(heading)_\(number)"
      number += 1
    }
    return name
  }
}

/// The cells of a pivot that have a value.
private struct Cells {
  let values: Column
  /// The column of each, ascending.
  let columns: [Int32]
  /// The row of each, by its number among the groups of rows.
  let rows: [Int32]
  private let bounds: [Int]

  init(values: Column, columns: [Int32], rows: [Int32]) {
    self.values = values
    self.columns = columns
    self.rows = rows
    var bounds: [Int] = []
    for (cell, column) in columns.enumerated() where Int(column) >= bounds.count {
      bounds.append(cell)
    }
    self.bounds = bounds + [columns.count]
  }

  /// A column for the groups of rows in an order; null where there is no cell.
  func column(
    _ column: Int, _ order: [Int32], _ interrupt: Interrupt
  ) throws(Diagnostic) -> Column {
    var places = [Int32](repeating: -1, count: order.count)
    for cell in bounds[column]..<bounds[column + 1] { places[Int(rows[cell])] = Int32(cell) }
    let cells = try Checked.map(order.count, check: interrupt.check) { places[Int(order[$0])] }
    return try values.gatheredOrNull(cells, check: interrupt.check)
  }
}

extension [Int32] {
  /// Whether none is followed by a lesser one.
  fileprivate var areAscending: Bool { zip(self, dropFirst()).allSatisfy { $0 <= $1 } }
}
