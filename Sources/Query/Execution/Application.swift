import Diagnostics
import Model
import Synchronization

/// The values that an operator or a function is given for a batch.
struct Arguments {
  /// A column each, of `count` rows, or of one that stands for all of them.
  let columns: [Column]
  /// How many rows the result has.
  let count: Int
  /// Where remarks go, and what time it is.
  let environment: Environment

  subscript(index: Int) -> Column { columns[index] }

  /// An argument with a value for each row.
  func spread(_ index: Int) -> Column { columns[index].spread(over: count) }
}

/// Works out a batch: a row of the result depends on the same row of the arguments and nothing
/// else.
typealias Kernel = @Sendable (Arguments) throws(Diagnostic) -> Column

/// Makes a kernel once the arguments that are constants are known (nil for the others), so that a
/// pattern is compiled and a set built once.
typealias KernelMaker =
  @Sendable (_ constants: [Column?], Environment) throws(Diagnostic) -> Kernel

extension TypedExpression {
  /// A kernel applied to operands.
  static func applying(
    to operands: [TypedExpression], type: ValueType, source: Expression,
    _ kernel: @escaping Kernel
  ) -> TypedExpression {
    applying(to: operands, type: type, source: source) { (_, _) throws(Diagnostic) in kernel }
  }

  /// A kernel made for the constants among its operands, applied to all of them.
  ///
  /// Of constants alone the result is a constant; of one column of categories it is worked out
  /// once per category.
  static func applying(
    to operands: [TypedExpression], type: ValueType, source: Expression,
    making maker: @escaping KernelMaker
  ) -> TypedExpression {
    let columns = operands.reduce(into: Set<String>()) { $0.formUnion($1.columns) }
    return TypedExpression(type: type, source: source, columns: columns) {
      binding throws(Diagnostic) in
      var evaluators: [Evaluator] = []
      for operand in operands { evaluators.append(try operand.bind(binding)) }
      return try applied(evaluators, in: binding, making: maker)
    }
  }

  private static func applied(
    _ evaluators: [Evaluator], in binding: RunContext, making maker: KernelMaker
  ) throws(Diagnostic) -> Evaluator {
    let environment = binding.environment
    let constants = evaluators.map { evaluator -> Column? in
      if case .constant(let column) = evaluator { column } else { nil }
    }
    let kernel = try maker(constants, environment)
    let varying = evaluators.indices.filter { constants[$0] == nil }
    if varying.isEmpty {
      let arguments = Arguments(
        columns: constants.compactMap(\.self), count: 1, environment: environment)
      return .constant(try kernel(arguments))
    }
    let entries = EntryResults(rows: binding.table.rowCount)
    return .rows { batch throws(Diagnostic) in
      var columns: [Column] = []
      for evaluator in evaluators { columns.append(try evaluator.values(for: batch)) }
      if varying.count == 1, case .category(let column) = columns[varying[0]] {
        let known = try entries.results(for: column.categories) {
          dictionary throws(Diagnostic) in
          columns[varying[0]] = .category(dictionary)
          return try kernel(
            Arguments(columns: columns, count: dictionary.count, environment: environment))
        }
        if let known { return known.gathered(entries.places(of: column)) }
      }
      return try kernel(Arguments(columns: columns, count: batch.count, environment: environment))
    }
  }
}

/// What a kernel gives for each entry of a dictionary, and last for null: worked out when the
/// dictionary is first met, by whichever thread meets it.
private final class EntryResults: Sendable {
  private let rows: Int
  private let known = Mutex<(categories: Categories, results: Column)?>(nil)

  init(rows: Int) {
    self.rows = rows
  }

  /// The results for a dictionary; nil where the table has so few rows that going through the
  /// dictionary would cost more.
  func results(
    for categories: Categories,
    _ work: (CategoryColumn) throws(Diagnostic) -> Column
  ) throws(Diagnostic) -> Column? {
    let known = self.known.withLock(\.self)
    if let known, known.categories === categories { return known.results }
    let count = categories.values.count
    guard count < rows else { return nil }
    let all = CategoryColumn(categories, codes: (0..<count).map(Int32.init) + [-1])
    let results = try work(all).spread(over: count + 1)
    self.known.withLock { $0 = (categories, results) }
    return results
  }

  /// Where the result for each row stands among those of its dictionary.
  func places(of column: CategoryColumn) -> [Int32] {
    let last = Int32(column.categories.values.count)
    return column.codes.map { $0 < 0 ? last : $0 }
  }
}
