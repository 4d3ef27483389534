import Diagnostics
import Testing

@testable import Query

/// Lines in the manner of other languages; the second line of each complaint is the line.
private let complaints = blocks(
  #"""
  error: expected a value, found “*”
    messages | select * from messages where words > 3
                      ^ in SQL: sql "select * from messages where words > 3"

  error: expected a value, found “*”
    select * from messages
           ^ like: messages

  error: expected a value, found “*”
    select count(*) from links
                 ^ like: links | count

  error: expected a value, found “*”
    select sender, count(*) as n from messages group by sender having n > 3
                         ^ in SQL: sql "select sender, count(*) as n from messages group by sender having n > 3"

  error: “from” has no meaning after “sender”
    select sender from messages where sender = "Ana" | take 3
                  ^^^^ in SQL: sql 'select sender from messages where sender = "Ana"'

  error: “from” has no meaning after “sender”
    select sender from messages where body = '"\n"'
                  ^^^^ in SQL: sql "select sender from messages where body = '\"\\n\"'"

  error: || is spelt or here
    select sender || ': ' || body from messages; quit
                  ^^ in SQL: sql "select sender || ': ' || body from messages"

  error: no verb WITH
    WITH few AS (SELECT * FROM messages LIMIT 9) SELECT count(*) FROM few
    ^^^^ in SQL: sql "WITH few AS (SELECT * FROM messages LIMIT 9) SELECT count(*) FROM few"

  error: expected a value, found “*”
    select *, body = ' from here ' | take 3
           ^ count() counts rows; a table has all its columns: messages | take 5

  error: no verb delete
    delete from messages where sender = 'Ana'
    ^^^^^^ what is loaded stays as it is, until unload; where, select and extend make another table of it

  error: “members” has no meaning after “table”
    drop table members
               ^^^^^^^ what is loaded stays as it is, until unload; where, select and extend make another table of it

  error: no verb delete
    delete messages
    ^^^^^^ to search for it: grep delete messages

  error: order by is spelt sort here
    messages | order by date desc
               ^^^^^ like: sort -date

  error: order by is spelt sort here
    messages | count by sender order by count desc, sender asc limit 5
                               ^^^^^ like: | sort -count, sender | take 5

  error: ORDER BY is spelt sort here
    messages | ORDER BY words + chars DESC
               ^^^^^ like: sort -(words + chars)

  error: group by is spelt count by or summarize … by here
    messages | group by month, sender
               ^^^^^ like: count by month, sender

  error: desc is spelt - here
    messages | sort words desc
                          ^^^^ like: sort -words

  error: expected a value, found “by”
    messages | sort by words descending
                    ^^ by is left out: sort -words

  error: desc is spelt - here
    messages | count by sender desc
                               ^^^^ like: | sort -count

  error: avg is spelt summarize here
    messages | avg words by sender
               ^^^ like: summarize avg(words) by sender

  error: mean is spelt summarize here
    messages | mean(words)
               ^^^^^^^^^^^ like: summarize avg(words)

  error: head is spelt take here
    messages | head -n 5
               ^^^^ like: take 5

  error: tail is spelt last here
    messages | tail -3
               ^^^^ like: last 3

  error: uniq is spelt distinct here
    messages | uniq sender
               ^^^^ like: distinct sender

  error: uniq -c is spelt count by here
    messages | uniq -c
               ^^^^ like: count by sender | sort -count

  error: limit is spelt take here
    messages | limit 5 offset 10
               ^^^^^ like: skip 10 | take 5

  error: group by is spelt by here
    messages | summarize avg(words) group by sender
                                    ^^^^^ like: summarize avg(words) by sender

  error: group by is spelt by here
    messages | count GROUP BY month
                     ^^^^^ like: count by month

  error: no verb stdev
    messages | stdev words
               ^^^^^ the aggregate is written stdev(x), in summarize

  error: startsWith is spelt starts here
    messages | where sender.startsWith("Z")
                           ^ like: sender starts "Z"

  error: a name stands before its value
    messages | select sender as who
                             ^^ like: select who = sender

  error: expected =, found “to”
    messages | rename sender to who
                             ^^ like: rename who = sender

  error: “per” has no meaning here
    messages | count per sender
                     ^^^ like: count by sender

  error: “per” has no meaning after “sender”
    messages | count by sender per month
                               ^^^ like: count by sender, month

  error: “sender” has no meaning after “count”
    messages | distinct count sender
                              ^^^^^^ how many different ones: summarize distinct(sender)

  error: “distinct” has no meaning here
    messages | count distinct kind
                     ^^^^^^^^ how many different ones: summarize distinct(kind)

  error: expected per or by, found “sender”
    messages | top 5 sender
                     ^^^^^^ the largest: top 5 by sender; the most frequent: count by sender | top 5 by count

  error: top orders by one value
    messages | top 3 by words, -chars
                             ^ by several: sort -words, chars | take 3

  error: top orders by one value
    messages | top 3 per sender by words, date
                                        ^ by several: sort -words, -date | first 3 per sender

  error: “per” has no meaning after “words”
    messages | top 3 by words per sender
                              ^^^ per stands before by: top 3 per sender by words

  error: “by” has no meaning after “3”
    messages | first 3 by words
                       ^^ rows are taken as they stand: sort words | first 3

  error: “words” has no meaning after “sum”
    messages | summarize sum words by sender
                             ^^^^^ the aggregate is written sum(words)

  error: “body” has no meaning after “length”
    messages | where length body > 100
                            ^^^^ the function is written length(body)

  error: “sender” has no meaning after “date”
    messages | select date sender
                           ^^^^^^ a comma or an operator is missing between the two

  error: “,” has no meaning after “1”
    messages | take 1,000
                     ^ a number has no comma in it

  error: “,” has no meaning after “1”
    messages | where words = 1,000
                              ^ a number has no comma in it

  error: “,” has no meaning after “12”
    messages | where id = 12, 13
                            ^ like: id in (12, 13)

  error: “,” has no meaning after “3”
    messages | where words > 3, chars < 9
                              ^ conditions are joined by and, or by or

  error: := is spelt = here
    messages | extend x := 2
                        ^^

  error: like is spelt contains here
    messages | where body like "%vélo%"
                          ^^^^ like: body contains "vélo"

  error: ILIKE is spelt contains here
    messages | where body ILIKE "merci%"
                          ^^^^^ like: body starts "merci"

  error: like is spelt contains here
    messages | where body like "m_rci"
                          ^^^^

  error: expected null, found “empty”
    messages | where body is empty
                             ^^^^^ where nothing is: is null; of a list: length(…) = 0

  error: expected a value, found “not”
    messages | where body has not "vélo"
                              ^^^ not stands before it: not has

  error: expected a value, found “contains”
    messages | where body has "a" and not contains "b"
                                          ^^^^^^^^ it stands between two values: body contains "…"

  error: “,” has no meaning after “"Ana"”
    messages | where sender in "Ana", "Bo"
                                    ^ values stand between brackets: in ("Ana", …)

  error: “7” has no meaning after “last”
    messages | where date in last 7 days
                                  ^ counted back from the last date: newest-7d

  error: “:” has no meaning after “22”
    messages | where hour > 22:30
                              ^ hours are numbers: hour >= 22

  error: no verb jq
    messages | jq .sender
               ^^ to hand rows to it: causerie PATH -o jsonl -c 'LINE' | jq

  error: a verb stands after |
    messages | .sender
               ^^^^^^^ like: select sender

  error: a regular expression ends with its /
    grep /vélo|pneu/i
                    ^ case does not matter already: /vélo|pneu/
  """#)

@Test(arguments: complaints)
func `a line of another language is answered with the line to write`(complaint: String) {
  #expect(printed(faultyLine(of: complaint)) == complaint)
}

@Test func `a question in SQL over several lines is answered on one`() {
  let question = "select sender, count(*)\nfrom messages\n  group by sender;\nmessages | count"
  #expect(
    printed(question).hasSuffix(
      "in SQL: sql \"select sender, count(*) from messages group by sender\""))
}

@Test func `a question in SQL that no line of help has room for is told what to do with it`() {
  let names = (0..<90).map { "c\($0)" }.joined(separator: ", ")
  #expect(printed("select \(names) from t").hasSuffix("in SQL: write sql before it"))
}

@Test func `what is offered in the place of another language reads`() {
  for complaint in complaints {
    let help = complaint.split(separator: "^").last ?? ""
    guard let start = help.firstRange(of: "like: ")?.upperBound else { continue }
    let line = help[start...].drop { "| ".contains($0) }
    // An expression or a name of a file may stand there too.
    guard Grammar.sample.isVerb(String(line.prefix { $0.isLetter })) else { continue }
    #expect(!printed(String(line)).hasPrefix("error: "), "\(line)")
  }
}

@Test func `many words of other languages side by side are answered at once`() {
  let line = "messages | " + String(repeating: "limit 1 ", count: 36) + "x"
  #expect(printed(line).hasPrefix("error: limit is spelt take here"))
  #expect(printed(String(repeating: "order by ", count: 400_000)).hasPrefix("error: order by"))
}
