import Model

/// A column as one of the storages that a kernel works on. The checker sees to it that a kernel
/// asks for what is there; of another type every row is null.
extension Column {
  /// The numbers of an int, datetime, period or duration column.
  var asInts: PlainColumn<Int64> {
    switch self {
    case .int(let column), .datetime(let column), .period(_, let column), .duration(let column):
      column
    default: .allNull(count, 0)
    }
  }

  /// The numbers of a float column, or of an int or duration column as floats.
  var asFloats: PlainColumn<Double> {
    switch self {
    case .float(let column): column
    case .int(let column), .duration(let column):
      PlainColumn(column.values.map(Double.init), nulls: column.nulls)
    default: .allNull(count, 0)
    }
  }

  /// The values of a bool column.
  var asBools: PlainColumn<Bool> {
    if case .bool(let column) = self { column } else { .allNull(count, false) }
  }

  /// The lists of a list column; empty lists for another type.
  var asLists: ListColumn {
    if case .list(let column) = self {
      column
    } else {
      ListColumn(
        items: TextColumn(buffers: [], starts: [], lengths: []),
        bounds: [Int32](repeating: 0, count: count + 1))
    }
  }

  /// The texts of a text column, categories spelt out.
  var asText: TextColumn {
    switch self {
    case .text(let column): column
    case .category(let column): column.spelled
    default: .allNull(count)
    }
  }

  /// Seconds of a date column: a datetime itself, a period as its first second.
  var asSeconds: PlainColumn<Int64> {
    guard case .period(let unit, let column) = self else { return asInts }
    return PlainColumn(
      column.values.map { Period(unit, ordinal: $0).start }, nulls: column.nulls)
  }

  /// Whether each row is null; nil where none is.
  var nullRows: [Bool]? {
    switch self {
    case .text(let column):
      column.lengths.contains(TextColumn.null) ? column.lengths.map { $0 == TextColumn.null } : nil
    case .category(let column):
      column.codes.contains { $0 < 0 } ? column.codes.map { $0 < 0 } : nil
    case .int(let column), .datetime(let column), .period(_, let column), .duration(let column):
      column.nulls
    case .float(let column): column.nulls
    case .bool(let column): column.nulls
    case .list: nil
    }
  }
}

extension CategoryColumn {
  /// The same texts without the dictionary.
  fileprivate var spelled: TextColumn {
    guard categories.values.count <= count else {
      return TextColumn(codes.indices.map { self[$0] })
    }
    let entries = TextColumn(categories.values)
    return TextColumn(
      buffers: entries.buffers,
      starts: codes.map { $0 < 0 ? 0 : entries.starts[Int($0)] },
      lengths: codes.map { $0 < 0 ? TextColumn.null : entries.lengths[Int($0)] })
  }
}
