import Diagnostics
import Model

extension Function {
  static let format = Function(
    "format", [Parameter("template", .text)],
    "a text with values of the row in it; a date may be followed by yyyy MM dd HH mm ss",
    [Example("format(\"a{{b}}\")", "a{b}")], gives: .text
  ) { (call: Call) throws(Diagnostic) in
    let written = call.arguments[0].source
    guard case .literal(.text(let text)) = written.kind else {
      throw .usage(
        "format takes a text in quotes", at: written.span,
        help: "write format(\"{date:dd/MM} {sender}\")")
    }
    let template = try Template(text, at: written.span)
    var values: [TypedExpression] = []
    for slot in template.slots {
      let value = try call.checker.check(Expression(.name(slot.name), at: written.span))
      if slot.pattern != nil, value.type?.isDate == false {
        throw .usage("only a date has a form; \(value.described)", at: written.span)
      }
      values.append(value)
    }
    return .applying(to: values, type: .text, source: call.source) { arguments in
      let columns = arguments.columns.indices.map { arguments.spread($0) }
      return .text(
        TextColumn(
          (0..<arguments.count).map { row in
            template.filled { slot in columns[slot][row] }
          }))
    }
  }
}

/// A text with slots for values: `{date:dd/MM} {sender}`; `{{` and `}}` are plain brackets.
struct Template: Sendable {
  /// The slots, in order.
  private(set) var slots: [Slot] = []
  private var parts: [Part] = []

  /// A place for a value.
  struct Slot: Sendable {
    /// The column.
    let name: String
    /// The form of a date, nil for that of ISO 8601.
    let pattern: String?
  }

  private enum Part: Sendable {
    case text(String)
    case slot(Int)
  }

  init(_ text: String, at span: SourceSpan) throws(Diagnostic) {
    var rest = text[...]
    var plain = ""
    while let character = rest.popFirst() {
      if rest.first == character, character == "{" || character == "}" {
        plain.append(character)
        rest.removeFirst()
      } else if character == "{" {
        guard let end = rest.firstIndex(of: "}") else {
          throw .usage("a “{” is not closed", at: span, help: "for the sign itself write {{")
        }
        let pieces = rest[..<end].split(
          separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        if pieces.count > 1 { try Moment.checkForm(pieces[1], at: span) }
        parts.append(.text(plain))
        parts.append(.slot(slots.count))
        plain = ""
        slots.append(
          Slot(name: String(pieces[0]), pattern: pieces.count > 1 ? String(pieces[1]) : nil))
        rest = rest[rest.index(after: end)...]
      } else {
        plain.append(character)
      }
    }
    parts.append(.text(plain))
  }

  /// The text with each slot filled, its value escaped; null leaves nothing.
  func filled(
    escaping escape: (String) -> String = { $0 }, _ value: (Int) -> Value
  ) -> String {
    parts.map { part in
      switch part {
      case .text(let text): return text
      case .slot(let index):
        return escape(Template.shown(value(index), slots[index].pattern))
      }
    }.joined()
  }

  private static func shown(_ value: Value, _ pattern: String?) -> String {
    switch (value, pattern) {
    case (.null, _): ""
    case (.datetime(let moment), let pattern?): moment.formatted(pattern)
    case (.period(let period), let pattern?): Moment(seconds: period.start).formatted(pattern)
    default: plainText(value)
    }
  }
}

extension Moment {
  /// Throws where what looks like a part of a date's form is none: the name of a month, a clock of twelve hours.
  fileprivate static func checkForm(_ pattern: Substring, at span: SourceSpan) throws(Diagnostic) {
    var rest = pattern
    while let letter = rest.first {
      let run = rest.prefix { $0 == letter }
      rest = rest[run.endIndex...]
      guard letter.isASCII, letter.isLetter, run.count > 1, !parts.contains(String(run)) else {
        continue
      }
      let column =
        switch letter {
        case "E", "e": "weekday(date)"
        case "M", "L": "monthname(date)"
        default: ""
        }
      throw .usage(
        "“\(run)” is no part of a date’s form: \(parts.joined(separator: " "))", at: span,
        help: column.isEmpty ? nil : "make a column of it: extend name = \(column)")
    }
  }

  /// What a form is made of.
  private static let parts = ["yyyy", "yy", "MM", "dd", "HH", "mm", "ss"]

  /// The date in a form of ``parts``, or one letter for no zero in front; everything else stays as it is.
  fileprivate func formatted(_ pattern: String) -> String {
    var text = ""
    var rest = pattern[...]
    while let letter = rest.first {
      let run = rest.prefix { $0 == letter }
      rest = rest[run.endIndex...]
      let number: Int? =
        switch letter {
        case "y": run.count == 2 ? date.year % 100 : date.year
        case "M": date.month
        case "d": date.day
        case "H": hour
        case "m": minute
        case "s": second
        default: nil
        }
      guard let number else {
        text += run
        continue
      }
      let digits = String(number)
      text += String(repeating: "0", count: Swift.max(0, run.count - digits.count)) + digits
    }
    return text
  }
}
