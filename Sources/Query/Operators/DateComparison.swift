import Model

extension Checker {
  /// A comparison of dates: the left one is a moment (a period its first), the right one the whole
  /// stretch of time that it names.
  func compareDates(
    _ a: TypedExpression, _ relation: Expression.Relation, _ b: TypedExpression,
    of source: Expression
  ) -> TypedExpression {
    let isStretch: (TypedExpression) -> Bool = { expression in
      if case .period = expression.type { true } else { false }
    }
    // `2025-02 = date` and `month(date) < date` read from the other side.
    if isStretch(a), !isStretch(b) || (a.isConstant && !b.isConstant) {
      return compareDates(b, relation.mirrored, a, of: source)
    }
    return .applying(to: [a, b], type: .bool, source: source) { arguments in
      let moment = arguments[0].asSeconds
      let stretch = Stretches(arguments[1])
      let count = arguments.count
      switch relation {
      case .less: return ordered(moment, .less, stretch.starts, count)
      case .lessOrEqual: return ordered(moment, .less, stretch.ends, count)
      case .greater: return ordered(moment, .greaterOrEqual, stretch.ends, count)
      case .greaterOrEqual: return ordered(moment, .greaterOrEqual, stretch.starts, count)
      default: return stretch.hold(moment, count)
      }
    }
  }
}

/// Stretches of time by their first second and the first after them.
private struct Stretches {
  let starts: PlainColumn<Int64>
  let ends: PlainColumn<Int64>

  init(_ column: Column) {
    starts = column.asSeconds
    if case .period(let unit, let ordinals) = column {
      ends = ordinals.changed { Period(unit, ordinal: $0).end }
    } else {
      // A moment is a second long.
      ends = starts.changed { $0 == .max ? $0 : $0 + 1 }
    }
  }

  /// Whether each moment falls in its stretch; null falls in null.
  func hold(_ moments: PlainColumn<Int64>, _ count: Int) -> Column {
    if starts.count == 1, starts.nulls == nil, moments.count == count {
      let (start, end) = (starts.values[0], ends.values[0])
      if let bounds = moments.bounds, bounds.greatest < start || bounds.least >= end {
        return .bool(PlainColumn([false]))
      }
      return .bool(
        PlainColumn(moments.changed { start <= $0 && $0 < end }.decided(null: false)))
    }
    return .bool(
      PlainColumn(
        (0..<count).map { row in
          guard let moment = moments[spread: row], let start = starts[spread: row],
            let end = ends[spread: row]
          else { return moments[spread: row] == nil && starts[spread: row] == nil }
          return start <= moment && moment < end
        }))
  }
}

extension Expression.Relation {
  /// The relation that holds from the other side.
  fileprivate var mirrored: Expression.Relation {
    switch self {
    case .less: .greater
    case .lessOrEqual: .greaterOrEqual
    case .greater: .less
    case .greaterOrEqual: .lessOrEqual
    default: self
    }
  }
}
