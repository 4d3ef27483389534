import Diagnostics
import Model

extension Checker {
  /// `x in members.name`: whether the value is in that column of another table.
  func member(
    _ subject: TypedExpression, ofColumn column: Name, in table: Name, source: Expression
  ) throws(Diagnostic) -> TypedExpression {
    guard let other = try environment.tables.schema(table.text) else {
      let near = suggestion(for: table.text, among: environment.tables.names())
      throw .usage("no table “\(table.text)”", at: table.span, help: near)
    }
    guard let definition = other.column(column.text) else {
      if other.isOpen { return member(subject, ofUnknown: column, in: table, source: source) }
      throw .usage(
        "\(table.text) has no column “\(column.text)”", at: column.span,
        help: suggestion(for: column.text, among: other.columns.map(\.name)))
    }
    guard ValueSet.canCompare(subject.type, with: definition.type) else {
      throw .usage(
        "\(subject.described) and \(table.text).\(column.text) \(definition.type.described):"
          + " they cannot be compared", at: source.span)
    }
    return member(subject, ofUnknown: column, in: table, source: source)
  }

  /// The test itself, for a column that the run will find.
  private func member(
    _ subject: TypedExpression, ofUnknown column: Name, in table: Name, source: Expression
  ) -> TypedExpression {
    .applying(to: [subject], type: .bool, source: source) {
      (_, environment) throws(Diagnostic) in
      guard let values = try environment.tables.table(table.text)?.column(column.text),
        ValueSet.canCompare(subject.type, with: values.type)
      else {
        throw Diagnostic("\(table.text) has no such column “\(column.text)”", at: column.span)
      }
      let set = ValueSet(values)
      return { arguments in .bool(PlainColumn(set.contain(arguments[0]))) }
    }
  }
}

/// The values of a column, ready to be asked for.
private struct ValueSet: Sendable {
  private let type: ValueType
  private let hasNull: Bool
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

  init(_ column: Column) {
    type = column.type
    hasNull = column.nullRows?.contains(true) ?? false
    switch column {
    case .text, .category: TextReader(column).visit { _, text in texts.insert(folded(text)) }
    case .list(let lists):
      TextReader(.text(lists.items)).visit { _, text in texts.insert(folded(text)) }
    case .float(let values): floats = Set(values.known)
    default:
      numbers = Set(column.wholeNumbers.known)
      if type == .int { floats = Set(numbers.map(Double.init)) }
    }
  }

  /// Whether each value of a column is one of the set, as `=` compares; null if null is.
  func contain(_ column: Column) -> [Bool] {
    switch column {
    case .text, .category:
      var result =
        column.nullRows?.map { $0 && hasNull } ?? .init(repeating: false, count: column.count)
      TextReader(column).visit { row, text in result[row] = texts.contains(folded(text)) }
      return result
    case .list(let lists):
      let items = contain(.text(lists.items))
      return (0..<lists.count).map { row in lists.range(of: row).contains { items[$0] } }
    case .float(let values): return contain(values, in: floats)
    case .int where type == .float: return contain(column.asFloats, in: floats)
    default: return contain(column.wholeNumbers, in: numbers)
    }
  }

  private func contain<Number: Hashable>(
    _ column: PlainColumn<Number>, in set: Set<Number>
  ) -> [Bool] {
    (0..<column.count).map { row in column[row].map(set.contains) ?? hasNull }
  }
}

extension Column {
  /// Whole numbers that tell the values apart: of dates their seconds, of bools 0 and 1.
  fileprivate var wholeNumbers: PlainColumn<Int64> {
    if case .bool(let flags) = self { flags.changed { $0 ? 1 : 0 } } else { asSeconds }
  }
}

extension PlainColumn {
  /// The values that are not null.
  fileprivate var known: [Element] { (0..<count).compactMap { self[$0] } }
}
