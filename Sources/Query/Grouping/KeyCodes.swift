import Model

/// A column as small whole numbers: equal values have equal codes, and codes are in the order of
/// the values, null last.
struct KeyCodes {
  /// Each row's code, from 0.
  let codes: [Int32]
  /// For each code the first row that has it.
  let firstRows: [Int32]

  /// The distinct values of a column; texts that differ in a byte are distinct.
  init(_ column: Column) {
    switch column {
    case .int(let numbers), .datetime(let numbers), .period(_, let numbers),
      .duration(let numbers):
      self.init(numbers: numbers.values, nulls: numbers.nulls)
    case .bool(let flags):
      self.init(numbers: flags.values.map { $0 ? 1 : 0 }, nulls: flags.nulls)
    case .float(let numbers):
      // Order and equality are those of the sort keys.
      self.init(
        numbers: SortKeys(column).codes.map { Int64(bitPattern: $0 ^ (1 << 63)) },
        nulls: numbers.nulls)
    case .category(let column):
      self.init(places: column.codes, ranks: TextOrder.ranks(of: column.categories))
    case .text(let texts):
      let interned = InternedTexts(texts)
      let distinct = texts.gathered(interned.firstRows)
      self.init(places: interned.codes, ranks: TextOrder.ranks(of: distinct))
    case .list(let lists): self.init(.text(TextColumn(joining: lists)))
    }
  }

  /// The pairs of two columns of codes, of which the second are below `width`.
  init(pairsOf first: [Int32], _ second: [Int32], width: Int) {
    let (span, overflow) = (Int(first.max() ?? 0) + 1).multipliedReportingOverflow(by: width)
    guard overflow || span > KeyCodes.longest(first.count) else {
      self.init(places: PairPlaces(first: first, second: second, width: width, span: span))
      return
    }
    let pairs = ParallelRows.values(first.count) { rows, pairs in
      for row in rows { pairs.append(Int64(first[row]) * Int64(width) + Int64(second[row])) }
    }
    self.init(numbers: pairs, nulls: nil)
  }

  /// How many distinct values there are.
  var count: Int { firstRows.count }

  /// Places among entries that are each there once, -1 for null, and the order of the entries.
  private init(places: [Int32], ranks: [Int32]) {
    let order = ranks.indices.sorted { ranks[$0] < ranks[$1] }
    self.init(places: EntryPlaces(codes: places, entries: ranks.count), order: order)
  }

  /// Places that an array is made for at most.
  private static func longest(_ rows: Int) -> Int { Swift.max(1 << 16, 2 * rows) }

  private init(numbers: [Int64], nulls: [Bool]?) {
    let extremes = ParallelRows.parts(numbers.count) { rows in
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
      self.init(places: EntryPlaces(codes: numbers.map { _ in -1 }, entries: 0))
    } else if !overflow, span < KeyCodes.longest(numbers.count) {
      let places = NumberPlaces(numbers: numbers, least: least, span: Int(span) + 1)
      if let nulls {
        self.init(places: NullablePlaces(numbers: places, nulls: nulls))
      } else {
        self.init(places: places)
      }
    } else {
      self.init(sparse: numbers, nulls: nulls)
    }
  }

  /// Places in a short range: an array has an entry for each. Codes are in the order of the places, or
  /// in that of the first of them which is given, the others after those.
  private init(places: some KeyPlaces, order: [Int]? = nil) {
    let firstOf = KeyCodes.firstRows(places)
    var codeOf = [Int32](repeating: 0, count: places.span)
    var firstRows: [Int32] = []
    func number(_ place: Int) {
      guard firstOf[place] >= 0 else { return }
      codeOf[place] = Int32(firstRows.count)
      firstRows.append(firstOf[place])
    }
    for place in order ?? [] { number(place) }
    for place in (order?.count ?? 0)..<places.span { number(place) }
    self.firstRows = firstRows
    codes = ParallelRows.values(places.count) { [codeOf] rows, codes in
      for row in rows { codes.append(codeOf[places[row]]) }
    }
  }

  /// For each place the first row that is there; -1 where none is.
  private static func firstRows(_ places: some KeyPlaces) -> [Int32] {
    // An array for each stretch of rows is worth it where it is short.
    guard places.span < 1 << 14 else { return firstRows(places, 0..<places.count) }
    return ParallelRows.parts(places.count) { firstRows(places, $0) }.reduce(
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
  private init(sparse numbers: [Int64], nulls: [Bool]?) {
    var placeOf: [Int64: Int32] = [:]
    var distinct: [(number: Int64, row: Int32)] = []
    var nullRow: Int32?
    var places = [Int32](repeating: -1, count: numbers.count)
    for (row, number) in numbers.enumerated() {
      if nulls?[row] == true {
        nullRow = nullRow ?? Int32(row)
      } else if let place = placeOf[number] {
        places[row] = place
      } else {
        places[row] = Int32(distinct.count)
        placeOf[number] = Int32(distinct.count)
        distinct.append((number, Int32(row)))
      }
    }
    let order = distinct.indices.sorted { distinct[$0].number < distinct[$1].number }
    var codeOf = [Int32](repeating: 0, count: distinct.count)
    for (code, place) in order.enumerated() { codeOf[place] = Int32(code) }
    codes = places.map { $0 < 0 ? Int32(distinct.count) : codeOf[Int($0)] }
    firstRows = order.map { distinct[$0].row } + (nullRow.map { [$0] } ?? [])
  }
}
