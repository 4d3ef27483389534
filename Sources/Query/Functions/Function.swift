import Diagnostics
public import Model

/// A function of the language: help, completion, the checker and its tests read its entry.
public struct Function: Sendable {
  /// Its name.
  public let name: String
  /// How it is written: `extract(t, re[, group])`.
  public let signature: String
  /// One line on what it gives.
  public let summary: String
  /// Expressions with the value that they print; they run as tests.
  public let examples: [Example]
  /// What it takes.
  let parameters: [Parameter]
  /// Whether its name alone means the function of the table's `date`.
  public let meansDate: Bool
  /// The type of what it gives; nil where that follows from what it takes.
  public let gives: ValueType?
  /// Makes the typed expression of a call whose arguments fit the parameters.
  let make: @Sendable (Call) throws(Diagnostic) -> TypedExpression

  /// A call of a function.
  struct Call {
    let arguments: [TypedExpression]
    /// The whole call as written.
    let source: Expression
    /// What looks up further names, such as those inside a template.
    let checker: Checker
  }

  /// An expression and what it prints.
  public struct Example: Sendable, Hashable {
    /// The expression.
    public let expression: String
    /// Its value as text.
    public let value: String

    init(_ expression: String, _ value: String) {
      self.expression = expression
      self.value = value
    }
  }

  init(
    _ name: String, _ parameters: [Parameter], meansDate: Bool = false, _ summary: String,
    _ examples: [Example], gives: ValueType? = nil,
    checking make: @escaping @Sendable (Call) throws(Diagnostic) -> TypedExpression
  ) {
    self.name = name
    self.summary = summary
    self.examples = examples
    self.parameters = parameters
    self.meansDate = meansDate
    self.gives = gives
    self.make = make
    signature = Parameter.signature(of: name, parameters)
  }

  /// A function that is made of its arguments; where nothing else is said, its type follows from theirs.
  init(
    _ name: String, _ parameters: [Parameter], _ summary: String, _ examples: [Example],
    gives: ValueType? = nil,
    make:
      @escaping @Sendable ([TypedExpression], Expression) throws(Diagnostic) -> TypedExpression
  ) {
    self.init(name, parameters, summary, examples, gives: gives) {
      (call: Call) throws(Diagnostic) in
      try make(call.arguments, call.source)
    }
  }

  /// A function of one type of result, worked out by a kernel.
  init(
    _ name: String, _ parameters: [Parameter], meansDate: Bool = false, _ summary: String,
    _ examples: [Example], gives type: ValueType,
    _ kernel: @escaping Kernel
  ) {
    self.init(name, parameters, meansDate: meansDate, summary, examples, gives: type) { call in
      TypedExpression.applying(to: call.arguments, type: type, source: call.source, kernel)
    }
  }

  /// Every function, in the order in which help lists them.
  public static let all: [Function] =
    dateFunctions + textFunctions + patternFunctions + linkFunctions + listFunctions
    + numberFunctions + choiceFunctions

  private static let byName = Dictionary(
    all.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })

  /// The function with a name, nil where there is none.
  static func named(_ name: String) -> Function? { byName[name] }

  /// Whether what it gives may be compared with values of a type. Where its type follows from what it
  /// takes, it has to take such values.
  public func compares(with type: ValueType) -> Bool {
    gives.map { type.compares(with: $0) } ?? parameters.contains { $0.kind.takes(type) }
  }

  /// The type of what a function gives; nil where there is no such function, or where the type follows
  /// from what it takes.
  public static func typeGiven(by function: String) -> ValueType? { named(function)?.gives }

  /// The function applied to checked arguments; an error where they do not fit.
  func apply(
    _ arguments: [TypedExpression], _ source: Expression, in checker: Checker
  ) throws(Diagnostic) -> TypedExpression {
    let fitted = try Parameter.fit(
      arguments, to: parameters, of: name, signature: signature, source)
    return try make(Call(arguments: fitted, source: source, checker: checker))
  }
}
