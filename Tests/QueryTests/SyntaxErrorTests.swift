import Diagnostics
import Query
import Testing

/// Complaints as the user sees them; the second line of each is the line that is wrong.
private let complaints = blocks(
  #"""
  error: no verb cnil
    cnil rgpd | count
    ^^^^ to search for it: grep cnil rgpd

  error: no verb cnil-rgpd
    cnil-rgpd x
    ^^^^^^^^^ to search for it: grep cnil-rgpd x

  error: no verb gerp
    gerp cnil
    ^^^^ did you mean “grep”?

  error: no verb WHERE
    WHERE sender = "Ana"
    ^^^^^ did you mean “where”?

  error: limit is spelt take here
    limit 10
    ^^^^^ like: take 10

  error: filter is spelt where here
    filter sender = "Ana"
    ^^^^^^ like: where sender = "Ana"

  error: group by is spelt count by or summarize … by here
    group by sender
    ^^^^^ like: count by sender

  error: order by is spelt sort here
    messages | order by date
               ^^^^^ like: sort date

  error: tail is spelt last here
    messages | tail 3
               ^^^^ like: last 3

  error: limit is spelt take here
    messages limit 10
             ^^^^^ like: messages | take 10

  error: chercher is spelt grep here
    chercher cnil
    ^^^^^^^^ like: grep cnil

  error: quitter is spelt quit here
    quitter now
    ^^^^^^^

  error: a | is missing before “where”
    messages where words > 3
             ^^^^^

  error: messages is a table and takes no words
    messages cnil
             ^^^^ to search for it: messages | grep cnil

  error: no verb sender
    sender = "Ana"
    ^^^^^^ to filter by it: where sender = "Ana"

  error: no verb big
    big = messages
    ^^^ to give a result that name: let big = messages

  error: a | is missing before “where”
    new where words > 3
        ^^^^^

  error: a line begins with a verb or a table
    "code de sécurité"
    ^^^^^ to search for it: grep "code de sécurité"

  error: a line begins with a verb or a table
    /\d+/
    ^^^^^ to search for it: grep /\d+/

  error: no verb .grep
    .grep
    ^^^^^ did you mean “grep”?

  error: .quit is spelt quit here
    .quit
    ^^^^^

  error: \dt is spelt schema here
    \dt
    ^^^ like: schema

  error: desc is spelt schema here
    desc messages
    ^^^^ like: schema messages

  error: .mode is spelt set output here
    .mode csv
    ^^^^^ like: set output csv

  error: > writes no file
    messages > all.csv
             ^ messages | export all.csv

  error: > writes no file
    messages | count by sender > /tmp/all.csv
                                 ^ like: | export /tmp/all.csv

  error: > writes no file
    messages | count by sender > all.csv
                                    ^ like: | export all.csv

  error: no verb SELECT
    SELECT sender FROM messages LIMIT 5
    ^^^^^^ like: messages | select sender | take 5

  error: no verb from
    from messages
    ^^^^ the table stands first: messages | count

  error: rank is spelt sql here
    messages | rank by words
               ^^^^ like: sql "select id, lag(sender) over (order by id) as before from messages"

  error: “(” has no meaning here
    messages | count(*)
                    ^ a stage takes no brackets; as an aggregate: summarize n = count() by sender

  error: “messages” has no meaning here
    count messages
          ^^^^^^^^ the table comes first: messages | count

  error: “.” has no meaning after “sender”
    messages | where sender.lower() = "ana"
                           ^ a function stands before its argument: lower(sender)

  error: “sender” has no meaning after “distinct”
    messages | select distinct sender
                               ^^^^^^ distinct is a stage of its own: | distinct sender

  error: a line begins with a verb or a table
    10
    ^^ to search for it: grep 10

  error: no verb b
    grep a|b
           ^ to search for either: grep a or b

  error: no verb b)
    grep (a|b)
            ^^ to search for either: grep a or b

  error: || is spelt or here
    grep cnil || grep rgpd
              ^^ a single | hands the rows on; ; begins another statement

  error: && is spelt ; here
    load a && messages
           ^^ between quotes it is text: "&&"

  error: && is left out here: all patterns must match
    grep a && b
           ^^ between quotes it is text: "&&"

  error: a blank is missing after “grep”
    grep"cnil"
        ^

  error: this regular expression is never closed
    grep /unclosed pattern
         ^^^^^^^^^ close it with /, or search for the text itself: "/unclosed"

  error: this quote is never closed
    grep "unclosed
         ^ close it with another "

  error: a verb is missing after |
    messages |
              ^

  error: a verb is missing between | and |
    messages | | count
               ^

  error: a verb is missing after |
    messages; | ;
                ^

  error: a verb is missing after explain
    explain
           ^

  error: = is missing after “x”
    let x
         ^ like: let big = messages | where words > 100

  error: count is a verb, and no name for a let
    let count = messages
        ^^^^^ take another name

  error: messages is a table, and no name for a let
    let messages = links
        ^^^^^^^^ take another name

  error: && is spelt ; here
    messages && links
             ^^

  error: a name is missing
    let | count
        ^ like: let big = messages | where words > 100

  error: let stands at the start of a statement
    messages | let x = links
               ^^^

  error: param stands only at the top of a script
    messages | param x
               ^^^^^ the parameters come before the statements

  error: param stands only at the top of a script
    param x = 1
    ^^^^^ the parameters come before the statements

  error: expected a value, found “in”
    messages | select in
                      ^^ a column called so stands between back quotes: `in`

  error: “sender” has no meaning after “date”
    messages | select date sender
                           ^^^^^^ a comma or an operator is missing between the two

  error: descending is spelt - here
    messages | sort words descending
                          ^^^^^^^^^^ like: sort -words

  error: “week” has no meaning after “last”
    messages | where date > last week
                                 ^^^^ counted back from the last date: newest - 1w

  error: a name stands before its value
    messages | select count() as n
                              ^^ like: n = count()

  error: expected a value, found “*”
    messages | select *
                      ^ count() counts rows; a table has all its columns: messages | take 5

  error: expected a value, found “*”
    messages | select count(*)
                            ^ count() counts rows; a table has all its columns: messages | take 5

  error: “from” has no meaning after “sender”
    messages | select sender from messages
                             ^^^^ like: messages | select sender

  error: “+” has no meaning after “date”
    messages | drop date +
                         ^ like: drop links, emoji

  error: = is missing after “sender”
    messages | rename sender
                            ^ like: rename who = sender

  error: desc is spelt - here
    messages | sort date desc
                         ^^^^ like: sort -date

  error: expected a value, found “by”
    messages | sort by date
                    ^^ by is left out: sort date

  error: “date” has no meaning after “r”
    messages | sort -r date
                       ^^^^ a - before a key descends: sort -date

  error: a whole number is missing
    messages | take
                   ^ like: take 10

  error: expected a whole number, found “ten”
    messages | take ten
                    ^^^ like: take 10

  error: expected a whole number, found “-”
    messages | take -1
                    ^ like: take 10

  error: expected a whole number, found “1.5”
    messages | take 1.5
                    ^^^ like: take 10

  error: expected a whole number, found “$n”
    messages | sample 3 seed $n
                             ^^ this number is written out: a parameter is a value or how many rows

  error: expected a number of messages or a duration, found “$n”
    messages | context $n
                       ^^ this number is written out: a parameter is a value or how many rows

  error: “rows” has no meaning after “10”
    messages | take 10 rows
                       ^^^^ like: take 10

  error: a whole number is missing after “seed”
    messages | sample 10 seed
                             ^ like: sample 20 seed 7

  error: “date” has no meaning here
    messages | first date
                     ^^^^ like: first 3 per sender

  error: a value is missing after “per”
    messages | first per
                        ^ like: first 3 per sender

  error: per or by is missing after “3”
    messages | top 3
                    ^ the largest: top 3 by count; of each: top 3 per sender by words

  error: expected per or by, found “words”
    messages | top 3 words
                     ^^^^^ the largest: top 3 by words; the most frequent: count by words | top 3 by count

  error: expected a whole number, found “by”
    messages | top by words
                   ^^ like: top 3 per sender by words

  error: “sender” has no meaning here
    messages | count sender
                     ^^^^^^ how often each occurs: count by sender

  error: “fill” has no meaning here
    messages | count fill by month
                     ^^^^ fill stands last: count by month fill

  error: “distinct” has no meaning here
    messages | count distinct sender
                     ^^^^^^^^ how many different ones: summarize distinct(sender)

  error: a value is missing after “by”
    messages | count by
                       ^ like: count by month, sender

  error: expected a value, found “by”
    messages | summarize by sender
                         ^^ like: summarize n = count(), longest = max(chars) by sender

  error: expected a value, found “by”
    messages | summarize n = count( by sender
                                    ^^ like: summarize n = count(), longest = max(chars) by sender

  error: a column is missing
    messages | pivot
                    ^ like: pivot weekday

  error: “(” has no meaning after “hour”
    messages | pivot hour(date)
                         ^ like: pivot weekday

  error: a number of messages or a duration is missing
    messages | context
                      ^ like: context 3

  error: “5” has no meaning after “4”
    messages | context 3 4 5
                           ^ a number has no blanks in it

  error: count is a verb, and no name of a table
    `count` | take 3
    ^^^^^^^

  error: _ is a table and takes no words
    _ x
      ^ to search for it: _ | grep x
  """#)

@Test(arguments: complaints)
func `a wrong line is answered with what, where and what to try`(complaint: String) {
  #expect(printed(faultyLine(of: complaint)) == complaint)
}

/// The pieces of a text between its empty lines.
func blocks(_ text: String) -> [String] {
  var blocks: [[Substring]] = [[]]
  for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
    if line.isEmpty { blocks.append([]) } else { blocks[blocks.count - 1].append(line) }
  }
  return blocks.map { $0.joined(separator: "\n") }
}

/// The line that a complaint quotes, without the two blanks before it.
func faultyLine(of complaint: String) -> String {
  let lines = complaint.split(separator: "\n")
  return lines.count > 1 ? String(lines[1].dropFirst(2)) : ""
}
