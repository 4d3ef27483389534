import Model

/// A table of the plain model: rows of values.
struct PlainTable: Sendable {
  struct Column: Sendable {
    var name: String
    var type: PlainType
    /// Whether another way of calculating may give its numbers a little differently: then nothing
    /// is asked of them.
    var isAbout = false
  }

  var columns: [Column] = []
  var rows: [[Plain]] = []

  /// Its columns as terms.
  var scope: [Term] {
    columns.indices.filter { !columns[$0].isAbout && !columns[$0].name.isEmpty }.map { place in
      Term(
        column: place, named: columns[place].name, written(columns[place].name), columns[place].type
      )
    }
  }

  /// A name as a query writes it.
  func written(_ name: String) -> String {
    let isPlain = name.unicodeScalars.allSatisfy {
      ("a"..."z").contains($0) || ("0"..."9").contains($0) || $0 == "_"
    }
    let words = ["null", "true", "false", "today", "now", "fill", "by", "per", "not", "in", "is"]
    let isWord = isPlain && name.first?.isLetter == true && !words.contains(name)
    return isWord ? name : "`\(name)`"
  }

  /// The rows in the order of some keys; equal ones keep theirs, null comes last both ways.
  func sorted(by keys: [(term: Term, descending: Bool)]) -> [[Plain]] {
    let values = rows.map { row in keys.map { $0.term.value(row) } }
    return rows.indices.sorted { a, b in
      for (place, key) in keys.enumerated() {
        let (one, other) = (values[a][place], values[b][place])
        if one.isNull != other.isNull { return other.isNull }
        let (first, second) = key.descending ? (other, one) : (one, other)
        if Plain.precedes(first, second, key.term.type) { return true }
        if Plain.precedes(second, first, key.term.type) { return false }
      }
      return a < b
    }.map { rows[$0] }
  }

  /// Rows put together by the values of keys, in the order of the keys, null last; without keys
  /// one group.
  func groups(by keys: [Term]) -> [Group] {
    guard !keys.isEmpty else { return [Group(key: [], rows: rows)] }
    var places: [[UInt8]: Int] = [:]
    var groups: [Group] = []
    for row in rows {
      let key = keys.map { $0.value(row) }
      let identity = Plain.identity(key)
      if let place = places[identity] {
        groups[place].rows.append(row)
      } else {
        places[identity] = groups.count
        groups.append(Group(key: key, rows: [row]))
      }
    }
    return groups.sorted { Group.precedes($0.key, $1.key, keys.map(\.type)) }
  }

  /// Rows that have the same key.
  struct Group: Sendable {
    let key: [Plain]
    var rows: [[Plain]]
    /// Whether `fill` added it.
    var isAdded = false

    static func precedes(_ a: [Plain], _ b: [Plain], _ types: [PlainType]) -> Bool {
      for (place, type) in types.enumerated() {
        if Plain.precedes(a[place], b[place], type) { return true }
        if Plain.precedes(b[place], a[place], type) { return false }
      }
      return false
    }
  }

  /// The groups with those that `fill` adds; nil where they would be more than `most`.
  func filled(by keys: [Term], most: Int) -> [Group]? {
    let groups = groups(by: keys)
    var all: [[Plain]] = [[]]
    for (place, key) in keys.enumerated() {
      var values: [[UInt8]: Plain] = [:]
      for group in groups { values[group.key[place].identity] = group.key[place] }
      let occurring = values.values.sorted { Plain.precedes($0, $1, key.type) }
      guard let filled = domain(of: key, occurring.filter { !$0.isNull }, most) else { return nil }
      let nulls = occurring.filter(\.isNull)
      all = all.flatMap { start in (filled + nulls).map { start + [$0] } }
      guard all.count <= most else { return nil }
    }
    var known: [[UInt8]: Group] = [:]
    for group in groups { known[Plain.identity(group.key)] = group }
    return all.map { key in
      known[Plain.identity(key)] ?? Group(key: key, rows: [], isAdded: true)
    }
  }

  private func domain(of key: Term, _ occurring: [Plain], _ most: Int) -> [Plain]? {
    if let names = key.type.names { return names.map(Plain.text) }
    if case .numbers(let range) = key.domain { return range.map(Plain.int) }
    guard let first = occurring.first?.seconds, let last = occurring.last?.seconds else {
      return occurring
    }
    var values: [Plain] = []
    var seconds = first
    while seconds <= last {
      guard values.count < most else { return nil }
      switch (key.type, key.domain) {
      case (.period(let unit), _):
        values.append(.period(unit, seconds))
        seconds = PlainCalendar.end(of: unit, seconds)
      case (_, .steps(let step)):
        values.append(.date(seconds))
        seconds += step
      default: return occurring
      }
    }
    return values
  }
}
