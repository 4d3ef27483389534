import Diagnostics
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
    var typed = TypedExpression.applying(to: [a, b], type: .bool, source: source) { arguments in
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
    if a.isColumn(.datetime), b.isConstant {
      typed.moments = { context throws(Diagnostic) in
        guard case .constant(let value) = try b.bind(context) else { return nil }
        return Stretches(value).moments(relation)
      }
    }
    return typed
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

  /// The moments that lie so to the first stretch; nil where it is null.
  func moments(_ relation: Expression.Relation) -> MomentRange? {
    guard let start = starts[0], let end = ends[0], start > .min else { return nil }
    switch relation {
    case .less: return MomentRange(last: start - 1)
    case .lessOrEqual: return MomentRange(last: end - 1)
    case .greater: return MomentRange(first: end)
    case .greaterOrEqual: return MomentRange(first: start)
    default: return MomentRange(first: start, last: end - 1)
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
