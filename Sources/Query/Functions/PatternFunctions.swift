import Diagnostics
import Model

extension Function {
  static let patternFunctions: [Function] = [
    Function(
      "replace",
      [Parameter("t", .text), Parameter("re", .pattern), Parameter("r", .text)],
      "a text with each match of a pattern replaced; $1 is what the first group holds",
      [Example("replace(\"06 12\", \"(\\d+) (\\d+)\", \"$2-$1\")", "12-06")], gives: .text
    ) { (arguments, source) throws(Diagnostic) in
      let pattern = try FixedPattern(arguments[1], exact: false)
      let replacement = arguments[2]
      guard replacement.isConstant else {
        throw .usage(
          "the replacement is one text for all rows; \(replacement.described) of each",
          at: replacement.span)
      }
      return .applying(to: [arguments[0], replacement], type: .text, source: source) {
        (constants, environment) throws(Diagnostic) in
        let pattern = try pattern.compiled(in: environment)
        let template = constants[1].flatMap { TextReader($0)[0] } ?? ""
        let prepared = try Replacement.prepared(template, for: pattern, at: replacement.span)
        return { arguments throws(Diagnostic) in
          .text(
            try pattern.replace(
              with: prepared, in: arguments[0].asText, interrupt: arguments.environment.interrupt))
        }
      }
    },
    searching(
      "extract", .text,
      "what a pattern, or a group of it, first matches in a text; null if nothing",
      [Example("extract(\"le 06 12\", \"\\d+\")", "06")]
    ) { (pattern, group, texts, interrupt) throws(Diagnostic) in
      .text(try pattern.extract(group: group, from: texts, interrupt: interrupt))
    },
    searching(
      "matches", .list, "all that a pattern, or a group of it, matches in a text, as a list",
      [Example("matches(\"le 06 12\", \"(\\d)\\d\", 1)", "0; 1")]
    ) { (pattern, group, texts, interrupt) throws(Diagnostic) in
      .list(try pattern.allMatches(group: group, in: texts, interrupt: interrupt))
    },
  ]

  /// A function of a text, a pattern and perhaps a group of it.
  private static func searching(
    _ name: String, _ type: ValueType, _ summary: String, _ examples: [Example],
    _ search:
      @escaping @Sendable (Pattern, Int, TextColumn, Interrupt) throws(Diagnostic) -> Column
  ) -> Function {
    Function(
      name,
      [
        Parameter("t", .text), Parameter("re", .pattern),
        Parameter("group", .int, isOptional: true),
      ], summary, examples, gives: type
    ) { (arguments, source) throws(Diagnostic) in
      let pattern = try FixedPattern(arguments[1], exact: false)
      var group = 0
      if arguments.count > 2 {
        guard case .literal(.int(let number)) = arguments[2].source.kind else {
          throw .usage("the group is written as a number", at: arguments[2].span)
        }
        group = try pattern.groupNumber(number, at: arguments[2].span)
      }
      return .applying(to: [arguments[0]], type: type, source: source) {
        [group] (_, environment) throws(Diagnostic) in
        let pattern = try pattern.compiled(in: environment)
        return { arguments throws(Diagnostic) in
          try search(pattern, group, arguments[0].asText, arguments.environment.interrupt)
        }
      }
    }
  }
}

extension Replacement {
  /// A replacement for matches of a pattern; a fault in it is pointed at in the statement.
  fileprivate static func prepared(
    _ template: String, for pattern: Pattern, at span: SourceSpan
  ) throws(Diagnostic) -> Replacement {
    do {
      return try Replacement(template, for: pattern)
    } catch {
      var fault = error
      let isPlain = span.upper - span.lower == template.utf8.count + 2
      fault.span = isPlain ? error.span?.shifted(by: span.lower + 1) : span
      throw fault
    }
  }
}
