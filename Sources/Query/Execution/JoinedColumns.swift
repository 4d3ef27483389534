import Model

extension Column {
  /// The rows of several columns, one column after the other; all of one type and at least one.
  init(joining parts: [Column]) {
    guard parts.count != 1 else {
      self = parts[0]
      return
    }
    switch parts[0] {
    case .text: self = .text(TextColumn(joining: parts.map(\.asText)))
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
        ? .category(CategoryColumn(categories, codes: joined(alike.map(\.codes))))
        : .text(TextColumn(joining: parts.map(\.asText)))
    case .int: self = .int(PlainColumn(joining: parts.map(\.asInts)))
    case .datetime: self = .datetime(PlainColumn(joining: parts.map(\.asInts)))
    case .period(let unit, _): self = .period(unit, PlainColumn(joining: parts.map(\.asInts)))
    case .duration: self = .duration(PlainColumn(joining: parts.map(\.asInts)))
    case .float: self = .float(PlainColumn(joining: parts.map(\.asFloats)))
    case .bool: self = .bool(PlainColumn(joining: parts.map(\.asBools)))
    case .list: self = .list(ListColumn(joining: parts.map(\.asLists)))
    }
  }
}

/// Several arrays one after the other; several times as fast as the lazy view of them is copied.
func joined<Element>(_ parts: [[Element]]) -> [Element] {
  var all: [Element] = []
  all.reserveCapacity(parts.reduce(0) { $0 + $1.count })
  for part in parts { all.append(contentsOf: part) }
  return all
}

extension Column {
  /// The given rows, in their order; null, or an empty list, for a row below 0.
  func gatheredOrNull(_ rows: [Int32]) -> Column {
    guard rows.contains(where: { $0 < 0 }) else { return gathered(rows) }
    // The dictionary stays, and with it the order that its entries may have.
    if case .category(let column) = self {
      let codes = rows.map { $0 < 0 ? -1 : column.codes[Int($0)] }
      return .category(CategoryColumn(column.categories, codes: codes))
    }
    let null = Int32(count)
    return Column(joining: [self, .nulls(type, count: 1)])
      .gathered(rows.map { $0 < 0 ? null : $0 })
  }
}

extension PlainColumn {
  fileprivate init(joining parts: [PlainColumn]) {
    let values = joined(parts.map(\.values))
    guard parts.contains(where: { $0.nulls != nil }) else {
      self.init(values)
      return
    }
    let nulls = parts.map { $0.nulls ?? [Bool](repeating: false, count: $0.count) }
    self.init(values, nulls: joined(nulls))
  }
}

extension TextColumn {
  /// Buffers beyond this many are copied into one: a column has room for 2^24, and each costs.
  private static let mostBuffers = 4_096

  fileprivate init(joining parts: [TextColumn]) {
    guard parts.reduce(0, { $0 + $1.buffers.count }) <= TextColumn.mostBuffers else {
      self = TextColumn.copying(parts)
      return
    }
    var buffers: [[UInt8]] = []
    var starts: [UInt64] = []
    var lengths: [UInt32] = []
    let rows = parts.reduce(0) { $0 + $1.count }
    starts.reserveCapacity(rows)
    lengths.reserveCapacity(rows)
    for part in parts {
      let moved = TextColumn.start(buffer: buffers.count, offset: 0)
      // A null row stays at the start of buffer 0.
      for row in 0..<part.count { starts.append(part.isNull(row) ? 0 : part.starts[row] + moved) }
      lengths.append(contentsOf: part.lengths)
      buffers.append(contentsOf: part.buffers)
    }
    self.init(buffers: buffers, starts: starts, lengths: lengths)
  }

  private static func copying(_ parts: [TextColumn]) -> TextColumn {
    var bytes: [UInt8] = []
    var starts: [UInt64] = []
    var lengths: [UInt32] = []
    for part in parts {
      for row in 0..<part.count {
        starts.append(part.isNull(row) ? 0 : start(buffer: 0, offset: bytes.count))
        part.withBytes(of: row) { text in
          for index in text.indices { bytes.append(text[index]) }
        }
      }
      lengths.append(contentsOf: part.lengths)
    }
    return TextColumn(buffers: [bytes], starts: starts, lengths: lengths)
  }
}

extension ListColumn {
  fileprivate init(joining parts: [ListColumn]) {
    var bounds: [Int32] = [0]
    for part in parts {
      let moved = bounds[bounds.count - 1] - part.bounds[0]
      bounds.append(contentsOf: part.bounds.dropFirst().map { $0 + moved })
    }
    // Only the elements that the rows use, so that places and bounds agree.
    let items = parts.map { part in
      part.items.slice(Int(part.bounds[0])..<Int(part.bounds[part.count]))
    }
    self.init(items: TextColumn(joining: items), bounds: bounds)
  }
}
