import Diagnostics
import Model
import Query

/// The values given to a script's parameters, as texts.
struct ScriptParameters {
  /// The declarations, in order.
  let declared: [ParameterDeclaration]

  /// What is given, by name.
  private var given: [String: Given] = [:]

  /// What is given for a parameter.
  private struct Given {
    var text: String
    /// Whether it is not known yet, since it is itself a parameter without a value.
    var isOpen: Bool
  }

  /// Reads `--name value` and `--name=value`, each word a value of its own.
  init(_ declared: [ParameterDeclaration], words: [String]) throws(Diagnostic) {
    try self.init(declared, words: words.map { Word([.quoted($0)], at: SourceSpan(0, 0)) })
  }

  /// Reads `--name value` and `--name=value`; a name that is not declared is an error, and so is a
  /// parameter without a value and without a default.
  init(_ declared: [ParameterDeclaration], words: [Word]) throws(Diagnostic) {
    self.declared = declared
    let names = declared.map(\.name.text)
    var rest = words[...]
    while let word = rest.popFirst() {
      guard word.text.hasPrefix("--"), word.text.count > 2 else {
        throw .usage(
          "the script does not know what to do with “\(word.text)”",
          help: names.isEmpty
            ? "it has no parameters" : "parameters: \(ScriptParameters.list(names))")
      }
      let text = word.text.dropFirst(2)
      let equals = text.firstIndex(of: "=")
      let name = String(text[..<(equals ?? text.endIndex)])
      guard names.contains(name) else {
        throw .usage(
          "the script has no parameter --\(name)",
          help: nearestName(to: name, among: names).map { "did you mean --\($0)?" }
            ?? (names.isEmpty ? "it has none" : "it has \(ScriptParameters.list(names))"))
      }
      if let equals {
        give(String(text[text.index(after: equals)...]), isOpen: word.isOpen, to: name)
      } else if let value = rest.popFirst() {
        give(value.text, isOpen: value.isOpen, to: name)
      } else {
        throw .usage("--\(name) needs a value: --\(name) VALUE")
      }
    }
    for parameter in declared where parameter.initial == nil && given[parameter.name.text] == nil {
      throw .usage(
        "the script needs --\(parameter.name.text) (\(parameter.type.rawValue))",
        help: parameter.help)
    }
  }

  /// Keeps a value: of a list that is given several times all of them, of others the last.
  private mutating func give(_ text: String, isOpen: Bool, to name: String) {
    let isList = declared.contains { $0.name.text == name && $0.type == .list }
    if isList, let before = given[name] {
      given[name] = Given(text: "\(before.text),\(text)", isOpen: before.isOpen || isOpen)
    } else {
      given[name] = Given(text: text, isOpen: isOpen)
    }
  }

  /// The declarations alone, for a check without values.
  init(declared: [ParameterDeclaration]) {
    self.declared = declared
  }

  private static func list(_ names: [String]) -> String {
    names.map { "--\($0)" }.joined(separator: " ")
  }

  /// The values as statements see them. Dates may name `newest` and the like, so that they are
  /// worked out anew as the script loads.
  ///
  /// - Parameter isCheck: whether the script is only checked: what the run will know, as the ends of what
  ///   it loads, is left without a value.
  func values(
    in environment: Environment, isCheck: Bool = false
  ) throws(Diagnostic) -> [String: Environment.Parameter] {
    var values: [String: Environment.Parameter] = [:]
    for parameter in declared {
      let name = parameter.name.text
      var value: Value?
      if let given = given[name] {
        value =
          given.isOpen ? nil : try read(given.text, as: parameter.type, for: name, in: environment)
      } else if let initial = parameter.initial {
        value = try evaluate(initial, as: parameter.type, for: name, in: environment)
      } else {
        value = nil
      }
      if isCheck, value == .null { value = nil }
      values[name] = Environment.Parameter(parameter.type, value: value)
    }
    return values
  }

  private func read(
    _ text: String, as type: ParameterType, for name: String, in environment: Environment
  ) throws(Diagnostic) -> Value {
    switch type {
    case .text, .path: return .text(text)
    case .list: return .list(text.split(separator: ",").map { trimmed($0) })
    case .number:
      if let whole = Int64(text) { return .int(whole) }
      guard let number = Double(text), number.isFinite else {
        throw .usage("--\(name) takes a number, not “\(text)”")
      }
      return .float(number)
    case .date:
      let item: Expression.Item
      do throws(Diagnostic) {
        item = try parseDateWord(text, at: SourceSpan(0, text.utf8.count))
      } catch {
        throw .usage("--\(name) takes a date, not “\(text)”", help: error.help ?? error.message)
      }
      guard item.high == nil else { throw .usage("--\(name) takes one date, not a range") }
      do throws(Diagnostic) {
        return try evaluate(item.low, as: .date, for: name, in: environment)
      } catch {
        throw .usage("--\(name) takes a date, not “\(text)”", help: "as 2025-02 or 17/02/2025")
      }
    }
  }

  private func trimmed(_ text: Substring) -> String {
    let inner = text.drop { $0 == " " }
    return inner.lastIndex { $0 != " " }.map { String(inner[...$0]) } ?? ""
  }

  /// The value of an expression that names no column.
  private func evaluate(
    _ expression: Expression, as type: ParameterType, for name: String, in environment: Environment
  ) throws(Diagnostic) -> Value {
    let value = try constant(expression, in: environment)
    switch (type, value) {
    case (.text, .text), (.path, .text), (.list, .list), (_, .null): return value
    case (.list, .text(let text)): return .list(text.split(separator: ",").map { trimmed($0) })
    case (.number, .int), (.number, .float), (.date, .datetime), (.date, .period): return value
    // A bare 2025 beside a date is the year.
    case (.date, .int(let year)) where (1...9999).contains(year):
      return .period(Period(.year, ordinal: year))
    default:
      throw .usage(
        "the default of \(name) is no \(type.rawValue)", at: expression.span,
        help: remedy(for: value, expression, as: type, for: name)
          ?? "write param \(name): \(type.rawValue) = …, with a value of that type")
    }
  }

  /// The declaration that was meant by a default of another type; nil where nobody knows.
  private func remedy(
    for value: Value, _ expression: Expression, as type: ParameterType, for name: String
  ) -> String? {
    switch (type, value) {
    // Text is what a parameter is whose type is not written.
    case (.text, .int), (.text, .float): "write param \(name): number = \(expression)"
    case (.text, .datetime), (.text, .period): "write param \(name): date = \(expression)"
    case (.text, .list): "write param \(name): list = \(expression)"
    case (.number, .text(let text)) where Double(text) != nil: "write \(text) without quotes"
    case (.date, .text(let text)) where (try? parseDateWord(text, at: expression.span)) != nil:
      "write \(text) without quotes"
    default: nil
    }
  }

  private func constant(
    _ expression: Expression, in environment: Environment
  ) throws(Diagnostic) -> Value {
    let row = Table(
      name: "the default", rowCount: 1, fields: [.init("row", .int(PlainColumn([1])))])
    let column = Stage.Column(name: Name("value", at: expression.span), expression)
    var nothing = Schema(of: row)
    nothing.columns = []
    let checked = try check(.select([column]), over: nothing, in: environment)
    return try checked.run(row, in: environment).value("value", 0)
  }
}

extension Word {
  fileprivate var isOpen: Bool { openParameter != nil }
}

/// A value as a word of a line: dates as the language writes them.
func parameterText(_ value: Value) -> String {
  switch value {
  case .null: ""
  case .text(let text): text
  case .int(let number): String(number)
  case .float(let number): String(number)
  case .bool(let flag): flag ? "true" : "false"
  case .datetime(let moment): moment.description
  case .period(let period): period.description
  case .duration(let seconds): "\(seconds)s"
  case .list(let items): items.joined(separator: ",")
  }
}
