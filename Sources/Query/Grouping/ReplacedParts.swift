public import Diagnostics
import Model

extension Expression {
  /// The expression with some of its parts replaced, the outermost first; a part for which
  /// `replacement` is nil is looked into.
  func replacing(
    _ replacement: (Expression) throws(Diagnostic) -> Expression?
  ) throws(Diagnostic) -> Expression {
    if let replaced = try replacement(self) { return replaced }
    func inside(_ part: Expression) throws(Diagnostic) -> Expression {
      try part.replacing(replacement)
    }
    func inside(_ parts: [Expression]) throws(Diagnostic) -> [Expression] {
      var replaced: [Expression] = []
      for part in parts { replaced.append(try inside(part)) }
      return replaced
    }
    let kind: Kind
    switch self.kind {
    case .literal, .parameter, .name: return self
    case .call(let name, let arguments): kind = .call(name, try inside(arguments))
    case .and(let parts): kind = .and(try inside(parts))
    case .or(let parts): kind = .or(try inside(parts))
    case .not(let part): kind = .not(try inside(part))
    case .comparison(let left, let comparison, let right):
      kind = .comparison(try inside(left), comparison, try inside(right))
    case .membership(let value, let negated, .items(let items)):
      var replaced: [Item] = []
      for item in items {
        let high: Expression? = if let high = item.high { try inside(high) } else { nil }
        replaced.append(Item(try inside(item.low), to: high))
      }
      kind = .membership(try inside(value), negated: negated, .items(replaced))
    case .membership(let value, let negated, let collection):
      kind = .membership(try inside(value), negated: negated, collection)
    case .between(let value, let negated, let low, let high):
      kind = .between(
        try inside(value), negated: negated, low: try inside(low), high: try inside(high))
    case .isNull(let part, let negated): kind = .isNull(try inside(part), negated: negated)
    case .arithmetic(let left, let operation, let right):
      kind = .arithmetic(try inside(left), operation, try inside(right))
    case .negative(let part): kind = .negative(try inside(part))
    }
    return Expression(kind, at: span)
  }
}

extension Expression {
  /// The expression with the values of parameters written in their place, where one can be: a text, a number, a
  /// period. What has no value yet stays as it is.
  public func withValues(
    of parameters: [String: Environment.Parameter]
  ) throws(Diagnostic) -> Expression {
    try replacing { (part) throws(Diagnostic) in
      guard case .parameter(let name) = part.kind, let value = parameters[name]?.value,
        let literal = Literal(value)
      else { return nil }
      return Expression(.literal(literal), at: part.span)
    }
  }
}

extension Literal {
  /// How a value is written; nil where it cannot be.
  fileprivate init?(_ value: Value) {
    switch value {
    case .text(let text): self = .text(text)
    case .int(let number): self = .int(number)
    case .float(let number): self = .float(number)
    case .period(let period): self = .period(period)
    default: return nil
    }
  }
}
