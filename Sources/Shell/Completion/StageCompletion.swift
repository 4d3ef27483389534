import Model
import Query

extension Session {
  /// What may stand in the arguments of a stage: columns and functions where a value may, operators
  /// behind one, and the values that a column is known to have where it is compared.
  func completions(ofArgumentsOf stage: StageSyntax, _ place: CompletionPlace) -> Completions {
    if let quotation = place.quotation { return completions(of: quotation, place) }
    let typed = nameOrDate(atEndOf: place.typed)
    let start = place.start + place.typed.utf8.count - typed.utf8.count
    let schema = schema(before: place)
    let call = CallPlace(atEndOf: String(place.call.dropLast(typed.count)))
    if stage.opening == .number, !call.isInGroup {
      return completions(words(of: stage, place), typed, from: start)
    }
    if stage.opening == .columns { return completions(columns(schema), typed, from: start) }
    switch call.next {
    case .value(let compared):
      let known = compared.map { values(of: $0, startingWith: typed, in: schema) } ?? []
      let fixed = compared.map { constants(comparedWith: $0, in: schema) } ?? []
      let type = compared.flatMap { schema.column($0)?.type ?? Function.typeGiven(by: $0) }
      let tables = call.isBehindIn ? tablesOfColumns : []
      let names = completions(
        fixed + operands(of: stage, schema, call, comparedWith: type) + tables, typed, from: start)
      return Completions(
        range: names.range, candidates: known + (known.isEmpty ? names.candidates : []))
    case .pattern(let column):
      let known = column.map { plainPatterns(of: $0, startingWith: typed, in: schema) } ?? []
      return Completions(range: start..<(start + typed.utf8.count), candidates: known)
    case .column(let table):
      let other = try? environment(scope).tables.schema(table)
      return completions(other.map { columns($0) } ?? [], typed, from: start)
    case .comparison(let name):
      let type = name.flatMap { schema.column($0)?.type }
      let operators = OperatorSyntax.all.filter { operation in
        operation.joins ? operation.name != "exact" : type.map { operation.takes($0) } ?? true
      }
      return completions(
        operators.map { Candidate($0.name, note: $0.summary) } + words(of: stage, place), typed,
        from: start)
    case .junction:
      let joining = OperatorSyntax.all.filter { ["and", "or"].contains($0.name) }
      return completions(
        joining.map { Candidate($0.name, note: $0.summary) } + words(of: stage, place), typed,
        from: start)
    }
  }

  /// The name or the half of a date that some text ends with, without the operators and brackets
  /// before it: `2025-` of `(2025-01..2025-`, `words` of `chars-words`.
  private func nameOrDate(atEndOf text: String) -> String {
    let date = text.reversed().prefix { $0.isLetter || $0.isNumber || $0 == "-" }.reversed()
    if date.dropFirst(4).first == "-", date.prefix(4).allSatisfy(\.isNumber) {
      return String(date)
    }
    return String(text.reversed().prefix { $0.isLetter || $0.isNumber || $0 == "_" }.reversed())
  }

  /// What may be named for one of its columns: `sender in members.name`.
  private var tablesOfColumns: [Candidate] {
    environment(scope).tables.names().map {
      Candidate("\($0).", note: "a column of another table", isWhole: false)
    }
  }

  /// The words of a stage's own that may still follow: those behind the last that stands there.
  private func words(of stage: StageSyntax, _ place: CompletionPlace) -> [Candidate] {
    let last = stage.words.lastIndex { place.words.dropFirst().contains($0) }
    return stage.words.dropFirst(last.map { $0 + 1 } ?? 0).map { Candidate($0) }
  }

  /// The columns of a table whose type is one that is taken.
  func columns(_ schema: Schema, taking takes: (ValueType) -> Bool = { _ in true }) -> [Candidate] {
    schema.columns.filter { takes($0.type) }.map { column in
      let summary = column.summary.isEmpty ? "" : ": \(column.summary)"
      return Candidate(column.name, note: column.type.name + summary)
    }
  }

  /// What a value may be: columns, the parts of dates by their names alone, functions; where it is
  /// compared with one of a type, those of types that can be.
  private func operands(
    of stage: StageSyntax, _ schema: Schema, _ call: CallPlace, comparedWith type: ValueType?
  ) -> [Candidate] {
    func fits(_ function: Function) -> Bool { type.map { function.compares(with: $0) } ?? true }
    let hasDate = schema.column("date")?.type.isDate ?? false
    let bare = Function.all.filter { $0.meansDate && hasDate && schema.column($0.name) == nil }
    // A part of a date says nothing of another date.
    let parts = bare.filter { fits($0) && type?.isDate != true }
      .map { Candidate($0.name, note: "of date: \($0.summary)") }
    let called = Function.all.filter { function in !bare.contains { $0.name == function.name } }
    let functions = called.filter(fits).map {
      Candidate("\($0.name)(", note: "\($0.signature): \($0.summary)", isWhole: false)
    }
    let aggregates = Aggregate.all.map {
      Candidate("\($0.name)(", note: "\($0.signature): \($0.summary)", isWhole: false)
    }
    let negation = OperatorSyntax.all.filter { $0.name == "not" }
      .map { Candidate($0.name, note: $0.summary) }
    let isOfGroups = stage.opening == .aggregates && !call.isInGroup
    let columns = columns(schema) { other in type.map { $0.compares(with: other) } ?? true }
    // A list is what explode takes.
    let lists =
      stage.name == "explode" ? columns.filter { schema.column($0.text)?.type == .list } : []
    return (isOfGroups ? aggregates : []) + lists + columns + parts + functions
      + (stage.opening == .expression ? negation : [])
  }

  /// The values of the column that is compared with what a quote opens: `sender = "elo` →
  /// `"Élodie 🌸"`.
  private func completions(
    of quotation: CompletionPlace.Quotation, _ place: CompletionPlace
  ) -> Completions {
    let schema = schema(before: place)
    let typed = quotation.typed
    var candidates: [Candidate] = []
    switch CallPlace(atEndOf: quotation.call).next {
    case .value(let column?):
      candidates = values(of: column, startingWith: typed, in: schema)
    case .pattern(let column?):
      candidates = plainPatterns(of: column, startingWith: typed, in: schema)
    default: break
    }
    return Completions(
      range: quotation.start..<(quotation.start + 1 + typed.utf8.count), candidates: candidates)
  }

  /// The values that a column is known to have, in quotes: those with a word that begins as typed.
  private func values(
    of column: String, startingWith typed: String, in schema: Schema
  ) -> [Candidate] {
    let names = LoadedNames(of: self, notes: Notes())
    let known =
      names.values(of: column, in: schema.origin) ?? Function.names(givenBy: column)
      ?? tabulated(column)
    let fitting = typed.isEmpty ? known : names.starting(with: typed, among: known)
    return fitting.map { Candidate(Spelling.quoted($0)) }
  }

  /// The values of such a column that mean themselves as a regular expression.
  private func plainPatterns(
    of column: String, startingWith typed: String, in schema: Schema
  ) -> [Candidate] {
    values(of: column, startingWith: typed, in: schema)
      .filter { !$0.text.contains { "\\^$.|?*+()[]{}".contains($0) } }
  }

  /// Columns whose values are few, but have to be looked for: the table that has them.
  private static let tabulated: [String: TableName] = [
    "host": .links, "mentions": .messages, "emoji": .messages,
  ]

  /// Messages up to which that is done while the user waits for a list.
  private static let mostSearched = 1_000_000

  /// The values of such a column, the most frequent first.
  private func tabulated(_ column: String) -> [String] {
    guard let name = Session.tabulated[column], corpus.messages.count <= Session.mostSearched,
      let values = table(name).column(column)
    else { return [] }
    var counts: [String: Int] = [:]
    for row in 0..<values.count {
      switch values[row] {
      case .text(let text): counts[text, default: 0] += 1
      case .list(let texts): for text in texts { counts[text, default: 0] += 1 }
      default: break
      }
    }
    return counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
  }
}
