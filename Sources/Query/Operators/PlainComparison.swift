import Model

/// Equality with null as a value of its own.
func equal<Element: Equatable>(
  _ a: PlainColumn<Element>, _ b: PlainColumn<Element>, _ count: Int
) -> Column {
  let same = a.combined(with: b, count: count) { $0 == $1 }
  guard a.nulls != nil, b.nulls != nil else { return .bool(PlainColumn(same.decided(null: false))) }
  return .bool(PlainColumn((0..<count).map { a[spread: $0] == b[spread: $0] }))
}

/// A comparison of numbers; false beside null, but for equality with null.
func ordered<Element: Comparable>(
  _ a: PlainColumn<Element>, _ relation: Expression.Relation, _ b: PlainColumn<Element>,
  _ count: Int
) -> Column {
  if let decided = decided(a, relation, b) { return .bool(PlainColumn([decided])) }
  let result: PlainColumn<Bool>
  switch relation {
  case .less: result = a.combined(with: b, count: count) { $0 < $1 }
  case .lessOrEqual: result = a.combined(with: b, count: count) { $0 <= $1 }
  case .greater: result = a.combined(with: b, count: count) { $0 > $1 }
  case .greaterOrEqual: result = a.combined(with: b, count: count) { $0 >= $1 }
  default: return equal(a, b, count)
  }
  return .bool(PlainColumn(result.decided(null: false)))
}

/// What a comparison with one value is for all rows, where the bounds of the column tell; nil where they
/// do not.
private func decided<Element: Comparable>(
  _ a: PlainColumn<Element>, _ relation: Expression.Relation, _ b: PlainColumn<Element>
) -> Bool? {
  guard let bounds = a.bounds, a.nulls == nil, b.count == 1, b.nulls == nil else { return nil }
  let value = b.values[0]
  switch relation {
  case .less: return bounds.greatest < value ? true : bounds.least >= value ? false : nil
  case .lessOrEqual: return bounds.greatest <= value ? true : bounds.least > value ? false : nil
  case .greater: return bounds.least > value ? true : bounds.greatest <= value ? false : nil
  case .greaterOrEqual: return bounds.least >= value ? true : bounds.greatest < value ? false : nil
  default: return nil
  }
}
