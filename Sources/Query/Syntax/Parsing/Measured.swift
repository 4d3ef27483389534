import Diagnostics

/// An expression with the number of nodes on its longest way down, itself among them.
struct Measured {
  let expression: Expression
  let height: Int

  var span: SourceSpan { expression.span }
}

extension Parser {
  /// An expression without parts, which the token stands for; goes on to the next token.
  mutating func leaf(_ kind: Expression.Kind) throws(Diagnostic) -> Measured {
    let span = token.span
    try count(at: span)
    advance()
    return Measured(expression: Expression(kind, at: span), height: 1)
  }

  /// An expression over parts; it ends with the token before the one that is looked at.
  mutating func node(
    _ kind: Expression.Kind, over parts: [Measured], from start: SourceSpan
  ) throws(Diagnostic) -> Measured {
    try count(at: start)
    let height = 1 + (parts.map(\.height).max() ?? 0)
    guard height <= Bounds.depth else { throw tooDeep(at: token.span) }
    let span = SourceSpan(start.lower, end(of: start))
    return Measured(expression: Expression(kind, at: span), height: height)
  }
}
