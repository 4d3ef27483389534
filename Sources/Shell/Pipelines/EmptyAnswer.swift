import Diagnostics
import Model
import Output
import Query

/// Why a condition leaves nothing of a table, where the session can tell: a value that no row can
/// have, a date outside of what is there, a column where a text was meant.
struct EmptyAnswer {
  /// The table that the condition was asked of.
  let table: Table
  /// What questions see of the world.
  let environment: Environment
  /// The values that columns are known to have.
  let known: LoadedNames

  /// The table that a `where` keeps the rows of, and the remarks it calls for where none is left.
  init(of table: Table, _ session: Session, _ environment: Environment) {
    self.table = table
    self.environment = environment
    known = LoadedNames(of: session, notes: environment.notes)
  }

  /// Adds the reasons to the remarks that go with the answer: what would be there without `exact`;
  /// else, of each part of an `and` by itself, why no row can have it; else which part took the last
  /// row.
  ///
  /// `exact` is how the user writes that case and accents matter; nil where they do not.
  func explain(_ condition: Expression, exact: String?) throws(Diagnostic) {
    guard table.rowCount > 0 else { return }
    let parts = try condition.withValues(of: environment.parameters).conjuncts
    if let exact, let remark = try relaxed(parts, exact) { return environment.notes.add(remark) }
    var reasons: [Diagnostic] = []
    for part in parts {
      guard let (subject, value) = part.question else { continue }
      if let reason = try reason(part, about: subject, value) { reasons.append(reason) }
    }
    if reasons.isEmpty {
      let reason = parts.count == 1 ? try numberReason(parts[0]) : try lastTaken(parts)
      reasons = reason.map { [$0] } ?? []
    }
    for reason in reasons { environment.notes.add(reason) }
  }

  /// How many rows there would be if nothing were exact; nil if none, or if nothing is.
  private func relaxed(_ parts: [Expression], _ exact: String) throws(Diagnostic) -> Diagnostic? {
    let relaxed = parts.map(\.withoutExact)
    guard relaxed != parts else { return nil }
    let count = try rows(for: relaxed)
    guard count > 0 else { return nil }
    return .note("without \(exact) it would be \(counted(count, "row"))")
  }

  /// Which part of several took the last row, of how many that the parts before it had left.
  private func lastTaken(_ parts: [Expression]) throws(Diagnostic) -> Diagnostic? {
    guard !parts.contains(where: \.isFalse) else { return nil }
    var left = table.rowCount
    for place in parts.indices {
      let count = try rows(for: Array(parts[...place]))
      guard count == 0 else {
        left = count
        continue
      }
      guard place > 0 else { return .note("“\(parts[0])” leaves no row") }
      let before = parts[..<place].map(\.description).joined(separator: " and ")
      return .note(
        "“\(before)” leaves \(counted(left, "row")), “\(parts[place])” "
          + (left == 1 ? "not that one" : "none of them"))
    }
    return nil
  }

  /// How many rows have all of some parts.
  private func rows(for parts: [Expression]) throws(Diagnostic) -> Int {
    let whole = parts.count == 1 ? parts[0] : Expression(.and(parts), at: parts[0].span)
    return try check(condition: whole, over: Schema(of: table), in: environment)
      .rows(of: table, in: environment).count
  }

  /// The functions of a date whose values come only once in time.
  private static let placesInTime: Set<String> = ["year", "quarter", "month", "week", "day"]

  private func reason(
    _ part: Expression, about subject: String, _ value: Expression
  ) throws(Diagnostic) -> Diagnostic? {
    let schema = Schema(of: table)
    let type = schema.column(subject)?.type
    switch type {
    case .datetime, .period: return try dateReason(part, on: subject, schema)
    case nil where EmptyAnswer.placesInTime.contains(subject):
      return try dateReason(part, on: subject, schema)
    default: break
    }
    let values = known.values(of: subject, in: schema.origin) ?? []
    if case .name(let column) = value.kind, values.contains(column) {
      return .note(
        "“\(column)” is the column here",
        help: "for the text write \(subject) = \(Spelling.quoted(column))")
    }
    guard type == .text || type == .list, let text = value.text, try rows(for: [part]) == 0
    else { return nil }
    if values.isEmpty {
      if let remark = try holding(text, in: subject, of: part) { return remark }
      return part.relation == .equal && type == .text ? try closest(to: text, in: subject) : nil
    }
    // The values are asked as the rows were: whatever the operator, none must hold.
    let all = Table(
      name: subject, rowCount: values.count, fields: [.init(subject, .text(TextColumn(values)))])
    let found = try check(condition: part, over: Schema(of: all), in: environment)
      .rows(of: all, in: environment)
    return found.count == 0
      ? known.nothingMatches(text, on: subject, among: values, in: schema) : nil
  }

  /// What no row does that asks for more of a text than to be held.
  private static let narrower: [Expression.Relation: String] = [
    .equal: "is", .has: "has the word", .starts: "starts with", .ends: "ends with",
  ]

  /// How many rows hold a text that a condition finds in none of them; nil where none does.
  private func holding(
    _ text: String, in subject: String, of part: Expression
  ) throws(Diagnostic) -> Diagnostic? {
    guard let relation = part.relation, let verb = EmptyAnswer.narrower[relation] else {
      return nil
    }
    guard !text.isEmpty else { return try nothing(in: subject, of: part) }
    let contains = Expression(
      .comparison(
        Expression(.name(subject), at: part.span), .init(.contains, at: part.span),
        Expression(.literal(.text(text)), at: part.span)), at: part.span)
    let count = try rows(for: [contains])
    guard count > 0 else { return nil }
    let isList = Schema(of: table).column(subject)?.type == .list
    return .note(
      "no \(isList ? "element of \(subject)" : subject) \(verb) “\(text)”",
      help: "\(counted(count, "row holds", "rows hold")) it: "
        + "\(subject) contains \(Spelling.quoted(text))")
  }

  /// How many rows have nothing in a column, which is null there and no empty text; nil where none has.
  private func nothing(in subject: String, of part: Expression) throws(Diagnostic) -> Diagnostic? {
    let isNull = Expression(
      .isNull(Expression(.name(subject), at: part.span), negated: false), at: part.span)
    let count = try rows(for: [isNull])
    guard count > 0 else { return nil }
    return .note(
      "no \(subject) is an empty text",
      help: "\(counted(count, "row has", "rows have")) none: \(isNull)")
  }

  /// Different values of a column that a slip is looked for among: a column of more has no names.
  private static let mostNames = 1_000

  /// Rows whose values are worked out in one go: nearly always the first ones tell that there are too many.
  private static let stretch = 4_096

  /// Which of the few values of a column is closest to a text; nil where none is close.
  private func closest(to text: String, in subject: String) throws(Diagnostic) -> Diagnostic? {
    guard let place = table.index(of: subject) else { return nil }
    var names: Set<String> = []
    for rows in (0..<table.rowCount).pieces(of: EmptyAnswer.stretch) {
      try environment.interrupt.check()
      let column = table.column(at: place, rows: .range(rows))
      for row in 0..<column.count {
        if case .text(let name) = column[row] { names.insert(name) }
      }
      guard names.count <= EmptyAnswer.mostNames else { return nil }
    }
    return nearestName(to: text, among: names.sorted()).map {
      .note("no \(subject) is “\(text)”", help: "closest: \($0)")
    }
  }

  /// Between which numbers those of the table lie that a condition asks about, where it asks for others:
  /// numbers of a column, or what is worked out of columns.
  private func numberReason(_ part: Expression) throws(Diagnostic) -> Diagnostic? {
    guard let (subject, wanted) = part.questionOfNumbers else { return nil }
    func aggregate(_ name: String) -> Stage.Column {
      let call = Expression(.call(Name(name, at: subject.span), [subject]), at: subject.span)
      return Stage.Column(name: Name(name, at: subject.span), call)
    }
    let ends = Stage.summarize([aggregate("min"), aggregate("max")], by: [], fill: false)
    guard let stage = try? check(ends, over: Schema(of: table), in: environment),
      let type = stage.schema.columns.first?.type, type.isNumeric || type == .duration
    else { return nil }
    let row = try stage.run(table, in: environment)
    let (least, greatest) = (row.value("min", 0), row.value("max", 0))
    guard let low = least.number, let high = greatest.number else {
      return .note("“\(subject)” is null in every row")
    }
    guard wanted.allSatisfy({ $0.upperBound < low || $0.lowerBound > high }) else { return nil }
    let values =
      low == high
      ? "is \(shownText(least))" : "goes from \(shownText(least)) to \(shownText(greatest))"
    return .note("no row has \(part)", help: "\(subject) \(values)")
  }

  /// What the dates of the table are, where none fits; `subject` is a column of dates, or the name
  /// of a function of the table's `date`.
  private func dateReason(
    _ part: Expression, on subject: String, _ schema: Schema
  ) throws(Diagnostic) -> Diagnostic? {
    let column = schema.column(subject) == nil ? "date" : subject
    let places: PlainColumn<Int64>
    let period: (Int64) -> Period
    switch table.column(column) {
    case .datetime(let seconds)?:
      places = seconds
      period = { Period(.day, holding: Moment(seconds: $0)) }
    case .period(let unit, let ordinals)?:
      places = ordinals
      period = { Period(unit, ordinal: $0) }
    default: return nil
    }
    guard try rows(for: [part]) == 0 else { return nil }
    var (first, last) = (Int64.max, Int64.min)
    try Checked.forEach(places.count, check: environment.interrupt.check) { row in
      guard let place = places[row] else { return }
      (first, last) = (min(first, place), max(last, place))
    }
    guard first <= last else { return .note("“\(column)” is null in every row") }
    let (start, end) = (period(first), period(last))
    return .note(
      "no row has \(part)",
      help: start == end ? "all dates are in \(start)" : "the dates go from \(start) to \(end)")
  }
}

extension Expression {
  /// The parts of an `and`, or the expression itself.
  fileprivate var conjuncts: [Expression] {
    if case .and(let parts) = kind { parts } else { [self] }
  }

  /// Whether it is the condition that never holds, as of a name that nobody has.
  fileprivate var isFalse: Bool { kind == .literal(.bool(false)) }

  /// The same without `exact`, which a condition may have at its top or behind a `not`.
  fileprivate var withoutExact: Expression {
    switch kind {
    case .comparison(let left, let operation, let right) where operation.exact:
      let folded = Comparison(
        operation.relation, negated: operation.negated, at: operation.span)
      return Expression(.comparison(left, folded, right), at: span)
    case .not(let inner): return Expression(.not(inner.withoutExact), at: span)
    case .or(let parts): return Expression(.or(parts.map(\.withoutExact)), at: span)
    default: return self
    }
  }

  /// The column, or date function, that a condition asks about, and the first value that it asks
  /// for; nil where it asks about something else, or for the contrary.
  fileprivate var question: (subject: String, value: Expression)? {
    switch kind {
    case .comparison(let left, let comparison, let right)
    where !comparison.negated && comparison.relation != .unequal
      && comparison.relation != .matchesNot:
      left.subject.map { ($0, right) }
    case .membership(let left, negated: false, .items(let items)):
      left.subject.flatMap { subject in items.first.map { (subject, $0.low) } }
    case .between(let left, negated: false, let low, high: _): left.subject.map { ($0, low) }
    default: nil
    }
  }

  /// What it compares with numbers that are written down, and from where to where these go; nil where it
  /// compares something else, or asks for the contrary.
  fileprivate var questionOfNumbers: (subject: Expression, wanted: [ClosedRange<Double>])? {
    switch kind {
    case .comparison(let left, let comparison, let right) where !comparison.negated:
      guard let number = right.writtenNumber else { return nil }
      switch comparison.relation {
      case .equal: return (left, [number...number])
      case .less, .lessOrEqual: return (left, [-.infinity...number.nextDown])
      case .greater, .greaterOrEqual: return (left, [number.nextUp...(.infinity)])
      default: return nil
      }
    case .membership(let left, negated: false, .items(let items)):
      let ranges = items.compactMap { range(from: $0.low, to: $0.high ?? $0.low) }
      return ranges.count == items.count ? (left, ranges) : nil
    case .between(let left, negated: false, let low, let high):
      return range(from: low, to: high).map { (left, [$0]) }
    default: return nil
    }
  }

  private func range(from low: Expression, to high: Expression) -> ClosedRange<Double>? {
    guard let low = low.writtenNumber, let high = high.writtenNumber, low <= high else {
      return nil
    }
    return low...high
  }

  /// The number that is written, with or without a sign; a duration in seconds.
  private var writtenNumber: Double? {
    if case .negative(let number) = kind { number.plainNumber.map { -$0 } } else { plainNumber }
  }

  private var plainNumber: Double? {
    switch kind {
    case .literal(.int(let number)): Double(number)
    case .literal(.float(let number)): number
    case .literal(.duration(let span)): ((try? span.seconds(at: nil)) ?? nil).map { Double($0) }
    default: nil
    }
  }

  /// The name that it is, or the function of the table's date: `month`, `month(date)`.
  private var subject: String? {
    switch kind {
    case .name(let name): name
    case .call(let name, let arguments) where arguments.map(\.kind) == [.name("date")]: name.text
    default: nil
    }
  }

  /// What it compares with; nil where it is no comparison.
  fileprivate var relation: Expression.Relation? {
    if case .comparison(_, let comparison, _) = kind { comparison.relation } else { nil }
  }

  /// The text that it is, nil for anything else.
  fileprivate var text: String? {
    if case .literal(.text(let text)) = kind { text } else { nil }
  }
}

extension Value {
  /// The number that it is; a duration in seconds.
  fileprivate var number: Double? {
    switch self {
    case .int(let number), .duration(let number): Double(number)
    case .float(let number): number
    default: nil
    }
  }
}
