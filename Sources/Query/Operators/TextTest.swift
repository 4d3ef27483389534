import Diagnostics
import Model

/// A comparison with one text, made ready.
struct TextTest: Sendable {
  /// The text that others are compared with.
  let text: String
  private let way: Way

  private enum Way {
    case matching(TextMatcher)
    case ordering(Expression.Relation, [UInt8], exact: Bool)
  }

  init(_ relation: Expression.Relation, _ text: String, exact: Bool) {
    self.text = text
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

extension CategoryColumn {
  /// A comparison by the order that the categories have: `weekday >= "Sat"`.
  func compared(
    _ relation: Expression.Relation, with text: String, notes: Notes
  ) -> [Bool] {
    let sought = Fold.string(text)
    let names = categories.values
    switch relation {
    case .equal, .less, .lessOrEqual, .greater, .greaterOrEqual:
      guard let place = names.firstIndex(where: { Fold.string($0) == sought }) else {
        notes.add(.note("“\(text.prefix(40))” is none of \(names.joined(separator: " "))"))
        return [Bool](repeating: false, count: count)
      }
      let ordered = ordered(
        PlainColumn(codes.map(Int64.init), nulls: codes.map { $0 < 0 }), relation,
        PlainColumn([Int64(place)]), count)
      return ordered.truths
    default:
      let matches = names.map { name in
        var name = name
        name.makeContiguousUTF8()
        return TextTest(relation, text, exact: false).holds(name.utf8.span)
      }
      return codes.map { $0 >= 0 && matches[Int($0)] }
    }
  }
}
