import Model

extension Column {
  /// The rows of several columns, one column after the other; all of one type and at least one.
  init(joining parts: [Column]) {
    self.init(joining: parts) {}
  }

  /// The same; `check` is called every few milliseconds, and what it throws ends the work.
  init<Stop: Error>(joining parts: [Column], check: () throws(Stop) -> Void) throws(Stop) {
    guard parts.count != 1 else {
      self = parts[0]
      return
    }
    switch parts[0] {
    case .text: self = .text(try TextColumn(joining: parts.map(\.asText), check))
    case .category(let first):
      let categories = first.categories
      let alike = parts.compactMap { part -> CategoryColumn? in
        guard case .category(let column) = part, column.categories === categories else {
          return nil
        }
        return column
      }
      self =
        alike.count == parts.count
        ? .category(CategoryColumn(categories, codes: try joined(alike.map(\.codes), check)))
        : .text(try TextColumn(joining: parts.map(\.asText), check))
    case .int: self = .int(try PlainColumn(joining: parts.map(\.asInts), check))
    case .datetime: self = .datetime(try PlainColumn(joining: parts.map(\.asInts), check))
    case .period(let unit, _):
      self = .period(unit, try PlainColumn(joining: parts.map(\.asInts), check))
    case .duration: self = .duration(try PlainColumn(joining: parts.map(\.asInts), check))
    case .float: self = .float(try PlainColumn(joining: parts.map(\.asFloats), check))
    case .bool: self = .bool(try PlainColumn(joining: parts.map(\.asBools), check))
    case .list: self = .list(try ListColumn(joining: parts.map(\.asLists), check))
    }
  }
}

/// Several arrays one after the other; several times as fast as the lazy view of them is copied.
func joined<Element, Stop: Error>(
  _ parts: [[Element]], _ check: () throws(Stop) -> Void
) throws(Stop) -> [Element] {
  var all: [Element] = []
  all.reserveCapacity(parts.reduce(0) { $0 + $1.count })
  for part in parts {
    try check()
    all.append(contentsOf: part)
  }
  return all
}

extension Column {
  /// The given rows, in their order; null, or an empty list, for a row below 0.
  func gatheredOrNull(_ rows: [Int32]) -> Column {
    gatheredOrNull(rows) {}
  }

  /// The same; `check` is called every few milliseconds, and what it throws ends the work.
  func gatheredOrNull<Stop: Error>(
    _ rows: [Int32], check: () throws(Stop) -> Void
  ) throws(Stop) -> Column {
    guard rows.contains(where: { $0 < 0 }) else { return try gathered(rows, check: check) }
    // The dictionary stays, and with it the order that its entries may have.
    if case .category(let column) = self {
      let codes = try Checked.map(rows.count, check: check) { place in
        rows[place] < 0 ? -1 : column.codes[Int(rows[place])]
      }
      return .category(CategoryColumn(column.categories, codes: codes))
    }
    let null = Int32(count)
    let places = try Checked.map(rows.count, check: check) { rows[$0] < 0 ? null : rows[$0] }
    return try Column(joining: [self, .nulls(type, count: 1)], check: check)
      .gathered(places, check: check)
  }
}

extension PlainColumn {
  fileprivate init<Stop: Error>(
    joining parts: [PlainColumn], _ check: () throws(Stop) -> Void
  ) throws(Stop) {
    let values = try joined(parts.map(\.values), check)
    guard parts.contains(where: { $0.nulls != nil }) else {
      self.init(values)
      return
    }
    let nulls = parts.map { $0.nulls ?? [Bool](repeating: false, count: $0.count) }
    self.init(values, nulls: try joined(nulls, check))
  }
}

extension TextColumn {
  /// Buffers beyond this many are copied into one: a column has room for 2^24, and each costs.
  private static let mostBuffers = 4_096

  fileprivate init<Stop: Error>(
    joining parts: [TextColumn], _ check: () throws(Stop) -> Void
  ) throws(Stop) {
    guard parts.reduce(0, { $0 + $1.buffers.count }) <= TextColumn.mostBuffers else {
      self = try TextColumn.copying(parts, check)
      return
    }
    var buffers: [SharedBytes] = []
    var starts: [UInt64] = []
    var lengths: [UInt32] = []
    let rows = parts.reduce(0) { $0 + $1.count }
    starts.reserveCapacity(rows)
    lengths.reserveCapacity(rows)
    for part in parts {
      try check()
      let moved = TextColumn.start(buffer: buffers.count, offset: 0)
      // A null row stays at the start of buffer 0.
      for row in 0..<part.count { starts.append(part.isNull(row) ? 0 : part.starts[row] + moved) }
      lengths.append(contentsOf: part.lengths)
      buffers.append(contentsOf: part.buffers)
    }
    self.init(buffers: buffers, starts: starts, lengths: lengths)
  }

  /// Bytes of all its texts.
  private var byteCount: Int {
    lengths.reduce(0) { $0 + ($1 == TextColumn.null ? 0 : Int($1)) }
  }

  private static func copying<Stop: Error>(
    _ parts: [TextColumn], _ check: () throws(Stop) -> Void
  ) throws(Stop) -> TextColumn {
    var bytes: [UInt8] = []
    var starts: [UInt64] = []
    var lengths: [UInt32] = []
    // Bytes that are copied as they become more would be copied often.
    bytes.reserveCapacity(parts.reduce(0) { $0 + $1.byteCount })
    for part in parts {
      try Checked.forEach(part.count, check: check) { row in
        starts.append(part.isNull(row) ? 0 : start(buffer: 0, offset: bytes.count))
        part.withBytes(of: row) { text in
          for index in text.indices { bytes.append(text[index]) }
        }
      }
      lengths.append(contentsOf: part.lengths)
    }
    return TextColumn(buffers: [SharedBytes(bytes)], starts: starts, lengths: lengths)
  }
}

extension ListColumn {
  fileprivate init<Stop: Error>(
    joining parts: [ListColumn], _ check: () throws(Stop) -> Void
  ) throws(Stop) {
    var bounds: [Int32] = [0]
    for part in parts {
      try check()
      let moved = bounds[bounds.count - 1] - part.bounds[0]
      bounds.append(contentsOf: part.bounds.dropFirst().map { $0 + moved })
    }
    // Only the elements that the rows use, so that places and bounds agree.
    let items = parts.map { part in
      part.items.slice(Int(part.bounds[0])..<Int(part.bounds[part.count]))
    }
    self.init(items: try TextColumn(joining: items, check), bounds: bounds)
  }
}
