import Diagnostics
import Model
import Synchronization

/// Rows put into groups by the values of some keys; groups are numbered in the order of the keys.
struct Groups {
  /// For each key the place of each group: 0 is that of null.
  private(set) var keyPlaces: [[Int32]]
  /// The place of each group among those of all keys; -1 for one that `fill` has added.
  private var places: [Int32]
  private let placed: PlacedKeys
  private let tally: Tally
  private var rowIDs = RowIDs()

  /// The groups of rows by their keys, the first key most important; without keys one group, even of no
  /// rows. `addends` are added up on the way.
  init(
    _ placed: PlacedKeys, adding addends: Addends = .none, _ interrupt: Interrupt
  ) throws(Diagnostic) {
    self.placed = placed
    tally = try Tally(placed, adding: addends, interrupt)
    places = try placed.occurring(tally.counts, interrupt)
    keyPlaces = try placed.keyPlaces(of: places, interrupt)
  }

  /// How many groups there are.
  var count: Int { places.count }

  /// How many rows they have together.
  var rowCount: Int { placed.rows }

  /// How many rows each group has.
  var rowCounts: [Int64] { places.map { $0 < 0 ? 0 : Int64(tally.counts[Int($0)]) } }

  /// What an addend, by its place among them, comes to in each group.
  func sums(_ addend: Int) -> GroupSums {
    tally.sums[addend].of(places, rowCounts)
  }

  /// Each row's group. Linear when it is first asked for.
  func ids(_ interrupt: Interrupt) throws(Diagnostic) -> [Int32] {
    try rowIDs.known { () throws(Diagnostic) in
      var groupOf = [Int32](repeating: 0, count: placed.span)
      try Checked.forEach(count, check: interrupt.check) { group in
        if places[group] >= 0 { groupOf[Int(places[group])] = Int32(truncatingIfNeeded: group) }
      }
      return try ParallelRows.values(placed.rows, interrupt) { [placed, groupOf] rows, ids in
        placed.forEachBlock(of: rows) { _, places in
          for row in places.rows { ids.append(groupOf[places[row]]) }
        }
      }
    }
  }

  /// For each group the first row that has it; -1 for a group of no rows.
  func firstRows(_ interrupt: Interrupt) throws(Diagnostic) -> [Int32] {
    let ids = try ids(interrupt)
    var first = [Int32](repeating: -1, count: count)
    try Checked.forEach(ids.count, check: interrupt.check) { row in
      let group = Int(ids[row])
      if first[group] < 0 { first[group] = Int32(row) }
    }
    return first
  }

  /// The groups that have rows, in the order in which they are first met.
  func inOrderOfRows(_ interrupt: Interrupt) throws(Diagnostic) -> [Int32] {
    let ids = try ids(interrupt)
    var isMet = [Bool](repeating: false, count: count)
    var groups: [Int32] = []
    try Checked.forEach(ids.count, check: interrupt.check) { row in
      let group = Int(ids[row])
      guard !isMet[group] else { return }
      isMet[group] = true
      groups.append(Int32(group))
    }
    return groups
  }

  /// The rows of each group, one group after the other, in the order of the table; and where each
  /// group begins among them, with the end after the last.
  func members(_ interrupt: Interrupt) throws(Diagnostic) -> (rows: [Int32], bounds: [Int]) {
    let ids = try ids(interrupt)
    let check = interrupt.check
    var bounds = [0]
    bounds.reserveCapacity(count + 1)
    for rows in rowCounts { bounds.append(bounds[bounds.count - 1] + Int(rows)) }
    var next = bounds
    var rows = [Int32](repeating: 0, count: ids.count)
    try Checked.forEach(ids.count, check: check) { row in
      let group = Int(ids[row])
      rows[next[group]] = Int32(row)
      next[group] += 1
    }
    return (rows, bounds)
  }

  /// Makes groups of all combinations of codes: of each key, `codes` is the code of each group, and
  /// `counts` says how many codes there are. Keys have no places any more.
  mutating func complete(_ codes: [[Int32]], counts: [Int]) {
    var filled = [Int32](repeating: -1, count: counts.reduce(1, *))
    for group in places.indices {
      var place = 0
      for (code, count) in zip(codes, counts) { place = place * count + Int(code[group]) }
      filled[place] = places[group]
    }
    places = filled
    keyPlaces = []
    rowIDs = RowIDs()
  }
}

/// The group of each row, worked out when somebody asks for it.
private final class RowIDs: Sendable {
  private let ids = Mutex<[Int32]?>(nil)

  func known(_ work: () throws(Diagnostic) -> [Int32]) throws(Diagnostic) -> [Int32] {
    try ids.withLock { (ids) throws(Diagnostic) in
      if let ids { return ids }
      let made = try work()
      ids = made
      return made
    }
  }
}
