import Diagnostics
import Foundation
import Testing

@testable import Shell

@Suite struct `a question in SQL` {
  /// The rows that a line gives, as csv without its header.
  private func rows(_ line: String, _ session: inout Session) -> [String] {
    Array(session.answer(to: "\(line) | export - --format csv").dropFirst())
  }

  @Test(arguments: [
    (
      """
      sql "select a.sender, b.sender, count(*) from messages a join messages b on b.id = a.id + 1 \
      where a.sender = 'Zoë' and b.sender is not null group by 1, 2 order by 2"
      """,
      """
      messages | where id in after.after and sender is not null | extend who = "Zoë" \
      | count by who, sender | sort sender
      """
    ),
    (
      "sql \"select sender, count(*), sum(words), max(chars) from messages group by sender\"",
      "messages | summarize count(), sum(words), max(chars) by sender"
    ),
    (
      "sql \"select host, count(*) from links group by host having count(*) > 2\"",
      "links | count by host | where count > 2"
    ),
    (
      """
      sql "select date, sender, gap from messages where gap > 43200 and sender is not null"
      """,
      "messages | where gap > 12h and sender is not null | select date, sender, gap"
    ),
    (
      """
      sql "select sender, date, body from (select *, row_number() over (partition by sender \
      order by words desc, id) as place from messages where sender is not null) where place <= 2"
      """,
      """
      messages | where sender is not null | top 2 per sender by words | select sender, date, body
      """
    ),
    (
      """
      sql "select j.value as e, count(*) as n from messages, json_each(emoji) j group by j.value \
      having n > 5"
      """,
      "messages | explode e = emoji | count by e | where count > 5"
    ),
    (
      """
      sql "select strftime('%Y-%m', date) as m, round(avg(words), 6) from messages where body regexp \
      '\\bmerci\\b' group by 1"
      """,
      "messages | where body ~ \"\\bmerci\\b\" | summarize a = avg(words) by month | extend a = round(a, 6)"
    ),
    (
      """
      sql "select c.file, count(*) from chunks c join messages m on m.chunk = c.id \
      where c.cut_start group by c.file"
      """,
      """
      messages | where chunk in cut.id | count by chunk | extend file = "" | select file, count
      """
    ),
  ])
  func `has the answer that the same question has in the language`(sql: String, pipeline: String) {
    var session = exampleSession
    _ = session.answer(to: "let cut = chunks | where cut_start")
    _ = session.answer(to: "let after = messages | where sender = \"Zoë\" | extend after = id + 1")
    var (ours, theirs) = (rows(pipeline, &session).sorted(), rows(sql, &session).sorted())
    // The pipeline has no join: of that question only the counts can be compared.
    if pipeline.contains("in cut.id") {
      ours = ours.map { String($0.split(separator: ",").last ?? "") }.sorted()
      theirs = theirs.map { String($0.split(separator: ",").last ?? "") }.sorted()
    }
    #expect(ours.count > 3 && ours == theirs)
  }

  @Test func `sees what is loaded after it was asked`() throws {
    let folder = try ChatFolder([
      "a.txt": "17/02/2025, 16:14 - Ana: un\n", "b.txt": "17/02/2025, 16:15 - Bo: deux\n",
    ])
    let question = "sql \"select count(*) from messages\""
    _ = folder.answer("load a.txt")
    #expect(folder.answer(question).last == "    1")
    _ = folder.answer("load b.txt")
    #expect(folder.answer(question).last == "    2")
  }

  @Test func `takes the parameters of a script as values`() throws {
    let folder = try ChatFolder([
      "a.txt": "17/02/2025, 16:14 - Ana: un\n17/02/2025, 16:15 - O'Neil: deux\n",
      "s.causerie": """
      param who: text
      sql "select sender, body from messages where sender = $who" | where body = "deux"

      """,
    ])
    _ = folder.answer("load a.txt")
    #expect(folder.answer("run s.causerie --who O'Neil").last == "O'Neil  deux")
    #expect(folder.answer("run s.causerie --who \"x' or 1 --\"").last == "note: no rows")
  }

  @Test func `is checked with its script before anything runs`() throws {
    let folder = try ChatFolder([
      "s.causerie": "messages | count\nsql \"select sendr from messages\"\n"
    ])
    #expect(folder.answer("run s.causerie").first?.contains("s.causerie:2:") == true)
  }

  @Test func `ends when the user asks to stop`() {
    var session = exampleSession
    session.world.interrupt = Interrupt { true }
    let said = session.answer(to: "sql \"select count(*) from messages a, messages b\"")
    #expect(said.first == "error: interrupted")
    session.world.interrupt = .never
    #expect(session.answer(to: "sql \"select count(*) from messages\"").last == " 4148")
  }
}
