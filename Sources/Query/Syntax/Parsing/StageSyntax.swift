import Diagnostics

/// A stage of the language: its name, how it is written, and how its arguments are read.
public struct StageSyntax: Sendable {
  /// The verb.
  public let name: String
  /// How it is written: capitals stand for what the user fills in, brackets for what may be left
  /// out.
  public let form: String
  /// One line on what it does.
  public let summary: String
  /// What is not obvious about it, in sentences; empty where all is.
  public let details: String
  /// A call of it, as it is written after a `|`.
  public let example: String
  /// What its arguments begin with, for completion.
  public let opening: Opening
  /// The words of its own that its arguments may hold: `by`, `fill`.
  public let words: [String]
  /// What may stand before the example.
  private let lead: String

  /// Whether it takes a condition.
  public var takesCondition: Bool { form.hasSuffix("CONDITION") }

  /// What the arguments of a stage begin with.
  public enum Opening: Sendable, Hashable {
    /// An expression of the columns.
    case expression
    /// An expression of aggregates over the rows.
    case aggregates
    /// Names of columns, no expressions.
    case columns
    /// A number, or one of ``StageSyntax/words``.
    case number
  }

  /// The example as a whole line, to try on messages.
  public var line: String { "\(lead) | \(example)" }

  /// Reads the arguments; the first token after the verb is looked at.
  let read: @Sendable (inout Parser) throws(Diagnostic) -> Stage

  private init(
    name: String, form: String, summary: String, details: String = "",
    opening: Opening = .expression, words: [String] = [], example: String,
    after lead: String = "messages",
    read: @escaping @Sendable (inout Parser) throws(Diagnostic) -> Stage
  ) {
    self.name = name
    self.form = form
    self.summary = summary
    self.details = details
    self.opening = opening
    self.words = words
    self.example = example
    self.lead = lead
    self.read = read
  }

  private static let groups = """
    Groups come in the order of their keys; a function of dates alone means the date of the row.
    """

  private static let fill = """
    fill adds the groups that are not there, with 0: each period from the first to the last, each hour, \
    weekday and name of a month, and of several keys each with each
    """

  /// The stages, in the order in which help shows them.
  public static let all: [StageSyntax] = [
    StageSyntax(
      name: "where", form: "where CONDITION", summary: "keep the rows for which it holds",
      example: #"where sender = "Ana""#
    ) { parser throws(Diagnostic) in .where(try parser.expression()) },
    StageSyntax(
      name: "select", form: "select [NAME =] EXPR, …",
      summary: "keep these columns, in this order",
      details: "A column or a function keeps its name; anything else needs one: n = words + 1.",
      example: "select date, sender, text"
    ) { parser throws(Diagnostic) in .select(try parser.columns()) },
    StageSyntax(
      name: "extend", form: "extend NAME = EXPR, …", summary: "add columns",
      details: """
        A column of the same name is replaced. What one extend makes only the stages after it know.
        """,
      example: "extend night = hour(date) < 6"
    ) { parser throws(Diagnostic) in .extend(try parser.columns()) },
    StageSyntax(
      name: "drop", form: "drop COLUMN, …", summary: "leave columns out",
      opening: .columns, example: "drop links, emoji"
    ) { parser throws(Diagnostic) in .drop(try parser.names()) },
    StageSyntax(
      name: "rename", form: "rename NEW = OLD, …", summary: "give columns other names",
      opening: .columns, example: "rename who = sender"
    ) { parser throws(Diagnostic) in .rename(try parser.renamings()) },
    StageSyntax(
      name: "sort", form: "sort [-]EXPR, …", summary: "sort, ascending; - descends; nulls last",
      details: "Rows that are equal by the first key are sorted by the next, or stay as they are.",
      example: "sort -count, sender", after: "messages | count by sender"
    ) { parser throws(Diagnostic) in .sort(try parser.sortKeys()) },
    StageSyntax(
      name: "take", form: "take N", summary: "keep the first N rows", opening: .number,
      example: "take 10"
    ) { parser throws(Diagnostic) in .take(try parser.amount()) },
    StageSyntax(
      name: "skip", form: "skip N", summary: "leave the first N rows out", opening: .number,
      example: "skip 10"
    ) { parser throws(Diagnostic) in .skip(try parser.amount()) },
    StageSyntax(
      name: "sample", form: "sample N [seed N]", summary: "keep N rows drawn at random, in order",
      opening: .number, words: ["seed"], example: "sample 20 seed 7"
    ) { parser throws(Diagnostic) in try parser.sample() },
    StageSyntax(
      name: "first", form: "first [N] [per EXPR, …]",
      summary: "keep the first rows, of all or of each group",
      details: "The first as the rows stand: sort date | first 3 per sender.", opening: .number,
      words: ["per"],
      example: "first 3 per sender"
    ) { parser throws(Diagnostic) in
      .first(try parser.amount(orElse: 1), per: try parser.group("per"))
    },
    StageSyntax(
      name: "last", form: "last [N] [per EXPR, …]",
      summary: "keep the last rows, of all or of each group",
      details: "The last as the rows stand: sort date | last 3 per sender.", opening: .number,
      words: ["per"],
      example: "last 3 per sender"
    ) { parser throws(Diagnostic) in
      .last(try parser.amount(orElse: 1), per: try parser.group("per"))
    },
    StageSyntax(
      name: "top", form: "top N [per EXPR, …] by [-]EXPR",
      summary: "keep the N largest, of all or of each group; - the smallest",
      details: "The values that are there most often: count by sender | top 5 by count.",
      opening: .number, words: ["per", "by"], example: "top 3 per sender by words"
    ) { parser throws(Diagnostic) in try parser.top() },
    StageSyntax(
      name: "distinct", form: "distinct [[NAME =] EXPR, …]",
      summary: "keep each different row once",
      details: """
        With columns it gives their different values, sorted. How many they are: \
        summarize distinct(sender); how often each is there: count by sender.
        """,
      example: "distinct sender"
    ) { parser throws(Diagnostic) in
      .distinct(parser.token.kind == .end ? [] : try parser.columns())
    },
    StageSyntax(
      name: "count", form: "count [by [NAME =] EXPR, … [fill]]",
      summary: "count the rows, of all or of each group",
      details: """
        \(groups) Where there are no rows between two periods nothing stands for them; \(fill): \
        count by month fill.
        """,
      opening: .number, words: ["by", "fill"],
      example: "count by month, sender"
    ) { parser throws(Diagnostic) in
      let keys = try parser.group("by")
      return .count(by: keys, fill: parser.fill(after: keys))
    },
    StageSyntax(
      name: "summarize", form: "summarize [NAME =] EXPR, … [by [NAME =] EXPR, … [fill]]",
      summary: "make one row of all, or of each group",
      details: """
        An aggregate that has no name is called by its words: max(words) is max_words. \(groups) \
        At the end \(fill).
        """,
      opening: .aggregates, words: ["by", "fill"],
      example: "summarize n = count(), longest = max(chars) by sender"
    ) { parser throws(Diagnostic) in
      let values = try parser.columns()
      let keys = try parser.group("by")
      return .summarize(values, by: keys, fill: parser.fill(after: keys))
    },
    StageSyntax(
      name: "pivot", form: "pivot COLUMN [, EXPR]",
      summary: "make the values of a column into columns",
      details: """
        The other columns are the rows, the last one of numbers the cells, unless another is named. Equal \
        cells are added up; what is missing is null, and 0 after fill.
        """,
      opening: .columns,
      example: "pivot weekday",
      after: "messages | count by month, weekday"
    ) { parser throws(Diagnostic) in
      let name = try parser.name("a column")
      return .pivot(name, cells: parser.take(.comma) ? try parser.expression() : nil)
    },
    StageSyntax(
      name: "explode", form: "explode [NAME =] LIST",
      summary: "make a row of each element of a list",
      details: "The row is repeated for each, and left out where the list is empty.",
      example: "explode e = emoji"
    ) { parser throws(Diagnostic) in .explode(try parser.column()) },
    StageSyntax(
      name: "context", form: "context N|DURATION [N|DURATION]",
      summary: "put back the messages before and after each row",
      details: "Of two numbers the first is for before, the second for after: context 1 10min.",
      opening: .number,
      example: "context 3"
    ) { parser throws(Diagnostic) in try parser.context() },
    StageSyntax(
      name: "expect", form: "expect CONDITION", summary: "fail unless it holds for the whole table",
      opening: .aggregates, example: "expect count() > 0"
    ) { parser throws(Diagnostic) in .expect(try parser.expression()) },
  ]

  /// The stage of a name; nil where there is none.
  public static func named(_ name: String) -> StageSyntax? {
    all.first { $0.name == name }
  }
}
