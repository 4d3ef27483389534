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
  init(pairsOf first: [Int32], _ second: [Int32], width: Int64) {
    self.init(
      numbers: first.indices.map { Int64(first[$0]) * width + Int64(second[$0]) }, nulls: nil)
  }

  /// How many distinct values there are.
  var count: Int { firstRows.count }

  /// Places among entries that are each there once, -1 for null, and the order of the entries.
  private init(places: [Int32], ranks: [Int32]) {
    self.init(count: places.count, span: ranks.count) { row in
      let place = places[row]
      return place < 0 ? ranks.count : Int(ranks[Int(place)])
    }
  }

  private init(numbers: [Int64], nulls: [Bool]?) {
    var least = Int64.max
    var greatest = Int64.min
    if let nulls {
      for row in numbers.indices where !nulls[row] {
        least = min(least, numbers[row])
        greatest = max(greatest, numbers[row])
      }
    } else {
      for number in numbers {
        least = min(least, number)
        greatest = max(greatest, number)
      }
    }
    let (span, overflow) = greatest.subtractingReportingOverflow(least)
    if least > greatest {
      self.init(count: numbers.count, span: 0) { _ in 0 }
    } else if !overflow, span < Swift.max(1 << 16, 2 * Int64(numbers.count)) {
      let size = Int(span) + 1
      if let nulls {
        self.init(count: numbers.count, span: size) { row in
          nulls[row] ? size : Int(truncatingIfNeeded: numbers[row] &- least)
        }
      } else {
        self.init(count: numbers.count, span: size) { row in
          Int(truncatingIfNeeded: numbers[row] &- least)
        }
      }
    } else {
      self.init(sparse: numbers, nulls: nulls)
    }
  }

  /// Values of a short range, each told by its place from 0 to `span`, which is null: an array has a
  /// place for each.
  @inline(__always)
  private init(count: Int, span: Int, _ place: (_ row: Int) -> Int) {
    var firstOf = [Int32](repeating: -1, count: span + 1)
    for row in 0..<count {
      let place = place(row)
      if firstOf[place] < 0 { firstOf[place] = Int32(truncatingIfNeeded: row) }
    }
    var codeOf = [Int32](repeating: 0, count: span + 1)
    var firstRows: [Int32] = []
    for place in firstOf.indices where firstOf[place] >= 0 {
      codeOf[place] = Int32(firstRows.count)
      firstRows.append(firstOf[place])
    }
    codes = (0..<count).map { codeOf[place($0)] }
    self.firstRows = firstRows
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
