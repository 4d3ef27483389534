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
        help: a.type == .datetime ? "compare dates: date = 2025-02" : nil)
    }
    guard b.type == .text || b.type == nil else {
      throw .usage(
        "“\(relation.rawValue)” looks for text; \(b.described)", at: b.span,
        help: "write it in quotes: \"\(b.source.excerpt)\"")
    }
    return .applying(to: [a, b], type: .bool, source: source) { (constants, _) in
      // A fixed text is folded and prepared once for all rows.
      let fixed = constants[1].flatMap { TextReader($0)[0] }.map {
        TextTest(relation, $0, exact: exact)
      }
      return { arguments throws(Diagnostic) in
        .bool(PlainColumn(try holding(arguments, relation, fixed: fixed, exact: exact)))
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

/// For each row whether its text, or an element of its list, lies so to the other text.
private func holding(
  _ arguments: Arguments, _ relation: Expression.Relation, fixed: TextTest?, exact: Bool
) throws(Diagnostic) -> [Bool] {
  guard case .list(let lists) = arguments.spread(0) else {
    return try holding(
      arguments[0], arguments[1], relation, fixed: fixed, exact: exact, arguments)
  }
  let owners = (0..<lists.count).flatMap { row in
    [Int32](repeating: Int32(row), count: lists.range(of: row).count)
  }
  let others = arguments[1].count == 1 ? arguments[1] : arguments[1].gathered(owners)
  let items = TextColumn(
    buffers: lists.items.buffers,
    starts: Array(lists.items.starts[lists.stretch]),
    lengths: Array(lists.items.lengths[lists.stretch]))
  let holds = try holding(
    .text(items), others, relation, fixed: fixed, exact: exact,
    Arguments(columns: [], count: items.count, environment: arguments.environment))
  var result = [Bool](repeating: false, count: arguments.count)
  for (item, owner) in owners.enumerated() where holds[item] { result[Int(owner)] = true }
  return result
}

private func holding(
  _ subject: Column, _ other: Column, _ relation: Expression.Relation, fixed: TextTest?,
  exact: Bool, _ arguments: Arguments
) throws(Diagnostic) -> [Bool] {
  if let fixed {
    if case .category(let column) = subject, column.categories.isOrdered {
      return column.compared(relation, with: fixed.text, notes: arguments.environment.notes)
    }
    return try fixed.holds(for: subject, interrupt: arguments.environment.interrupt)
  }
  let (texts, others) = (TextReader(subject), TextReader(other))
  return (0..<arguments.count).map { row in
    guard !texts.isNull(row), let text = others[row] else {
      return relation == .equal && texts.isNull(row) && others.isNull(row)
    }
    let test = TextTest(relation, text, exact: exact)
    return texts.withBytes(of: row, test.holds)
  }
}

extension ListColumn {
  /// The places among ``items`` that the rows use.
  fileprivate var stretch: Range<Int> { Int(bounds[0])..<Int(bounds[count]) }
}
