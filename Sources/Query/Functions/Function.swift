import Diagnostics
import Model

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
  let meansDate: Bool
  /// Makes the typed expression of arguments that fit the parameters.
  let make:
    @Sendable ([TypedExpression], _ source: Expression) throws(Diagnostic) -> TypedExpression

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
    _ examples: [Example],
    make:
      @escaping @Sendable ([TypedExpression], Expression) throws(Diagnostic) -> TypedExpression
  ) {
    self.name = name
    self.summary = summary
    self.examples = examples
    self.parameters = parameters
    self.meansDate = meansDate
    self.make = make
    signature = Parameter.signature(of: name, parameters)
  }

  /// A function of one type of result, worked out by a kernel.
  init(
    _ name: String, _ parameters: [Parameter], meansDate: Bool = false, _ summary: String,
    _ examples: [Example], gives type: ValueType, fills domain: FillDomain = .occurring,
    _ kernel: @escaping Kernel
  ) {
    self.init(name, parameters, meansDate: meansDate, summary, examples) { arguments, source in
      var typed = TypedExpression.applying(to: arguments, type: type, source: source, kernel)
      typed.domain = domain
      return typed
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

  /// The function applied to checked arguments; an error where they do not fit.
  func apply(
    _ arguments: [TypedExpression], _ source: Expression
  ) throws(Diagnostic) -> TypedExpression {
    try make(
      Parameter.fit(arguments, to: parameters, of: name, signature: signature, source), source)
  }
}
