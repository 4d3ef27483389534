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
    let loaded = [
      "sender": people, "participants.name": people, "actor": people,
      "source": sources, "sources": sources,
      "topics": session.lens.topics.map(\.name),
      "file": files, "path": files,
    ]
    self.init(
      names: loaded.merging(LoadedNames.kinds) { loaded, _ in loaded }, notes: notes,
      corpus: session.corpus)
  }

  /// The columns whose values are the same whatever is loaded.
  private static let kinds = [
    "messages.kind": MessageKind.allCases.map(\.rawValue),
    "files.kind": InputFile.Kind.allCases.map(\.rawValue),
    "event": Event.allCases.map(\.rawValue),
    "media_type": MediaType.allCases.map(\.rawValue),
    "media.type": MediaType.allCases.map(\.rawValue),
    "severity": Problem.Severity.allCases.map(\.rawValue),
    "code": Problem.Code.allCases.map(\.rawValue),
  ]

  private init(names: [String: [String]], notes: Notes, corpus: Corpus) {
    self.names = names
    self.notes = notes
    self.corpus = corpus
  }

  /// The values of a column of a table whose rows stand for those of `origin`; nil where they are
  /// not known.
  func values(of column: String, in origin: TableName?) -> [String]? {
    LoadedNames.values(of: column, in: origin, among: names)
  }

  private static func values(
    of column: String, in origin: TableName?, among names: [String: [String]]
  ) -> [String]? {
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

  /// Remarks that no chunk has one of these ids, where none has.
  func noteMissing(chunks ids: ClosedRange<Int>) {
    let known = 1...Swift.max(1, corpus.chunks.count)
    guard corpus.chunks.isEmpty || !known.overlaps(ids) else { return }
    let asked =
      ids.count == 1
      ? "chunk \(ids.lowerBound)" : "chunk from \(ids.lowerBound) to \(ids.upperBound)"
    notes.add(
      .note(
        "there is no \(asked)",
        help: corpus.chunks.isEmpty
          ? "no chunks are loaded" : "ids go from 1 to \(known.upperBound)"))
  }

  /// The remark that none of the values of a column matches what was asked for: with the closest one, or
  /// of kinds of things with the column of the table that has such a kind, and with what there is.
  func nothingMatches(
    _ value: String, on column: String, among known: [String], in table: Schema? = nil
  ) -> Diagnostic {
    let closest = closestName(to: value, among: known).map { name in
      "closest: \(name)" + (column == "sender" ? messagesOf(name) ?? "" : "")
    }
    return .note(
      "no \(title(of: column)) matches “\(value)”",
      help: closest ?? table.flatMap { otherKinds(than: value, on: column, in: $0) })
  }

  /// Kinds of things that a remark lists.
  private static let mostListed = 16

  /// What there is instead of a kind that there is not; nil for a column of no kinds.
  private func otherKinds(than value: String, on column: String, in table: Schema) -> String? {
    guard let kinds = LoadedNames.kinds(of: column, in: table) else { return nil }
    let elsewhere = kindElsewhere(closeTo: value, in: table).map { "closest: \($0)" }
    let all =
      kinds.count <= LoadedNames.mostListed
      ? "\(column) is one of \(kinds.joined(separator: ", "))" : nil
    let parts = [elsewhere, all].compactMap(\.self)
    return parts.isEmpty ? nil : parts.joined(separator: "; ")
  }

  private static func kinds(of column: String, in table: Schema) -> [String]? {
    values(of: column, in: table.origin, among: kinds)
  }

  /// The condition on another column of kinds that holds what a value nearly is: `media_type = "video"`.
  private func kindElsewhere(closeTo value: String, in table: Schema) -> String? {
    for column in table.columns {
      let kinds = LoadedNames.kinds(of: column.name, in: table) ?? []
      if let kind = closestName(to: value, among: kinds) { return "\(column.name) = \"\(kind)\"" }
    }
    return nil
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
