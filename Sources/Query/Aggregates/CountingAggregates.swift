import Diagnostics
import Model

extension Aggregate {
  static let countingAggregates: [Aggregate] = [
    Aggregate(
      "count", [Parameter("x", .any, isOptional: true)],
      "how many rows, or in how many of them x is not null",
      [.init("count()", "5"), .init("count(x)", "4")]
    ) { _ in
      Work(.int) { rows throws(Diagnostic) in
        guard !rows.arguments.isEmpty else {
          let counts = try ParallelRows.counts(
            of: rows.groups.ids, groups: rows.count, rows.environment.interrupt)
          return .int(PlainColumn(counts.map(Int64.init)))
        }
        var counts = [Int64](repeating: 0, count: rows.count)
        try rows.forEachBatch { (arguments, groups) throws(Diagnostic) in
          let nulls = arguments[0].nullRows ?? [Bool](repeating: false, count: groups.count)
          for (group, isNull) in zip(groups, nulls) where !isNull { counts[Int(group)] += 1 }
        }
        return .int(PlainColumn(counts))
      }
    },
    Aggregate(
      "countif", [Parameter("c", .condition)], "in how many rows a condition holds",
      [.init("countif(x > 1)", "3")]
    ) { _ in
      Work(.int) { rows throws(Diagnostic) in
        var counts = [Int64](repeating: 0, count: rows.count)
        try rows.forEachBatch { (arguments, groups) throws(Diagnostic) in
          for (group, holds) in zip(groups, arguments[0].truths) where holds {
            counts[Int(group)] += 1
          }
        }
        return .int(PlainColumn(counts))
      }
    },
    Aggregate(
      "distinct", [Parameter("x", .any)], "how many different values that are not null",
      [.init("distinct(x)", "3"), .init("distinct(t)", "3")]
    ) { _ in
      Work(.int) { rows throws(Diagnostic) in
        let values = try rows.allValues()
        let nulls = values.nullRows
        let interrupt = rows.environment.interrupt
        let keys = try KeyCodes(values, interrupt)
        let groups = try KeyCodes(.int(PlainColumn(rows.groups.ids.map(Int64.init))), interrupt)
        // The groups of group and value are the pairs that occur: one each.
        let pairs = try Groups(rows: values.count, keys: [groups, keys], interrupt)
        var counts = [Int64](repeating: 0, count: rows.count)
        for row in try pairs.firstRows(interrupt) where nulls?[Int(row)] != true {
          counts[Int(rows.groups.ids[Int(row)])] += 1
        }
        return .int(PlainColumn(counts))
      }
    },
    Aggregate(
      "share", [], "the group's part of all rows, 0 to 1", [.init("share()", "1")]
    ) { _ in
      Work(.float) { rows throws(Diagnostic) in
        let counts = try ParallelRows.counts(
          of: rows.groups.ids, groups: rows.count, rows.environment.interrupt)
        let all = Double(Swift.max(1, rows.groups.ids.count))
        return .float(PlainColumn(counts.map { Double($0) / all }))
      }
    },
  ]
}
