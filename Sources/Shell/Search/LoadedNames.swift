import Diagnostics
import Model
import Query

/// The names that a key's value may be the start of: people, sources, topics, files.
struct LoadedNames {
  /// The names by column.
  let names: [String: [String]]

  /// Where remarks go: that a value fits several names, or none.
  let notes: Notes

  /// No names: every value stands for itself.
  static let none = LoadedNames(names: [:], notes: Notes())

  /// The names of what is loaded.
  init(of session: Session, notes: Notes) {
    names = [
      "sender": session.corpus.people.values,
      "source": session.corpus.transcripts.map(\.source),
      "topics": session.lens.topics.map(\.name),
      "file": session.corpus.files.map(\.path),
    ]
    self.notes = notes
  }

  private init(names: [String: [String]], notes: Notes) {
    self.names = names
    self.notes = notes
  }

  /// The condition that a column holds one of the names with a word that begins as the value does.
  func condition(on name: String, _ value: GrepKey.Alternative) -> Expression {
    guard let known = names[name] else {
      return value.comparison(value.column(name), .equal, value.literal(.text(value.text)))
    }
    let fitting = matching(value.text, among: known)
    if fitting.isEmpty {
      let closest = closestName(to: value.text, among: known)
      notes.add(
        .note(
          "no \(title(of: name)) matches “\(value.text)”",
          help: closest.map { "closest: \($0)" }))
    } else if fitting.count > 1, name == "sender" {
      let shown = fitting.prefix(5).joined(separator: ", ") + (fitting.count > 5 ? ", …" : "")
      notes.add(.note("“\(value.text)” fits \(fitting.count) people: \(shown)"))
    }
    let items = fitting.map { Expression.Item(value.literal(.text($0))) }
    guard !items.isEmpty else { return value.literal(.bool(false)) }
    // Names that fold alike are one to `in`; here each was chosen as it is.
    let equals = items.map { value.comparison(value.column(name), .equal, $0.low, exact: true) }
    return equals.count == 1 ? equals[0] : Expression(.or(equals), at: value.span)
  }

  /// The name that is, or has a word that is, closest to a value; nil where none is close.
  private func closestName(to value: String, among names: [String]) -> String? {
    let pairs = names.flatMap { name in
      ([name] + name.split(separator: " ").map(String.init)).map { ($0, name) }
    }
    let owners = Dictionary(pairs) { first, _ in first }
    return nearestName(to: value, among: pairs.map(\.0)).flatMap { owners[$0] }
  }

  /// The names with a word that begins as the value does, case and accents apart. A value of
  /// several words must begin at a word and go on as the name does.
  func matching(_ value: String, among names: [String]) -> [String] {
    let wanted = Fold.string(value)
    guard !wanted.isEmpty else { return [] }
    let whole = names.filter { Fold.string($0) == wanted }
    return whole.isEmpty ? starting(with: value, among: names) : whole
  }

  /// The names with a word that begins as the value does, a name that is the value among them.
  func starting(with value: String, among names: [String]) -> [String] {
    let wanted = Fold.string(value)
    return names.filter { name in
      let folded = Fold.string(name)
      return folded.indices.contains { index in
        let startsWord =
          index == folded.startIndex || !isWordCharacter(folded[folded.index(before: index)])
        return startsWord && folded[index...].hasPrefix(wanted)
      }
    }
  }

  private func isWordCharacter(_ character: Character) -> Bool {
    character.isLetter || character.isNumber
  }

  private func title(of column: String) -> String {
    column == "topics" ? "topic" : column
  }
}
