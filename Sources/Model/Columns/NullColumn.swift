extension Column {
  /// A column of nulls (of empty lists); of text where the type is nil.
  public static func nulls(_ type: ValueType?, count: Int) -> Column {
    switch type {
    case .text, nil: .text(.allNull(count))
    case .int: .int(.allNull(count, 0))
    case .float: .float(.allNull(count, 0))
    case .bool: .bool(.allNull(count, false))
    case .datetime: .datetime(.allNull(count, 0))
    case .period(let unit): .period(unit, .allNull(count, 0))
    case .duration: .duration(.allNull(count, 0))
    case .list: .list(ListColumn([[String]](repeating: [], count: count)))
    }
  }
}

extension PlainColumn {
  /// A column of nulls; `filler` stands where a value would.
  public static func allNull(_ count: Int, _ filler: Element) -> PlainColumn {
    PlainColumn(
      [Element](repeating: filler, count: count), nulls: [Bool](repeating: true, count: count))
  }
}

extension TextColumn {
  /// A column of nulls.
  public static func allNull(_ count: Int) -> TextColumn {
    TextColumn(
      buffers: [], starts: [UInt64](repeating: 0, count: count),
      lengths: [UInt32](repeating: TextColumn.null, count: count))
  }
}
