import Foundation
import Model

/// The functions of the language, as its page describes them.
enum PlainFunctions {
  static let all = dates + texts + lists + numbers + choices

  // MARK: - Dates

  private static let units: [Period.Unit] = [.year, .quarter, .month, .week, .day]
  private static let dateTypes: [PlainType] =
    [.date] + [.year, .month, .week, .day].map { .period($0) }

  private static let dates: [Production] =
    units.map { dateFunction($0.rawValue, .period($0)) } + [
      dateFunction("hour", .int, .numbers(0...23)), dateFunction("minute", .int, .numbers(0...59)),
      dateFunction("weekday", .weekday), dateFunction("monthname", .monthname),
    ]

  /// A function of a date; its name alone, or with empty brackets, is that of the table's `date`.
  private static func dateFunction(
    _ name: String, _ type: PlainType, _ domain: Term.Domain = .occurring
  ) -> Production {
    Production(name, type) { generator, depth in
      var argument = generator.term(generator.choices.pick(dateTypes), depth)
      var source: String?
      let date = generator.scope.first { $0.source == "date" && $0.type == .date }
      let isTaken = generator.scope.contains { $0.source == name }
      if let date, generator.choices.chance(1, of: 2) {
        argument = date
        source = isTaken || generator.choices.chance(1, of: 3) ? "\(name)()" : name
      }
      var term = Term(name, [argument], source ?? "\(name)(\(argument.source))", .primary, type) {
        calendar(name, $0[0])
      }
      term.name = name
      term.domain = domain
      return term
    }
  }

  static func calendar(_ name: String, _ date: Plain) -> Plain {
    guard let seconds = date.seconds else { return .null }
    switch name {
    case "hour": return .int(PlainCalendar.timeOfDay(seconds) / 3_600)
    case "minute": return .int(PlainCalendar.timeOfDay(seconds) / 60 % 60)
    case "weekday":
      return .text(PlainType.weekday.names?[Int(PlainCalendar.weekday(seconds))] ?? "")
    case "monthname":
      return .text(PlainType.monthname.names?[Int(PlainCalendar.parts(seconds).month - 1)] ?? "")
    default:
      guard let unit = Period.Unit(rawValue: name) else { return .null }
      return .period(unit, PlainCalendar.start(of: unit, seconds))
    }
  }

  // MARK: - Numbers

  private static let numbers: [Production] =
    [
      unchanged("round"), unchanged("floor"), unchanged("ceil"),
      Production("round", [.float], .float) { rounded($0[0], .int(0)) },
      Production("round", [.float, .int], .float) { rounded($0[0], $0[1]) },
      Production("round", [.int, .int], .float) { rounded($0[0], $0[1]) },
      Production("round", .float) { generator, depth in
        let digits = Int64(generator.choices.number(-2...3))
        return .call(
          "round",
          [generator.term(.float, depth), Term(.int(digits), "\(digits)", .int, .unary)], .float
        ) { rounded($0[0], $0[1]) }
      },
      Production("floor", [.float], .int) { whole($0[0]) { $0.rounded(.down) } },
      Production("ceil", [.float], .int) { whole($0[0]) { $0.rounded(.up) } },
      Production("bin", [.int, .int], .int) { bin($0[0], $0[1]) },
      Production("bin", [.duration, .duration], .duration) { bin($0[0], $0[1]) },
      Production("bin", [.float, .int], .float) { bin($0[0], $0[1]) },
      Production("bin", [.int, .float], .float) { bin($0[0], $0[1]) },
      Production("number", .float) { generator, depth in
        let texts = ["12.5", " -3 ", "x", "1e3", "1 2", "", "nan", "2e999"]
        let text = generator.choices.pick(texts)
        let argument =
          generator.choices.chance(1, of: 2)
          ? generator.term(.text, depth) : Term(.text(text), PlainText.quoted(text), .text)
        return .call("number", [argument], .float) { number($0[0]) }
      },
    ]
    + [PlainType.int, .float, .duration].map { type in
      Production("abs", [type], type) { abs($0[0]) }
    }
    + [PlainType.date, .period(.day), .period(.month)].map { type in
      Production("bin", .date) { generator, depth in
        let step = generator.term(.duration, 0)
        var term = Term.call("bin", [generator.term(type, depth), step], .date) {
          bin($0[0], $0[1])
        }
        if step.isConstant, step.parts.isEmpty, case .duration(let seconds) = step.value([]),
          seconds > 0
        {
          term.domain = .steps(seconds)
        }
        return term
      }
    }

  /// A function that leaves a whole number as it is, and so also what `fill` adds to it.
  private static func unchanged(_ name: String) -> Production {
    Production(name, .int) { generator, depth in
      let number = generator.term(.int, depth)
      var term = Term.call(name, [number], .int) { $0[0] }
      term.domain = number.domain
      return term
    }
  }

  private static func rounded(_ x: Plain, _ n: Plain) -> Plain {
    guard let number = x.number, let digits = n.int else { return .null }
    // More digits than a float has, or fewer than none.
    if digits > 300 { return .float(number) }
    if digits < -308 { return .float(0) }
    let power = Double("1e\(digits.magnitude)") ?? .nan
    let scaled = digits < 0 ? number / power : number * power
    guard scaled.magnitude < 0x1p52 else { return .float(number) }
    if digits.magnitude < 20, number == 0 || (1e-20...1e20).contains(number.magnitude),
      var decimal = Decimal(string: "\(number)")
    {
      // As one does on paper, with the digits that are shown.
      var result = Decimal()
      unsafe NSDecimalRound(&result, &decimal, Int(digits), .plain)
      return Double("\(result)").map(Plain.float) ?? .null
    }
    let whole = scaled.rounded(.toNearestOrAwayFromZero)
    let result = digits < 0 ? whole * power : whole / power
    return result.isFinite ? .float(result) : .null
  }

  private static func whole(_ x: Plain, _ change: (Double) -> Double) -> Plain {
    x.number.flatMap { Int64(exactly: change($0)) }.map(Plain.int) ?? .null
  }

  private static func abs(_ x: Plain) -> Plain {
    switch x {
    case .int(let number) where number < 0: PlainArithmetic.negative(x)
    case .duration(let seconds) where seconds < 0: PlainArithmetic.negative(x)
    case .float(let number): .float(number.magnitude)
    default: x
    }
  }

  private static func bin(_ x: Plain, _ step: Plain) -> Plain {
    switch (x, step) {
    case (.int(let number), .int(let step)):
      return step > 0 ? floor(number, step).map(Plain.int) ?? .null : .null
    case (.duration(let number), .duration(let step)):
      return step > 0 ? floor(number, step).map(Plain.duration) ?? .null : .null
    case (_, .duration(let step)):
      guard let seconds = x.seconds, step > 0 else { return .null }
      // Weeks begin on Monday; 1970-01-05 was one.
      let monday = PlainCalendar.start(1970, 1, 5)
      guard let result = floor(seconds - monday, step),
        PlainCalendar.range.contains(result + monday)
      else { return .null }
      return .date(result + monday)
    default:
      guard let number = x.number, let step = step.number, step > 0 else { return .null }
      let result = multiple(of: step, notAbove: number)
      return result.isFinite ? .float(result) : .null
    }
  }

  /// As decimals would have it: 0.3 is three times 0.1.
  private static func multiple(of step: Double, notAbove number: Double) -> Double {
    var count = (number / step).rounded(.down)
    // One more where the quotient falls short of a whole number by what floats cannot tell.
    if count + 1 - number / step <= 4 * (count + 1).ulp { count += 1 }
    let scales = (0...16).map { pow(10, Double($0)) }
    guard let scale = scales.first(where: { step * $0 == (step * $0).rounded() }),
      Swift.abs(count * (step * scale)) < pow(2, 53)
    else { return count * step }
    return count * (step * scale) / scale
  }

  private static func floor(_ number: Int64, _ step: Int64) -> Int64? {
    let (number, step) = (Int128(number), Int128(step))
    return Int64(exactly: number - (number % step + step) % step)
  }

  private static func number(_ text: Plain) -> Plain {
    guard let text = text.text else { return .null }
    let words = text.split(separator: " ")
    guard words.count == 1, words[0].allSatisfy({ "0123456789.+-e".contains($0) }),
      let number = Double(words[0]), number.isFinite
    else { return .null }
    return .float(number)
  }

  // MARK: - Choices

  private static let anyTypes: [PlainType] = [
    .bool, .int, .float, .text, .date, .duration, .list, .period(.month), .period(.day),
  ]

  /// Types of arguments, and the one that all of them widen to.
  private static let families: [(parts: [PlainType], whole: PlainType)] =
    anyTypes.map { ([$0], $0) } + [
      ([.int, .float], .float), ([.date, .period(.month)], .date),
      ([.period(.day), .period(.month)], .date),
    ]

  private static let choices: [Production] = families.flatMap { parts, whole -> [Production] in
    let isOrdered = ![.bool, .list].contains(whole)
    return [
      Production("if", whole) { generator, depth in
        let condition = generator.term(.bool, depth)
        let arguments = generator.mixture(parts, 2...2, depth)
        return .call("if", [condition] + arguments, whole) {
          ($0[0].holds ? $0[1] : $0[2]).widened(to: whole)
        }
      },
      Production("coalesce", whole) { generator, depth in
        .call("coalesce", generator.mixture(parts, 2...3, depth), whole) {
          ($0.first { !$0.isNull } ?? .null).widened(to: whole)
        }
      },
    ]
      + (isOrdered ? ["least", "greatest"] : []).map { name in
        Production(name, whole) { generator, depth in
          .call(name, generator.mixture(parts, 2...3, depth), whole) { values in
            let known = values.map { $0.widened(to: whole) }.filter { !$0.isNull }
            return known.dropFirst().reduce(known.first ?? .null) { best, next in
              let (a, b) = name == "least" ? (next, best) : (best, next)
              return Plain.precedes(a, b, whole) ? next : best
            }
          }
        }
      }
  }
}

extension PlainCalendar {
  static func timeOfDay(_ seconds: Int64) -> Int64 { seconds - floor(seconds, day) }
}

extension TermGenerator {
  /// Terms of each of some types, and more of any of them; a null perhaps among them.
  mutating func mixture(_ types: [PlainType], _ count: ClosedRange<Int>, _ depth: Int) -> [Term] {
    var terms = types.map { term($0, depth) }
    while terms.count < choices.number(count) { terms.append(term(choices.pick(types), depth)) }
    // A list has no null.
    if types != [.list], types.count < terms.count, choices.chance(1, of: 6) {
      terms[terms.count - 1] = Term(.null, "null", types[0])
    }
    return terms
  }
}
