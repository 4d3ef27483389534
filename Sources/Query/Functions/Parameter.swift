import Diagnostics
import Model

/// What a function or an aggregate takes at one place.
struct Parameter: Sendable {
  let name: String
  let kind: Kind
  /// Whether it may be left out.
  var isOptional = false
  /// Whether it may stand there again and again; only the last one.
  var repeats = false

  /// The values that fit.
  enum Kind: Sendable {
    case any
    case text
    case textOrList
    case list
    case int
    case number
    case numberOrDuration
    case date
    case duration
    case condition
    /// Anything that has an order.
    case ordered
    /// A regular expression: a text that is known before the rows are.
    case pattern

    /// What a message says is taken.
    var described: String {
      switch self {
      case .any: "any value"
      case .text: "text"
      case .textOrList: "text or a list"
      case .list: "a list"
      case .int: "an int"
      case .number: "a number"
      case .numberOrDuration: "a number or a duration"
      case .date: "a date"
      case .duration: "a duration"
      case .condition: "a condition"
      case .ordered: "a value with an order"
      case .pattern: "a pattern in quotes"
      }
    }

    fileprivate func accepts(_ argument: TypedExpression) -> Bool {
      guard let type = argument.type else { return self != .pattern }
      return takes(type) && (self != .pattern || argument.isConstant)
    }

    /// Whether values of a type fit.
    func takes(_ type: ValueType) -> Bool {
      switch self {
      case .any: true
      case .text: type == .text
      case .textOrList: type == .text || type == .list
      case .list: type == .list
      case .int: type == .int
      case .number: type.isNumeric
      case .numberOrDuration: type.isNumeric || type == .duration
      case .date: type.isDate
      case .duration: type == .duration
      case .condition: type == .bool
      case .ordered: type.isOrdered
      case .pattern: type == .text
      }
    }
  }

  init(_ name: String, _ kind: Kind, isOptional: Bool = false, repeats: Bool = false) {
    self.name = name
    self.kind = kind
    self.isOptional = isOptional
    self.repeats = repeats
  }

  /// `extract(t, re[, group])`.
  static func signature(of name: String, _ parameters: [Parameter]) -> String {
    var text = ""
    for parameter in parameters {
      let separator = text.isEmpty ? "" : ", "
      let shown = parameter.repeats ? "\(parameter.name), …" : parameter.name
      text += parameter.isOptional ? "[\(separator)\(shown)]" : separator + shown
    }
    return "\(name)(\(text))"
  }

  /// The arguments, if their number and types fit; a `null` becomes one of the type that is taken.
  static func fit(
    _ arguments: [TypedExpression], to parameters: [Parameter], of name: String,
    signature: String, _ source: Expression
  ) throws(Diagnostic) -> [TypedExpression] {
    let least = parameters.count { !$0.isOptional }
    let most = parameters.last?.repeats == true ? Int.max : parameters.count
    guard arguments.count >= least, arguments.count <= most else {
      let wanted =
        most == .max ? "at least \(least)" : least == most ? "\(most)" : "\(least) or \(most)"
      throw .usage(
        "\(name) takes \(wanted) value\(most == 1 ? "" : "s"), not \(arguments.count)",
        at: source.span, help: "it is written \(signature)")
    }
    var fitted: [TypedExpression] = []
    for (index, argument) in arguments.enumerated() {
      let parameter = parameters[Swift.min(index, parameters.count - 1)]
      guard parameter.kind.accepts(argument) else {
        throw .usage(
          "\(name) takes \(parameter.kind.described)"
            + (parameters.count > 1 ? " for \(parameter.name)" : "")
            + "; \(argument.described)",
          at: argument.span,
          help: name == "date" && argument.type?.isDate == true
            ? "it is a date already; its day is day(\(argument.source))"
            : parameter.remedy(for: argument))
      }
      let null = argument.type == nil ? parameter.nullType : nil
      fitted.append(null.map { argument.widened(to: $0) } ?? argument)
    }
    return fitted
  }

  /// The type that a `null` has at this place; nil where the other arguments decide.
  private var nullType: ValueType? {
    switch kind {
    case .any, .ordered: nil
    case .text, .textOrList, .pattern: .text
    case .list: .list
    case .int: .int
    case .number, .numberOrDuration: .float
    case .date: .datetime
    case .duration: .duration
    case .condition: .bool
    }
  }

  private func remedy(for argument: TypedExpression) -> String? {
    switch (kind, argument.type) {
    case (.date, .text): "date(…) reads a text as a date"
    case (.int, .text), (.number, .text), (.numberOrDuration, .text):
      "number(…) reads a text as a number"
    case (.number, .bool), (.numberOrDuration, .bool):
      "if(\(argument.source.excerpt), 1, 0) makes a number of it"
    case (.text, .list): "join(…, \", \") makes a text of a list"
    case (.text, .int), (.text, .float), (.text, .datetime), (.text, .period):
      "format(\"{\(argument.columnName ?? "x")}\") makes a text of it"
    default: nil
    }
  }
}
