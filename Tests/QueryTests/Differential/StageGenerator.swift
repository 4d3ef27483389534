import Model

/// A stage of a generated query, and the table that the plain model has after it.
struct PlainStage: Sendable {
  let source: String
  var parts: Set<String>
  var outcome: Outcome

  enum Outcome: Sendable {
    case table(PlainTable)
    /// Any rows of the table before, so many, in its order.
    case some(Int)
    /// `expect` does not hold.
    case failure
  }
}

/// Makes stages over a table, one after the other.
struct StageGenerator {
  var terms: TermGenerator
  private(set) var table: PlainTable
  private var names = 0

  init(_ table: PlainTable, others: PlainTable, _ choices: Choices) {
    self.table = table
    terms = TermGenerator(choices: choices, scope: table.scope, others: others)
  }

  static let stages = [
    "where", "select", "extend", "drop", "rename", "sort", "take", "skip", "sample", "first",
    "last",
    "top", "distinct", "count", "summarize", "pivot", "explode", "expect",
  ]

  /// A stage over the table as it is; nil where it needs what is not there.
  mutating func stage() -> PlainStage? {
    guard !table.scope.isEmpty else { return nil }
    terms.scope = table.scope
    let name = terms.choices.pick(StageGenerator.stages)
    var stage = make(name)
    stage?.parts.insert("| \(name)")
    return stage
  }

  /// Goes on from a table.
  mutating func go(on table: PlainTable) { self.table = table }

  private mutating func make(_ name: String) -> PlainStage? {
    switch name {
    case "where":
      let condition = terms.term(.bool, terms.choices.number(1...4))
      return rows("where \(condition.source)", condition.parts) {
        $0.rows.filter { condition.value($0).holds }
      }
    case "select": return select()
    case "extend": return extend()
    case "drop": return drop()
    case "rename": return rename()
    case "sort":
      let keys = sortKeys(1...3)
      let source = keys.map { ($0.descending ? "-" : "") + $0.term.key }.joined(separator: ", ")
      return rows("sort \(source)", parts(of: keys.map(\.term))) { $0.sorted(by: keys) }
    case "take":
      let count = number()
      return rows("take \(count)") { Array($0.rows.prefix(count)) }
    case "skip":
      let count = number()
      return rows("skip \(count)") { Array($0.rows.dropFirst(count)) }
    case "sample":
      let count = number()
      return PlainStage(
        source: "sample \(count) seed \(terms.choices.number(0...999))", parts: [],
        outcome: .some(min(count, table.rows.count)))
    case "first", "last": return edge(name)
    case "top": return top()
    case "distinct": return distinct()
    case "count": return count()
    case "summarize": return summarize()
    case "pivot": return pivot()
    case "explode": return explode()
    default: return expect()
    }
  }

  // MARK: - Parts

  func parts(of terms: [Term]) -> Set<String> {
    terms.reduce(into: []) { $0.formUnion($1.parts) }
  }

  private func rows(
    _ source: String, _ parts: Set<String> = [], _ change: (PlainTable) -> [[Plain]]
  ) -> PlainStage {
    PlainStage(
      source: source, parts: parts,
      outcome: .table(PlainTable(columns: table.columns, rows: change(table))))
  }

  private mutating func number() -> Int {
    terms.choices.chance(1, of: 20)
      ? terms.choices.pick([Int.max, 1 << 32, 1_000_000])
      : terms.choices.number(0...(table.rows.count + 2))
  }

  mutating func fresh() -> String {
    names += 1
    return "x\(names)"
  }

  private static let types: [PlainType] = [
    .bool, .int, .float, .text, .weekday, .monthname, .date, .duration, .list, .period(.month),
    .period(.week), .period(.day), .period(.quarter), .period(.year),
  ]

  mutating func anyTerm() -> Term {
    terms.term(terms.choices.pick(StageGenerator.types), terms.choices.number(0...3))
  }

  mutating func sortKeys(_ count: ClosedRange<Int>) -> [(term: Term, descending: Bool)] {
    (0..<terms.choices.number(count)).map { _ in (anyTerm(), terms.choices.chance(1, of: 2)) }
  }

  /// An item of a list of columns.
  struct Item {
    let name: String
    let source: String
    let term: Term
  }

  /// Items of different names; a name that exists is given only where `replacing`, and not to a
  /// constant.
  mutating func items(_ count: ClosedRange<Int>, replacing: Bool = false) -> [Item] {
    var taken: Set<String> = []
    return (0..<terms.choices.number(count)).compactMap { _ in
      let term = terms.choices.chance(1, of: 3) ? terms.choices.pick(table.scope) : anyTerm()
      var item: Item
      if let name = term.name, terms.choices.chance(1, of: 2) {
        item = Item(name: name, source: term.source, term: term)
      } else {
        let old = terms.choices.pick(table.scope).name ?? ""
        let isOld = replacing && !term.isConstant && terms.choices.chance(1, of: 3)
        let name = isOld ? old : fresh()
        item = Item(name: name, source: "\(table.written(name)) = \(term.source)", term: term)
      }
      return taken.insert(item.name).inserted ? item : nil
    }
  }

  func columns(_ items: [Item]) -> [PlainTable.Column] {
    items.map { PlainTable.Column(name: $0.name, type: $0.term.type) }
  }

  func source(_ items: [Item]) -> String { items.map(\.source).joined(separator: ", ") }

  // MARK: - Columns

  private mutating func select() -> PlainStage? {
    let items = items(1...4, replacing: true)
    return PlainStage(
      source: "select \(source(items))", parts: parts(of: items.map(\.term)),
      outcome: .table(
        PlainTable(
          columns: columns(items), rows: table.rows.map { row in items.map { $0.term.value(row) } })
      ))
  }

  private mutating func extend() -> PlainStage? {
    guard table.columns.count < 12 else { return nil }
    let items = items(1...2, replacing: true)
    var extended = table
    for item in items {
      let column = PlainTable.Column(name: item.name, type: item.term.type)
      let place = extended.columns.firstIndex { $0.name == item.name }
      if let place { extended.columns[place] = column } else { extended.columns.append(column) }
      for row in table.rows.indices {
        let value = item.term.value(table.rows[row])
        if let place { extended.rows[row][place] = value } else { extended.rows[row].append(value) }
      }
    }
    return PlainStage(
      source: "extend \(source(items))", parts: parts(of: items.map(\.term)),
      outcome: .table(extended))
  }

  private mutating func drop() -> PlainStage? {
    let name = terms.choices.pick(table.scope).name ?? ""
    guard table.columns.count > 1, let place = table.columns.firstIndex(where: { $0.name == name })
    else { return nil }
    var rest = table
    rest.columns.remove(at: place)
    for row in rest.rows.indices { rest.rows[row].remove(at: place) }
    return PlainStage(source: "drop \(table.written(name))", parts: [], outcome: .table(rest))
  }

  private mutating func rename() -> PlainStage? {
    let (old, new) = (terms.choices.pick(table.scope).name ?? "", fresh())
    var renamed = table
    for place in renamed.columns.indices where renamed.columns[place].name == old {
      renamed.columns[place].name = new
    }
    return PlainStage(
      source: "rename \(new) = \(table.written(old))", parts: [], outcome: .table(renamed))
  }

  // MARK: - Rows

  private mutating func edge(_ name: String) -> PlainStage {
    let isOne = terms.choices.chance(1, of: 3)
    let count = isOne ? 1 : number()
    let keys = items(0...2)
    let per = keys.isEmpty ? "" : " per \(source(keys))"
    return rows("\(name)\(isOne ? "" : " \(count)")\(per)", parts(of: keys.map(\.term))) { table in
      table.groups(by: keys.map(\.term)).flatMap { group in
        Array(name == "first" ? group.rows.prefix(count) : group.rows.suffix(count))
      }
    }
  }

  private mutating func top() -> PlainStage {
    let count = terms.choices.chance(1, of: 2) ? terms.choices.number(0...3) : number()
    let keys = items(0...2)
    let by = sortKeys(1...1)[0]
    let per = keys.isEmpty ? "" : " per \(source(keys))"
    return rows(
      "top \(count)\(per) by \(by.descending ? "-" : "")\(by.term.key)",
      parts(of: keys.map(\.term) + [by.term])
    ) { table in
      let sorted = PlainTable(
        columns: table.columns, rows: table.sorted(by: [(by.term, !by.descending)]))
      return sorted.groups(by: keys.map(\.term)).flatMap { $0.rows.prefix(count) }
    }
  }

  private mutating func distinct() -> PlainStage? {
    let keys = items(0...2)
    guard keys.isEmpty else {
      let groups = table.groups(by: keys.map(\.term))
      return PlainStage(
        source: "distinct \(source(keys))", parts: parts(of: keys.map(\.term)),
        outcome: .table(PlainTable(columns: columns(keys), rows: groups.map(\.key))))
    }
    guard !table.columns.contains(where: \.isAbout) else { return nil }
    return rows("distinct") { table in
      var seen: Set<[UInt8]> = []
      return table.rows.filter { row in seen.insert(Plain.identity(row)).inserted }
    }
  }

  private mutating func explode() -> PlainStage {
    let term = terms.term(.list, terms.choices.number(0...2))
    let name = terms.choices.chance(1, of: 2) ? term.name : nil
    let given = name ?? fresh()
    var exploded = PlainTable(columns: table.columns)
    let place = table.columns.firstIndex { $0.name == given }
    let column = PlainTable.Column(name: given, type: .text)
    if let place { exploded.columns[place] = column } else { exploded.columns.append(column) }
    for row in table.rows {
      for item in term.value(row).elements {
        var new = row
        if let place { new[place] = .text(item) } else { new.append(.text(item)) }
        exploded.rows.append(new)
      }
    }
    return PlainStage(
      source: "explode \(name == nil ? "\(given) = " : "")\(term.source)", parts: term.parts,
      outcome: .table(exploded))
  }
}
