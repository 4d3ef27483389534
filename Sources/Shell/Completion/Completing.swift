import Diagnostics
import Model
import Output
import Query

extension Session {
  /// What the text at the cursor may become: what the language knows may stand there.
  ///
  /// - Parameters:
  ///   - line: the statement.
  ///   - cursor: a byte offset in it; what follows does not matter.
  public func completions(in line: String, at cursor: Int) -> Completions {
    let bytes = line.utf8.prefix(Swift.max(0, cursor))
    let place = CompletionPlace(atEndOf: String(decoding: Array(bytes), as: UTF8.self))
    guard let head = place.words.first else {
      return completions(heads(place), place.typed, from: place.start)
    }
    if head == "let", place.words.count == 1 {
      return completions([], place.typed, from: place.start)
    }
    if let verb = Verb.named(head) { return completions(ofWordsOf: verb, place) }
    if let stage = StageSyntax.named(head) {
      return completions(ofArgumentsOf: stage, place)
    }
    // A table or a let takes no words.
    let goesOn = place.isFirstCall && place.words.count == 1 && place.typed.isEmpty
    return completions(
      goesOn ? [Candidate("|", note: "what comes next")] : [], place.typed, from: place.start)
  }

  /// The candidates that begin as typed, case and accents apart.
  func completions(
    _ all: [Candidate], _ typed: String, from start: Int
  ) -> Completions {
    let wanted = Fold.string(typed)
    var seen: Set<String> = []
    let fitting = all.filter { candidate in
      Fold.string(candidate.text).hasPrefix(wanted) && seen.insert(candidate.text).inserted
    }
    return Completions(range: start..<(start + typed.utf8.count), candidates: fitting)
  }

  /// What may begin a call: after a `|` only what takes a table.
  private func heads(_ place: CompletionPlace) -> [Candidate] {
    let stages = StageSyntax.all.map { Candidate($0.name, note: $0.summary) }
    let verbs = Verb.all.filter { place.isFirstCall || [.stage, .sink].contains($0.role) }
      .map { Candidate($0.name, note: $0.summary) }
    guard place.isFirstCall else { return stages + verbs }
    let tables = TableDefinition.all.map { Candidate($0.name.rawValue, note: $0.summary) }
    let views = scope.views.sorted { $0.key < $1.key }
      .map { Candidate($0.key, note: $0.value.text) }
    return tables + views + verbs + stages
  }

  /// The columns of the table that a call is given.
  func schema(before place: CompletionPlace) -> Schema {
    let messages = Schema(TableDefinition.named(.messages))
    guard !place.isFirstCall,
      let pipeline = try? parsePipeline(place.before, grammar: Verb.grammar)
    else { return scope.last ?? messages }
    let planner = planner(in: SourceText(text: place.before))
    return (try? planner.plan(pipeline).schema) ?? messages
  }

  private func completions(ofWordsOf verb: Verb, _ place: CompletionPlace) -> Completions {
    if place.typed.hasPrefix("-") {
      let format = Format.chosen(byWords: place.words.dropFirst())?.name
      let fitting = verb.options.filter { option in
        option.formats.isEmpty || format.map(option.formats.contains) ?? true
      }
      let options = fitting.map { Candidate($0.name, note: $0.summary) }
      let script = verb.passesOptions ? place.words.dropFirst().first : nil
      return completions(
        options + (script.map(parameters(ofScript:)) ?? []), place.typed, from: place.start)
    }
    let option = verb.options.last { $0.name == place.words.last && $0.value != nil }
    switch option?.completes ?? verb.completes {
    case .nothing: return completions([], place.typed, from: place.start)
    case .search: return completionsOfSearch(place)
    case .path: return completionsOfPath(place)
    case .target: return completionsOfTarget(place)
    case .words(let words):
      return completions(words.map { Candidate($0) }, place.typed, from: place.start)
    case .columns(let types):
      let columns = columns(schema(before: place)) { types.contains($0) }
      return completions(columns, place.typed, from: place.start)
    case .plots: return completionsOfPlot(place)
    case .formats:
      let formats = Format.all.map { Candidate($0.name, note: $0.summary) }
      return completions(formats, place.typed, from: place.start)
    case .settings:
      guard place.words.count > 1 else {
        let settings = Setting.all.map { Candidate($0.name, note: $0.summary) }
        return completions(settings, place.typed, from: place.start)
      }
      let values = Setting.named(place.words[1])?.values ?? []
      return completions(values.map { Candidate($0) }, place.typed, from: place.start)
    case .tables:
      let tables = TableDefinition.all.map { Candidate($0.name.rawValue, note: $0.summary) }
      let views = scope.views.keys.sorted().map { Candidate($0, note: "let") }
      return completions(tables + views, place.typed, from: place.start)
    case .sql: return completionsOfSQL(place)
    case .forgettable:
      let views = scope.views.keys.sorted().map { Candidate($0, note: "let") }
      let aliases = scope.aliases.map { Candidate(Spelling.word($0.name), note: "alias") }
      let topics = scope.topics.map { Candidate(Spelling.word($0.name), note: "topic") }
      return completions(views + aliases + topics, place.typed, from: place.start)
    case .places: return completionsOfPlaces(place)
    case .people: return completions(ofNames: corpus.people.values, place)
    case .sources: return completions(ofNames: corpus.sources, place)
    case .helpTopics:
      let pages = HelpPage.all.map { Candidate($0.name, note: $0.summary) }
      return completions(pages, place.typed, from: place.start)
    }
  }

  /// The parameters of a script; none where it cannot be read.
  private func parameters(ofScript word: String) -> [Candidate] {
    let path = world.expanded(word.filter { $0 != "\"" && $0 != "'" })
    let saved = try? SavedScript(path, directory: world.directory, seenFrom: world.directory)
    return saved?.script.parameters.map { parameter in
      Candidate("--\(parameter.name.text)", note: parameter.help ?? parameter.type.rawValue)
    } ?? []
  }

  /// A kind of plot, then columns of the table before it that the kind can draw.
  private func completionsOfPlot(_ place: CompletionPlace) -> Completions {
    let kind = place.words.dropFirst().first.flatMap(Plot.named)
    let isFirst = place.words.count == 1
    let kinds = isFirst ? Plot.all.map { Candidate($0.name, note: $0.summary) } : []
    let columns = columns(schema(before: place)) { kind?.takes($0) ?? true }
    return completions(kinds + columns, place.typed, from: place.start)
  }

  /// A kind of place to read at, then the place.
  private func completionsOfPlaces(_ place: CompletionPlace) -> Completions {
    switch place.words.dropFirst().last {
    case nil:
      let kinds = ["on", "chunk", "file"].map { Candidate($0) }
      return completions(kinds, place.typed, from: place.start)
    case "on": return completions(dateWords.map { Candidate($0) }, place.typed, from: place.start)
    case "file": return completions(ofNames: corpus.files.map(\.path), place)
    default: return completions([], place.typed, from: place.start)
    }
  }

  /// Names of what is loaded, found by the start of any of their words.
  private func completions(ofNames names: [String], _ place: CompletionPlace) -> Completions {
    let typed = String(place.typed.drop { $0 == "\"" || $0 == "'" })
    let loaded = LoadedNames(of: self, notes: Notes())
    let fitting = typed.isEmpty ? names : loaded.starting(with: typed, among: names)
    return Completions(
      range: place.start..<(place.start + place.typed.utf8.count),
      candidates: fitting.map { Candidate(Spelling.word($0)) })
  }

  /// Keys of `grep`, or the values of the key that is typed: `from:elo` → `from:"Élodie 🌸"`.
  private func completionsOfSearch(_ place: CompletionPlace) -> Completions {
    guard let colon = place.typed.firstIndex(of: ":"),
      let key = GrepKey.named(String(place.typed[..<colon]))
    else {
      let keys = GrepKey.all.map { Candidate("\($0.name):", note: $0.summary, isWhole: false) }
      return completions(keys, place.typed, from: place.start)
    }
    // After a comma the next alternative begins.
    let tail = place.typed[place.typed.index(after: colon)...]
    let value = tail.lastIndex(of: ",").map { tail[tail.index(after: $0)...] } ?? tail
    let start = place.start + place.typed.utf8.count - value.utf8.count
    let typed = String(value.drop { $0 == "\"" || $0 == "'" })
    let names = LoadedNames(of: self, notes: Notes())
    let known = key.takesDate ? dateWords : key.column.flatMap { names.names[$0] } ?? key.values
    let fitting = typed.isEmpty ? known : names.starting(with: typed, among: known)
    return Completions(
      range: start..<(start + value.utf8.count),
      candidates: fitting.map { Candidate(Spelling.word($0)) })
  }

  /// The files and folders that a path may go on to, and behind a dot the endings that choose a format.
  private func completionsOfTarget(_ place: CompletionPlace) -> Completions {
    let paths = completionsOfPath(place)
    let typed = path(writtenAs: place.typed)
    guard place.words.count == 1, let dot = typed.lastIndex(of: "."), dot > typed.startIndex,
      !typed[dot...].contains("/"), typed[typed.index(before: dot)] != "/"
    else { return paths }
    let ending = typed[typed.index(after: dot)...].lowercased()
    let fitting = Format.all.filter { $0.endings.first?.hasPrefix(ending) ?? false }.map { format in
      Candidate(
        Spelling.word("\(typed[..<dot]).\(format.endings.first ?? "")"), note: format.summary)
    }
    let known = Set(paths.candidates.map(\.text))
    return Completions(
      range: paths.range,
      candidates: paths.candidates + fitting.filter { !known.contains($0.text) })
  }

  /// The files and folders that a path may go on to.
  private func completionsOfPath(_ place: CompletionPlace) -> Completions {
    let typed = path(writtenAs: place.typed)
    let slash = typed.lastIndex(of: "/").map { typed.index(after: $0) } ?? typed.startIndex
    let folder = String(typed[..<slash])
    let name = String(typed[slash...])
    let shown = world.listFolder(world.expanded(folder.isEmpty ? "." : folder))
      .filter { !$0.name.hasPrefix(".") || name.hasPrefix(".") }
      .sorted { $0.name < $1.name }
    let exact = shown.filter { $0.name.hasPrefix(name) }
    let entries =
      exact.isEmpty ? shown.filter { Fold.string($0.name).hasPrefix(Fold.string(name)) } : exact
    return Completions(
      range: place.start..<(place.start + place.typed.utf8.count),
      candidates: entries.map { entry in
        let path = Spelling.word(folder + entry.name + (entry.isFolder ? "/" : ""))
        return Candidate(path, note: entry.isFolder ? "folder" : "", isWhole: !entry.isFolder)
      })
  }

  /// The path that a word is as far as it is typed: without its quotes, closed or not, and with a blank
  /// for `\ `.
  private func path(writtenAs typed: String) -> String {
    for closing in ["", "\"", "'"] where !typed.isEmpty {
      if let pipeline = try? parsePipeline("load \(typed)\(closing)", grammar: Verb.grammar),
        pipeline.calls.count == 1, case .words(_, let words) = pipeline.calls[0].kind,
        words.count == 1
      {
        return words[0].text
      }
    }
    return typed
  }
}
