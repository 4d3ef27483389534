import Model

/// A way to make an expression of a type: an operator or a function with its meaning.
struct Production: Sendable {
  /// What of the language it is.
  let name: String
  let type: PlainType
  let make: @Sendable (inout TermGenerator, Int) -> Term?

  init(
    _ name: String, _ type: PlainType, make: @escaping @Sendable (inout TermGenerator, Int) -> Term?
  ) {
    self.name = name
    self.type = type
    self.make = make
  }

  /// A function of arguments of these types.
  init(
    _ name: String, _ parameters: [PlainType], _ type: PlainType,
    _ meaning: @escaping @Sendable ([Plain]) -> Plain
  ) {
    self.init(name, type) { generator, depth in
      let arguments = parameters.map { generator.term($0, depth) }
      return .call(name, arguments, type, meaning)
    }
  }

  /// An operator between two values.
  init(
    _ sign: String, _ left: PlainType, _ right: PlainType, _ binding: Term.Binding,
    _ type: PlainType,
    _ meaning: @escaping @Sendable (Plain, Plain) -> Plain
  ) {
    self.init(sign, type) { generator, depth in
      .infix(
        generator.term(left, depth), sign, generator.term(right, depth), binding, type, meaning)
    }
  }

  static let all =
    PlainFunctions.all + PlainOperators.arithmetic + PlainOperators.conditions

  static let byType = Dictionary(grouping: all, by: \.type)
}

/// Makes expressions of a type over the columns of a table.
struct TermGenerator {
  var choices: Choices
  /// What may be named.
  var scope: [Term] = []
  /// The table that `x in others.…` looks into.
  var others = PlainTable()

  /// An expression of a type, about so many levels deep.
  mutating func term(_ type: PlainType, _ depth: Int) -> Term {
    let columns = scope.filter { $0.type == type }
    if depth > 0, choices.chance(columns.isEmpty ? 3 : 2, of: 4), let made = production(type, depth)
    {
      return made
    }
    if !columns.isEmpty, choices.chance(4, of: 5) { return choices.pick(columns) }
    return PlainLiterals.make(type, &choices) ?? production(type, max(depth, 1)) ?? fallback(type)
  }

  private mutating func production(_ type: PlainType, _ depth: Int) -> Term? {
    // By name first, so that what exists for many types does not come up more often.
    let known = Production.byType[type] ?? []
    guard !known.isEmpty else { return nil }
    let name = choices.pick(Array(Set(known.map(\.name))).sorted())
    return choices.pick(known.filter { $0.name == name }).make(&self, depth - 1)
  }

  /// Where nothing else is of the type: what the clock gives.
  private func fallback(_ type: PlainType) -> Term {
    var now = Term(.date(PlainLiterals.now), "now", .date)
    now.parts = ["now"]
    let name = "\(type == .weekday ? "weekday" : type == .monthname ? "monthname" : "year")"
    if type == .list {
      return Term(.list(["a", "é"]), "split(\"a é\", \" \")", .list)
    }
    return .call(name, [now], type) { PlainFunctions.calendar(name, $0[0]) }
  }
}
