import Diagnostics
import Query

/// `NAME = VALUE`, as `alias` and `topic` take it: the words on both sides of the first `=` outside
/// quotes, with or without blanks around it.
struct Assignment {
  /// The words before the `=`, or all of them where there is none.
  private(set) var name: [Word] = []

  /// The words behind it; nil where there is no `=`.
  private(set) var value: [Word]?

  /// Splits words.
  init(_ words: [Word]) {
    for word in words {
      guard value == nil, let (left, right) = Assignment.sides(of: word) else {
        if value == nil { name.append(word) } else { value?.append(word) }
        continue
      }
      if !left.isEmpty { name.append(Word(left, at: word.span)) }
      value = right.isEmpty ? [] : [Word(right, at: word.span)]
    }
  }

  /// The pieces of a word before and behind its first bare `=`; nil where it has none.
  static func sides(of word: Word) -> (left: [Word.Piece], right: [Word.Piece])? {
    for (place, piece) in word.pieces.enumerated() {
      guard case .bare(let text) = piece, let equals = text.firstIndex(of: "=") else { continue }
      let before = String(text[..<equals])
      let behind = String(text[text.index(after: equals)...])
      return (
        word.pieces[..<place] + (before.isEmpty ? [] : [.bare(before)]),
        (behind.isEmpty ? [] : [.bare(behind)]) + word.pieces[(place + 1)...]
      )
    }
    return nil
  }
}

extension [Word] {
  /// The texts of the words with a blank between them: a name of several words needs no quotes.
  var joinedText: String { map(\.text).joined(separator: " ") }

  /// The place from the first to the last; nil where there is none.
  var span: SourceSpan? {
    guard let first, let last else { return nil }
    return SourceSpan(first.span.lower, last.span.upper)
  }
}

extension Arguments {
  /// All its words, as a place in the line; the verb where there are none.
  var place: SourceSpan { words.span ?? verb.span }
}
