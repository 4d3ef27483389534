import Model

/// Tables of every type, with nulls, repeated values, extremes and, where a row is null, fillers
/// that would be noticed.
enum RandomTables {
  /// A table of the model, and the same for the engine.
  struct Pair {
    var plain: PlainTable
    var table: Table
  }

  private static let kinds: [(name: String, type: PlainType)] = [
    ("date", .date), ("d", .date), ("n", .int), ("big", .int), ("f", .float), ("b", .bool),
    ("t", .text),
    ("who", .text), ("span", .duration), ("m", .period(.month)), ("w", .period(.week)),
    ("dy", .period(.day)), ("y", .period(.year)), ("tags", .list), ("s", .text),
  ]

  private static let extremes: [Int64] = [
    .max, .min, .min + 1, .max - 1, -1, 0, 1, 1 << 53, 9_007_199_254_740_993, -(1 << 62),
  ]

  static func rowCount(_ choices: inout Choices) -> Int {
    switch choices.number(0...99) {
    case 0...4: 0
    case 5...9: 1
    case 10...91: choices.number(2...30)
    case 92...98: choices.number(60...250)
    default: choices.pick([2_047, 2_048, 2_049, 4_097])
    }
  }

  static func make(name: String, rows count: Int, _ choices: inout Choices) -> Pair {
    var chosen = kinds.filter { _ in choices.chance(count > 1_000 ? 2 : 4, of: 7) }
    if chosen.isEmpty { chosen = [kinds[0]] }
    var pair = Pair(
      plain: PlainTable(columns: chosen.map { .init(name: $0.name, type: $0.type) }),
      table: Table(name: name, rowCount: count, fields: []))
    pair.plain.rows = [[Plain]](repeating: [], count: count)
    let isDerived = choices.chance(1, of: 2)
    var fields: [Table.Field] = []
    for (name, type) in chosen {
      let values = values(name, type, count, &choices)
      for row in 0..<count { pair.plain.rows[row].append(values[row]) }
      let column = column(values, type, isCategory: name == "who", &choices)
      fields.append(
        isDerived ? .init(name, type.valueType) { column.gathered($0) } : .init(name, column))
    }
    pair.table =
      isDerived
      ? Table(name: name, origin: .init(.messages, .range(0..<count)), fields: fields)
      : Table(name: name, rowCount: count, fields: fields)
    return pair
  }

  private static func values(
    _ name: String, _ type: PlainType, _ count: Int, _ choices: inout Choices
  ) -> [Plain] {
    let few = (0..<choices.number(1...6)).map { _ in value(name, type, &choices) }
    let repeats = choices.chance(2, of: 3)
    let nulls = choices.pick([0, 0, 1, 3, 10])
    return (0..<count).map { _ in
      if type != .list, choices.chance(nulls, of: 10) { return .null }
      return repeats ? choices.pick(few) : value(name, type, &choices)
    }
  }

  private static func value(_ name: String, _ type: PlainType, _ choices: inout Choices) -> Plain {
    switch type {
    case .bool: return .bool(choices.chance(1, of: 2))
    case .int where name == "big":
      return .int(choices.pick(extremes))
    case .int: return .int(Int64(choices.number(-3...12)))
    case .float:
      if choices.chance(1, of: 12) {
        return .float(choices.pick([1e300, -1e308, 1e-300, 9.3e18, -0.0, 0.1, 1 / 3]))
      }
      return .float(Double(choices.number(-12...20)) / 4)
    case .text: return .text(choices.text(name == "s" ? 0...2 : 0...6))
    case .duration:
      if choices.chance(1, of: 12) { return .duration(choices.pick([.max, .min, -1, 1 << 60])) }
      return .duration(Int64(choices.number(-100...2_000)) * Int64(choices.pick([1, 60, 3_600])))
    case .list:
      return .list(
        choices.some(0...3) { $0.chance(1, of: 12) ? $0.pick(["", "a", "a\0"]) : $0.text(0...2) })
    case .period(let unit):
      return .period(unit, PlainCalendar.start(of: unit, PlainLiterals.moment(&choices)))
    default:
      if choices.chance(1, of: 60) {
        return .date(
          choices.pick([PlainCalendar.range.lowerBound, PlainCalendar.range.upperBound - 1, -1]))
      }
      return .date(PlainLiterals.moment(&choices))
    }
  }

  private static func column(
    _ values: [Plain], _ type: PlainType, isCategory: Bool, _ choices: inout Choices
  ) -> Column {
    let nulls = values.contains(where: \.isNull) ? values.map(\.isNull) : nil
    let filler = choices.pick([Int64.min, .max, 0])
    let whole = { (number: (Plain) -> Int64?) in
      PlainColumn(values.map { number($0) ?? filler }, nulls: nulls)
    }
    switch type {
    case .bool: return .bool(PlainColumn(values.map(\.holds), nulls: nulls))
    case .int: return .int(whole(\.int))
    case .float: return .float(PlainColumn(values.map { $0.number ?? .nan }, nulls: nulls))
    case .duration:
      return .duration(whole { if case .duration(let seconds) = $0 { seconds } else { nil } })
    case .list: return .list(ListColumn(values.map(\.elements)))
    case .period(let unit):
      return .period(
        unit,
        PlainColumn(
          values.map { value in value.seconds.map { Period.ordinal(of: unit, holding: $0) } ?? 0 },
          nulls: nulls))
    case .text where isCategory: return .category(category(values))
    case .text: return .text(TextColumn(values.map(\.text)))
    default: return .datetime(whole(\.seconds))
    }
  }

  /// A dictionary that tells texts apart by their bytes and has an entry that no row has.
  private static func category(_ values: [Plain]) -> CategoryColumn {
    var entries = ["nobody"]
    var places: [[UInt8]: Int32] = [:]
    let codes = values.map { value -> Int32 in
      guard let text = value.text else { return -1 }
      if let place = places[Array(text.utf8)] { return place }
      places[Array(text.utf8)] = Int32(entries.count)
      entries.append(text)
      return Int32(entries.count - 1)
    }
    return CategoryColumn(Categories(entries), codes: codes)
  }
}
