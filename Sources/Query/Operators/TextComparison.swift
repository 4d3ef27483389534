import Diagnostics
import Model

extension Checker {
  /// A comparison of texts, or of the elements of a list with a text: folded unless exact.
  func compareTexts(
    _ a: TypedExpression, _ relation: Expression.Relation, _ b: TypedExpression, exact: Bool,
    of source: Expression
  ) throws(Diagnostic) -> TypedExpression {
    guard a.type == .text || a.type == .list || a.type == nil else {
      throw .usage(
        "“\(relation.rawValue)” looks into text; \(a.described)", at: a.span,
        help: a.remedyForNoText)
    }
    guard b.type == .text || b.type == nil else {
      throw .usage(
        "“\(relation.rawValue)” looks for text; \(b.described)", at: b.span,
        help: "write it in quotes: \"\(b.source.excerpt)\"")
    }
    return .applying(to: [a, b], type: .bool, source: source) { (constants, _) in
      let comparison = PreparedComparison(relation, constants, exact: exact)
      return { arguments throws(Diagnostic) in
        .bool(PlainColumn(try comparison.holds(arguments)))
      }
    }
  }

  /// A text, or one element of a list, no less than one text and no more than another.
  func range(
    _ subject: TypedExpression, _ low: TypedExpression, _ high: TypedExpression,
    of source: Expression
  ) -> TypedExpression {
    .applying(to: [subject, low, high], type: .bool, source: source) { (constants, _) in
      let after = PreparedComparison(.greaterOrEqual, [nil, constants[1]], exact: false)
      let before = PreparedComparison(.lessOrEqual, [nil, constants[2]], exact: false)
      return { arguments throws(Diagnostic) in
        let lists = arguments.spread(0).asLists
        let holds = try lists.anyElement { (items, owners) throws(Diagnostic) in
          func test(
            _ comparison: PreparedComparison, with other: Column
          ) throws(Diagnostic) -> [Bool] {
            try comparison.holds(items, other.of(owners), items.count, arguments.environment)
          }
          let isBefore = try test(before, with: arguments[2])
          return zip(try test(after, with: arguments[1]), isBefore).map { $0 && $1 }
        }
        return .bool(PlainColumn(holds))
      }
    }
  }
}

extension Checker {
  /// `sender = $people`: a text, or an element of a list, is one of the elements of another.
  func compareText(
    _ a: TypedExpression, withListOf b: TypedExpression, exact: Bool, of source: Expression
  ) throws(Diagnostic) -> TypedExpression {
    guard b.isConstant else {
      return try compareTexts(b, .equal, a, exact: exact, of: source)
    }
    return .applying(to: [a, b], type: .bool, source: source) { (constants, _) in
      let elements = ValueSet(constants[1] ?? .nulls(.list, count: 0), exact: exact)
      return { arguments in .bool(PlainColumn(elements.contain(arguments[0]))) }
    }
  }
}

/// A comparison of texts of which the constants are known: a fixed text is folded and prepared once
/// for all rows.
private struct PreparedComparison: Sendable {
  private let relation: Expression.Relation
  private let exact: Bool
  private let fixed: TextTest?
  /// The text that is the same for all rows, on whichever side it stands.
  private let constant: String?

  init(_ relation: Expression.Relation, _ constants: [Column?], exact: Bool) {
    self.relation = relation
    self.exact = exact
    let texts = constants.map { $0.flatMap { TextReader($0)[0] } }
    fixed = texts[1].map { TextTest(relation, $0, exact: exact) }
    constant = texts[1] ?? texts[0]
  }

  /// For each row whether its text, or an element of its list, lies so to the other text.
  func holds(_ arguments: Arguments) throws(Diagnostic) -> [Bool] {
    let environment = arguments.environment
    guard case .list(let lists) = arguments.spread(0) else {
      return try holds(arguments[0], arguments[1], arguments.count, environment)
    }
    return try lists.anyElement { (items, owners) throws(Diagnostic) in
      try holds(items, arguments[1].of(owners), items.count, environment)
    }
  }

  /// For each row whether its text lies so to the other text.
  func holds(
    _ subject: Column, _ other: Column, _ count: Int, _ environment: Environment
  ) throws(Diagnostic) -> [Bool] {
    if relation.isOrder, let names = subject.orderedNames ?? other.orderedNames {
      let order = NameOrder(names, exact: exact)
      if let constant, order.place(of: constant) == nil {
        environment.notes.add(
          .note(
            "“\(constant.prefix(40))” is none of \(names.values.joined(separator: " "))",
            help: order.name(meantBy: constant).map { "write \"\($0)\"" }))
      }
      return order.holds(subject, relation, other, count)
    }
    if let fixed { return try fixed.holds(for: subject, interrupt: environment.interrupt) }
    let (texts, others) = (TextReader(subject), TextReader(other))
    return (0..<count).map { row in
      guard !texts.isNull(row), let text = others[row] else {
        return relation == .equal && texts.isNull(row) && others.isNull(row)
      }
      let test = TextTest(relation, text, exact: exact)
      return texts.withBytes(of: row, test.holds)
    }
  }
}

extension Expression.Relation {
  /// Whether it asks for equality or for order.
  fileprivate var isOrder: Bool {
    switch self {
    case .equal, .less, .lessOrEqual, .greater, .greaterOrEqual: true
    default: false
    }
  }
}

extension Column {
  /// The row of each owner, or the only row for all of them.
  fileprivate func of(_ owners: [Int32]) -> Column { count == 1 ? self : gathered(owners) }
}

extension ListColumn {
  /// For each row whether a test holds for any element of its list. The test is given all elements,
  /// and the row of each.
  fileprivate func anyElement(
    _ test: (_ items: Column, _ owners: [Int32]) throws(Diagnostic) -> [Bool]
  ) throws(Diagnostic) -> [Bool] {
    let owners = (0..<count).flatMap { row in
      [Int32](repeating: Int32(row), count: range(of: row).count)
    }
    let items = TextColumn(
      buffers: self.items.buffers, starts: Array(self.items.starts[stretch]),
      lengths: Array(self.items.lengths[stretch]))
    let holds = try test(.text(items), owners)
    var result = [Bool](repeating: false, count: count)
    for (item, owner) in owners.enumerated() where holds[item] { result[Int(owner)] = true }
    return result
  }

  /// The places among ``items`` that the rows use.
  fileprivate var stretch: Range<Int> { Int(bounds[0])..<Int(bounds[count]) }
}
