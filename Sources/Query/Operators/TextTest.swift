import Diagnostics
import Model

/// A comparison with one text, made ready.
struct TextTest: Sendable {
  private let way: Way

  private enum Way {
    case matching(TextMatcher)
    case ordering(Expression.Relation, [UInt8], exact: Bool)
  }

  init(_ relation: Expression.Relation, _ text: String, exact: Bool) {
    switch relation {
    case .has: way = .matching(TextMatcher(.hasWords, text, exact: exact))
    case .contains: way = .matching(TextMatcher(.contains, text, exact: exact))
    case .starts: way = .matching(TextMatcher(.starts, text, exact: exact))
    case .ends: way = .matching(TextMatcher(.ends, text, exact: exact))
    case .less, .lessOrEqual, .greater, .greaterOrEqual:
      way = .ordering(relation, Array((exact ? text : Fold.string(text)).utf8), exact: exact)
    default: way = .matching(TextMatcher(.equals, text, exact: exact))
    }
  }

  /// Whether it holds for each row; not for null.
  func holds(for column: Column, interrupt: Interrupt) throws(Diagnostic) -> [Bool] {
    if case .matching(let matcher) = way {
      return try matcher.select(column.asText, interrupt: interrupt)
    }
    let texts = TextReader(column)
    return (0..<texts.count).map { !texts.isNull($0) && texts.withBytes(of: $0, holds) }
  }

  /// Whether it holds for a text.
  func holds(_ bytes: Span<UInt8>) -> Bool {
    switch way {
    case .matching(let matcher): return matcher.matches(bytes)
    case .ordering(let relation, let other, let exact):
      let mine = exact ? copied(bytes) : folded(bytes)
      switch relation {
      case .less: return mine.lexicographicallyPrecedes(other)
      case .lessOrEqual: return !other.lexicographicallyPrecedes(mine)
      case .greater: return other.lexicographicallyPrecedes(mine)
      default: return !mine.lexicographicallyPrecedes(other)
      }
    }
  }

  private func copied(_ bytes: Span<UInt8>) -> [UInt8] {
    bytes.indices.map { bytes[$0] }
  }
}
