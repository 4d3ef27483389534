import Diagnostics
import Model

extension Checker {
  /// `x between low and high`, both ends in it.
  func between(
    _ value: Expression, _ low: Expression, _ high: Expression, negated: Bool,
    source: Expression
  ) throws(Diagnostic) -> TypedExpression {
    let subject = try check(value).shared
    return try range(subject, low, high, source: source).negated(negated)
  }

  /// `x in …`: equal to one of the items, inside one of the ranges, or among the values of a
  /// column of another table.
  func member(
    _ value: Expression, of collection: Expression.Collection, negated: Bool, source: Expression
  ) throws(Diagnostic) -> TypedExpression {
    let subject = try check(value).shared
    let positive: TypedExpression
    switch collection {
    case .column(let table, let column):
      positive = try member(subject, ofColumn: column, in: table, source: source)
    case .items(let items):
      var tests: [TypedExpression] = []
      let texts = subject.type == .text || subject.type == .list ? items.compactMap(\.text) : []
      let areMany = texts.count > Checker.mostTexts
      if areMany {
        let list = TypedExpression.constant(.list(texts), .list, source)
        tests.append(try compareText(subject, withListOf: list, exact: false, of: source))
      }
      for item in items where !areMany || item.text == nil {
        if let high = item.high {
          tests.append(try range(subject, item.low, high, source: source))
        } else {
          let other = try operand(item.low, beside: subject)
          tests.append(try compare(subject, .init(.equal, at: item.low.span), other, of: source))
        }
      }
      positive = tests.count == 1 ? tests[0] : .any(of: tests, source: source)
    }
    return positive.negated(negated)
  }

  /// Texts that are looked for one after the other; more are looked up together, or each would cost a pass over
  /// the rows. No column has as many names with an order of their own.
  private static let mostTexts = 16

  private func range(
    _ subject: TypedExpression, _ low: Expression, _ high: Expression, source: Expression
  ) throws(Diagnostic) -> TypedExpression {
    let lower = try operand(low, beside: subject)
    let upper = try operand(high, beside: subject)
    let isAfter = try compare(
      subject, .init(.greaterOrEqual, at: low.span), lower, of: source)
    let isBefore = try compare(subject, .init(.lessOrEqual, at: high.span), upper, of: source)
    let remark = BackwardRange(subject: subject.source, low: low, high: high)
    // One element has to lie between both ends.
    if subject.type == .list {
      return range(subject, lower, upper, of: source).noting(remark, of: subject, lower, upper)
    }
    let isBackward = try backward(lower, upper, of: source)
    let isOfClock = if case .numbers = subject.domain { true } else { false }
    let note = remark.note(around: isOfClock ? "clock" : nil)
    var typed = TypedExpression.applying(
      to: [isAfter, isBefore, isBackward], type: .bool, source: source
    ) { constants, environment in
      if constants[2]?.truths[0] == true { environment.notes.add(note) }
      return { arguments in
        // What the bounds of a batch tell needs no look at its rows.
        for (one, other) in [(0, 1), (1, 0)]
        where arguments[one].count == 1 && arguments.count != 1 {
          return arguments[one].truths[0] ? arguments[other] : arguments[one]
        }
        let after = arguments.spread(0).truths
        let before = arguments.spread(1).truths
        return .bool(PlainColumn(after.indices.map { after[$0] && before[$0] }))
      }
    }
    if let after = isAfter.moments, let before = isBefore.moments {
      typed.moments = { context throws(Diagnostic) in
        guard let after = try after(context), let before = try before(context) else { return nil }
        let both = after.intersected(with: before)
        if both.last < both.first { context.environment.notes.add(note) }
        return both
      }
    }
    return typed.noting(remark, of: subject, lower, upper)
  }

  /// Whether the first end of a range lies after the second, where both are known before any row
  /// is looked at; false of texts, whose order the column has, see `noting`.
  private func backward(
    _ low: TypedExpression, _ high: TypedExpression, of source: Expression
  ) throws(Diagnostic) -> TypedExpression {
    let types = [low.type, high.type].compactMap(\.self)
    guard low.isConstant, high.isConstant, types.count == 2, !types.contains(.text) else {
      return try check(Expression(.literal(.bool(false)), at: source.span))
    }
    return try compare(low, .init(.greater, at: low.span), high, of: source)
  }
}

extension Expression.Item {
  /// The text that it is where it is written as one.
  fileprivate var text: String? {
    if high == nil, case .literal(.text(let text)) = low.kind { text } else { nil }
  }
}

/// A range from one value down to a lesser one, which holds nothing.
private struct BackwardRange: Sendable {
  let subject: Expression
  let low: Expression
  let high: Expression

  /// The remark about it, which offers the values before `high` and those after `low` where they go
  /// around a `cycle`.
  func note(around cycle: String?) -> Diagnostic {
    .note(
      "nothing lies between \(low) and \(high): the lesser stands first",
      help: cycle.map {
        "around the \($0): \(subject) >= \(low) or \(subject) <= \(high)"
      })
  }

  /// Whether of two texts the first comes after the second: by the names of a column that has an
  /// order of its own, else folded.
  static func holds(_ low: String, _ high: String, among names: Categories?) -> Bool {
    guard let names else {
      return TextTest(.greater, high, exact: false).holds(Array(low.utf8).span)
    }
    let order = NameOrder(names, exact: false)
    guard let lower = order.place(of: low), let upper = order.place(of: high) else { return false }
    return lower > upper
  }
}

extension TypedExpression {
  /// The same test, with a remark where the ends of its range are texts and stand the wrong way
  /// round: only a column tells whether it has an order of its own, as weekdays have.
  fileprivate func noting(
    _ remark: BackwardRange, of subject: TypedExpression, _ low: TypedExpression,
    _ high: TypedExpression
  ) -> TypedExpression {
    guard low.type == .text, high.type == .text, low.isConstant, high.isConstant else {
      return self
    }
    return .applying(to: [self, subject, low, high], type: .bool, source: source) {
      (constants, _) in
      let ends = constants[2...].compactMap { $0.flatMap { TextReader($0)[0] } }
      return { arguments in
        let names = arguments[1].orderedNames
        if ends.count == 2, BackwardRange.holds(ends[0], ends[1], among: names) {
          arguments.environment.notes.add(remark.note(around: names == nil ? nil : "calendar"))
        }
        return arguments[0]
      }
    }
  }

  fileprivate static func any(
    of tests: [TypedExpression], source: Expression
  ) -> TypedExpression {
    .applying(to: tests, type: .bool, source: source) { arguments in
      var result = [Bool](repeating: false, count: arguments.count)
      for index in arguments.columns.indices {
        let holds = arguments.spread(index).truths
        for row in result.indices where holds[row] { result[row] = true }
      }
      return .bool(PlainColumn(result))
    }
  }
}
