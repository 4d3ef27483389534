import Diagnostics
import Model
import Synchronization

/// What aggregates add up for each row, in whatever order: whole numbers, null for nothing.
struct Addends: Sendable {
  let table: Table
  let each: [Each]

  /// What one aggregate adds up.
  struct Each: Sendable {
    let arguments: [Evaluator]
    let number: Aggregate.Work.Addend

    /// The number of each row of a batch of the table.
    func numbers(for batch: Batch) throws(Diagnostic) -> PlainColumn<Int64> {
      var columns: [Column] = []
      for argument in arguments { columns.append(try argument.column(for: batch)) }
      return number(columns)
    }
  }

  /// Nothing of a table.
  static let none = Addends(table: Table(name: "", rowCount: 0, fields: []), each: [])
}

/// What is added up at each place of some keys, in one pass over the rows on all cores, a block at a time,
/// so that what keys and aggregates hand on stays in the processor's cache.
struct Tally: Sendable {
  /// How many rows are at each place.
  let counts: [Int32]
  /// What each addend comes to.
  let sums: [PlaceSums]

  /// Places that each thread has arrays for; of more there is one array, and one thread.
  private static let mostShared = 1 << 20

  /// What the rows of some keys come to.
  init(
    _ keys: PlacedKeys, adding addends: Addends, _ interrupt: Interrupt
  ) throws(Diagnostic) {
    guard keys.span > 1 || !addends.each.isEmpty else {
      (counts, sums) = ([Int32(truncatingIfNeeded: keys.rows)], [])
      return
    }
    let all = Mutex<Worker?>(nil)
    let most = keys.span > Tally.mostShared ? 1 : Parallel.most
    let stretch = Workers.stretch(of: keys.rows)
    let stretches = (keys.rows + stretch - 1) / stretch
    try Workers.share(stretches, among: most, interrupt) {
      Worker(keys, addends)
    } _: { (worker, number) throws(Diagnostic) in
      let first = number * stretch
      try worker.add(first..<Swift.min(first + stretch, keys.rows), interrupt)
    } finish: { worker in
      all.withLock { all in
        if all == nil { all = worker } else { all?.add(worker) }
      }
    }
    let total = all.withLock(\.self) ?? Worker(keys, addends)
    counts = total.lanes.joined(total.counts)
    sums = total.sums.map { $0.joined(total.lanes) }
  }

  /// A thread's part of the work.
  private struct Worker: Sendable {
    let keys: PlacedKeys
    let addends: Addends
    let lanes: Lanes
    var counts: [Int32]
    var sums: [PlaceSums]
    /// What has not been added to the counts and the first sums yet; nil where nothing is to be added up, or
    /// too many places have rows.
    private var counted: CountedSums?

    init(_ keys: PlacedKeys, _ addends: Addends) {
      self.keys = keys
      self.addends = addends
      lanes = Lanes(span: keys.span)
      counts = [Int32](repeating: 0, count: lanes.count)
      sums = [PlaceSums](repeating: PlaceSums(span: lanes.count), count: addends.each.count)
      counted = addends.each.isEmpty ? nil : CountedSums(lanes)
    }

    /// Adds up ``CountedSums/mostRows`` rows at most.
    mutating func add(_ rows: Range<Int>, _ interrupt: Interrupt) throws(Diagnostic) {
      try keys.forEachBlock(of: rows) { (block, places) throws(Diagnostic) in
        try interrupt.check()
        guard !addends.each.isEmpty else { return count(places) }
        let batch = Batch(addends.table, rows: .range(block))
        for (index, addend) in addends.each.enumerated() {
          let numbers = try addend.numbers(for: batch)
          if index == 0 {
            if counted?.add(numbers, places, lanes) == true { continue }
            count(places)
          }
          sums[index].add(numbers, places, lanes)
        }
      }
      if !sums.isEmpty { counted?.empty(into: &counts, &sums[0]) }
    }

    private mutating func count(_ places: borrowing BlockPlaces) {
      let lanes = lanes
      var counts = counts.mutableSpan
      lanes.forEach(places) { _, place in counts[place] &+= 1 }
    }

    mutating func add(_ other: Worker) {
      for place in counts.indices { counts[place] &+= other.counts[place] }
      for index in sums.indices { sums[index].add(other.sums[index]) }
    }
  }
}

/// Where a thread adds up. Neighbouring rows are often at one place, and whoever adds to what has just
/// been written waits for it; so four rows in turn go to four arrays where these are short.
struct Lanes {
  private let span: Int
  /// From one array to the next; 0 where all four are one.
  private let distance: Int

  /// Arrays with an element for each of `span` places.
  init(span: Int) {
    self.span = span
    distance = span <= 1 << 12 ? span : 0
  }

  /// Elements of all arrays, one after the other.
  var count: Int { span + 3 * distance }

  /// Calls `body` with each row of a block and the element of the arrays that it is added to.
  @inline(__always)
  func forEach(_ places: borrowing BlockPlaces, _ body: (_ row: Int, _ element: Int) -> Void) {
    var row = 0
    while row &+ 4 <= places.rows.count {
      places.fetchAhead(of: row)
      body(row, places[row])
      body(row &+ 1, places[row &+ 1] &+ distance)
      body(row &+ 2, places[row &+ 2] &+ 2 &* distance)
      body(row &+ 3, places[row &+ 3] &+ 3 &* distance)
      row &+= 4
    }
    for row in row..<places.rows.count { body(row, places[row]) }
  }

  /// The arrays added up to one.
  func joined<Number: FixedWidthInteger>(_ elements: [Number]) -> [Number] {
    guard elements.count > span else { return elements }
    return (0..<span).map { place in
      stride(from: place, to: elements.count, by: span).reduce(0) { $0 &+ elements[$1] }
    }
  }
}
