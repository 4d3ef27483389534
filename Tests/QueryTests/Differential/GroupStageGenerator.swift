import Model

/// Stages that make groups of rows.
extension StageGenerator {
  /// The groups that keys make, and how the keys are written.
  private mutating func grouping(
    _ count: ClosedRange<Int>
  ) -> (keys: [Item], source: String, groups: [PlainTable.Group], parts: Set<String>) {
    let keys = items(count)
    guard !keys.isEmpty else { return ([], "", table.groups(by: []), []) }
    let by = " by \(source(keys))"
    let all = parts(of: keys.map(\.term))
    if terms.choices.chance(1, of: 2), let groups = table.filled(by: keys.map(\.term), most: 1_500)
    {
      return (keys, by + " fill", groups, all.union(["fill"]))
    }
    return (keys, by, table.groups(by: keys.map(\.term)), all)
  }

  mutating func count() -> PlainStage {
    var (keys, source, groups, parts) = grouping(0...2)
    // A column of that name could not stand beside the count.
    if keys.contains(where: { $0.name == "count" }) {
      (keys, source, groups, parts) = ([], "", table.groups(by: []), [])
    }
    return PlainStage(
      source: "count\(source)", parts: parts,
      outcome: .table(
        PlainTable(
          columns: columns(keys) + [PlainTable.Column(name: "count", type: .int)],
          rows: groups.map { $0.key + [.int(Int64($0.rows.count))] })))
  }

  private mutating func aggregates(_ count: ClosedRange<Int>) -> [PlainAggregate] {
    (0..<terms.choices.number(count)).map { _ in
      PlainAggregates.make(terms.choices.pick(PlainAggregates.names), &terms)
    }
  }

  mutating func summarize() -> PlainStage {
    let (keys, by, groups, keyParts) = grouping(0...2)
    let calls = aggregates(1...3)
    let all = table.rows.count
    var parts = calls.reduce(into: keyParts) { $0.formUnion($1.parts) }
    var taken = Set(keys.map(\.name))
    var results = columns(keys)
    var sources: [String] = []
    var values: [@Sendable (PlainTable.Group) -> Plain] = []
    for call in calls {
      let isNamed = call.name.map { terms.choices.chance(1, of: 2) || taken.contains($0) } ?? true
      let name = isNamed ? fresh() : call.name ?? ""
      taken.insert(name)
      sources.append(isNamed ? "\(name) = \(call.source)" : call.source)
      results.append(PlainTable.Column(name: name, type: call.type, isAbout: call.isAbout))
      values.append { call.value($0, all) }
    }
    if let term = around(calls, keys) {
      parts.formUnion(term.parts)
      let name = fresh()
      sources.append("\(name) = \(term.source)")
      results.append(PlainTable.Column(name: name, type: term.type))
      values.append { group in term.value(group.key + calls.map { $0.value(group, all) }) }
    }
    return PlainStage(
      source: "summarize \(sources.joined(separator: ", "))\(by)", parts: parts,
      outcome: .table(
        PlainTable(
          columns: results, rows: groups.map { group in group.key + values.map { $0(group) } })))
  }

  /// An expression around aggregates and keys, perhaps.
  private mutating func around(_ calls: [PlainAggregate], _ keys: [Item]) -> Term? {
    guard terms.choices.chance(1, of: 3) else { return nil }
    return over(calls, keys) { generator in
      generator.term(generator.choices.pick([.int, .float, .bool, .text]), 2)
    }
  }

  /// A term over the aggregates of groups as its columns.
  private mutating func over(
    _ calls: [PlainAggregate], _ keys: [Item], _ make: (inout TermGenerator) -> Term
  ) -> Term? {
    let known = keys.enumerated().map { place, key in
      Term(column: place, named: key.name, table.written(key.name), key.term.type)
    }
    let found = calls.enumerated().filter { !$0.element.isAbout }.map { place, call in
      Term(column: keys.count + place, named: call.source, call.source, call.type)
    }
    guard !found.isEmpty else { return nil }
    let before = terms.scope
    terms.scope = known + found
    defer { terms.scope = before }
    let term = make(&terms)
    // Only what names an aggregate is about groups; `format` and date functions name columns.
    return term.columns.isEmpty || term.parts.contains("format") ? nil : term
  }

  mutating func expect() -> PlainStage? {
    let calls = aggregates(1...2)
    guard let condition = over(calls, [], { $0.term(.bool, 2) }) else { return nil }
    let group = PlainTable.Group(key: [], rows: table.rows)
    let holds = condition.value(calls.map { $0.value(group, table.rows.count) }).holds
    return PlainStage(
      source: "expect \(condition.source)",
      parts: calls.reduce(into: condition.parts) { $0.formUnion($1.parts) },
      outcome: holds ? .table(table) : .failure)
  }

  /// The rows as a pivot comes to them: where the first columns tell them apart and they stand in the order of those,
  /// in that of the ones that are left.
  private func inOrderOfPivot(_ left: [Term], _ across: Term) -> [[Plain]] {
    let columns = table.columns.compactMap { column in
      table.scope.first { $0.name == column.name }
    }
    guard columns.count == table.columns.count else { return table.rows }
    let names = left.compactMap(\.name)
    let place = columns.firstIndex { $0.name == across.name } ?? 0
    let last = columns.lastIndex { column in names.contains { $0 == column.name } } ?? 0
    guard last > place else { return table.rows }
    for count in (place + 1)...(last + 1) {
      let keys = Array(columns.prefix(count))
      let groups = table.groups(by: keys)
      guard groups.count == table.rows.count else { continue }
      let ordered = groups.flatMap(\.rows).map { Plain.identity($0) }
      let kept = keys.filter { key in names.contains { $0 == key.name } }
      guard ordered == table.rows.map({ Plain.identity($0) }), !kept.isEmpty else {
        return table.rows
      }
      return table.groups(by: kept).flatMap(\.rows)
    }
    return table.rows
  }

  mutating func pivot() -> PlainStage? {
    guard !table.columns.contains(where: \.isAbout) else { return nil }
    let across = terms.choices.pick(table.scope)
    let numeric: [PlainType] = [.int, .float, .duration]
    let cell: Term
    let isWritten = terms.choices.chance(1, of: 2)
    if isWritten {
      cell = terms.term(terms.choices.pick(numeric), terms.choices.number(0...2))
    } else {
      let last = table.scope.last { $0.name != across.name && numeric.contains($0.type) }
      guard let last else { return nil }
      cell = last
    }
    let left = table.scope.filter {
      $0.name != across.name && !cell.columns.contains($0.name ?? "")
    }
    guard
      left.count
        == table.columns.filter({ $0.name != across.name && !cell.columns.contains($0.name) }).count
    else { return nil }
    let headings = table.groups(by: [across])
    guard headings.count <= 12 else { return nil }
    var pivoted = PlainTable(
      columns: left.map { PlainTable.Column(name: $0.name ?? "", type: $0.type) })
    for heading in headings where !table.rows.isEmpty {
      var (name, number) = (heading.key[0].shown, 2)
      while pivoted.columns.contains(where: { $0.name == name }) {
        name = "\(heading.key[0].shown)_\(number)"
        number += 1
      }
      pivoted.columns.append(PlainTable.Column(name: name, type: cell.type))
    }
    let side: ([Plain]) -> [UInt8] = { row in Plain.identity(left.map { $0.value(row) }) }
    let cells = headings.map { heading in Dictionary(grouping: heading.rows, by: side) }
    var seen: Set<[UInt8]> = []
    for row in inOrderOfPivot(left, across) where seen.insert(side(row)).inserted {
      let sums = cells.map { rows in
        PlainAggregates.sum(
          rows[side(row), default: []].map(cell.value).filter { !$0.isNull }, cell.type)
      }
      pivoted.rows.append(left.map { $0.value(row) } + sums)
    }
    return PlainStage(
      source: "pivot \(across.source)\(isWritten ? ", \(cell.source)" : "")", parts: cell.parts,
      outcome: .table(pivoted))
  }
}
