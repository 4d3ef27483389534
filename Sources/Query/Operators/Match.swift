import Diagnostics
import Model

extension Checker {
  /// `~`: a text, or an element of a list, matches a regular expression.
  func match(
    _ a: TypedExpression, _ b: TypedExpression, exact: Bool, of source: Expression
  ) throws(Diagnostic) -> TypedExpression {
    guard a.type == .text || a.type == .list || a.type == nil else {
      throw .usage("“~” looks into text; \(a.described)", at: a.span, help: a.remedyForNoText)
    }
    let pattern = try FixedPattern(b, exact: exact)
    return .applying(to: [a], type: .bool, source: source) {
      (_, environment) throws(Diagnostic) in
      let pattern = try pattern.compiled(in: environment)
      return { arguments throws(Diagnostic) in
        let interrupt = arguments.environment.interrupt
        guard case .list(let lists) = arguments[0] else {
          return .bool(
            PlainColumn(try pattern.select(arguments[0].asText, interrupt: interrupt)))
        }
        let matches = try pattern.select(lists.items, interrupt: interrupt)
        return .bool(
          PlainColumn(
            (0..<lists.count).map { row in lists.range(of: row).contains { matches[$0] } }))
      }
    }
  }
}

/// A regular expression that is known before the rows are: written, or a parameter.
struct FixedPattern: Sendable {
  private let written: Pattern?
  private let expression: TypedExpression
  private let exact: Bool

  /// A pattern; one that is written is compiled now, so that its faults are found before anything
  /// runs.
  init(_ expression: TypedExpression, exact: Bool) throws(Diagnostic) {
    guard expression.isConstant, expression.type == .text else {
      throw .usage(
        "a pattern stands in quotes; \(expression.described)", at: expression.span,
        help: expression.type == .text
          ? "a text of each row is looked for with contains" : "write ~ \"…\"")
    }
    self.expression = expression
    self.exact = exact
    if case .literal(.text(let source)) = expression.source.kind {
      written = try FixedPattern.compile(source, exact: exact, at: expression.span)
    } else {
      written = nil
    }
  }

  /// The pattern that it is in this run.
  func compiled(in environment: Environment) throws(Diagnostic) -> Pattern {
    if let written { return written }
    let nothing = Table(name: "", rowCount: 0, fields: [])
    guard case .text(let source) = try expression.value(over: nothing, in: environment) else {
      throw Diagnostic("the pattern is null", at: expression.span)
    }
    return try FixedPattern.compile(source, exact: exact, at: expression.span)
  }

  /// The group that a number names.
  func groupNumber(_ number: Int64, at span: SourceSpan) throws(Diagnostic) -> Int {
    let most = written?.groupCount ?? Int(Int32.max)
    guard number >= 0, number <= Int64(most) else {
      throw .usage(
        "the pattern has no group \(number)", at: span,
        help: most == 0 ? "a group stands between ( and )" : "its groups are 0 to \(most)")
    }
    return Int(number)
  }

  private static func compile(
    _ source: String, exact: Bool, at span: SourceSpan
  ) throws(Diagnostic) -> Pattern {
    do {
      return try Pattern(source, exact: exact)
    } catch {
      var fault = error
      // Where nothing is escaped the text between the quotes is the pattern, byte for byte.
      let isPlain = span.upper - span.lower == source.utf8.count + 2
      fault.span = isPlain ? error.span?.shifted(by: span.lower + 1) : span
      throw fault
    }
  }
}
