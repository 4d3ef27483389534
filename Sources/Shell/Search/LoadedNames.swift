import Diagnostics
import Model
import Output
import Query

/// The values that columns are known to have, without a look at their rows: people, sources, topics,
/// files, and the kinds of things.
struct LoadedNames {
  /// The values by column; one that means different things in different tables is written
  /// `participants.name`.
  let names: [String: [String]]

  /// The column that tells whether a source has a message: several have one that was merged.
  var sourceColumn: String {
    corpus.transcripts.contains { $0.parts.count > 1 } ? "sources" : "source"
  }

  /// Where remarks go: that a value fits several names, or none.
  let notes: Notes

  /// What is loaded.
  private let corpus: Corpus

  /// No names: every value stands for itself.
  static let none = LoadedNames(names: [:], notes: Notes(), corpus: Corpus())

  /// The names of what is loaded.
  init(of session: Session, notes: Notes) {
    let people = session.corpus.people.values
    let sources = session.corpus.sources
    let files = session.corpus.files.map(\.path)
    let names = [
      "sender": people, "participants.name": people, "actor": people,
      "source": sources, "sources": sources,
      "topics": session.lens.topics.map(\.name),
      "file": files, "path": files,
      "messages.kind": MessageKind.allCases.map(\.rawValue),
      "files.kind": InputFile.Kind.allCases.map(\.rawValue),
      "event": Event.allCases.map(\.rawValue),
      "media_type": MediaType.allCases.map(\.rawValue),
      "media.type": MediaType.allCases.map(\.rawValue),
      "severity": Problem.Severity.allCases.map(\.rawValue),
      "code": Problem.Code.allCases.map(\.rawValue),
    ]
    self.init(names: names, notes: notes, corpus: session.corpus)
  }

  private init(names: [String: [String]], notes: Notes, corpus: Corpus) {
    self.names = names
    self.notes = notes
    self.corpus = corpus
  }

  /// The values of a column of a table whose rows stand for those of `origin`; nil where they are
  /// not known.
  func values(of column: String, in origin: TableName?) -> [String]? {
    origin.flatMap { names["\($0.rawValue).\(column)"] } ?? names[column]
  }

  /// The condition that a column holds one of the names with a word that begins as the value does.
  func condition(on name: String, _ value: GrepKey.Alternative) -> Expression {
    guard let known = names[name] else {
      return value.comparison(value.column(name), .equal, value.literal(.text(value.text)))
    }
    let fitting = matching(value.text, among: known)
    if fitting.isEmpty {
      notes.add(nothingMatches(value.text, on: name, among: known))
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

  /// The remark that none of the values of a column matches what was asked for.
  func nothingMatches(_ value: String, on column: String, among known: [String]) -> Diagnostic {
    let closest = closestName(to: value, among: known)
    let messages = closest.flatMap { column == "sender" ? messagesOf($0) : nil }
    return .note(
      "no \(title(of: column)) matches “\(value)”",
      help: closest.map { "closest: \($0)" + (messages ?? "") })
  }

  /// How many messages a person has written, after a comma.
  private func messagesOf(_ person: String) -> String? {
    guard let place = corpus.people.values.firstIndex(of: person) else { return nil }
    let count = corpus.messages.senders.count { $0 == place }
    return ", " + counted(count, "message")
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
    column == "topics" ? "topic" : column == "sources" ? "source" : column
  }
}
