import Query
import Testing

/// Complaints as the user sees them; the second line of each is the line that is wrong.
private let complaints = blocks(
  #"""
  error: a value is missing
    messages | where
                    ^ like: where sender = "Ana"

  error: a value is missing after “=”
    messages | where sender =
                             ^ like: where sender = "Ana"

  error: “Li” has no meaning after “Bo”
    messages | where sender = Bo Li
                                 ^^ text stands between quotes: "Bo Li"

  error: “Bo” has no meaning after “sender”
    messages | where sender Bo
                            ^^ a comma or an operator is missing between the two

  error: “"Bo"” has no meaning after “sender”
    messages | where sender "Bo"
                            ^^^^ an operator is missing: =, has, contains, ~ …

  error: like is spelt contains here
    messages | where sender like "bo"
                            ^^^^ like: sender = "bo"

  error: starts with is spelt starts here
    messages | where text starts with "a"
                          ^^^^^^^^^^^

  error: AND is spelt and here
    messages | where sender = "Bo" AND words > 3
                                   ^^^

  error: && is spelt and here
    messages | where a && b
                       ^^

  error: || is spelt or here
    messages | where a || b
                       ^^ texts are joined by format("{sender}: {body}")

  error: ** is spelt * here
    messages | extend x = words ** 2
                                ^^ a square is words * words

  error: ! is spelt not here
    messages | where !edited
                     ^

  error: <> is spelt != here
    messages | where a <> b
                       ^^

  error: ≥ is spelt >= here
    messages | where a ≥ 3
                       ^

  error: “ is spelt " here
    messages | where sender = “Ana”
                              ^

  error: expected null, found “"Ana"”
    messages | where sender is "Ana"
                               ^^^^^ like: sender = "Ana"

  error: expected null, found “nul”
    messages | where sender is not nul
                                   ^^^ did you mean “null”?

  error: expected null, found “)”
    messages | where (sender is)
                               ^ is asks for null alone; = compares

  error: NULL is spelt null here
    messages | where sender is NULL
                               ^^^^

  error: NULL is spelt null here
    messages | where sender = NULL
                              ^^^^

  error: expected has, contains, starts, ends, in or between, found “"Ana"”
    messages | where sender not "Ana"
                                ^^^^^ like: sender != "Ana"

  error: expected has, contains, starts, ends, in or between, found “)”
    messages | where (sender not)
                                ^ the contrary of = is !=

  error: expected a value, found “<”
    messages | where words > 3 and < 10
                                   ^ each comparison has two sides: words < 10

  error: expected a value, found “has”
    messages | where (body has "a" or body has "c") or has "b"
                                                       ^^^ each comparison has two sides: body has "b"

  error: expected a value, found “in”
    messages | where words in (1, 2) or in 7..9
                                        ^^ each comparison has two sides: words in 7..9

  error: one comparison follows another
    messages | where 1 < words < 9
                               ^ like: 1 < words and words < 9

  error: one comparison follows another
    messages | extend n = if(2025-02 <= date < 2025-03, 1, 0)
                                             ^ like: 2025-02 <= date and date < 2025-03

  error: one comparison follows another
    messages | where (words > 3) = edited = true
                                          ^ like: (words > 3) = edited and edited = true

  error: one comparison follows another
    messages | where sender = "Ana" = true
                                    ^ join them by and, or put the first between brackets

  error: a range stands after in
    messages | where date = 2025-06..2025-08
                                   ^^ like: date in 2025-06..2025-08

  error: a range stands after in
    messages | where date > newest - 30d..newest
                                        ^^ like: date in (newest - 30d..newest)

  error: “2025” has no meaning after “June”
    messages | where date = June 2025
                                 ^^^^ a month is 2025-02, a day 2025-02-17; any June is monthname = "Jun"

  error: “,” has no meaning after “"Ana"”
    messages | where sender = "Ana", "Bo"
                                   ^ like: sender in ("Ana", "Bo")

  error: expected and, found “,”
    messages | where words between 1, 5
                                    ^ like: between 1 and 5

  error: expected a value, found “)”
    messages | where sender in ()
                                ^ like: where sender = "Ana"

  error: expected a comma or ), found “"Bo"”
    messages | where sender in ("Ana" "Bo")
                                      ^^^^ like: where sender = "Ana"

  error: [ is spelt ( here
    messages | where sender in ["Ana"]
                               ^ a list of values is in (1, 2); of a list head(…) is the first element

  error: expected an operator or ), found “,”
    messages | where (sender, date) = 3
                            ^ a list of values stands only after in: x in (1, 2)

  error: “.” has no meaning after “m”
    messages | where m.sender = "Ana"
                      ^ a column is written without its table

  error: contains is no function
    messages | where contains(text, "x")
                     ^^^^^^^^ it stands between two values: text contains "…"

  error: now is written without brackets
    messages | where date > now() - 7d
                            ^^^

  error: expected a value, found “has”
    messages | where has
                     ^^^ a column called so stands between back quotes: `has`

  error: this ( is never closed
    messages | where (words > 3
                     ^

  error: this ( is never closed
    messages | where (words > 3 | count
                     ^

  error: this ) closes nothing
    messages | where words > 3)
                              ^

  error: expected a value, found “/”
    messages | where text ~ /x/
                            ^ a regular expression is a text: ~ "…"

  error: a quote cannot stand right after a letter
    messages | where text has l'étude
                               ^ text stands between double quotes: "l'été"

  error: “:” has no meaning after “date”
    messages | where date: 3
                         ^ keys like from: belong to grep

  error: 2025-02-30 is no date: 2025-02 has 28 days
    messages | where date > 2025-02-30
                            ^^^^^^^^^^

  error: 2/17/2025 is no date
    messages | where date = 2/17/2025
                            ^^^^^^^^^ write 17/02/2025, or with blanks to calculate

  error: 2025-13 is no date: there is no month 13
    messages | where date > 2025-13
                            ^^^^^^^

  error: 0000-01 is no date: there is no year 0000
    messages | where date > 0000-01
                            ^^^^^^^

  error: 2025-2 is no date
    messages | where date > 2025-2
                            ^^^^^^ write 2025-02, or blanks around the - to subtract

  error: 2025-02-3 is no date
    messages | where date > 2025-02-3
                            ^^^^^^^^^ write 2025-02-03, or blanks around the - to subtract

  error: 7/2/2025 is no date
    messages | where date > 7/2/2025
                            ^^^^^^^^ write 07/02/2025, or with blanks to calculate

  error: 02/17/2025 is no date: the day comes first
    messages | where date > 02/17/2025
                            ^^^^^^^^^^ write 17/02/2025

  error: 17-02-2025 is no date
    messages | where date > 17-02-2025
                            ^^^^^^^^^^ write 17/02/2025, or with blanks to calculate

  error: 2025/02/17 is no date
    messages | where date > 2025/02/17
                            ^^^^^^^^^^ write 2025-02-17

  error: 2025-W54 is no date: 2025 has 52 weeks
    messages | where date > 2025-W54
                            ^^^^^^^^

  error: 2025-W8 is no date
    messages | where date > 2025-W8
                            ^^^^^^^ write 2025-W08

  error: 2025-Q5 is no date: a year has four quarters
    messages | where date > 2025-Q5
                            ^^^^^^^

  error: the minutes are missing
    messages | where date > 2025-02-17T16
                            ^^^^^^^^^^^^^ like: 2025-02-17T16:14

  error: 2025-02-17T24:00 is no date: hours go from 00 to 23
    messages | where date > 2025-02-17T24:00
                            ^^^^^^^^^^^^^^^^

  error: 2025-02-17T16:14Z is no date
    messages | where date > 2025-02-17T16:14Z
                            ^^^^^^^^^^^^^^^^^ times are the phone's own and have no zone

  error: a day and its time are joined by T
    messages | where date > 2025-02-17 16:14
                            ^^^^^^^^^^^^^^^^ write 2025-02-17T16:14

  error: 7j is spelt 7d here
    messages | where date > newest - 7j
                                     ^^

  error: 5m: min or mo?
    messages | where gap > 5m
                           ^^ 5min is minutes, 5mo months

  error: “h” has no meaning after “12”
    messages | where gap > 12 h
                              ^ a duration has no blank in it: 12h

  error: 1.5h is no duration
    messages | where gap > 1.5h
                           ^^^^ a duration is a whole number of its unit: 90min

  error: 1h30 is neither a number nor a duration
    messages | where gap > 1h30
                           ^^^^ like: 90min 12h 7d 2w 3mo 1y; a name stands between back quotes

  error: “000” has no meaning after “1”
    messages | where words > 1 000
                               ^^^ a number has no blanks in it

  error: .5 is no number
    messages | where words > .5
                             ^^ write 0.5

  error: 99999999999999999999 is too large for a whole number
    messages | where words > 99999999999999999999
                             ^^^^^^^^^^^^^^^^^^^^ the largest is 9223372036854775807

  error: 1e999 is too large for a number
    messages | where words > 1e999
                             ^^^^^

  error: a name begins with a letter
    messages | where _x > 3
                     ^^ any other stands between back quotes: `_x`

  error: this back quote is never closed
    messages | where `x
                     ^ a name ends on its line, with another `

  error: a name is missing between the back quotes
    messages | where `` = 3
                     ^^

  error: a name is missing after $
    messages | where $ = 3
                     ^ a parameter is written $name

  error: \u{110000} is no character
    messages | where text = "\u{110000}"
                             ^^^^^^^^^^

  error: unexpected “#”
    messages | where words > 3 #many
                               ^ a comment begins with # and a blank

  error: unexpected “@”
    messages | where words @ 3
                           ^ text stands between quotes, other names between back quotes

  error: unexpected “?”
    messages | where words > 3 ?
                               ^ a choice is written if(words > 20, "long", "short")

  error: “when” has no meaning after “case”
    messages | select case when words > 5 then 1 else 0 end
                           ^^^^ a choice is written if(words > 20, "long", "short")

  error: “.” has no meaning after “date”
    messages | count by date.month
                            ^ the function is written month(date)

  error: a | is missing before “take”
    messages | where words > 3 take 5
                               ^^^^

  error: limit is spelt take here
    messages | where words > 3 limit 5
                               ^^^^^ like: | take 5

  error: unexpected “\”
    messages | where a \ b
                       ^ a \ joins the next line only at the very end of one
  """#)

@Test(arguments: complaints)
func `a wrong expression is answered with what, where and what to try`(complaint: String) {
  #expect(printed(faultyLine(of: complaint)) == complaint)
}
