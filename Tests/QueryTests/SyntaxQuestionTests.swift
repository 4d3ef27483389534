import Query
import Testing

/// The questions of the language's page that are written in its canonical spelling.
private let questions = [
  #"grep cnil from:sylvain since:2025-02 | count by month, sender | sort -count | take 10"#,
  #"grep "code de sécurité" !mistral | context 3"#,
  #"grep from:zoe has:link | select date, url = links"#,
  #"links | count by host | sort -count | take 20"#,
  #"messages | summarize n = count(), longest = max(chars) by sender | sort -n"#,
  #"messages | count by month fill | plot bar"#,
  #"messages | count by weekday, hour | pivot hour | plot heat"#,
  #"messages | count by month, sender fill | pivot sender | export activity.csv"#,
  #"grep /\b0[67](\s?\d{2}){4}\b/ | select date, sender, text"#,
  #"messages | where body ends "?" and sender = "Zoë""#,
  #"messages | where gap > 12h | select date, sender, gap, text"#,
  #"messages | first per sender | sort date"#,
  #"messages | top 3 per sender by words"#,
  #"messages | explode t = topics | count by month, t fill | pivot t | plot line"#,
  #"messages | explode w = terms(body) | where length(w) > 3 | count by w | top 30 by count"#,
  #"events | where event in ("joined", "left", "removed") | select date, event, actor, subject"#,
  #"let new = events | where event = "joined" and date > newest - 30d"#,
  #"new | where subject not in participants.name"#,
  #"chunks | where period_start is null and first is not null | select file, first, last"#,
  #"chunks | where cut_start | count"#,
  #"big | sample 10 seed 1"#,
  #"messages | where text ~ exact "[A-Z]{4,}" | sample 20 seed 7"#,
  #"messages | extend night = hour(date) >= 23 or hour(date) < 5 | summarize share = avg(night)"#,
  #"explain problems | count by code"#,
  #"sql "select a.sender, count(*) from messages a group by 1 order by 2 desc limit 10""#,
  #"messages | where date between 2025-02-10 and 2025-02-17 and sender in ("Zoë", "Bo 🌸")"#,
  #"_ | distinct | drop links, emoji | rename who = sender | skip 3 | last 2 per who"#,
  #"| expect count() > 0"#,
  #"load ~/chats/*.txt "with blanks.txt" another\ one.txt"#,
]

@Test(arguments: questions)
func `a question in canonical spelling prints itself back`(question: String) {
  #expect(printed(question) == question)
}

@Test(arguments: [
  ("messages|where((a)=(1))", "messages | where a = 1"),
  ("where date in newest-30d..newest", "where date in (newest - 30d..newest)"),
  ("where a = exact 'x'", #"where a == "x""#),
  ("where (a or b) or c and (d and e)", "where a or b or c and d and e"),
  ("where not (a = 1)", "where not a = 1"),
  ("where (not a) = 1", "where (not a) = 1"),
  ("where a - (b - c) - d", "where a - (b - c) - d"),
  ("where a / (b * c) % -d", "where a / (b * c) % -d"),
  ("where -(-a)", "where --a"),
  ("sort -(-a), (-b)", "sort -(-a), (-b)"),
  ("select (a = 1), b = a = 1", "select (a = 1), b = a = 1"),
  ("count by (a = 1 and b)", "count by (a = 1 and b)"),
  ("first 1 per a", "first per a"),
  ("context 3 3", "context 3"),
  ("context 10min 5", "context 10min 5"),
  ("where `odd name` = `not`", "where `odd name` = `not`"),
  ("where `plain` = 1.50e1", "where plain = 15.0"),
  ("where d = 17/02/2025", "where d = 2025-02-17"),
  ("where t ~ '\\bl\\'été\\\\'", #"where t ~ "\bl'été\\""#),
  ("sql select 'a|b', \"c;d\" from t | take 1", #"sql "select 'a|b', \"c;d\" from t" | take 1"#),
  ("let", "let"),
  (" ; messages;; links ; ", "messages ; links"),
])
func `a line is printed in one spelling`(line: String, expected: String) {
  #expect(printed(line) == expected)
  #expect(printed(expected) == expected)
}
