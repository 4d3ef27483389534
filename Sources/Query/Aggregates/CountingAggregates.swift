import Diagnostics
import Model

extension Aggregate {
  static let countingAggregates: [Aggregate] = [
    Aggregate(
      "count", [Parameter("x", .any, isOptional: true)],
      "how many rows, or in how many of them x is not null",
      [.init("count()", "5"), .init("count(x)", "4")]
    ) { arguments in
      guard !arguments.isEmpty else {
        return Work(.int, countsRows: true) { rows in .int(PlainColumn(rows.groups.rowCounts)) }
      }
      return Work(.int) { arguments in
        PlainColumn(
          [Int64](repeating: 0, count: arguments[0].count), nulls: arguments[0].nullRows)
      } _: { rows in
        .int(PlainColumn(rows.sums.known))
      }
    },
    Aggregate(
      "countif", [Parameter("c", .condition)], "in how many rows a condition holds",
      [.init("countif(x > 1)", "3")]
    ) { _ in
      Work(.int) { arguments in
        PlainColumn(arguments[0].truths.map { $0 ? 1 : 0 })
      } _: { rows in
        .int(PlainColumn(rows.sums.totals))
      }
    },
    Aggregate(
      "distinct", [Parameter("x", .any)], "how many different values that are not null",
      [.init("distinct(x)", "3"), .init("distinct(t)", "3")]
    ) { _ in
      Work(.int) { rows throws(Diagnostic) in
        let interrupt = rows.environment.interrupt
        let values = try GroupKey(try rows.allValues(), interrupt)
        let groups = GroupKey(numbers: try rows.groups.ids(interrupt), below: rows.count)
        // The groups of group and value are the pairs that occur: one each.
        let pairs = try Groups(
          PlacedKeys([groups, values], rows: rows.groups.rowCount, interrupt), interrupt)
        var counts = [Int64](repeating: 0, count: rows.count)
        for (group, value) in zip(pairs.keyPlaces[0], pairs.keyPlaces[1]) where value > 0 {
          counts[Int(group) - 1] += 1
        }
        return .int(PlainColumn(counts))
      }
    },
    Aggregate(
      "share", [], "the group's part of all rows, 0 to 1", [.init("share()", "1")]
    ) { _ in
      Work(.float) { rows in
        let all = Double(Swift.max(1, rows.groups.rowCount))
        return .float(PlainColumn(rows.groups.rowCounts.map { Double($0) / all }))
      }
    },
  ]
}
