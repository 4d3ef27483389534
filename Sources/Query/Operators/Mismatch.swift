import Diagnostics
import Model

extension Checker {
  /// The complaint about two values of types that do not compare.
  func mismatch(
    _ a: TypedExpression, _ b: TypedExpression, at span: SourceSpan
  ) -> Diagnostic {
    if a.type == .bool, b.type == .bool {
      return .usage("true and false have no order", at: span, help: "compare them with = or !=")
    }
    return .usage(
      "\(a.described) and \(b.described): they cannot be compared", at: span,
      help: remedy(a, b) ?? remedy(b, a))
  }

  /// What to write so that a value can be compared with a fixed one.
  private func remedy(_ a: TypedExpression, _ b: TypedExpression) -> String? {
    if a.type?.isDate == true, case .arithmetic(_, .divided, _) = b.source.kind {
      return "dates are written 2025-12-31 or 31/12/2025"
    }
    if b.type == .text, case .parameter(let name) = b.source.kind, let type = a.type,
      type.isDate || type.isNumeric
    {
      return "declare it so: param \(name): \(type.isDate ? "date" : "number")"
    }
    if b.type == .text, !b.isConstant {
      if a.type?.isDate == true { return "a text is read as a date by date(\(b.source))" }
      if a.type == .int || a.type == .float {
        return "a text is read as a number by number(\(b.source))"
      }
    }
    guard case .literal(let literal) = b.source.kind, let type = a.type else { return nil }
    if let name = a.source.functionName, let names = Function.names(givenBy: name) {
      return "its values are \(names.map { "\"\($0)\"" }.joined(separator: " "))"
    }
    switch (type, literal) {
    case (.text, .int), (.text, .float), (.text, .bool), (.text, .period):
      return "write \"\(b.source)\""
    case (.list, .int): return "how many there are: length(\(a.source))"
    case (.int, .text(let text)), (.float, .text(let text)):
      // `hour > "22:00"`.
      let digits = text.prefix { $0 != ":" }
      return Double(digits) == nil ? nil : "write \(digits) without quotes"
    case (.bool, .text(let text)):
      return text == "true" || text == "false" ? "write \(text) without quotes" : nil
    case (.duration, .int(let number)):
      return "write \(number)h, \(number)min or \(number)s"
    case (.duration, .text(let text)):
      var lexer = Lexer(text)
      guard case .duration = lexer.next().kind, lexer.next().kind == .end else { return nil }
      return "write \(text) without quotes"
    case (.int, .duration), (.float, .duration): return "write a plain number"
    default: return nil
    }
  }
}

extension Expression {
  /// The function that is applied, also where its name alone stands for that; nil for what can be
  /// none.
  fileprivate var functionName: String? {
    switch kind {
    case .name(let name): name
    case .call(let name, _): name.text
    default: nil
    }
  }
}
