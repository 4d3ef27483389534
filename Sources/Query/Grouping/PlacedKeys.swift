import CKernels
import Diagnostics
import Model

/// Some keys of groups as places in one range: those of the keys, the first most important, multiplied.
/// Without keys every row is at place 0.
struct PlacedKeys: Sendable {
  /// How many rows there are.
  private(set) var rows: Int
  /// Places go from 0 to below this.
  private(set) var span = 1
  private var factors: [Factor] = []

  /// One key, or several of which only the pairs that occur have places.
  private struct Factor: Sendable {
    let places: any KeyPlaces
    /// The places of its values in their order; empty where that is the order of the places.
    let order: [Int32]
    /// For each key that it stands for the key's places where it has these.
    let keyPlaces: @Sendable ([Int32]) throws(Diagnostic) -> [[Int32]]

    /// The place of a value by its number in the order of the values, from 0.
    func place(_ number: Int) -> Int {
      guard order.isEmpty else { return Int(order[number]) }
      return number + 1 < places.span ? number + 1 : 0
    }

    /// How many numbers ``place(_:)`` takes.
    var count: Int { order.isEmpty ? places.span : order.count }
  }

  /// Keys of so many rows. Where all combinations would be too many for an array, those that occur are
  /// numbered.
  init(_ keys: [GroupKey], rows: Int, _ interrupt: Interrupt) throws(Diagnostic) {
    self.rows = rows
    for key in keys {
      let factor = Factor(places: key.places, order: key.order) { [$0] }
      let (product, overflow) = span.multipliedReportingOverflow(by: key.places.span)
      if factors.isEmpty || !overflow && product <= GroupKey.longest(rows) {
        span = factors.isEmpty ? key.places.span : product
        factors.append(factor)
      } else {
        let pairs = try PlacedKeys.pairs(
          of: Groups(self, interrupt), Groups(PlacedKeys(factor, rows: rows), interrupt),
          rows: rows, interrupt)
        self = PlacedKeys(pairs, rows: rows)
      }
    }
  }

  private init(_ factor: Factor, rows: Int) {
    self.rows = rows
    factors = [factor]
    span = factor.places.span
  }

  /// The pairs of two kinds of groups that occur.
  private static func pairs(
    of first: Groups, _ second: Groups, rows: Int, _ interrupt: Interrupt
  ) throws(Diagnostic) -> Factor {
    let (firstOf, secondOf) = (try first.ids(interrupt), try second.ids(interrupt))
    let width = Int64(second.count)
    let numbers = try ParallelRows.values(rows, interrupt) { rows, numbers in
      for row in rows { numbers.append(Int64(firstOf[row]) * width + Int64(secondOf[row])) }
    }
    let key = try GroupKey(.int(PlainColumn(numbers)), interrupt)
    let (firstPlaces, secondPlaces) = (first.keyPlaces, second.keyPlaces)
    return Factor(places: key.places, order: key.order) { places throws(Diagnostic) in
      let numbers = try key.values(places).asInts.values
      return firstPlaces.map { known in numbers.map { known[Int($0 / width)] } }
        + secondPlaces.map { known in numbers.map { known[Int($0 % width)] } }
    }
  }

  /// Calls `body` with blocks of ``Batch/size`` rows, one after the other, and the places of each.
  func forEachBlock<Failure>(
    of rows: Range<Int>,
    _ body: (_ block: Range<Int>, _ places: borrowing BlockPlaces) throws(Failure) -> Void
  ) throws(Failure) {
    let blocks = rows.pieces(of: Batch.size)
    if factors.count == 1, let known = factors[0].places.known {
      // Lent once: all threads hold them.
      let numbers = known.numbers.span
      for block in blocks {
        try body(block, BlockPlaces(numbers.extracting(block), zero: known.zero))
      }
      return
    }
    var storage = [Int32](repeating: 0, count: Swift.min(Batch.size, rows.count))
    for block in blocks {
      // The last block may be shorter.
      storage.removeLast(storage.count - block.count)
      var places = storage.mutableSpan
      for (number, factor) in factors.enumerated() {
        factor.places.extend(&places, rows: block, isFirst: number == 0)
      }
      try body(block, BlockPlaces(places.span, zero: 0))
    }
  }

  /// The places that have rows, in the order of the keys.
  func occurring(
    _ counts: [Int32], _ interrupt: Interrupt
  ) throws(Diagnostic) -> [Int32] {
    guard let last = factors.last else { return [0] }
    var before = [0]
    for factor in factors.dropLast() {
      try interrupt.check()
      before = before.flatMap { place in
        (0..<factor.count).map { place * factor.places.span + factor.place($0) }
      }
    }
    var occurring: [Int32] = []
    for place in before {
      let first = place * last.places.span
      try Checked.forEach(last.count, check: interrupt.check) { number in
        let place = first + last.place(number)
        if counts[place] > 0 { occurring.append(Int32(truncatingIfNeeded: place)) }
      }
    }
    return occurring
  }

  /// For each key its places where all together have these.
  func keyPlaces(
    of places: [Int32], _ interrupt: Interrupt
  ) throws(Diagnostic) -> [[Int32]] {
    var rest = places
    var known: [[[Int32]]] = []
    for factor in factors.reversed() {
      let span = Int32(truncatingIfNeeded: factor.places.span)
      known.append(
        try factor.keyPlaces(
          Checked.map(rest.count, check: interrupt.check) { rest[$0] % span }))
      rest = try Checked.map(rest.count, check: interrupt.check) { rest[$0] / span }
    }
    return known.reversed().flatMap(\.self)
  }
}

/// The places of some rows, as numbers that are known or were worked out for them.
struct BlockPlaces: ~Escapable {
  private let numbers: Span<Int32>
  private let zero: Int

  /// Numbers of rows, and the place of number 0; each is one further on than that of the number before.
  @_lifetime(copy numbers)
  init(_ numbers: Span<Int32>, zero: Int) {
    self.numbers = numbers
    self.zero = zero
  }

  /// The rows, from 0.
  var rows: Range<Int> { numbers.indices }

  /// The place of a row.
  @inline(__always)
  subscript(row: Int) -> Int { Int(numbers[row]) &+ zero }

  /// Asks the processor for the numbers that stand somewhat behind that of a row: mostly those of all rows are in one
  /// array, and whoever takes them a block at a time waits for the beginning of each.
  @inline(__always)
  func fetchAhead(of row: Int) {
    unsafe numbers.withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress else { return }
      unsafe kernels_prefetch(base.assumingMemoryBound(to: UInt8.self) + (row &* 4 &+ 2_048))
    }
  }
}
