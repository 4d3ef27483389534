import Query

/// Pages of help on what is no single verb.
enum HelpSubject {
  /// Every subject, in the order help lists them.
  static let all: [HelpPage] = [
    HelpPage(
      name: "dates", summary: "how dates, periods and durations are written",
      text: """
        A date is the whole period it names.

          date = 2025-02            any time in February
          date <= 2025-02           to the end of February
          date in 2025-02..2025-04  three months, all of April too
          date >= newest - 30d      the last thirty days of what is loaded
          2025   2025-Q1   2025-W08   2025-02-17   17/02/2025   2025-02-17T16:14
          today  yesterday  now  newest  oldest
          30s  15min  3h  7d  2w  1mo  1y        durations; mo and y only move dates

        In grep: since:2025-02  until:2025-03  on:2025-02-17  since:newest-7d
        """),
    HelpPage(
      name: "text", summary: "how text is compared: case, accents, words, patterns",
      text: """
        Text compares without regard to case, accents, width, the kind of apostrophe
        or of space.

          sender has "elodie"       finds Élodie 🌸
          text contains "ete"       anywhere
          text has "etude"          whole words: finds l'Étude
          text starts "re:"   body ends "?"
          text ~ "d[ée]j[àa]"       a regular expression (PCRE2), matched on folded text
          text has exact "CNIL"     exact turns that off; == is = exact

        Groups, distinct, per and pivot keep texts apart that differ in any letter.
        """),
    HelpPage(
      name: "null", summary: "what has no value, and how it compares",
      text: """
        A comparison with null is false; = and != take null as a value. A condition
        that is null counts as false, so that not X is always the contrary of X.

          where sender is null      where sender is not null
          coalesce(sender, "?")     the first value that is not null

        Aggregates skip nulls; sorting puts them last, both ways.
        """),
    HelpPage(
      name: "lists", summary: "columns that hold several values: links, emoji, topics",
      text: """
        An operator holds for a list if it holds for any of its elements.

          where links contains "github"
          where topics = "podcast"
          where length(emoji) > 3
          explode e = emoji | count by e        a row for each element
        """),
    HelpPage(
      name: "functions", summary: "the functions and aggregates, each in a line",
      text: """
        Functions:
        \(HelpPage.aligned(Function.all.map { ($0.signature, $0.summary) }))

        Aggregates, in summarize and expect:
        \(HelpPage.aligned(Aggregate.all.map { ($0.signature, $0.summary) }))
        """),
    HelpPage(
      name: "keys", summary: "the keys of grep: from: since: has: and the others",
      text: "Keys of grep, with commas between alternatives:\n" + GrepKey.list),
    HelpPage(
      name: "scripts", summary: "saved lines: parameters, checks, exit status",
      text: """
        A script is a file of lines, checked whole before the first one runs.

          param since: date = (newest - 7d)  # from when on
          messages | where date >= $since | count by sender | export who.csv --force
          messages | expect count() > 0

        Parameters are text, number, date, path or list, and given as --since 2025-02.
        causerie run SCRIPT runs it, causerie check SCRIPT only checks it; run FILE runs
        one from the prompt or from another script.
        """),
  ]
}
