import Diagnostics
import Model

/// A question in SQL that is prepared: it reads, and is the only one of its text.
struct PreparedQuestion {
  private let statement: Statement

  /// The columns that it reads of each table, all names in lower case; none where it only counts rows.
  let reads: [String: Set<String>]

  /// Prepares a question; the span of what is wrong is of bytes of its text.
  init(
    _ question: String, in connection: Connection, tables: [QuestionDatabase.Source]
  ) throws(Diagnostic) {
    let wishes = Wishes()
    connection.allows = wishes.allows
    defer { connection.allows = nil }
    var rest = Substring()
    let prepared: Statement?
    do throws(Diagnostic) {
      prepared = try connection.prepare(question, rest: &rest)
    } catch {
      if wishes.isForbidden { throw PreparedQuestion.onlyAsks }
      throw PreparedQuestion.placed(error, connection.offset, in: question, tables)
    }
    guard let statement = prepared else {
      throw Diagnostic("sql needs a question", help: "sql \"SELECT … FROM messages\"")
    }
    let used = question.utf8.count - rest.utf8.count
    if PreparedQuestion.isStatement(String(rest), in: connection) {
      throw Diagnostic(
        "sql answers one question at a time", at: SourceSpan(used, question.utf8.count),
        help: "begin another line with ;")
    }
    guard statement.isReadOnly, !statement.columns.isEmpty else { throw PreparedQuestion.onlyAsks }
    self.statement = statement
    let own = Dictionary(
      tables.map { (lowercasedName($0.name), Set($0.columns.map { lowercasedName($0.name) })) },
      uniquingKeysWith: { first, _ in first })
    reads = wishes.reads.reduce(into: [:]) { reads, read in
      // `rowid` is no column of ours.
      if let columns = own[read.key] { reads[read.key] = read.value.intersection(columns) }
    }
  }

  /// What SQLite wants to read while it prepares a question.
  private final class Wishes {
    var reads: [String: Set<String>] = [:]
    var isForbidden = false

    func allows(_ wish: Connection.Wish) -> Bool {
      switch wish {
      case .read(let table, let column):
        reads[lowercasedName(table), default: []].insert(lowercasedName(column))
        return true
      case .ask: return true
      case .other:
        isForbidden = true
        return false
      }
    }
  }

  /// Whether a text holds more than blanks, comments and semicolons.
  private static func isStatement(_ text: String, in connection: Connection) -> Bool {
    var text = Substring(text)
    while !text.isEmpty {
      var rest = Substring()
      do {
        if try connection.prepare(String(text), rest: &rest) != nil { return true }
      } catch { return true }
      guard rest.utf8.count < text.utf8.count else { return false }
      text = rest
    }
    return false
  }

  private static let onlyAsks = Diagnostic(
    "sql only asks: it changes nothing and opens nothing", help: "begin with SELECT or WITH")

  /// A complaint of SQLite's with its place, and the name that was probably meant.
  private static func placed(
    _ error: Diagnostic, _ offset: Int?, in question: String, _ tables: [QuestionDatabase.Source]
  ) -> Diagnostic {
    var placed = error
    var start = offset
    for (complaint, names) in [
      ("no such table: ", tables.map(\.name)),
      ("no such column: ", tables.flatMap { $0.columns.map(\.name) }),
    ] where error.message.hasPrefix(complaint) {
      let name = String(error.message.dropFirst(complaint.utf8.count))
      start = start ?? question.utf8Offset(of: name)
      let last = name.split(separator: ".").last.map(String.init) ?? name
      placed.help =
        suggestion(for: last, among: names)
        ?? (complaint == "no such table: "
          ? "let \(last) = PIPELINE makes one, let \(last) = read FILE one of a file" : nil)
    }
    if let start, start < question.utf8.count {
      let word = question.utf8.dropFirst(start).prefix {
        $0 >= 0x80 || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: ".")
          || Character(Unicode.Scalar($0)).isLetter || Character(Unicode.Scalar($0)).isNumber
      }
      placed.span = SourceSpan(start, start + max(1, word.count))
    }
    return placed
  }

  /// The columns that it gives, under names that differ and that the language can write where the
  /// question gave none, with the type that a column was declared with.
  func columns(of question: String) -> [(name: String, type: ValueType?)] {
    var known: Set<String> = []
    return statement.columns.enumerated().map { place, column in
      // What was declared is a column of a table, and called so whatever its name is.
      let isColumn = column.declared != nil && !column.name.isEmpty
      let name =
        isColumn
        ? column.name : readableName(column.name, in: question) ?? "column_\(place + 1)"
      var free = name
      var number = 2
      while !known.insert(free).inserted {
        free = "\(name)_\(number)"
        number += 1
      }
      return (free, column.declared.flatMap(StoredType.type(declared:)))
    }
  }

  /// Gives the parameters their values.
  func bind(_ values: [String: Value]) throws(Diagnostic) {
    for (place, written) in statement.parameters.enumerated() {
      guard let written, let value = values[String(written.dropFirst())] else {
        throw Diagnostic(
          "\(written ?? "?") has no value", help: "a script declares what its lines may name: param"
        )
      }
      try statement.bind(place, Cells([Column(value, .text)]))
    }
  }

  /// Its rows, as a table.
  func rows(of question: String) throws(Diagnostic) -> Table {
    var columns = columns(of: question).map { AnswerColumn($0.name, declared: $0.type) }
    var count = 0
    while try statement.next() {
      for place in columns.indices {
        var failure: Diagnostic?
        statement.read(place) { content, text in
          do throws(Diagnostic) {
            try columns[place].append(content, text)
          } catch { failure = error }
        }
        if let failure { throw failure }
      }
      count += 1
    }
    var fields: [Table.Field] = []
    for column in columns { fields.append(Table.Field(column.name, column.finish())) }
    return Table(name: "sql", rowCount: count, fields: fields)
  }
}

/// What a column of an answer is called: as the question names it, and where it names it by an expression
/// the words of that, `count(*)` as `count`; nil where there are none.
private func readableName(_ name: String, in question: String) -> String? {
  let isPlain = name.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" || $0 == " " }
  let isGiven = ["\"\(name)\"", "'\(name)'", "`\(name)`", "[\(name)]"].contains {
    question.contains($0)
  }
  if isPlain && name.first?.isNumber == false || isGiven && !name.isEmpty { return name }
  let words = name.split { !($0.isLetter || $0.isNumber || $0 == "_") }.joined(separator: "_")
  return words.isEmpty || words.first?.isNumber == true ? nil : words
}

extension String {
  /// Where a text first stands, in bytes; nil where it does not.
  fileprivate func utf8Offset(of text: String) -> Int? {
    firstRange(of: text).map { utf8.distance(from: startIndex, to: $0.lowerBound) }
  }
}
