import Diagnostics
import Model

extension Function {
  static let choiceFunctions: [Function] = [
    Function(
      "if", [Parameter("c", .condition), Parameter("a", .any), Parameter("b", .any)],
      "one value where a condition holds, another where it does not",
      [Example("if(2 > 1, \"yes\", \"no\")", "yes"), Example("if(null, 1, 2.5)", "2.5")]
    ) { (arguments, source) throws(Diagnostic) in
      let type = try commonType(of: Array(arguments.dropFirst()), in: source)
      let branches = arguments.dropFirst().map { $0.widened(to: type) }
      return .applying(to: [arguments[0]] + branches, type: type, source: source) { arguments in
        let holds = arguments.spread(0).truths
        return Column(choosingFrom: [arguments[1], arguments[2]], rows: arguments.count) {
          holds[$0] ? 0 : 1
        }
      }
    },
    Function(
      "coalesce", [Parameter("a", .any), Parameter("b", .any, repeats: true)],
      "the first of its values that is not null", [Example("coalesce(null, 3, 4)", "3")]
    ) { (arguments, source) throws(Diagnostic) in
      let type = try commonType(of: arguments, in: source)
      return .applying(to: arguments.map { $0.widened(to: type) }, type: type, source: source) {
        arguments in
        let columns = arguments.columns
        let nulls = columns.map(\.nullRows)
        return Column(choosingFrom: columns, rows: arguments.count) { row in
          columns.indices.first { nulls[$0]?[columns[$0].count == 1 ? 0 : row] != true } ?? 0
        }
      }
    },
    extreme(
      "least", "the least of its values that are not null", [Example("least(3, null, 1)", "1")],
      prefers: <),
    extreme(
      "greatest", "the greatest of its values that are not null",
      [Example("greatest(\"a\", \"C\", \"b\")", "C")], prefers: >),
  ]

  /// A function to the first or last of its values in their order.
  private static func extreme(
    _ name: String, _ summary: String, _ examples: [Example],
    prefers comesFirst: @escaping @Sendable (UInt64, UInt64) -> Bool
  ) -> Function {
    Function(
      name, [Parameter("a", .ordered), Parameter("b", .ordered, repeats: true)], summary, examples
    ) { (arguments, source) throws(Diagnostic) in
      let type = try commonType(of: arguments, in: source)
      return .applying(to: arguments.map { $0.widened(to: type) }, type: type, source: source) {
        (arguments) throws(Diagnostic) in
        let columns = arguments.columns
        let keys = try SortKeys(Column(joining: columns), arguments.environment.interrupt)
        let places = Places(columns)
        return Column(choosingFrom: columns, rows: arguments.count) { row in
          var best = 0
          for other in columns.indices.dropFirst() {
            let (mine, theirs) = (places[best, row], places[other, row])
            if keys.isNull(theirs) { continue }
            if keys.isNull(mine) || comesFirst(keys.codes[theirs], keys.codes[mine]) {
              best = other
            }
          }
          return best
        }
      }
    }
  }

  /// The type that values of all arguments can be given as.
  private static func commonType(
    of arguments: [TypedExpression], in source: Expression
  ) throws(Diagnostic) -> ValueType {
    var known: (type: ValueType, argument: TypedExpression)?
    for argument in arguments {
      guard let type = argument.type else { continue }
      guard let before = known else {
        known = (type, argument)
        continue
      }
      guard let common = ValueType.common(before.type, type) else {
        throw .usage(
          "the values must be of one type; \(before.argument.described) and \(argument.described)",
          at: argument.span)
      }
      known = (common, argument)
    }
    return known?.type ?? .text
  }
}

/// Where the rows of several columns stand once the columns are joined; a column of one row stands
/// for all rows.
private struct Places {
  private let starts: [Int]
  private let isSpread: [Bool]

  init(_ columns: [Column]) {
    var end = 0
    starts = columns.map { column in
      defer { end += column.count }
      return end
    }
    isSpread = columns.map { $0.count == 1 }
  }

  subscript(column: Int, row: Int) -> Int { starts[column] + (isSpread[column] ? 0 : row) }
}

extension Column {
  /// For each row the value of one of several columns of one type.
  fileprivate init(choosingFrom columns: [Column], rows: Int, _ choice: (Int) -> Int) {
    let places = Places(columns)
    self = Column(joining: columns).gathered((0..<rows).map { Int32(places[choice($0), $0]) })
  }
}
