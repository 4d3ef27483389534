import Testing

@Test(arguments: [
  """
  error: “words” is an int and "ana" is text: they cannot be compared
    messages | where words > "ana"
                     ^^^^^^^^^^^^^
  """,
  """
  error: “words” is an int and "12" is text: they cannot be compared
    messages | where words > "12"
                     ^^^^^^^^^^^^ write 12 without quotes
  """,
  """
  error: “sender” is text and 5 is an int: they cannot be compared
    messages | where sender = 5
                     ^^^^^^^^^^ write "5"
  """,
  """
  error: “weekday” is text and 7 is an int: they cannot be compared
    messages | where weekday = 7
                     ^^^^^^^^^^^ its values are "Mon" "Tue" "Wed" "Thu" "Fri" "Sat" "Sun"
  """,
  """
  error: “year” is a year and 1 is an int: “+” does not go with them
    messages | extend next = year + 1
                             ^^^^^^^^ write 1y
  """,
  """
  error: 8 is no year
    messages | where week = 8
                            ^ a week is 2025-W08
  """,
  """
  error: 1 is no year
    messages | where quarter = 1
                               ^ a quarter is 2025-Q1
  """,
  """
  error: “year” is a year and 4 is an int: “%” does not go with them
    messages | where year % 4 = 0
                     ^^^^^^^^
  """,
  """
  error: “gap” is a duration and 12 is an int: they cannot be compared
    messages | where gap > 12
                     ^^^^^^^^ write 12h, 12min or 12s
  """,
  """
  error: sum takes a number or a duration; “edited” is a bool
    messages | summarize sum(edited)
                             ^^^^^^ if(edited, 1, 0) makes a number of it
  """,
  """
  error: 1mo has no fixed length, and bin makes steps of one
    messages | count by bin(date, 1mo)
                                  ^^^ by the calendar: month(date); or bin(date, 30d)
  """,
  """
  error: 3mo has no fixed length, and bin makes steps of one
    messages | count by bin(date, 3mo)
                                  ^^^ by the calendar: quarter(date); or bin(date, 90d)
  """,
  """
  error: 1mo has no fixed length: it only moves dates
    messages | where gap > 1mo
                           ^^^ write newest - 1mo, or 30d
  """,
  """
  error: “words” is an int and 3d is a duration: they cannot be compared
    messages | where words > 3d
                     ^^^^^^^^^^ write a plain number
  """,
  """
  error: “edited” is a bool and "true" is text: they cannot be compared
    messages | where edited = "true"
                     ^^^^^^^^^^^^^^^ write true without quotes
  """,
  """
  error: true and false have no order
    messages | where edited < false
                     ^^^^^^^^^^^^^^ compare them with = or !=
  """,
  """
  error: “date” is a datetime and “sender” is text: they cannot be compared
    messages | where date = sender
                     ^^^^^^^^^^^^^ a text is read as a date by date(sender)
  """,
  """
  error: where needs a condition; “words” is an int
    messages | where words
                     ^^^^^ compare it: words > 0
  """,
  """
  error: where needs a condition; “sender” is text
    messages | where sender
                     ^^^^^^ compare it: sender = "…"
  """,
  """
  error: where needs a condition; “tags” is a list
    messages | where tags
                     ^^^^ compare it: length(tags) > 0
  """,
  """
  error: and needs a condition; “date” is a datetime
    messages | where date and words > 3
                     ^^^^ compare it: date >= 2025-01
  """,
  """
  error: not needs a condition; “words” is an int
    messages | where not words
                         ^^^^^ compare it: words > 0
  """,
  """
  error: null is neither less nor greater than anything
    messages | where words > null
                     ^^^^^^^^^^^^ write is null, or is not null
  """,
  """
  error: “has” looks into text; “words” is an int
    messages | where words has "x"
                     ^^^^^ compare it: words > 0
  """,
  """
  error: “has” looks for text; 5 is an int
    messages | where body has 5
                              ^ write it in quotes: "5"
  """,
  """
  error: a pattern stands in quotes; “sender” is text
    messages | where body ~ sender
                            ^^^^^^ a text of each row is looked for with contains
  """,
  """
  error: extract takes a pattern in quotes for re; “sender” is text
    messages | where extract(body, sender) = "x"
                                   ^^^^^^
  """,
  """
  error: the values must be of one type; 1 is an int and "a" is text
    messages | select x = if(edited, 1, "a")
                                        ^^^
  """,
  """
  error: the values must be of one type; “words” is an int and “sender” is text
    messages | select x = coalesce(words, sender)
                                          ^^^^^^
  """,
  """
  error: “sender” is text and "a" is text: “+” does not go with them
    messages | select x = sender + "a"
                          ^^^^^^^^^^^^ texts are joined by format("{a} {b}")
  """,
  """
  error: “date” is a datetime and 7 is an int: “+” does not go with them
    messages | select x = date + 7
                          ^^^^^^^^ write 7d, 7h or 7min
  """,
  """
  error: - goes before a number or a duration; “sender” is text
    messages | select x = -sender
                          ^^^^^^^
  """,
  """
  error: months and years only move dates; “words” is an int
    messages | select x = words + 3mo
                          ^^^^^^^^^^^ of a date: newest - 3mo
  """,
  """
  error: bin takes a number and a number, or a date and a duration; “date” is a datetime and 3 is an int
    messages | select x = bin(date, 3)
                          ^^^^^^^^^^^^ write bin(date, 15min)
  """,
  """
  error: “sender” is text and members.number an int: they cannot be compared
    messages | where sender in members.number
                     ^^^^^^^^^^^^^^^^^^^^^^^^
  """,
  """
  error: “words” is an int and "a" is text: they cannot be compared
    messages | where words in ("a", "b")
                               ^^^
  """,
  """
  error: “words” is an int and "x" is text: they cannot be compared
    messages | where words in 1.."x"
                                 ^^^
  """,
  """
  error: explode takes a list; “sender” is text
    messages | explode sender
                       ^^^^^^ split(…, " ") and terms(…) make lists of text
  """,
  """
  error: explode takes a list; “words” is an int
    messages | explode words
                       ^^^^^
  """,
  """
  error: pivot needs a column of numbers for its cells
    members | select name | pivot name
                                  ^^^^ count first: count by …, name | pivot name
  """,
  """
  error: the cells of a pivot are numbers; “body” is text
    messages | pivot sender, body
                             ^^^^ one column becomes columns, the others stay: pivot sender
  """,
  """
  error: expect needs a condition; “count()” is an int
    messages | expect count()
                      ^^^^^^^ compare it: count() > 0
  """,
])
func `a value of the wrong type is pointed at`(complaint: String) {
  expectComplaint(complaint)
}

@Test(arguments: [
  """
  error: “sender” stands outside an aggregate
    messages | summarize sender, n = count()
                         ^^^^^^ like: summarize n = count() by sender
  """,
  """
  error: “month” stands outside an aggregate
    messages | summarize count(), month by sender
                                  ^^^^^ like: summarize count() by sender, month
  """,
  """
  error: count(…) is an aggregate: it stands in summarize or expect
    messages | select sender, count()
                              ^^^^^ like: summarize count() by sender
  """,
])
func `a key among the aggregates is told to stand after by`(complaint: String) {
  expectComplaint(complaint)
}
