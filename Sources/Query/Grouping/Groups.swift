import Diagnostics
import Model

/// Rows put into groups by the values of some keys; groups are numbered in the order of the keys.
struct Groups {
  /// Each row's group.
  private(set) var ids: [Int32]
  /// How many groups there are.
  private(set) var count: Int
  /// For each key the code that each group has.
  private(set) var codes: [[Int32]]

  /// The groups of rows by their keys, the first key most important; without keys one group, even
  /// of no rows.
  init(rows: Int, keys: [KeyCodes], _ interrupt: Interrupt) throws(Diagnostic) {
    ids = keys.first?.codes ?? [Int32](repeating: 0, count: rows)
    count = keys.first?.count ?? 1
    codes = keys.first.map { [(0..<Int32($0.count)).map(\.self)] } ?? []
    for key in keys.dropFirst() { try split(by: key, interrupt) }
  }

  /// For each group the first row that has it; -1 for a group of no rows.
  func firstRows(_ interrupt: Interrupt) throws(Diagnostic) -> [Int32] {
    var first = [Int32](repeating: -1, count: count)
    try Checked.forEach(ids.count, check: interrupt.check) { row in
      let group = Int(ids[row])
      if first[group] < 0 { first[group] = Int32(row) }
    }
    return first
  }

  /// The groups that have rows, in the order in which they are first met.
  func inOrderOfRows(_ interrupt: Interrupt) throws(Diagnostic) -> [Int32] {
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
    let check = interrupt.check
    var bounds = [Int](repeating: 0, count: count + 1)
    try Checked.forEach(ids.count, check: check) { bounds[Int(ids[$0]) + 1] += 1 }
    try Checked.forEach(count, check: check) { bounds[$0 + 1] += bounds[$0] }
    var next = bounds
    var rows = [Int32](repeating: 0, count: ids.count)
    try Checked.forEach(ids.count, check: check) { row in
      let group = Int(ids[row])
      rows[next[group]] = Int32(row)
      next[group] += 1
    }
    return (rows, bounds)
  }

  /// Splits every group by one more key.
  private mutating func split(by key: KeyCodes, _ interrupt: Interrupt) throws(Diagnostic) {
    let width = Int64(key.count)
    // A pair of codes is itself a key, and its order is that of the pair.
    let combined = try KeyCodes(pairsOf: ids, key.codes, width: key.count, interrupt)
    let check = interrupt.check
    let chosen = try Checked.map(combined.count, check: check) { group in
      let row = Int(combined.firstRows[group])
      return Int64(ids[row]) * width + Int64(key.codes[row])
    }
    for place in codes.indices {
      let code = codes[place]
      codes[place] = try Checked.map(chosen.count, check: check) { code[Int(chosen[$0] / width)] }
    }
    codes.append(try Checked.map(chosen.count, check: check) { Int32(chosen[$0] % width) })
    ids = combined.codes
    count = combined.count
  }

  /// Makes groups of all combinations of codes: of each key, `codes[old]` is the new code of one
  /// that occurs, and `counts` says how many there are now.
  mutating func complete(_ renumbered: [[Int32]], counts: [Int]) {
    var places = [Int](repeating: 0, count: count)
    for (key, new) in renumbered.enumerated() {
      for group in 0..<count {
        places[group] = places[group] * counts[key] + Int(new[Int(codes[key][group])])
      }
    }
    ids = ids.map { Int32(places[Int($0)]) }
    count = counts.reduce(1, *)
    var period = 1
    codes = counts.reversed().map { size in
      defer { period *= size }
      return (0..<count).map { Int32($0 / period % size) }
    }.reversed()
  }
}
