import Model

/// How tightly a form of expression binds; a part that binds less than its place asks for stands
/// between brackets.
private enum Binding: Int {
  case or
  case and
  case not
  case comparison
  case sum
  case product
  case unary
  case primary
}

extension Expression: CustomStringConvertible {
  /// The expression as source, in the one spelling that the language's pages use.
  public var description: String { written(asTightAs: .or) }

  private func written(asTightAs place: Binding) -> String {
    binding.rawValue < place.rawValue ? "(\(source))" : source
  }

  private var binding: Binding {
    switch kind {
    case .literal, .parameter, .name, .call: .primary
    case .negative: .unary
    case .arithmetic(_, .plus, _), .arithmetic(_, .minus, _): .sum
    case .arithmetic: .product
    case .comparison, .membership, .between, .isNull: .comparison
    case .not: .not
    case .and: .and
    case .or: .or
    }
  }

  private var source: String {
    switch kind {
    case .literal(let literal): literal.description
    case .parameter(let name): "$\(name)"
    case .name(let name): Spelling.name(name)
    case .call(let name, let arguments):
      "\(Spelling.name(name.text))(\(arguments.map(\.description).joined(separator: ", ")))"
    case .or(let parts): parts.map { $0.written(asTightAs: .and) }.joined(separator: " or ")
    case .and(let parts): parts.map { $0.written(asTightAs: .not) }.joined(separator: " and ")
    case .not(let operand): "not \(operand.written(asTightAs: .not))"
    case .comparison(let left, let comparison, let right):
      "\(left.written(asTightAs: .sum)) \(comparison) \(right.written(asTightAs: .sum))"
    case .membership(let value, let negated, let collection):
      "\(value.written(asTightAs: .sum)) \(negated ? "not " : "")in \(collection)"
    case .between(let value, let negated, let low, let high):
      "\(value.written(asTightAs: .sum)) \(negated ? "not " : "")between "
        + "\(low.written(asTightAs: .sum)) and \(high.written(asTightAs: .sum))"
    case .isNull(let value, let negated):
      "\(value.written(asTightAs: .sum)) is \(negated ? "not " : "")null"
    case .arithmetic(let left, let sign, let right):
      // Operators of one rank are read from the left.
      "\(left.written(asTightAs: binding)) \(sign.rawValue) "
        + right.written(asTightAs: binding == .sum ? .product : .unary)
    case .negative(let operand): "-\(operand.written(asTightAs: .unary))"
    }
  }

  /// Whether it can stand anywhere without brackets.
  fileprivate var isPrimary: Bool { binding == .primary }

  /// Whether it begins with a name and `=` when it is written without brackets: at the start of a
  /// column that would name it.
  var beginsLikeNaming: Bool {
    switch kind {
    case .and(let parts), .or(let parts): parts.first?.beginsLikeNaming ?? false
    case .comparison(let left, let comparison, _):
      if case .name = left.kind {
        comparison.relation == .equal && !comparison.exact
      } else {
        false
      }
    default: false
    }
  }
}

extension Expression.Comparison: CustomStringConvertible {
  /// The operator as source: `=`, `not has exact`; `==` for `= exact`.
  public var description: String {
    if relation == .equal, exact { return "==" }
    return (negated ? "not " : "") + relation.rawValue + (exact ? " exact" : "")
  }
}

extension Expression.Collection: CustomStringConvertible {
  /// What stands after `in`, as source.
  public var description: String {
    switch self {
    case .column(let table, let column):
      return "\(Spelling.source(table)).\(Spelling.name(column.text))"
    case .items(let items):
      if items.count == 1, items[0].low.isPrimary, items[0].high?.isPrimary ?? true {
        return items[0].description
      }
      return "(\(items.map(\.description).joined(separator: ", ")))"
    }
  }
}

extension Expression.Item: CustomStringConvertible {
  /// The value or the range as source.
  public var description: String {
    let lower = low.written(asTightAs: .sum)
    return high.map { "\(lower)..\($0.written(asTightAs: .sum))" } ?? lower
  }
}

extension Literal: CustomStringConvertible {
  /// The value as source.
  public var description: String {
    switch self {
    case .null: "null"
    case .bool(let bool): bool ? "true" : "false"
    case .int(let int): String(int)
    case .float(let float): float.description
    case .text(let text): Spelling.quoted(text)
    case .period(let period): period.description
    case .relativeDate(let date): date.rawValue
    case .duration(let span): span.description
    }
  }
}

extension SpanOfTime: CustomStringConvertible {
  /// The duration as source: `30d`.
  public var description: String { "\(count)\(unit.rawValue)" }
}
