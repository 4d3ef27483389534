import Model

/// A call of an aggregate in a generated query.
struct PlainAggregate: Sendable {
  let source: String
  let type: PlainType
  var isAbout = false
  /// The name that its column has where it is given none; nil where it must be given one.
  var name: String?
  var parts: Set<String>
  /// The value for a group, of so many rows in all.
  let value: @Sendable (PlainTable.Group, _ all: Int) -> Plain
}

/// The aggregates of the language, as its page describes them.
enum PlainAggregates {
  static let names = [
    "count", "countif", "distinct", "share", "sum", "avg", "median", "min", "max", "stdev",
    "percentile",
    "first", "last", "list",
  ]

  private static let anyTypes: [PlainType] = [
    .bool, .int, .float, .text, .weekday, .date, .duration, .list, .period(.month),
  ]

  static func make(_ name: String, _ generator: inout TermGenerator) -> PlainAggregate {
    let numeric: [PlainType] = [.int, .float, .duration]
    let ordered: [PlainType] = numeric + [.text, .weekday, .date, .period(.day)]
    switch name {
    case "share":
      return PlainAggregate(source: "share()", type: .float, name: "share", parts: ["share"]) {
        group, all in
        .float(all == 0 ? 0 : Double(group.rows.count) / Double(all))
      }
    case "count" where generator.choices.chance(1, of: 2):
      return PlainAggregate(source: "count()", type: .int, name: "count", parts: ["count"]) {
        group, _ in
        .int(Int64(group.rows.count))
      }
    case "count":
      return of(name, generator.choices.pick(anyTypes), .int, &generator) { .int(Int64($0.count)) }
    case "countif":
      return of(name, .bool, .int, &generator) { .int(Int64($0.filter(\.holds).count)) }
    case "distinct":
      return of(name, generator.choices.pick(anyTypes), .int, &generator) {
        .int(Int64(Set($0.map(\.identity)).count))
      }
    case "sum":
      let type = generator.choices.pick(numeric)
      return of(name, type, type, &generator, ofNothing: zero(type)) { sum($0, type) }
    case "avg", "median", "stdev":
      let type = generator.choices.pick(numeric)
      var call = of(name, type, type == .duration ? .duration : .float, &generator) { values in
        about(values) {
          name == "avg" ? mean($0) : name == "median" ? percentile($0, 50) : deviation($0)
        }
      }
      call.isAbout = true
      return call
    case "percentile":
      let type = generator.choices.pick(numeric)
      let (source, percent) = generator.choices.pick([
        ("95", 95), ("0", 0), ("33.3", 33.3), ("100", 100),
      ])
      var call = of(
        name, type, type == .duration ? .duration : .float, &generator, and: ", \(source)"
      ) { values in about(values) { percentile($0, percent) } }
      call.isAbout = true
      return call
    case "min", "max":
      let type = generator.choices.pick(ordered)
      return of(name, type, type, &generator) { values in
        values.dropFirst().reduce(values.first ?? .null) { best, next in
          let (a, b) = name == "min" ? (next, best) : (best, next)
          return Plain.precedes(a, b, type) ? next : best
        }
      }
    case "list":
      let type = generator.choices.pick([PlainType.text, .weekday, .list])
      return of(name, type, .list, &generator) { values in
        .list(values.flatMap { value in value.text.map { [$0] } ?? value.elements })
      }
    default:
      let type = generator.choices.pick(anyTypes)
      let nothing: Plain = type == .list ? .list([]) : .null
      return of(name, type, type, &generator, ofNothing: nothing) {
        (name == "first" ? $0.first : $0.last) ?? nothing
      }
    }
  }

  /// An aggregate of the values that are not null.
  private static func of(
    _ name: String, _ argument: PlainType, _ type: PlainType, _ generator: inout TermGenerator,
    and more: String = "", ofNothing nothing: Plain? = nil,
    _ meaning: @escaping @Sendable ([Plain]) -> Plain
  ) -> PlainAggregate {
    let term = generator.term(argument, generator.choices.number(0...2))
    return PlainAggregate(
      source: "\(name)(\(term.source)\(more))", type: type,
      name: term.columns == [term.name ?? ""] && term.parts.isEmpty
        ? "\(name)_\(term.name ?? "")" : nil,
      parts: term.parts.union([name])
    ) { group, _ in
      if group.isAdded, let nothing { return nothing }
      return meaning(group.rows.map(term.value).filter { !$0.isNull })
    }
  }

  private static func zero(_ type: PlainType) -> Plain {
    type == .int ? .int(0) : type == .float ? .float(0) : .duration(0)
  }

  /// The sum in the order of the rows; null of nothing, and where it is too large.
  static func sum(_ values: [Plain], _ type: PlainType) -> Plain {
    guard !values.isEmpty else { return .null }
    if type == .float {
      let sum = values.compactMap(\.number).reduce(0, +)
      return sum.isFinite ? .float(sum) : .null
    }
    return values.reduce(zero(type)) { sum, value in
      type == .int
        ? PlainArithmetic.numbers(sum, "+", value) : PlainArithmetic.durations(sum, "+", value)
    }
  }

  /// What comes of numbers; anything where a square or a sum on the way may be too large.
  private static func about(_ values: [Plain], _ work: ([Double]) -> Double?) -> Plain {
    let numbers = values.compactMap(\.number)
    let largest = numbers.map(\.magnitude).max() ?? 0
    guard let result = work(numbers) else { return .null }
    if largest > 1e150 { return .about(0, within: .infinity) }
    if case .duration = values.first, PlainArithmetic.seconds(result).isNull { return .null }
    return .about(result, within: 1e-9 * max(1, largest))
  }

  private static func mean(_ numbers: [Double]) -> Double? {
    numbers.isEmpty ? nil : numbers.reduce(0) { $0 + $1 / Double(numbers.count) }
  }

  private static func deviation(_ numbers: [Double]) -> Double? {
    guard numbers.count > 1, let mean = mean(numbers) else { return nil }
    let squares = numbers.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    return (squares / Double(numbers.count - 1)).squareRoot()
  }

  private static func percentile(_ numbers: [Double], _ percent: Double) -> Double? {
    guard !numbers.isEmpty else { return nil }
    let sorted = numbers.sorted()
    let place = percent * Double(sorted.count - 1) / 100
    let part = place - place.rounded(.down)
    let (low, high) = (sorted[Int(place.rounded(.down))], sorted[Int(place.rounded(.up))])
    return low * (1 - part) + high * part
  }
}
