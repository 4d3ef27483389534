import Diagnostics
import Model

extension Aggregate {
  static let spreadAggregates: [Aggregate] = [
    extreme("min", "the least value", [.init("min(x)", "1"), .init("min(t)", "a")]) { $0 < $1 },
    extreme("max", "the greatest value", [.init("max(x)", "5"), .init("max(t)", "b")]) { $0 > $1 },
  ]

  static let rowAggregates: [Aggregate] = [
    edge("first", "the first value that is not null", [.init("first(t)", "b")]) { old, new in
      old < 0 ? new : old
    },
    edge("last", "the last value that is not null", [.init("last(x)", "5")]) { _, new in new },
    Aggregate(
      "list", [Parameter("x", .textOrList)],
      "all texts that are not null, of lists all elements, in the order of the rows",
      [.init("list(t)", "b; a; B; a")]
    ) { _ in
      Work(.list) { rows throws(Diagnostic) in
        let interrupt = rows.environment.interrupt
        let (members, bounds) = try rows.groups.members(interrupt)
        let values = try rows.values(of: members)
        if case .list(let lists) = values {
          return .list(
            ListColumn(items: lists.items, bounds: bounds.map { lists.bounds[$0] }))
        }
        let texts = values.asText
        var kept: [Int32] = []
        var ends: [Int32] = [0]
        for group in 0..<rows.count {
          let first = bounds[group]
          try Checked.forEach(bounds[group + 1] - first, check: interrupt.check) { place in
            if !texts.isNull(first + place) { kept.append(Int32(first + place)) }
          }
          ends.append(Int32(kept.count))
        }
        return .list(
          ListColumn(items: try texts.gathered(kept, check: interrupt.check), bounds: ends))
      }
    },
  ]

  /// An aggregate that is the value of one row: the first or last that is not null.
  private static func edge(
    _ name: String, _ summary: String, _ examples: [Function.Example],
    _ choose: @escaping @Sendable (_ old: Int32, _ new: Int32) -> Int32
  ) -> Aggregate {
    Aggregate(name, [Parameter("x", .any)], summary, examples) { arguments in
      let type = arguments[0].type ?? .text
      return Work(type) { rows throws(Diagnostic) in
        var chosen = [Int32](repeating: -1, count: rows.count)
        var row: Int32 = 0
        try rows.forEachBatch { (arguments, groups) throws(Diagnostic) in
          let nulls = arguments[0].nullRows
          for (place, group) in groups.enumerated() {
            if nulls?[place] != true { chosen[Int(group)] = choose(chosen[Int(group)], row) }
            row += 1
          }
        }
        return try rows.values(at: chosen)
      }
    }
  }

  /// An aggregate that is the value of the row that comes first or last in the order of values.
  private static func extreme(
    _ name: String, _ summary: String, _ examples: [Function.Example],
    _ comesFirst: @escaping @Sendable (UInt64, UInt64) -> Bool
  ) -> Aggregate {
    Aggregate(name, [Parameter("x", .ordered)], summary, examples) { arguments in
      let type = arguments[0].type ?? .text
      return Work(type) { rows throws(Diagnostic) in
        var best = Best(groups: rows.count, comesFirst: comesFirst)
        if type == .text {
          // The order of texts is known once all of them are together.
          let keys = try SortKeys(try rows.allValues(), rows.environment.interrupt)
          best.add(keys, try rows.groups.ids(rows.environment.interrupt)[...])
        } else {
          try rows.forEachBatch { (arguments, groups) throws(Diagnostic) in
            best.add(try SortKeys(arguments[0], rows.environment.interrupt), groups)
          }
        }
        return try rows.values(at: best.rows)
      }
    }
  }
}

/// The row of each group whose key comes first; of equal ones the first row.
private struct Best {
  /// The rows, -1 for a group without a value.
  private(set) var rows: [Int32]
  private var codes: [UInt64]
  private var next: Int32 = 0
  private let comesFirst: (UInt64, UInt64) -> Bool

  init(groups: Int, comesFirst: @escaping (UInt64, UInt64) -> Bool) {
    rows = [Int32](repeating: -1, count: groups)
    codes = [UInt64](repeating: 0, count: groups)
    self.comesFirst = comesFirst
  }

  mutating func add(_ keys: SortKeys, _ groups: ArraySlice<Int32>) {
    for (place, group) in groups.enumerated() {
      let group = Int(group)
      if !keys.isNull(place), rows[group] < 0 || comesFirst(keys.codes[place], codes[group]) {
        rows[group] = next
        codes[group] = keys.codes[place]
      }
      next += 1
    }
  }
}
