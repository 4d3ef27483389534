import Diagnostics
import Model

/// How many rows a stage is about, once it is known to be a number.
struct CheckedAmount: Sendable {
  /// In words: `row`, `10 rows`, `$n rows`.
  let words: String

  /// The number, or the parameter that holds it.
  private let amount: Stage.Amount

  /// A number as written, or a parameter that is declared to be one.
  fileprivate init(_ amount: Stage.Amount) {
    self.amount = amount
    words = amount == .rows(1) ? "row" : "\(amount) rows"
  }

  /// The number, from 0.
  ///
  /// - Throws: That the value of the parameter is no such number.
  func count(in environment: Environment) throws(Diagnostic) -> Int {
    switch amount {
    case .rows(let count): return Swift.max(0, count)
    case .parameter(let name):
      switch environment.parameters[name.text]?.value {
      case .int(let count)? where count >= 0: return Int(clamping: count)
      case let value?:
        throw Diagnostic(
          "$\(name.text) is \(value.shown), and this takes a whole number from 0",
          at: name.span)
      case nil: throw Diagnostic("$\(name.text) has no value", at: name.span)
      }
    }
  }
}

extension Checker {
  /// A number of rows: a parameter must be declared as a number, and hold a whole one where it has a
  /// value already.
  func check(_ amount: Stage.Amount) throws(Diagnostic) -> CheckedAmount {
    let checked = CheckedAmount(amount)
    guard case .parameter(let name) = amount else { return checked }
    let typed = try parameter(
      name.text, of: Expression(.parameter(name.text), at: name.span))
    guard typed.type?.isNumeric == true else {
      throw Diagnostic(
        "$\(name.text) is no number, and this takes one", at: name.span,
        help: "declare it so: param \(name.text): number")
    }
    if environment.parameters[name.text]?.value != nil { _ = try checked.count(in: environment) }
    return checked
  }
}

extension Value {
  /// A number as a message shows it.
  fileprivate var shown: String {
    switch self {
    case .int(let number): "\(number)"
    case .float(let number): "\(number)"
    default: "no number"
    }
  }
}
