import Diagnostics

extension Parser {
  /// `expr`.
  mutating func expression() throws(Diagnostic) -> Expression {
    try disjunction().expression
  }

  // MARK: - Conditions

  mutating func disjunction() throws(Diagnostic) -> Measured {
    var parts = [try conjunction()]
    while take("or") { parts.append(try conjunction()) }
    guard parts.count > 1 else { return parts[0] }
    let flat = parts.flatMap { part in
      if case .or(let inner) = part.expression.kind { inner } else { [part.expression] }
    }
    return try node(.or(flat), over: parts, from: parts[0].span)
  }

  private mutating func conjunction() throws(Diagnostic) -> Measured {
    var parts = [try negation()]
    while take("and") { parts.append(try negation()) }
    guard parts.count > 1 else { return parts[0] }
    let flat = parts.flatMap { part in
      if case .and(let inner) = part.expression.kind { inner } else { [part.expression] }
    }
    return try node(.and(flat), over: parts, from: parts[0].span)
  }

  private mutating func negation() throws(Diagnostic) -> Measured {
    let start = token.span
    guard take("not") else { return try comparison() }
    try enter(at: start)
    let operand = try negation()
    leave()
    return try node(.not(operand.expression), over: [operand], from: start)
  }

  // MARK: - Arithmetic

  mutating func sum() throws(Diagnostic) -> Measured {
    var left = try product()
    while let sign = sign(among: [.plus, .minus]) {
      let right = try product()
      left = try node(
        .arithmetic(left.expression, sign, right.expression), over: [left, right], from: left.span)
    }
    return left
  }

  private mutating func product() throws(Diagnostic) -> Measured {
    var left = try unary()
    while let sign = sign(among: [.times, .divided, .remainder]) {
      let right = try unary()
      left = try node(
        .arithmetic(left.expression, sign, right.expression), over: [left, right], from: left.span)
    }
    return left
  }

  /// Goes on if the token is one of these signs.
  private mutating func sign(among signs: [Expression.Operator]) -> Expression.Operator? {
    guard case .symbol(let symbol) = token.kind,
      let sign = signs.first(where: { $0.rawValue == symbol.rawValue })
    else { return nil }
    advance()
    return sign
  }

  mutating func unary() throws(Diagnostic) -> Measured {
    let start = token.span
    guard take(.minus) else { return try primary() }
    try enter(at: start)
    let operand = try unary()
    leave()
    return try node(.negative(operand.expression), over: [operand], from: start)
  }
}
