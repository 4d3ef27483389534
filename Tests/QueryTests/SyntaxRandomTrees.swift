import Diagnostics
import Model
import Query

/// The same numbers for the same seed, wherever the tests run (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

/// Makes trees of every form that the parser can give.
struct RandomTrees {
  private var generator: SeededGenerator
  private let nowhere = SourceSpan(0, 0)

  init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

  mutating func pipeline() -> Pipeline {
    let first =
      chance(1, of: 3)
      ? Call(.stage(stage()), at: nowhere) : Call(.source(sourceName()), at: nowhere)
    return Pipeline(
      [first] + some(0...3) { Call(.stage($0.stage()), at: $0.nowhere) },
      continues: chance(1, of: 4), at: nowhere)
  }

  // MARK: - Choices

  private mutating func number(_ range: ClosedRange<Int>) -> Int {
    Int.random(in: range, using: &generator)
  }

  private mutating func chance(_ part: Int, of whole: Int) -> Bool { number(1...whole) <= part }

  private mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[number(0...(elements.count - 1))]
  }

  private mutating func some<Element>(
    _ count: ClosedRange<Int>, _ make: (inout RandomTrees) -> Element
  ) -> [Element] {
    (0..<number(count)).map { _ in make(&self) }
  }

  private mutating func string(_ pieces: [String], _ count: ClosedRange<Int>) -> String {
    some(count) { $0.pick(pieces) }.joined()
  }

  // MARK: - Names

  private mutating func name() -> Name {
    let plain = ["a", "sender", "été", "x_1", "日付", "fill", "seed", "e\u{301}a"]
    let odd = [
      "not", "today", "null", "by", "two words", "1st", "_a", "$", "has", "\"", "é-à", "\\",
    ]
    return Name(chance(3, of: 4) ? pick(plain) : pick(odd), at: nowhere)
  }

  private mutating func sourceName() -> Name {
    chance(1, of: 4) ? Name(pick(["_", "messages"]), at: nowhere) : name()
  }

  // MARK: - Stages

  private mutating func stage() -> Stage {
    switch number(0...18) {
    case 0: .where(expression(4))
    case 1: .select(columns())
    case 2: .extend(columns())
    case 3: .drop(some(1...3) { $0.name() })
    case 4: .rename(some(1...3) { Stage.Renaming(new: $0.name(), old: $0.name()) })
    case 5: .sort(some(1...3) { $0.sortKey() })
    case 6: .take(amount(0...1_000))
    case 7: .skip(amount(0...1_000))
    case 8: .sample(amount(0...9), seed: chance(1, of: 2) ? UInt64(number(0...9_999)) : nil)
    case 9: .first(amount(0...3), per: columns(0...2))
    case 10: .last(amount(0...3), per: columns(0...2))
    case 11: .top(amount(0...3), per: columns(0...2), by: sortKey())
    case 12: .distinct(columns(0...2))
    case 13: grouped { .count(by: $0, fill: $1) }
    case 14:
      grouped { [columns = columns()] in .summarize(columns, by: $0, fill: $1) }
    case 15: .pivot(name(), cells: chance(1, of: 2) ? expression(2) : nil)
    case 16: .explode(column())
    case 17: .context(before: reach(), after: reach())
    default: .expect(expression(3))
    }
  }

  private mutating func amount(_ range: ClosedRange<Int>) -> Stage.Amount {
    chance(1, of: 4)
      ? .parameter(Name(pick(["p", "été", "x1"]), at: nowhere)) : .rows(number(range))
  }

  private mutating func grouped(_ make: ([Stage.Column], Bool) -> Stage) -> Stage {
    let keys = columns(0...2)
    return make(keys, !keys.isEmpty && chance(1, of: 3))
  }

  private mutating func columns(_ count: ClosedRange<Int> = 1...3) -> [Stage.Column] {
    some(count) { $0.column() }
  }

  private mutating func column() -> Stage.Column {
    Stage.Column(name: chance(1, of: 3) ? name() : nil, expression(3))
  }

  private mutating func sortKey() -> Stage.SortKey {
    Stage.SortKey(expression(2), descending: chance(1, of: 2))
  }

  private mutating func reach() -> Stage.Reach {
    chance(1, of: 2) ? .messages(number(0...9)) : .time(duration())
  }

  // MARK: - Expressions

  /// An expression at most `depth` levels deep.
  mutating func expression(_ depth: Int) -> Expression {
    Expression(depth <= 1 ? leaf() : inner(depth - 1), at: nowhere)
  }

  private mutating func leaf() -> Expression.Kind {
    switch number(0...5) {
    case 0, 1: .name(name().text)
    case 2: .parameter(pick(["p", "été", "x1"]))
    default: .literal(literal())
    }
  }

  private mutating func inner(_ depth: Int) -> Expression.Kind {
    switch number(0...10) {
    case 0: .call(name(), some(0...3) { $0.expression(depth) })
    case 1:
      .and(
        some(2...3) { trees in
          let part = trees.expression(depth)
          if case .and = part.kind { return Expression(trees.leaf(), at: trees.nowhere) }
          return part
        })
    case 2:
      .or(
        some(2...3) { trees in
          let part = trees.expression(depth)
          if case .or = part.kind { return Expression(trees.leaf(), at: trees.nowhere) }
          return part
        })
    case 3: .not(expression(depth))
    case 4, 5: .comparison(expression(depth), comparison(), expression(depth))
    case 6: .membership(expression(depth), negated: chance(1, of: 2), collection(depth))
    case 7:
      .between(
        expression(depth), negated: chance(1, of: 2), low: expression(depth),
        high: expression(depth))
    case 8: .isNull(expression(depth), negated: chance(1, of: 2))
    case 9: .arithmetic(expression(depth), pick(Expression.Operator.allCases), expression(depth))
    default: .negative(expression(depth))
    }
  }

  private mutating func comparison() -> Expression.Comparison {
    let relation = pick(Expression.Relation.allCases)
    let isWord = [.has, .contains, .starts, .ends].contains(relation)
    return .init(
      relation, negated: isWord && chance(1, of: 2), exact: chance(1, of: 3), at: nowhere)
  }

  private mutating func collection(_ depth: Int) -> Expression.Collection {
    chance(1, of: 4)
      ? .column(table: sourceName(), column: name())
      : .items(
        some(1...3) {
          Expression.Item(
            $0.expression(depth), to: $0.chance(1, of: 3) ? $0.expression(depth) : nil)
        })
  }

  // MARK: - Literals

  private mutating func literal() -> Literal {
    switch number(0...8) {
    case 0: .null
    case 1: .bool(chance(1, of: 2))
    case 2: .int(pick([0, 7, 2_025, 20_250_217, Int64.max]))
    case 3: .float(pick([0, 0.1, 1.5, 1e21, .leastNonzeroMagnitude, .greatestFiniteMagnitude]))
    case 4, 5: .text(string(RandomTrees.pieces, 0...6))
    case 6: .period(period())
    case 7: .relativeDate(pick(Literal.RelativeDate.allCases))
    default: .duration(duration())
    }
  }

  private static let pieces = [
    "a", "é", "🌸", " ", "\"", "'", "\\", "\n", "\t", "n", "u", "{41}", "|", ";", "#", "$", "\u{1B}",
    "\u{202E}", "\0", "\u{FEFF}", "\r", "/",
  ]

  private mutating func period() -> Period {
    let unit = pick(Period.Unit.allCases.filter { $0 != .year })
    let day = CivilDate(year: number(1...9_999), month: number(1...12), day: number(1...28))
    let seconds = Int64(day?.daysSince1970 ?? 0) * Moment.day + Int64(number(0...86_399))
    return Period(unit, holding: Moment(seconds: seconds))
  }

  private mutating func duration() -> SpanOfTime {
    SpanOfTime(Int64(number(0...1_000)), pick(SpanOfTime.Unit.allCases))
  }
}
