/// Functions of other query languages, with what they are here. They are answered, never accepted.
struct ForeignFunction {
  /// How others write it, in lower case.
  let words: [String]
  /// How it is written here.
  let native: String
  /// What to write: an expression, an aggregate, a stage behind a `|` or a whole line; nil where
  /// the name says all.
  let call: String?

  private init(_ words: String..., native: String, like call: String? = nil) {
    self.words = words
    self.native = native
    self.call = call
  }

  /// The function that others call so; nil where none is known.
  static func named(_ name: String) -> ForeignFunction? { byWord[name.lowercased()] }

  private static let byWord = Dictionary(
    all.flatMap { function in function.words.map { ($0, function) } },
    uniquingKeysWith: { first, _ in first })

  static let all: [ForeignFunction] = aggregates + dates + texts + numbers + others

  private static let aggregates: [ForeignFunction] = [
    ForeignFunction("average", "mean", native: "avg"),
    ForeignFunction("total", native: "sum"),
    ForeignFunction("minimum", native: "min"),
    ForeignFunction("maximum", native: "max"),
    ForeignFunction("std", "sd", "stddev", "stddev_samp", native: "stdev"),
    ForeignFunction(
      "var", "variance", "var_samp", native: "the square of stdev",
      like: "stdev(words) * stdev(words)"),
    ForeignFunction(
      "quantile", "quantile_cont", "percentile_cont", "perc", "p50", "p75", "p90", "p95", "p99",
      native: "percentile", like: "percentile(words, 95)"),
    ForeignFunction("mode", native: "count by and top", like: "| count by sender | top 1 by count"),
    ForeignFunction(
      "count_distinct", "countdistinct", "distinct_count", "dcount", "dc", "nunique",
      "n_distinct", "uniq", "unique", "approx_count_distinct",
      native: "distinct", like: "distinct(sender)"),
    ForeignFunction("count_if", "counta", native: "countif", like: "countif(words > 20)"),
    ForeignFunction("any_value", "any", "arbitrary", native: "first"),
    ForeignFunction(
      "group_concat", "string_agg", "array_agg", "listagg", "collect", "values", native: "list"),
    ForeignFunction("percent", "pct", "ratio", native: "share", like: "100 * share()"),
  ]

  private static let dates: [ForeignFunction] = [
    ForeignFunction(
      "strftime", "date_format", "format_date", "to_char", native: "format",
      like: #"format("{date:dd/MM/yyyy HH:mm}")"#),
    ForeignFunction(
      "to_date", "to_timestamp", "strptime", "parse_date", "todate", native: "date",
      like: #"date("2025-02-17 16:14")"#),
    ForeignFunction(
      "date_trunc", "datetrunc", "time_bucket", "round_date", native: "month, week, day or bin",
      like: "bin(date, 6h)"),
    ForeignFunction(
      "date_part", "datepart", native: "year, month, day, hour or weekday", like: "hour(date)"),
    ForeignFunction(
      "datediff", "date_diff", "timediff", "julianday", "age", native: "-",
      like: "(newest - date) / 1d"),
    ForeignFunction("date_add", "dateadd", "adddate", native: "+", like: "date + 7d"),
    ForeignFunction("date_sub", "datesub", native: "-", like: "date - 7d"),
    ForeignFunction("current_date", "curdate", "sysdate", native: "today"),
    ForeignFunction("dayofweek", "day_of_week", "dow", "isodow", "dayname", native: "weekday"),
    ForeignFunction("isoweek", "weekofyear", "week_of_year", native: "week"),
    ForeignFunction("month_name", native: "monthname"),
    ForeignFunction(
      "dayofmonth", "day_of_month", native: "format", like: #"number(format("{date:dd}"))"#),
    ForeignFunction(
      "epoch", "unixepoch", "unix_timestamp", native: "-", like: "(date - 1970-01-01) / 1s"),
  ]

  private static let texts: [ForeignFunction] = [
    ForeignFunction(
      "concat", "concat_ws", "printf", "sprintf", "paste", native: "format",
      like: #"format("{sender}: {body}")"#),
    ForeignFunction(
      "len", "strlen", "char_length", "size", "array_length", "json_array_length",
      native: "length"),
    ForeignFunction(
      "substr", "substring", "mid", native: "left, right or extract", like: "left(body, 20)"),
    ForeignFunction("ucase", "toupper", "to_upper", "upcase", native: "upper"),
    ForeignFunction("lcase", "tolower", "to_lower", "downcase", native: "lower"),
    ForeignFunction("strip", "ltrim", "rtrim", "btrim", "chomp", native: "trim"),
    ForeignFunction("unaccent", "strip_accents", "remove_accents", native: "fold"),
    ForeignFunction("tokenize", "tokens_of", native: "terms"),
    ForeignFunction("string_split", "str_split", "string_to_array", native: "split"),
    ForeignFunction(
      "regexp_extract", "regex_extract", "regexp_substr", "capture", "rex", native: "extract",
      like: #"extract(body, "(\d+) km", 1)"#),
    ForeignFunction(
      "regexp_extract_all", "findall", "find_all", native: "matches",
      like: #"matches(body, "\d+")"#),
    ForeignFunction(
      "regexp_replace", "regex_replace", "sub", "gsub", "substitute", native: "replace",
      like: #"replace(body, "\d", "x")"#),
    ForeignFunction(
      "regexp", "regexp_matches", "regexp_match", "regexp_like", "regex", "test", native: "~",
      like: #"| where body ~ "\d+""#),
    ForeignFunction(
      "instr", "strpos", "position", "indexof", "locate", "includes", "like",
      native: "contains", like: #"| where body contains "merci""#),
    ForeignFunction("domain", "hostname", "netloc", native: "host"),
    ForeignFunction(
      "str", "string", "to_string", "tostring", native: "format", like: #"format("{words}")"#),
    ForeignFunction("nth", "element_at", "list_extract", "array_element", native: "head"),
  ]

  private static let numbers: [ForeignFunction] = [
    ForeignFunction(
      "to_number", "tonumber", "to_int", "toint", "int", "integer", "float", "double", "cast",
      "try_cast", native: "number", like: #"number("12")"#),
    ForeignFunction("ceiling", native: "ceil"),
    ForeignFunction("trunc", "truncate", native: "floor"),
    ForeignFunction("bucket", "width_bucket", "histogram", "span", native: "bin"),
    ForeignFunction("mod", native: "%", like: "words % 10"),
    ForeignFunction(
      "sqrt", "pow", "power", "exp", "ln", "log", "log2", "log10", native: "sql",
      like: #"sql "select id, sqrt(words) from messages""#),
  ]

  private static let others: [ForeignFunction] = [
    ForeignFunction("ifnull", "nvl", "zeroifnull", native: "coalesce"),
    ForeignFunction("isnull", "is_null", native: "is null", like: "| where sender is null"),
    ForeignFunction(
      "notnull", "isnotnull", "is_not_null", "exists", native: "is not null",
      like: "| where media is not null"),
    ForeignFunction("nullif", native: "if", like: "if(words = 0, null, words)"),
    ForeignFunction(
      "iif", "iff", "ifelse", "if_else", "case", "cond", native: "if",
      like: #"if(words > 20, "long", "short")"#),
    ForeignFunction(
      "lag", "lead", "row_number", "rank", "dense_rank", "ntile", "cumsum", "running_sum",
      native: "sql",
      like: #"sql "select id, lag(sender) over (order by id) as before from messages""#),
    ForeignFunction("unnest", "flatten", native: "explode", like: "| explode e = emoji"),
  ]
}
