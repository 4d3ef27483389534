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
  init(rows: Int, keys: [KeyCodes]) {
    ids = keys.first?.codes ?? [Int32](repeating: 0, count: rows)
    count = keys.first?.count ?? 1
    codes = keys.first.map { [(0..<Int32($0.count)).map(\.self)] } ?? []
    for key in keys.dropFirst() { split(by: key) }
  }

  /// For each group the first row that has it; -1 for a group of no rows.
  var firstRows: [Int32] {
    var first = [Int32](repeating: -1, count: count)
    for (row, group) in ids.enumerated() where first[Int(group)] < 0 {
      first[Int(group)] = Int32(row)
    }
    return first
  }

  /// The rows of each group, one group after the other, in the order of the table; and where each
  /// group begins among them, with the end after the last.
  var members: (rows: [Int32], bounds: [Int]) {
    var bounds = [Int](repeating: 0, count: count + 1)
    for group in ids { bounds[Int(group) + 1] += 1 }
    for group in 0..<count { bounds[group + 1] += bounds[group] }
    var next = bounds
    var rows = [Int32](repeating: 0, count: ids.count)
    for (row, group) in ids.enumerated() {
      rows[next[Int(group)]] = Int32(row)
      next[Int(group)] += 1
    }
    return (rows, bounds)
  }

  /// Splits every group by one more key.
  private mutating func split(by key: KeyCodes) {
    let width = Int64(key.count)
    // A pair of codes is itself a key, and its order is that of the pair.
    let combined = KeyCodes(pairsOf: ids, key.codes, width: key.count)
    let chosen = combined.firstRows.map {
      Int64(ids[Int($0)]) * width + Int64(key.codes[Int($0)])
    }
    codes = codes.map { codes in chosen.map { codes[Int($0 / width)] } }
    codes.append(chosen.map { Int32($0 % width) })
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
