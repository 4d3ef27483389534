import Diagnostics
import Model

/// The distinct numbers of a column, found by hashing.
struct DistinctNumbers {
  /// Each row's place among the distinct numbers, in the order in which they are met; -1 for null.
  private(set) var codes: [Int32]
  /// For each distinct number the first row that has it.
  private(set) var firstRows: [Int32] = []
  /// The codes from 1 on in the order of the numbers, and last 0, as a ``GroupKey`` has them.
  let order: [Int32]

  init(_ numbers: PlainColumn<Int64>, _ interrupt: Interrupt) throws(Diagnostic) {
    var codeOf: [Int64: Int32] = [:]
    var distinct: [Int64] = []
    var firstRows: [Int32] = []
    codes = try Checked.map(numbers.count, check: interrupt.check) { row in
      guard let number = numbers[row] else { return -1 }
      if let code = codeOf[number] { return code }
      let code = Int32(truncatingIfNeeded: distinct.count)
      codeOf[number] = code
      distinct.append(number)
      firstRows.append(Int32(truncatingIfNeeded: row))
      return code
    }
    self.firstRows = firstRows
    let keys = try SortKeys(.int(PlainColumn(distinct)), interrupt)
    order = try RowOrder.rows(count: distinct.count, by: [keys], interrupt).map { $0 + 1 } + [0]
  }
}
