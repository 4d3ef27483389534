import Model

/// Operators that look into text, lists and the tables beside.
enum PlainTextOperators {
  static let all: [Production] =
    ["has", "contains", "starts", "ends"].flatMap { word in
      [looking(word, .text), looking(word, .list), lookingForFixed(word, .weekday)]
    } + ["~", "!~"].flatMap { [matching($0, .text), matching($0, .list), matching($0, .weekday)] }
    + ["=", "!=", "==", "<", "<=", ">", ">="].flatMap { relation in
      [.text, .list].map { onList(relation, $0) }
        + [PlainType.weekday, .monthname].flatMap { named(relation, $0) }
    } + others

  private static func looking(_ word: String, _ type: PlainType) -> Production {
    Production(word, .bool) { generator, depth in
      looking(
        generator.term(type, depth), word, generator.term(.text, depth - 1), &generator.choices)
    }
  }

  private static func lookingForFixed(_ word: String, _ type: PlainType) -> Production {
    Production(word, .bool) { generator, depth in
      let text = generator.choices.pick(["mon", "M", "on", "u", ""])
      return looking(
        generator.term(type, depth), word, Term(.text(text), PlainText.quoted(text), .text),
        &generator.choices)
    }
  }

  private static func looking(
    _ subject: Term, _ word: String, _ sought: Term, _ choices: inout Choices
  ) -> Term {
    let (negated, exact) = (choices.chance(1, of: 4), choices.chance(1, of: 3))
    let words = "\(negated ? "not " : "")\(word)\(exact ? " exact" : "")"
    var term = Term(
      word, [subject, sought],
      "\(subject.source(asTightAs: .sum)) \(words) \(sought.source(asTightAs: .sum))", .comparison,
      .bool
    ) { .bool(PlainComparison.holds($0[0], word, $0[1], .text, exact: exact) != negated) }
    if exact { term.parts.insert("exact") }
    return term
  }

  private static let patterns =
    PlainFunctions.searched + ["", "^$", "a*", "^a.*e$", "É.?", "M?on", "n$", "日"]

  private static func matching(_ sign: String, _ type: PlainType) -> Production {
    Production(sign, .bool) { generator, depth in
      let subject = generator.term(type, depth)
      let source = generator.choices.pick(patterns)
      let exact = generator.choices.chance(1, of: 3)
      let pattern = PlainPattern(source, exact: exact)
      let written = "\(sign)\(exact ? " exact" : "") \(PlainText.quoted(source))"
      var term = Term(
        sign, [subject], "\(subject.source(asTightAs: .sum)) \(written)", .comparison, .bool
      ) { values in
        let texts = values[0].text.map { [$0] } ?? values[0].elements
        let found = texts.contains { pattern.matches(PlainText.seen($0, exact: exact)) }
        return .bool(found != (sign == "!~"))
      }
      if exact { term.parts.insert("exact") }
      return term
    }
  }

  /// A list beside a text: what holds for any element.
  private static func onList(_ relation: String, _ other: PlainType) -> Production {
    Production(relation, .bool) { generator, depth in
      let list = generator.term(.list, depth)
      let text = generator.term(.text, depth)
      let isEqual = ["=", "!=", "=="].contains(relation)
      let exact = relation != "==" && generator.choices.chance(1, of: 3)
      return other == .text && isEqual
        ? PlainOperators.compare(text, relation, list, exact: exact)
        : PlainOperators.compare(list, relation, text, exact: exact)
    }
  }

  /// A weekday or a month beside a text, or beside another.
  private static func named(_ relation: String, _ type: PlainType) -> [Production] {
    [
      Production(relation, .bool) { generator, depth in
        let one = generator.term(type, depth)
        let text = generator.choices.pick((type.names ?? []) + ["mon", "sat", "jan", "lundi", ""])
        let other = Term(.text(text), PlainText.quoted(text), .text)
        let exact = relation != "==" && generator.choices.chance(1, of: 4)
        return generator.choices.chance(1, of: 3)
          ? PlainOperators.compare(other, relation, one, exact: exact)
          : PlainOperators.compare(one, relation, other, exact: exact)
      },
      Production(relation, .bool) { generator, depth in
        PlainOperators.compare(
          generator.term(type, depth), relation, generator.term(type, depth), exact: false)
      },
    ]
  }

  // MARK: - Another table

  /// `x in others.column`.
  private static let others: [Production] = [
    PlainType.int, .float, .text, .list, .date, .period(.month), .duration, .bool,
  ].map { type in
    Production("in table", .bool) { generator, depth in
      let subject = generator.term(type, depth)
      let places = generator.others.columns.indices.filter { place in
        let other = generator.others.columns[place].type
        return other == type || [type, other].allSatisfy { [.int, .float].contains($0) }
          || (type.isDate && other.isDate)
          || [type, other].allSatisfy { [.text, .list].contains($0) }
      }
      guard !places.isEmpty else { return nil }
      let place = generator.choices.pick(places)
      let column = generator.others.columns[place]
      let values = generator.others.rows.map { $0[place] }
      let negated = generator.choices.chance(1, of: 3)
      let word = negated ? "not in" : "in"
      return Term(
        "in table", [subject], "\(subject.source(asTightAs: .sum)) \(word) others.\(column.name)",
        .comparison, .bool
      ) { .bool(isAmong($0[0], values) != negated) }
    }
  }

  private static func isAmong(_ value: Plain, _ values: [Plain]) -> Bool {
    values.contains { other in
      switch (value, other) {
      case (_, .period(let unit, let start)):
        return value.seconds.map { PlainCalendar.start(of: unit, $0) == start } ?? false
      case (.period(let unit, let start), .date(let seconds)):
        return PlainCalendar.start(of: unit, seconds) == start
      default: break
      }
      if let one = value.seconds, let other = other.seconds { return one == other }
      if case .list(let items) = other {
        return items.contains { PlainComparison.holds(value, "=", .text($0), .text) }
      }
      return PlainComparison.holds(value, "=", other, .text)
    }
  }
}
