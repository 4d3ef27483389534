import Diagnostics
import Model

/// A column as small whole numbers: equal values have equal codes, and codes are in the order of
/// the values, null last.
struct KeyCodes {
  /// Each row's code, from 0.
  let codes: [Int32]
  /// For each code the first row that has it.
  let firstRows: [Int32]

  /// The distinct values of a column; texts that differ in a byte are distinct.
  init(_ column: Column, _ interrupt: Interrupt) throws(Diagnostic) {
    switch column {
    case .int(let numbers), .datetime(let numbers), .period(_, let numbers),
      .duration(let numbers):
      try self.init(numbers: numbers.values, nulls: numbers.nulls, interrupt)
    case .bool(let flags):
      try self.init(numbers: flags.values.map { $0 ? 1 : 0 }, nulls: flags.nulls, interrupt)
    case .float(let numbers):
      // Order and equality are those of the sort keys.
      let codes = try SortKeys(column, interrupt).codes
      try self.init(
        numbers: codes.map { Int64(bitPattern: $0 ^ (1 << 63)) }, nulls: numbers.nulls, interrupt)
    case .category(let column):
      try self.init(
        places: column.codes,
        ranks: TextOrder.ranks(of: column.categories, check: interrupt.check), interrupt)
    case .text(let texts):
      let interned = try InternedTexts(texts, interrupt)
      let distinct = try texts.gathered(interned.firstRows, check: interrupt.check)
      try self.init(
        places: interned.codes, ranks: TextOrder.ranks(of: distinct, check: interrupt.check),
        interrupt)
    case .list(let lists):
      try self.init(.text(TextColumn(joining: lists, interrupt.check)), interrupt)
    }
  }

  /// The pairs of two columns of codes, of which the second are below `width`.
  init(
    pairsOf first: [Int32], _ second: [Int32], width: Int, _ interrupt: Interrupt
  ) throws(Diagnostic) {
    let (span, overflow) = (Int(first.max() ?? 0) + 1).multipliedReportingOverflow(by: width)
    guard overflow || span > KeyCodes.longest(first.count) else {
      try self.init(
        places: PairPlaces(first: first, second: second, width: width, span: span), interrupt)
      return
    }
    let pairs = try ParallelRows.values(first.count, interrupt) { rows, pairs in
      for row in rows { pairs.append(Int64(first[row]) * Int64(width) + Int64(second[row])) }
    }
    try self.init(numbers: pairs, nulls: nil, interrupt)
  }

  /// How many distinct values there are.
  var count: Int { firstRows.count }

  /// Places among entries that are each there once, -1 for null, and the order of the entries.
  private init(
    places: [Int32], ranks: [Int32], _ interrupt: Interrupt
  ) throws(Diagnostic) {
    let keys = try SortKeys(.int(PlainColumn(ranks.map(Int64.init))), interrupt)
    let order = try RowOrder.rows(count: ranks.count, by: [keys], interrupt)
    try self.init(
      places: EntryPlaces(codes: places, entries: ranks.count), order: order, interrupt)
  }

  /// Places that an array is made for at most.
  private static func longest(_ rows: Int) -> Int { Swift.max(1 << 16, 2 * rows) }

  private init(
    numbers: [Int64], nulls: [Bool]?, _ interrupt: Interrupt
  ) throws(Diagnostic) {
    let extremes = try ParallelRows.parts(numbers.count, interrupt) { rows in
      var least = Int64.max
      var greatest = Int64.min
      for row in rows where nulls?[row] != true {
        least = min(least, numbers[row])
        greatest = max(greatest, numbers[row])
      }
      return (least: least, greatest: greatest)
    }
    let least = extremes.reduce(Int64.max) { min($0, $1.least) }
    let greatest = extremes.reduce(Int64.min) { max($0, $1.greatest) }
    let (span, overflow) = greatest.subtractingReportingOverflow(least)
    if least > greatest {
      try self.init(
        places: EntryPlaces(codes: numbers.map { _ in -1 }, entries: 0), interrupt)
    } else if !overflow, span < KeyCodes.longest(numbers.count) {
      let places = NumberPlaces(numbers: numbers, least: least, span: Int(span) + 1)
      if let nulls {
        try self.init(places: NullablePlaces(numbers: places, nulls: nulls), interrupt)
      } else {
        try self.init(places: places, interrupt)
      }
    } else {
      try self.init(sparse: numbers, nulls: nulls, interrupt)
    }
  }

  /// Places in a short range: an array has an entry for each. Codes are in the order of the places, or
  /// in that of the first of them which is given, the others after those.
  private init(
    places: some KeyPlaces, order: [Int32] = [], _ interrupt: Interrupt
  ) throws(Diagnostic) {
    let firstOf = try KeyCodes.firstRows(places, interrupt)
    var codeOf = [Int32](repeating: 0, count: places.span)
    var firstRows: [Int32] = []
    try Checked.forEach(places.span, check: interrupt.check) { number in
      let place = number < order.count ? Int(order[number]) : number
      guard firstOf[place] >= 0 else { return }
      codeOf[place] = Int32(firstRows.count)
      firstRows.append(firstOf[place])
    }
    self.firstRows = firstRows
    codes = try ParallelRows.values(places.count, interrupt) { [codeOf] rows, codes in
      for row in rows { codes.append(codeOf[places[row]]) }
    }
  }

  /// For each place the first row that is there; -1 where none is.
  private static func firstRows(
    _ places: some KeyPlaces, _ interrupt: Interrupt
  ) throws(Diagnostic) -> [Int32] {
    // An array for each stretch of rows is worth it where it is short.
    guard places.span < 1 << 14 else {
      var firstOf = [Int32](repeating: -1, count: places.span)
      try Checked.forEach(places.count, check: interrupt.check) { row in
        let place = places[row]
        if firstOf[place] < 0 { firstOf[place] = Int32(truncatingIfNeeded: row) }
      }
      return firstOf
    }
    return try ParallelRows.parts(places.count, interrupt) { firstRows(places, $0) }.reduce(
      into: [Int32](repeating: -1, count: places.span)
    ) { known, part in
      for place in part.indices where known[place] < 0 { known[place] = part[place] }
    }
  }

  private static func firstRows(_ places: some KeyPlaces, _ rows: Range<Int>) -> [Int32] {
    var firstOf = [Int32](repeating: -1, count: places.span)
    for row in rows {
      let place = places[row]
      if firstOf[place] < 0 { firstOf[place] = Int32(truncatingIfNeeded: row) }
    }
    return firstOf
  }

  /// Numbers far apart: the distinct ones are found by hashing and then sorted.
  private init(
    sparse numbers: [Int64], nulls: [Bool]?, _ interrupt: Interrupt
  ) throws(Diagnostic) {
    var placeOf: [Int64: Int32] = [:]
    var distinct: [Int64] = []
    var rows: [Int32] = []
    var nullRow: Int32?
    var places = [Int32](repeating: -1, count: numbers.count)
    try Checked.forEach(numbers.count, check: interrupt.check) { row in
      let number = numbers[row]
      if nulls?[row] == true {
        nullRow = nullRow ?? Int32(row)
      } else if let place = placeOf[number] {
        places[row] = place
      } else {
        places[row] = Int32(distinct.count)
        placeOf[number] = Int32(distinct.count)
        distinct.append(number)
        rows.append(Int32(row))
      }
    }
    let keys = try SortKeys(.int(PlainColumn(distinct)), interrupt)
    let order = try RowOrder.rows(count: distinct.count, by: [keys], interrupt)
    var codeOf = [Int32](repeating: 0, count: distinct.count)
    try Checked.forEach(order.count, check: interrupt.check) { code in
      codeOf[Int(order[code])] = Int32(code)
    }
    codes = try Checked.map(places.count, check: interrupt.check) { row in
      places[row] < 0 ? Int32(distinct.count) : codeOf[Int(places[row])]
    }
    firstRows = order.map { rows[Int($0)] } + (nullRow.map { [$0] } ?? [])
  }
}
