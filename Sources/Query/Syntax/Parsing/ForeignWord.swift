import Diagnostics
import Model

/// Words and signs of other query languages, of shells and of French, with what they are called
/// here. They are answered, never accepted.
enum ForeignWord {
  /// A verb of another tool.
  struct Verb {
    /// How others write it, in lower case; with an option where that makes another verb of it.
    let words: [String]
    /// How it is written here; the first word of it is a verb or a stage.
    let native: String
    /// What follows it there, and is part of it: the `by` of `order by`.
    let tail: String
    /// What the words that follow it there follow here; nil where they mean something else.
    let opening: String?
    /// A call to try; nil for that of the stage it is here.
    let call: String?

    init(
      _ words: String..., native: String, tail: String = "", opening: String? = nil,
      like call: String? = nil
    ) {
      self.words = words
      self.native = native
      self.tail = tail
      self.opening = opening ?? (call == nil ? StageSyntax.named(native)?.name : nil)
      self.call = call
    }
  }

  /// A sign of another language.
  struct Sign {
    let sign: String
    let native: String
    /// What else it may have meant; nil where there is nothing else.
    let help: String?

    init(_ sign: String, _ native: String, help: String? = nil) {
      self.sign = sign
      self.native = native
      self.help = help
    }
  }

  static let verbs: [Verb] = [
    Verb("limit", "head", "slice", "premiers", native: "take"),
    Verb("tail", "derniers", native: "last", opening: "last", like: "last 10"),
    Verb("offset", "sauter", native: "skip"),
    Verb("filter", "filtrer", "having", native: "where"),
    Verb("group", native: "count by or summarize … by", tail: " by", opening: "count by"),
    Verb(
      "groupby", "group_by", "grouper", native: "count by or summarize … by", opening: "count by"),
    Verb(
      "compter", "wc", "tally", "length", "nrow", native: "count", opening: "count", like: "count"),
    Verb("fill", "fillna", "complete", native: "count by … fill", like: "count by month fill"),
    Verb("order", native: "sort", tail: " by"),
    Verb("orderby", "order_by", "arrange", "trier", "ordonner", native: "sort"),
    Verb("project", "cut", "columns", "choisir", native: "select"),
    Verb("mutate", "derive", "eval", "map", "calculate", "put", native: "extend"),
    Verb(
      "avg", "mean", "average", "sum", "total", "min", "max", "median", "stddev",
      native: "summarize", opening: "summarize", like: "summarize avg(words) by sender"),
    Verb("crosstab", "spread", "reshape", "transpose", native: "pivot"),
    Verb("shuffle", "bootstrap", "random", native: "sample"),
    Verb("uniq", "unique", "dedup", native: "distinct"),
    Verb("uniq -c", native: "count by", tail: " -c", like: "count by sender | sort -count"),
    Verb("aggregate", "agg", "summarise", native: "summarize"),
    Verb("unnest", "expand", "flatten", native: "explode"),
    Verb(
      "chercher", "cherche", "search", "find", "rg", "ack", "rechercher", native: "grep",
      opening: "grep"),
    Verb(
      "chart", "graph", "draw", "histogram", "barchart", "timechart", "dessiner", "tracer",
      "graphique", native: "plot"),
    Verb("exporter", "write", "output", "enregistrer", native: "export", opening: "export"),
    Verb("charger", "open", "import", "ouvrir", native: "load", opening: "load"),
    Verb("chats", "conversations", "sources", native: "load", like: "load"),
    Verb("montrer", "afficher", "voir", "cat", "print", "less", native: "show"),
    Verb("quitter", "exit", "bye", "q", "logout", ".quit", ".exit", "\\q", ":q", native: "quit"),
    Verb("aide", "man", ".help", "\\?", "?", ":help", native: "help", opening: "help"),
    Verb("tables", ".tables", "\\dt", native: "schema", like: "schema"),
    Verb(
      "describe", "desc", ".schema", "\\d", "\\d+", native: "schema", opening: "schema",
      like: "schema messages"),
    Verb(
      "union", "join", "with", native: "sql",
      like: #"sql "select sender, role from messages join members on name = sender""#),
    Verb(
      "window", "rank", "row_number", "lag", "lead", "over", "cumsum", "running", "rolling",
      "eventstats", "streamstats", native: "sql",
      like: #"sql "select id, lag(sender) over (order by id) as before from messages""#),
    Verb(
      "csv", "tsv", "json", "jsonl", "ndjson", "markdown", "html", "xlsx", "tocsv", "tojson",
      native: "export", like: "export - --format csv"),
    Verb("source", ".read", "\\i", native: "run", opening: "run"),
    Verb(".open", ".import", "\\copy", native: "load", opening: "load"),
    Verb(".mode", ".format", native: "set output", like: "set output csv"),
    Verb(".width", ".headers", ".show", "\\pset", native: "set", like: "set width 100"),
    Verb(".timer", "\\timing", native: "set timing", like: "set timing on"),
    Verb(".output", ".once", ".dump", "\\o", native: "export", like: "messages | export all.csv"),
  ]

  /// What others call the tables, and the folders of a file system what was loaded from them.
  static let tables: [String: TableName] = [
    "people": .participants, "persons": .participants, "members": .participants,
    "users": .participants, "authors": .participants, "membres": .participants,
    "personnes": .participants, "attachments": .media, "photos": .media, "pictures": .media,
    "images": .media, "urls": .links, "liens": .links, "notices": .events, "errors": .problems,
    "warnings": .problems, "ls": .files, "dir": .files,
  ]

  /// Words between the two sides of a comparison.
  private static let operators: [String: String] = [
    "like": "contains", "ilike": "contains", "rlike": "~", "regexp": "~", "regex": "~",
    "matches": "~", "includes": "contains", "contient": "contains", "startswith": "starts",
    "starts_with": "starts", "beginswith": "starts", "endswith": "ends", "ends_with": "ends",
    "et": "and", "ou": "or", "dans": "in", "entre": "between", "equals": "=", "eq": "=",
    "ne": "!=", "gt": ">", "ge": ">=", "gte": ">=", "lt": "<", "le": "<=", "lte": "<=",
    "glob": "~", "mod": "%", "div": "/",
  ]

  /// What SQL begins a change with: the first word, and what may follow it.
  private static let changes: [String: Set<String>] = [
    "insert": ["into"], "delete": ["from"], "update": ["messages", "links", "participants"],
    "create": ["table", "view", "index"], "alter": ["table"], "drop": ["table", "view", "index"],
    "truncate": ["table"],
  ]

  /// Whether two words begin a change in SQL.
  static func isChange(_ word: String, of next: String) -> Bool {
    changes[word.lowercased()]?.contains(next.lowercased()) ?? false
  }

  /// What is said to who wants to change what is loaded.
  static let insteadOfChanges = """
    what is loaded stays as it is, until unload; where, select and extend make another table of it
    """

  /// Programs that others hand their answers to.
  static let programs: Set<String> = [
    "awk", "sed", "jq", "xargs", "python", "python3", "perl", "mlr", "xsv", "fzf", "tee", "duckdb",
    "sqlite3",
  ]

  /// Units of time.
  private static let units: [String: SpanOfTime.Unit] = [
    "sec": .second, "secs": .second, "second": .second, "seconds": .second, "seconde": .second,
    "secondes": .second, "mn": .minute, "mins": .minute, "minute": .minute, "minutes": .minute,
    "hr": .hour, "hrs": .hour, "hour": .hour, "hours": .hour, "heure": .hour, "heures": .hour,
    "j": .day, "day": .day, "days": .day, "jour": .day, "jours": .day, "wk": .week,
    "week": .week, "weeks": .week, "sem": .week, "semaine": .week, "semaines": .week,
    "mon": .month, "month": .month, "months": .month, "mois": .month, "yr": .year,
    "year": .year, "years": .year, "a": .year, "an": .year, "ans": .year, "année": .year,
    "années": .year,
  ]

  /// Signs that no expression has, longer ones first where one begins another.
  static let signs: [Sign] = [
    Sign("&&", "and"), Sign("===", "=="), Sign("=~", "~"), Sign("=>", ">="), Sign("<>", "!="),
    Sign("!==", "!="), Sign(":=", "="), Sign("~=", "~"),
    Sign("**", "*", help: "a square is words * words"),
    Sign("≠", "!="), Sign("≤", "<="),
    Sign("≥", ">="), Sign("“", "\""), Sign("”", "\""), Sign("«", "\""), Sign("»", "\""),
    Sign("‘", "'"), Sign("’", "'"), Sign("–", "-"), Sign("−", "-"), Sign("×", "*"),
    Sign("…", ".."),
    Sign("[", "(", help: "a list of values is in (1, 2); of a list head(…) is the first element"),
    Sign("]", ")"), Sign("&", "and"),
    Sign("||", "or", help: "texts are joined by format(\"{sender}: {body}\")"),
  ]

  /// The signs that begin with a byte, in order.
  static let signsByFirstByte = Dictionary(grouping: signs) { $0.sign.utf8.first ?? 0 }

  /// What to do about a sign that nothing else is known of.
  static let helpForSigns: [Unicode.Scalar: String] = [
    "#": "a comment begins with # and a blank",
    "\\": "a \\ joins the next line only at the very end of one",
    "?": "a choice is written if(words > 20, \"long\", \"short\")",
    "^": "a square is words * words; the start of a text is starts \"…\"",
  ]

  /// What is said of the verb `word` of another tool, with a call of the verb it is here: that with the
  /// words that follow it, where it reads. Nil where it is none, or is called like a verb that `grammar`
  /// does not have.
  static func verb(
    _ word: String, before words: String = "", in grammar: Grammar
  ) -> (message: String, example: String?)? {
    let small = word.lowercased()
    let withNext = "\(small) \(words.split(separator: " ").first ?? "")"
    guard
      let verb = verbs.first(where: { $0.words.contains(withNext) })
        ?? verbs.first(where: { $0.words.contains(small) }),
      let native = verb.native.split(separator: " ").first.map(String.init), grammar.isVerb(native)
    else { return nil }
    return (
      "\(word)\(small == word ? verb.tail : verb.tail.uppercased()) is spelt \(verb.native) here",
      verb.calls(of: small, with: words[...], in: grammar) ?? verb.call
        ?? StageSyntax.named(native)?.example
    )
  }

  /// How the operator `word` of another language is written here.
  static func `operator`(_ word: String) -> String? {
    operators[word.lowercased()]
  }

  /// The unit that `word` means elsewhere, or with other capitals.
  static func unit(_ word: String) -> SpanOfTime.Unit? {
    let word = word.lowercased()
    return units[word] ?? SpanOfTime.Unit(rawValue: word)
  }
}
