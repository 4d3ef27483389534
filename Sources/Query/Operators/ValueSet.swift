import Diagnostics
import Model

/// The values of a column, ready to be asked for.
struct ValueSet: Sendable {
  private let type: ValueType
  private let hasNull: Bool
  private let isExact: Bool
  /// The kind of period that dates are told apart by, the whole of which counts; nil where moments are.
  private var unit: Period.Unit?
  private var texts: Set<[UInt8]> = []
  private var numbers: Set<Int64> = []
  private var floats: Set<Double> = []

  /// Whether values of one type can be among those of another.
  static func canCompare(_ subject: ValueType?, with type: ValueType) -> Bool {
    guard let subject else { return true }
    let isText: (ValueType) -> Bool = { $0 == .text || $0 == .list }
    return subject == type || isText(subject) && isText(type)
      || ValueType.common(subject, type) != nil
  }

  /// The values of a column; texts are folded unless they are to be told apart exactly.
  init(_ column: Column, exact: Bool = false) {
    type = column.type
    isExact = exact
    hasNull = column.nullRows?.contains(true) ?? false
    add(column)
  }

  /// The same of a long column, for values of a type: as `=` compares, a moment is among periods if it falls
  /// in one of them, and a period among moments if one falls in it.
  init(_ column: Column, for subject: ValueType?, interrupt: Interrupt) throws(Diagnostic) {
    type = column.type
    isExact = false
    unit =
      switch (type, subject) {
      case (.period(let unit), _), (.datetime, .period(let unit)): unit
      default: nil
      }
    hasNull = column.nullRows?.contains(true) ?? false
    for first in stride(from: 0, to: column.count, by: Batch.size) {
      try interrupt.check()
      add(column.slice(first..<min(column.count, first + Batch.size)))
    }
  }

  private mutating func add(_ column: Column) {
    switch column {
    case .text, .category: TextReader(column).visit { _, text in texts.insert(key(text)) }
    case .list(let lists):
      TextReader(.text(lists.items)).visit { _, text in texts.insert(key(text)) }
    case .float(let values): floats.formUnion(values.known)
    default:
      let known = column.wholeNumbers(of: unit).known
      numbers.formUnion(known)
      if type == .int { floats.formUnion(known.map(Double.init)) }
    }
  }

  /// Whether each value of a column is one of the set, as `=` compares; null if null is.
  func contain(_ column: Column) -> [Bool] {
    switch column {
    case .text, .category:
      var result =
        column.nullRows?.map { $0 && hasNull } ?? .init(repeating: false, count: column.count)
      TextReader(column).visit { row, text in result[row] = texts.contains(key(text)) }
      return result
    case .list(let lists):
      let items = contain(.text(lists.items))
      return (0..<lists.count).map { row in lists.range(of: row).contains { items[$0] } }
    case .float(let values): return contain(values, in: floats)
    case .int where type == .float: return contain(column.asFloats, in: floats)
    default: return contain(column.wholeNumbers(of: unit), in: numbers)
    }
  }

  private func key(_ text: Span<UInt8>) -> [UInt8] {
    isExact ? text.indices.map { text[$0] } : folded(text)
  }

  private func contain<Number: Hashable>(
    _ column: PlainColumn<Number>, in set: Set<Number>
  ) -> [Bool] {
    (0..<column.count).map { row in column[row].map(set.contains) ?? hasNull }
  }
}

extension Column {
  /// Whole numbers that tell the values apart: of dates their seconds, or the periods of a kind that their
  /// first second falls in, of bools 0 and 1.
  fileprivate func wholeNumbers(of unit: Period.Unit?) -> PlainColumn<Int64> {
    if case .bool(let flags) = self { return flags.changed { $0 ? 1 : 0 } }
    guard let unit else { return asSeconds }
    return asSeconds.changed { Period.ordinal(of: unit, holding: $0) }
  }
}

extension PlainColumn {
  /// The values that are not null.
  fileprivate var known: [Element] { (0..<count).compactMap { self[$0] } }
}
