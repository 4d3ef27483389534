import Model

/// An expression of a generated query: its text, and what it means in the plain model.
struct Term: Sendable {
  /// How tightly its outermost part binds; a part that binds less than its place asks for stands
  /// in brackets.
  enum Binding: Int, Sendable { case or, and, not, comparison, sum, product, unary, primary }

  let source: String
  var binding = Binding.primary
  let type: PlainType
  /// Whether the engine knows it before the rows are.
  var isConstant = false
  /// The values that `fill` adds to it as a key.
  var domain = Domain.occurring
  /// What of the language it is made of.
  var parts: Set<String> = []
  /// The columns that it reads.
  var columns: Set<String> = []
  /// The name of the column that it makes where it is given none; nil where it must be given one.
  var name: String?
  let value: @Sendable ([Plain]) -> Plain

  enum Domain: Sendable {
    case occurring
    case numbers(ClosedRange<Int64>)
    case steps(Int64)
  }

  func source(asTightAs place: Binding) -> String {
    binding.rawValue < place.rawValue ? "(\(source))" : source
  }

  /// The term as a sort key: a `-` at its start would turn the order round.
  var key: String { source.hasPrefix("-") ? "(\(source))" : source }

  /// Terms put together.
  init(
    _ name: String, _ operands: [Term], _ source: String, _ binding: Binding, _ type: PlainType,
    _ meaning: @escaping @Sendable ([Plain]) -> Plain
  ) {
    self.source = source
    self.binding = binding
    self.type = type
    isConstant = operands.allSatisfy(\.isConstant)
    parts = operands.reduce(into: [name]) { $0.formUnion($1.parts) }
    columns = operands.reduce(into: []) { $0.formUnion($1.columns) }
    let values = operands.map(\.value)
    value = { row in meaning(values.map { $0(row) }) }
  }

  /// A column by its place.
  init(column place: Int, named name: String, _ source: String, _ type: PlainType) {
    self.source = source
    self.type = type
    columns = [name]
    self.name = name
    value = { $0[place] }
  }

  /// A value as written.
  init(_ value: Plain, _ source: String, _ type: PlainType, _ binding: Binding = .primary) {
    self.source = source
    self.binding = binding
    self.type = type
    isConstant = true
    self.value = { _ in value }
  }

  /// `name(a, b)`.
  static func call(
    _ name: String, _ arguments: [Term], _ type: PlainType,
    _ meaning: @escaping @Sendable ([Plain]) -> Plain
  ) -> Term {
    var call = Term(
      name, arguments, "\(name)(\(arguments.map(\.source).joined(separator: ", ")))", .primary,
      type,
      meaning)
    call.name = name
    return call
  }

  /// `a + b`, which goes from left to right.
  static func infix(
    _ a: Term, _ sign: String, _ b: Term, _ binding: Binding, _ type: PlainType,
    _ meaning: @escaping @Sendable (Plain, Plain) -> Plain
  ) -> Term {
    let right = Binding(rawValue: binding.rawValue + 1) ?? .primary
    return Term(
      sign, [a, b], "\(a.source(asTightAs: binding)) \(sign) \(b.source(asTightAs: right))",
      binding, type
    ) { meaning($0[0], $0[1]) }
  }
}
