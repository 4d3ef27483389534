public import Model

/// An operator of expressions: how it is written, what it means, and what it goes with. Help and
/// completion read its entry, and its examples run as tests.
public struct OperatorSyntax: Sendable {
  /// How it is written: `has`, `is not null`.
  public let name: String

  /// How it stands between its sides; capitals stand for what the user fills in.
  public let form: String

  /// One line on when it holds, or what it gives.
  public let summary: String

  /// Conditions on messages that use it.
  public let examples: [String]

  /// The examples as whole lines, to try on messages.
  public var lines: [String] { examples.map { "messages | where \($0)" } }

  /// What may stand on its left; empty for what joins conditions.
  private let operands: Set<Operand>

  private enum Operand: CaseIterable {
    case text, number, moment, duration, truth, list
  }

  /// Whether a value of a type may stand on its left.
  public func takes(_ type: ValueType) -> Bool {
    switch type {
    case .text: operands.contains(.text)
    case .int, .float: operands.contains(.number)
    case .bool: operands.contains(.truth)
    case .datetime, .period: operands.contains(.moment)
    case .duration: operands.contains(.duration)
    case .list: operands.contains(.list)
    }
  }

  /// Whether it joins conditions or turns one round, rather than comparing values.
  public var joins: Bool { operands.isEmpty }

  private init(
    _ name: String, _ form: String, _ operands: Set<Operand>, _ summary: String,
    _ examples: String...
  ) {
    self.name = name
    self.form = form
    self.summary = summary
    self.examples = examples
    self.operands = operands
  }

  private static let all6 = Set(Operand.allCases)
  private static let texts: Set<Operand> = [.text, .list]
  private static let ordered: Set<Operand> = [.text, .number, .moment, .duration, .list]
  private static let numbers: Set<Operand> = [.number, .duration]

  /// Every operator, in the order in which help shows them.
  public static let all: [OperatorSyntax] = [
    OperatorSyntax(
      "=", "VALUE = VALUE", all6, "equal; text without regard to case and accents",
      #"sender = "elodie 🌸""#, "kind = \"media\""),
    OperatorSyntax("!=", "VALUE != VALUE", all6, "not equal; nulls too", "kind != \"text\""),
    OperatorSyntax(
      "has", "TEXT has WORDS", texts, "holds these words, whole and in a row",
      #"body has "velo""#),
    OperatorSyntax(
      "contains", "TEXT contains PART", texts, "holds this anywhere", #"body contains "vel""#),
    OperatorSyntax("starts", "TEXT starts PART", texts, "begins so", #"body starts "bon""#),
    OperatorSyntax("ends", "TEXT ends PART", texts, "ends so", #"body ends "?""#),
    OperatorSyntax(
      "~", "TEXT ~ PATTERN", texts, "matches a regular expression (PCRE2)",
      #"body ~ "rendez-vous|rdv""#),
    OperatorSyntax(
      "!~", "TEXT !~ PATTERN", texts, "does not match it", #"body !~ "^[a-z]""#),
    OperatorSyntax(
      "==", "TEXT == TEXT", texts, "equal to the letter, case and accents too",
      #"sender == "Zoë""#),
    OperatorSyntax(
      "<", "VALUE < VALUE", ordered, "less, earlier, before in order", "words < 3"),
    OperatorSyntax("<=", "VALUE <= VALUE", ordered, "less or equal", "date <= 2025-03"),
    OperatorSyntax(">", "VALUE > VALUE", ordered, "more, later, after in order", "words > 40"),
    OperatorSyntax(
      ">=", "VALUE >= VALUE", ordered, "more or equal", "date >= newest - 30d", "hour >= 22"),
    OperatorSyntax(
      "in", "VALUE in (VALUE, …)", all6,
      "is one of these, in a range A..B, or in a column of another table",
      #"sender in ("Zoë", "Karim")"#, "date in 2025-02..2025-04", "sender in participants.name"),
    OperatorSyntax(
      "between", "VALUE between LOW and HIGH", ordered, "from one to the other, both included",
      "words between 5 and 10"),
    OperatorSyntax("is null", "VALUE is null", all6, "has no value", "sender is null"),
    OperatorSyntax("is not null", "VALUE is not null", all6, "has a value", "media is not null"),
    OperatorSyntax(
      "not", "not CONDITION", [], "turns a condition round; also not has, not in, not between",
      #"not (sender = "Karim")"#, #"body not contains "e""#),
    OperatorSyntax(
      "and", "CONDITION and CONDITION", [], "both hold",
      #"words > 20 and body contains "merci""#),
    OperatorSyntax(
      "or", "CONDITION or CONDITION", [], "one of them holds, or both; and binds tighter",
      #"kind = "poll" or kind = "call""#),
    OperatorSyntax(
      "exact", "TEXT has exact WORDS", [],
      "after an operator of text: with regard to case and accents", #"body has exact "Merci""#),
    OperatorSyntax(
      "+", "NUMBER + NUMBER", numbers.union([.moment]), "sum; a date and a duration",
      "date > oldest + 30d"),
    OperatorSyntax(
      "-", "NUMBER - NUMBER", numbers.union([.moment]), "difference; of dates, a duration",
      "newest - date < 7d"),
    OperatorSyntax("*", "NUMBER * NUMBER", numbers, "product", "words * 5 > chars"),
    OperatorSyntax("/", "NUMBER / NUMBER", numbers, "quotient, a float", "chars / words > 8"),
    OperatorSyntax(
      "%", "NUMBER % NUMBER", numbers, "remainder, with the sign of the first", "id % 100 = 0"),
  ]
}
