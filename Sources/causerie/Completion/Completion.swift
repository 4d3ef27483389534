/// What the text at the cursor may be completed to.
struct Completion: Equatable {
  /// One way to go on.
  struct Candidate: Equatable {
    /// What takes the place of ``Completion/range``.
    var text: String
    /// How the list shows it.
    var display: String
    /// A word on what it is, shown beside it; nil for none.
    var note: String?
    /// Whether a space goes after it, when it is the only candidate.
    var isWhole: Bool

    init(text: String, display: String? = nil, note: String? = nil, isWhole: Bool = true) {
      self.text = text
      self.display = display ?? text
      self.note = note
      self.isWhole = isWhole
    }
  }

  /// The bytes of the statement that a candidate replaces, half-open; the cursor is in it or at
  /// its end.
  var range: Range<Int>

  /// The candidates, in the order to list them.
  var candidates: [Candidate]

  /// What Tab does.
  enum Step: Equatable {
    /// There is nothing to complete to.
    case nothing
    /// The text takes the place of ``Completion/range``.
    case insert(String)
    /// What all candidates share is there already: they are to be listed.
    case list
  }

  /// What Tab does in a statement. `statement` is whole, with what follows the cursor.
  func step(in statement: String) -> Step {
    let bytes = Array(statement.utf8)
    guard let first = candidates.first, range.lowerBound >= 0, range.upperBound <= bytes.count
    else { return .nothing }
    let typed = String(decoding: bytes[range], as: UTF8.self)
    if candidates.count == 1 {
      let isBeforeSpace = range.upperBound < bytes.count && bytes[range.upperBound] == 0x20
      let text = first.isWhole && !isBeforeSpace ? first.text + " " : first.text
      return text == typed ? .nothing : .insert(text)
    }
    let shared = candidates.dropFirst().reduce(first.text[...]) { shared, candidate in
      shared.prefix(zip(shared, candidate.text).prefix { $0 == $1 }.count)
    }
    // Values may be spelt otherwise than typed (`elo` for “Élodie”): never go back behind what
    // the user has typed.
    guard shared.count >= typed.count, shared != typed else { return .list }
    return .insert(String(shared))
  }
}
