import Testing

/// The second line of a complaint is the pipeline that it is about.
func expectComplaint(_ complaint: String, _ location: SourceLocation = #_sourceLocation) {
  let lines = complaint.split(separator: "\n", omittingEmptySubsequences: false)
  let pipeline = lines.count > 1 ? String(lines[1].dropFirst(2)) : ""
  #expect(SampleQuestions().complaint(pipeline) == complaint, sourceLocation: location)
}

@Test(arguments: [
  """
  error: messages has no column “sendr”
    messages | where sendr ~ "ana" | count
                     ^^^^^ did you mean “sender”?
  """,
  """
  error: messages has no column “jean”
    messages | where sender = jean-luc
                              ^^^^ for the text write "jean-luc"
  """,
  """
  error: messages has no column “sendr”
    messages | where sender = sendr
                              ^^^^^ for the text write "sendr"
  """,
  """
  error: messages has no column “soleil”
    messages | where tags has soleil
                              ^^^^^^ for the text write "soleil"
  """,
  """
  error: no function “lenght”
    messages | where lenght(body) > 3
                     ^^^^^^ did you mean “length”?
  """,
  """
  error: len is spelt length here
    messages | where len(body) > 3
                     ^^^
  """,
  """
  error: substr is spelt left, right or extract here
    messages | where substr(body, 1, 2) = "ok"
                     ^^^^^^ like: left(body, 20)
  """,
  """
  error: no function “sender”
    messages | where sender(body) > 3
                     ^^^^^^ “sender” is a column: leave out the brackets
  """,
  """
  error: messages has no column “upper”
    messages | where upper = "A"
                     ^^^^^ the function is written upper(t)
  """,
  """
  error: members has no column “month”
    members | where month = 2025-02
                    ^^^^^ nor a column “date”: write month(since)
  """,
  """
  error: messages has no column “sendr”
    messages | select x = format("{sendr}")
                                 ^^^^^^^^^ did you mean “sender”?
  """,
  """
  error: no table “nobody”
    messages | where sender in nobody.name
                               ^^^^^^
  """,
  """
  error: members has no column “nam”
    messages | where sender in members.nam
                                       ^^^ did you mean “name”?
  """,
  """
  error: no parameter $x
    messages | where $x = 3
                     ^^ declare it at the top of the script: param x
  """,
  """
  error: messages after explode has no column “spli”
    messages | explode split(body, " ") | count by spli
                                                   ^^^^ did you mean “split”?
  """,
  """
  error: messages has no column “sendr”
    messages | drop sendr
                    ^^^^^ did you mean “sender”?
  """,
  """
  error: drop leaves no column
    messages | drop id, date, sender, body, words, tags, gap, edited
                                                              ^^^^^^
  """,
  """
  error: messages has no column “sendr”
    messages | rename a = sendr
                          ^^^^^ did you mean “sender”?
  """,
  """
  error: messages after select has no column “sender”
    messages | select date | where sender = "x"
                                   ^^^^^^ it has date
  """,
  """
  error: count by month has no column “sendr”
    messages | count by month | where sendr = 3
                                      ^^^^^ it has month, count
  """,
  """
  error: messages has no column “sendr”
    messages | pivot sendr
                     ^^^^^ did you mean “sender”?
  """,
  """
  error: pivot month has no column “2031”
    messages | count by sender, month | pivot month | where `2031` > 3
                                                            ^^^^^^ it has sender, 2024-02, 2024-03, 2024-12, 2025-01, null
  """,
  """
  error: messages has no column “foo”
    messages | top 3 by foo
                        ^^^ it has id, date, sender, body, words, tags, gap, edited
  """,
  """
  error: messages has no column “sendr”
    messages | first per sendr
                         ^^^^^ did you mean “sender”?
  """,
  """
  error: messages has no column “count”
    messages | sort -count
                     ^^^^^ count by makes it: | count by sender | …
  """,
  """
  error: messages has no column “count”
    messages | summarize n = count by sender
                             ^^^^^ the aggregate is written count()
  """,
  """
  error: messages has no column “n”
    messages | extend n = words * 2, m = n + 1
                                         ^ this stage makes it, for the stages after it: | extend … = n …
  """,
])
func `a name that is not there is pointed at`(complaint: String) {
  expectComplaint(complaint)
}

@Test(arguments: [
  """
  error: count(…) is an aggregate: it stands in summarize or expect
    messages | where count() > 3
                     ^^^^^ summarize first; its column can then be asked for
  """,
  """
  error: max(…) is an aggregate: it stands in summarize or expect
    messages | where max(words) = words
                     ^^^ the row that has it: top 1 by words
  """,
  """
  error: an aggregate cannot stand inside another
    messages | summarize x = sum(max(words))
                                 ^^^ work it out first: summarize … by …, then | summarize … of its column
  """,
  """
  error: “words” stands outside an aggregate
    messages | summarize words by sender
                         ^^^^^ write it inside one, such as max(words), or after by
  """,
  """
  error: “sender” stands outside an aggregate
    messages | summarize max(words) + sender by edited
                                      ^^^^^^ write it inside one, such as max(sender), or after by
  """,
  """
  error: “sender” stands outside an aggregate
    messages | summarize x = max(words) + sender by edited
                                          ^^^^^^ write it inside one, such as max(sender), or after by
  """,
  """
  error: “month” stands outside an aggregate
    messages | summarize month by sender
                         ^^^^^ write it inside one, such as max(month), or after by
  """,
  """
  error: two columns are named “n”
    messages | summarize n = count(), n = sum(words)
                                      ^ name one of them: n_2 = …
  """,
  """
  error: “words * 2” needs a name
    messages | count by words * 2
                        ^^^^^^^^^ write x = words * 2
  """,
  """
  error: two columns are named “count”
    messages | count by count = words
                        ^^^^^ name one of them: count_2 = …
  """,
  """
  error: “words * 2” needs a name
    messages | select words * 2
                      ^^^^^^^^^ write x = words * 2
  """,
  """
  error: “sender” is a column already: this would make it the same in every row
    messages | select sender = "ana"
                      ^^^^^^^^^^^^^^ to compare, name it: x = sender = "ana"
  """,
  """
  error: “words” is a column already: this would make it the same in every row
    messages | extend words = 3
                      ^^^^^^^^^ to compare, name it: x = words = 3
  """,
  """
  error: two columns are named “sender”
    messages | select sender, sender
                              ^^^^^^ name one of them: sender_2 = …
  """,
  """
  error: two columns are named “a”
    messages | select a = sender, date, a = words
                                        ^ name one of them: a_2 = …
  """,
  """
  error: two columns are named “date”
    messages | rename date = sender
                      ^^^^ leave out the one that has the name: drop date | rename date = sender
  """,
  """
  error: “sender” is renamed twice
    messages | rename a = sender, b = sender
                                      ^^^^^^
  """,
  """
  error: “words” stands outside an aggregate
    messages | expect words > 3
                      ^^^^^ write it inside one, such as max(words)
  """,
])
func `the name of a result, or an aggregate in the wrong place is pointed at`(complaint: String) {
  expectComplaint(complaint)
}

@Test(arguments: [
  """
  error: “soon” is no date
    messages | where date > "soon"
                            ^^^^^^ write 2025, 2025-02, 2025-W08, 2025-02-17 or "2025-02-17 16:14"
  """,
  """
  error: 10000 is no year
    messages | where date > 10000
                            ^^^^^ dates are written 2025, 2025-02, 2025-W08 or 2025-02-17
  """,
  """
  error: 17 is no year
    messages | where day = 17
                           ^^ a day is 2025-02-17; day 17 of any month is format("{date:dd}") = "17"
  """,
  """
  error: 20250217 is no year
    messages | where date = 20250217
                            ^^^^^^^^ write 2025-02-17
  """,
  """
  error: messages has no column “march”
    messages | where date = march
                            ^^^^^ a month is 2025-02, a day 2025-02-17; any March is monthname = "Mar"
  """,
  """
  error: the pattern does not compile: missing closing parenthesis
    messages | where body ~ "a(b"
                                ^
  """,
  #"""
  error: the pattern does not compile: missing closing parenthesis
    messages | where body ~ "a\"(b"
                            ^^^^^^^
  """#,
  """
  error: round takes 1 or 2 values, not 0
    messages | where round() > 3
                     ^^^^^^^ it is written round(x[, n])
  """,
  """
  error: round takes 1 or 2 values, not 3
    messages | where round(words, 1, 2) > 3
                     ^^^^^^^^^^^^^^^^^^ it is written round(x[, n])
  """,
  """
  error: if takes 3 values, not 2
    messages | where if(words, 1) = 1
                     ^^^^^^^^^^^^ it is written if(c, a, b)
  """,
  """
  error: upper takes text; “words” is an int
    messages | where upper(words) = "A"
                           ^^^^^ format("{words}") makes a text of it
  """,
  """
  error: hour takes a date; “sender” is text
    messages | where hour(sender) = 3
                          ^^^^^^ date(…) reads a text as a date
  """,
  """
  error: length takes 1 value, not 2
    messages | where length(sender, 1) = 1
                     ^^^^^^^^^^^^^^^^^ it is written length(x)
  """,
  """
  error: the pattern has no group 2
    messages | where extract(body, "a", 2) = "x"
                                        ^ a group stands between ( and )
  """,
  """
  error: the pattern has no group 2
    messages | where replace(body, "a", "$2") = "x"
                                         ^^ write $$ for a dollar sign
  """,
  """
  error: a “{” is not closed
    messages | select x = format("{sender")
                                 ^^^^^^^^^ for the sign itself write {{
  """,
  """
  error: only a date has a form; “sender” is text
    messages | select x = format("{sender:dd}")
                                 ^^^^^^^^^^^^^
  """,
  """
  error: “MMMM” is no part of a date’s form: yyyy yy MM dd HH mm ss
    messages | select x = format("{date:d MMMM} {sender}")
                                 ^^^^^^^^^^^^^^^^^^^^^^^^ make a column of it: extend name = monthname(date)
  """,
  """
  error: “hh” is no part of a date’s form: yyyy yy MM dd HH mm ss
    messages | select x = format("{date:hh}")
                                 ^^^^^^^^^^^
  """,
  """
  error: format takes a text in quotes
    messages | select x = format(sender)
                                 ^^^^^^ write format("{date:dd/MM} {sender}")
  """,
  """
  error: “x” is no date
    messages | where date in 2024-01.."x"
                                      ^^^ write 2025, 2025-02, 2025-W08, 2025-02-17 or "2025-02-17 16:14"
  """,
  """
  error: context puts back the messages around a row; the rows of count by month are no messages
    messages | count by month | context 3
                                ^^^^^^^^^ it goes after messages, grep, or what keeps their rows
  """,
  """
  error: context puts back the messages around a row; the rows of members are no messages
    members | context 3
              ^^^^^^^^^ it goes after messages, grep, or what keeps their rows
  """,
  """
  error: 3mo has no fixed length
    messages | context 3mo
               ^^^^^^^^^^^ write days: 30d
  """,
  """
  error: a percentage goes from 0 to 100
    messages | summarize percentile(words, 101)
                                           ^^^
  """,
  """
  error: the percentage is one number for all rows; “words” is an int of each
    messages | summarize percentile(words, words)
                                           ^^^^^ write percentile(words, 95)
  """,
  """
  error: avg takes a number or a duration; “sender” is text
    messages | summarize avg(sender)
                             ^^^^^^ number(…) reads a text as a number
  """,
  """
  error: count takes 0 or 1 value, not 2
    messages | summarize count(words, 1)
                         ^^^^^^^^^^^^^^^ it is written count([x])
  """,
  """
  error: “x” is no date
    messages | where date between 2024 and "x"
                                           ^^^ write 2025, 2025-02, 2025-W08, 2025-02-17 or "2025-02-17 16:14"
  """,
])
func `what else is wrong is pointed at`(complaint: String) {
  expectComplaint(complaint)
}
