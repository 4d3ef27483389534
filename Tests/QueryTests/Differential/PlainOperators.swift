import Model

/// The operators of the language, as its page describes them.
enum PlainOperators {
  // MARK: - Arithmetic

  private static let signs: [(String, Term.Binding)] = [
    ("+", .sum), ("-", .sum), ("*", .product), ("/", .product), ("%", .product),
  ]

  static let arithmetic: [Production] =
    signs.flatMap { sign, binding -> [Production] in
      let numbers = { (left: PlainType, right: PlainType, type: PlainType) in
        Production(sign, left, right, binding, type) { PlainArithmetic.numbers($0, sign, $1) }
      }
      return [
        numbers(.int, .int, sign == "/" ? .float : .int), numbers(.int, .float, .float),
        numbers(.float, .int, .float), numbers(.float, .float, .float),
      ]
    }
    + [("+", Term.Binding.sum), ("-", .sum), ("%", .product)].map { sign, binding in
      Production(sign, .duration, .duration, binding, .duration) {
        PlainArithmetic.durations($0, sign, $1)
      }
    }
    + [
      Production("/", .duration, .duration, .product, .float) {
        PlainArithmetic.durations($0, "/", $1)
      },
      Production("*", .duration, .int, .product, .duration) {
        PlainArithmetic.durations($0, "*", $1)
      },
      Production("*", .float, .duration, .product, .duration) {
        PlainArithmetic.durations($0, "*", $1)
      },
      Production("/", .duration, .float, .product, .duration) {
        PlainArithmetic.durations($0, "/", $1)
      },
      Production("/", .duration, .int, .product, .duration) {
        PlainArithmetic.durations($0, "/", $1)
      },
      Production("+", .date, .duration, .sum, .date) { PlainArithmetic.dates($0, "+", $1) },
      Production("-", .date, .duration, .sum, .date) { PlainArithmetic.dates($0, "-", $1) },
      Production("+", .duration, .period(.month), .sum, .date) {
        PlainArithmetic.dates($0, "+", $1)
      },
      Production("-", .period(.day), .duration, .sum, .date) { PlainArithmetic.dates($0, "-", $1) },
      Production("-", .date, .date, .sum, .duration) { PlainArithmetic.dates($0, "-", $1) },
      Production("-", .date, .period(.month), .sum, .duration) {
        PlainArithmetic.dates($0, "-", $1)
      },
    ]
    + [PlainType.date, .period(.month), .period(.day)].map(shift)
    + [PlainType.int, .float, .duration].map { type in
      Production("negative", type) { generator, depth in
        let inner = generator.term(type, depth)
        return Term("negative", [inner], "-\(inner.source(asTightAs: .unary))", .unary, type) {
          PlainArithmetic.negative($0[0])
        }
      }
    }

  /// A date moved by months or years.
  private static func shift(_ type: PlainType) -> Production {
    Production("months", .date) { generator, depth in
      let date = generator.term(type, depth)
      let (source, months) = generator.choices.pick(
        [
          ("1mo", 1), ("3mo", 3), ("11mo", 11), ("1y", 12), ("4y", 48), ("9000y", 108_000),
        ] as [(String, Int64)])
      let form = generator.choices.number(0...2)
      let written = date.source(asTightAs: form == 2 ? .product : .sum)
      let text = [
        "\(written) + \(source)", "\(written) - \(source)", "\(source) + \(written)",
      ][form]
      return Term("months", [date], text, .sum, .date) {
        PlainCalendar.moved($0[0], byMonths: form == 1 ? -months : months)
      }
    }
  }

  // MARK: - Conditions

  static let conditions: [Production] =
    comparisons + logic + PlainTextOperators.all + sets + nullTests

  private static let relations = ["=", "!=", "<", "<=", ">", ">=", "=="]

  private static let compared: [(PlainType, PlainType)] = [
    (.int, .int), (.int, .float), (.float, .int), (.float, .float), (.duration, .duration),
    (.date, .date), (.date, .period(.month)), (.date, .period(.day)), (.date, .period(.week)),
    (.date, .period(.minute)), (.date, .period(.quarter)), (.period(.month), .date),
    (.date, .period(.second)),
    (.period(.day), .period(.month)), (.period(.month), .period(.month)),
    (.period(.month), .period(.year)), (.period(.year), .period(.week)), (.text, .text),
  ]

  private static let comparisons: [Production] = relations.flatMap { relation in
    compared.map { comparison($0, relation, $1) }
      + (["=", "!=", "=="].contains(relation) ? [comparison(.bool, relation, .bool)] : [])
      + [
        // A bare year, and a quoted text, is a date beside one.
        Production(relation, .bool) { generator, depth in
          let date = generator.term(.date, depth)
          let (source, unit, start) = generator.choices.pick(
            [
              ("2024", .year, PlainCalendar.start(2024)),
              ("1999", .year, PlainCalendar.start(1999)),
              ("\"2024-02-29 23:59\"", .minute, PlainCalendar.start(2024, 3) - 60),
              ("\"2023\"", .year, PlainCalendar.start(2023)),
              ("\"31/12/2023\"", .day, PlainCalendar.start(2023, 12, 31)),
            ] as [(String, Period.Unit, Int64)])
          let literal = Term(.period(unit, start), source, .period(unit))
          return generator.choices.chance(1, of: 2)
            ? compare(date, relation, literal, exact: false)
            : compare(literal, relation, date, exact: false)
        }
      ]
  }

  private static func comparison(
    _ left: PlainType, _ relation: String, _ right: PlainType
  ) -> Production {
    Production(relation, .bool) { generator, depth in
      let exact = left == .text && relation != "==" && generator.choices.chance(1, of: 3)
      return compare(
        generator.term(left, depth), relation, generator.term(right, depth), exact: exact)
    }
  }

  /// The positive relation and whether it is turned round.
  private static func meaning(of relation: String) -> (positive: String, negated: Bool) {
    switch relation {
    case "!=": ("=", true)
    case "==": ("=", false)
    default: (relation, false)
    }
  }

  static let mirrored = ["<": ">", "<=": ">=", ">": "<", ">=": "<="]

  static func compare(_ a: Term, _ relation: String, _ b: Term, exact: Bool) -> Term {
    let (positive, negated) = meaning(of: relation)
    let word = exact ? "\(relation) exact" : relation
    let isExact = exact || relation == "=="
    let type = a.type.names == nil ? b.type.names == nil ? a.type : b.type : a.type
    var (one, other, turned) = (a, b, positive)
    // A date literal is the whole period wherever it stands.
    if case .period = a.type, b.type == .date || (b.type.isDate && a.isConstant && !b.isConstant) {
      (one, other, turned) = (b, a, mirrored[positive] ?? positive)
    }
    let (left, right) = (one.value, other.value)
    var term = Term(
      relation, [a, b], "\(a.source(asTightAs: .sum)) \(word) \(b.source(asTightAs: .sum))",
      .comparison, .bool
    ) { _ in .null }
    if exact { term.parts.insert("exact") }
    return term.meaning { [turned] row in
      .bool(
        PlainComparison.holds(left(row), turned, right(row), type, exact: isExact) != negated)
    }
  }

  private static let logic: [Production] =
    ["and", "or"].map { word in
      Production(word, .bool) { generator, depth in
        let parts = (0..<generator.choices.number(2...3)).map { _ in generator.term(.bool, depth) }
        let binding = word == "and" ? Term.Binding.and : .or
        // A part of the same kind is as good without brackets.
        let source = parts.map { $0.source(asTightAs: binding) }.joined(separator: " \(word) ")
        return Term(word, parts, source, binding, .bool) { values in
          .bool(word == "and" ? values.allSatisfy(\.holds) : values.contains(where: \.holds))
        }
      }
    } + [
      Production("not", .bool) { generator, depth in
        let inner = generator.term(.bool, depth)
        return Term("not", [inner], "not \(inner.source(asTightAs: .not))", .not, .bool) {
          .bool(!$0[0].holds)
        }
      }
    ]

  private static let anyTypes: [PlainType] = [
    .bool, .int, .float, .text, .weekday, .date, .duration, .list, .period(.month),
  ]

  private static let nullTests: [Production] = anyTypes.flatMap { type in
    [
      Production("is null", .bool) { generator, depth in
        let inner = generator.term(type, depth)
        let negated = generator.choices.chance(1, of: 2)
        let word = negated ? "is not null" : "is null"
        return Term(
          "is null", [inner], "\(inner.source(asTightAs: .sum)) \(word)", .comparison, .bool
        ) { .bool($0[0].isNull != negated) }
      },
      Production("null", .bool) { generator, depth in
        let inner = generator.term(type, depth)
        let (negated, first) = (
          generator.choices.chance(1, of: 2), generator.choices.chance(1, of: 3)
        )
        let written = inner.source(asTightAs: .sum)
        let sign = negated ? "!=" : "="
        return Term(
          "null", [inner], first ? "null \(sign) \(written)" : "\(written) \(sign) null",
          .comparison, .bool
        ) { .bool($0[0].isNull != negated) }
      },
    ]
  }

  // MARK: - Sets and ranges

  private static let memberTypes: [(PlainType, PlainType)] = [
    (.int, .int), (.int, .float), (.float, .int), (.text, .text), (.duration, .duration),
    (.date, .period(.month)), (.date, .period(.day)), (.date, .date),
    (.period(.month), .period(.month)),
    (.list, .text),
  ]

  private static let sets: [Production] = memberTypes.flatMap { type, other -> [Production] in
    [
      Production("in", .bool) { generator, depth in
        let subject = generator.term(type, depth)
        let items = (0..<generator.choices.number(1...3)).map { _ in
          let isRange = generator.choices.chance(1, of: 3)
          return (
            generator.term(other, depth - 1), isRange ? generator.term(other, depth - 1) : nil
          )
        }
        return member(subject, items, &generator.choices)
      },
      Production("between", .bool) { generator, depth in
        let subject = generator.term(type, depth)
        let (low, high) = (generator.term(other, depth - 1), generator.term(other, depth - 1))
        let negated = generator.choices.chance(1, of: 3)
        let source = [subject, low, high].map { $0.source(asTightAs: .sum) }
        let word = negated ? "not between" : "between"
        let test = lies(subject, low, high)
        return Term(
          "between", [subject, low, high], "\(source[0]) \(word) \(source[1]) and \(source[2])",
          .comparison, .bool
        ) { _ in .null }.meaning { .bool(test($0) != negated) }
      },
    ]
  }

  private static func lies(
    _ subject: Term, _ low: Term, _ high: Term
  ) -> @Sendable ([Plain]) -> Bool {
    if case .list = subject.type {
      return {
        PlainComparison.lies(subject.value($0), from: low.value($0), to: high.value($0), .list)
      }
    }
    let (after, before) = (
      compare(subject, ">=", low, exact: false), compare(subject, "<=", high, exact: false)
    )
    return { after.value($0).holds && before.value($0).holds }
  }

  private static func member(
    _ subject: Term, _ items: [(Term, Term?)], _ choices: inout Choices
  ) -> Term {
    let negated = choices.chance(1, of: 3)
    var tests: [@Sendable ([Plain]) -> Bool] = []
    var sources: [String] = []
    for (low, high) in items {
      if let high {
        tests.append(lies(subject, low, high))
        sources.append("\(low.source(asTightAs: .sum))..\(high.source(asTightAs: .sum))")
      } else {
        let test = compare(subject, "=", low, exact: false)
        tests.append { test.value($0).holds }
        sources.append(low.source(asTightAs: .sum))
      }
    }
    let isBare = items.count == 1 && !sources[0].hasPrefix("(") && choices.chance(1, of: 2)
    let list = isBare ? sources[0] : "(\(sources.joined(separator: ", ")))"
    return Term(
      "in", [subject] + items.flatMap { [$0.0] + ($0.1.map { [$0] } ?? []) },
      "\(subject.source(asTightAs: .sum)) \(negated ? "not in" : "in") \(list)", .comparison, .bool
    ) { _ in .null }.meaning { [tests] row in
      .bool(tests.contains { $0(row) } != negated)
    }
  }
}

extension Term {
  /// The term with another meaning.
  func meaning(_ value: @escaping @Sendable ([Plain]) -> Plain) -> Term {
    Term(self, value)
  }

  private init(_ term: Term, _ value: @escaping @Sendable ([Plain]) -> Plain) {
    source = term.source
    binding = term.binding
    type = term.type
    isConstant = term.isConstant
    domain = term.domain
    parts = term.parts
    columns = term.columns
    name = term.name
    self.value = value
  }
}
