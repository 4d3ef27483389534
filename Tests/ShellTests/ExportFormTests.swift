import Diagnostics
import Foundation
import Testing

@testable import Shell

/// What `export` makes of messages beside tables: lines, conversations, documents, compressed files.
@Suite struct `a form of export` {
  private func folder() throws -> ChatFolder {
    let folder = try ChatFolder([
      "chat.txt": """
      14/02/2025, 23:50 - Ana: *deux* mots
      et une suite https://a.example/x_y
      14/02/2025, 23:55 - Bo: <b>
      15/02/2025, 08:00 - Ana a ajouté Zoé
      15/02/2025, 08:01 - Zoé: le podcast

      """
    ])
    _ = folder.answer("load chat.txt")
    return folder
  }

  /// The lines of a JSON Lines file as objects.
  private func objects(_ name: String, _ folder: ChatFolder) throws -> [[String: Any]] {
    try #require(folder.text(of: name)).split(separator: "\n").map { line in
      try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    }
  }

  private func ids(_ name: String, _ folder: ChatFolder) throws -> [String] {
    try objects(name, folder).map { try #require($0["id"] as? String) }
  }

  @Test func `is a line a row, with values as the format must have them`() throws {
    let folder = try folder()
    let line =
      "messages | where sender is not null | export - --each \"- {date:dd/MM HH:mm} {sender}: {text}\""
    #expect(
      folder.answer("\(line) --format txt") == [
        "- 14/02 23:50 Ana: *deux* mots et une suite https://a.example/x_y",
        "- 14/02 23:55 Bo: <b>",
        "- 15/02 08:01 Zoé: le podcast",
      ])
    #expect(
      folder.answer("\(line) --format md") == [
        #"- 14/02 23:50 Ana: \*deux\* mots<br>et une suite https://a.example/x_y"#,
        "- 14/02 23:55 Bo: &lt;b&gt;", "- 15/02 08:01 Zoé: le podcast",
      ])
  }

  @Test(arguments: [
    "--format md --view reading", "--format html --view reading", "--format txt --view reading",
    "--format documents", "--format documents --per day", "--format html", "--format txt",
  ])
  func `has what a stage has put in the place of a column`(form: String) throws {
    let replacing =
      "where sender is not null | extend sender = if(sender = \"Ana\", \"somebody\", sender), text = replace(text, \"mots\", \"…\")"
    let folder = try folder()
    _ = folder.answer("let replaced = messages | \(replacing)")
    let answer = folder.answer("replaced | export - \(form)").joined(separator: "\n")
    #expect(answer.contains("somebody") && answer.contains("deux"))
    #expect(!answer.contains("Ana") && !answer.contains("mots"))
  }

  private static let replacing =
    "messages | where sender is not null | extend sender = left(sender, 1), text = upper(body)"

  @Test(
    arguments: [
      "drop sender, text", "select id, date", "rename who = sender, said = text", "grep deux -o",
      "drop sender, text | rename sender = kind, text = source | drop sender, text",
      "select id, date | context 0", "select who = sender, said = text, id | sort -id",
    ],
    [
      "show", "export - --format md --view reading", "export - --format html --view reading",
      "export - --format documents", "export - --format documents --per day",
    ])
  func `never goes back to what a stage has replaced`(taking: String, form: String) throws {
    let folder = try folder()
    let lines = folder.answer("\(Self.replacing) | \(taking) | \(form)")
    let answer = lines.joined(separator: "\n")
    #expect(!lines.isEmpty && !answer.contains("error:"), "\(answer)")
    #expect(!["Ana", "Zoé", "deux", "suite"].contains { answer.contains($0) }, "\(answer)")
  }

  @Test(arguments: [
    "show", "export - --format md --view reading", "export - --format documents",
    "export - --format documents --per conversation",
  ])
  func `leaves out who wrote what where that was dropped`(form: String) throws {
    let answer = try folder().answer("messages | drop sender | \(form)").joined(separator: "\n")
    #expect(answer.contains("deux"), "\(answer)")
    #expect(!answer.contains("Bo") && !answer.contains("\"Ana\""), "\(answer)")
  }

  @Test func `is a table where a stage has made no messages of the rows`() throws {
    let folder = try folder()
    for (stages, isTable) in [
      ("extend sender = length(sender)", true), ("extend date = day(date)", true),
      ("drop sender", true), ("drop body, gap", false), ("extend sender = upper(sender)", false),
    ] {
      let page = folder.answer("messages | \(stages) | export - --format html")
      #expect(page.contains { $0.contains("<article") } != isTable, "\(stages)")
      #expect(page.contains { $0.contains("<td") } == isTable, "\(stages)")
    }
  }

  @Test func `cannot do without what it is made of`() throws {
    let folder = try folder()
    for (line, message) in [
      (
        "drop key | export - --format documents",
        "documents are made with “key”, which “messages | drop key” has dropped"
      ),
      (
        "drop conversation | export - --format documents --per conversation",
        "documents are made with “conversation”, which “messages | drop conversation” has dropped"
      ),
      (
        "extend sender = length(sender) | show",
        "“sender” of “messages | extend sender = length(sender)” is int, where a message has text"
      ),
    ] {
      #expect(said(folder.answer("messages | \(line)")).hasPrefix("error: \(message) "))
    }
  }

  @Test(arguments: [
    ("extend text = upper(text)", "“text” of “%” is another"),
    ("extend text = body", "“text” of “%” is another"),
    ("drop text | rename text = body", "“text” of “%” is another"),
    ("select id, date, sender, text = body", "“text” of “%” is another"),
    ("extend sender = upper(sender) | drop sender", "“sender” of “%” is another"),
    ("drop sender", "“%” has dropped “sender”, which they hold"),
  ])
  func `has in chunks what was loaded and nothing that was replaced`(
    stages: String, fault: String
  ) throws {
    let message =
      "error: chunks are cut of the lines that were loaded, and "
      + fault.replacing("%", with: "messages | \(stages)")
    let answer = try folder().answer("messages | \(stages) | export cut --format chunks")
    #expect(said(answer).hasPrefix(message), "\(answer)")
  }

  @Test(arguments: ["select id, who = sender", "rename words_of_it = words", "extend n = words"])
  func `has chunks of rows whose lines are as they were`(stages: String) throws {
    let folder = try folder()
    let answer = folder.answer("messages | \(stages) | export cut --format chunks")
    #expect(said(answer).hasPrefix("wrote "), "\(answer)")
  }

  @Test(arguments: [
    ("export x.html --view reading", "a conversation is made of messages"),
    ("export x.jsonl --format documents", "documents are made of messages or chunks"),
    ("export x --format chunks", "chunks are cut of messages"),
    ("context 1", "context puts back the messages around a row"),
    ("show", "the rows of links are no messages to show"),
  ])
  func `is of messages and not of what stands in them`(sink: String, message: String) throws {
    let folder = try folder()
    #expect(said(folder.answer("links | \(sink)")).hasPrefix("error: \(message)"))
    _ = folder.answer("links")
    let later = said(folder.answer("| \(sink)"))
    #expect(later.hasPrefix("error: ") || later.contains(" error: "), "\(later)")
    #expect(folder.text(of: "x.html") == nil)
  }

  /// An answer without the line breaks that a terminal needs.
  private func said(_ lines: [String]) -> String {
    lines.joined(separator: " ").split(separator: " ").joined(separator: " ")
  }

  @Test func `has a title of its own, or the name of its table, and not the question`() throws {
    let folder = try folder()
    let line = "\(Self.replacing) | where sender != \"Ana\""
    _ = folder.answer("\(line) | export a.html")
    _ = folder.answer("\(line) | export b.html --title \"A <week>\"")
    let page = try #require(folder.text(of: "a.html"))
    #expect(page.contains("<title>messages</title>") && page.contains(">messages</h1>"))
    #expect(!page.contains("Ana"))
    let named = try #require(folder.text(of: "b.html"))
    #expect(named.contains("<title>A &lt;week&gt;</title>") && !named.contains("Ana"))
    _ = folder.answer("let letters = \(line)")
    _ = folder.answer("letters | export c.html")
    #expect(try #require(folder.text(of: "c.html")).contains("<title>letters</title>"))
  }

  @Test(arguments: [
    ("export - --format md --each \"{sendr}\"", "messages has no column “sendr”"),
    ("export - --format md --each \"{sender:dd}\"", "only a date has a form; “sender” is text"),
    ("export - --format md --each \"{sender\"", "a “{” is not closed"),
    ("export - --format csv --each x", "csv has no use for --each"),
    ("export - --format md --view page", "--view takes table or reading, not “page”"),
    (
      "count | export - --format md --view reading",
      "a conversation is made of messages, and the rows of “messages | count” are none"
    ),
    (
      "count | export - --format documents",
      "documents are made of messages or chunks, and the rows of “messages | count” are neither"
    ),
    (
      "export - --format documents --per week",
      "--per takes one of chunk, message, conversation, day, not “week”"
    ),
    ("export - --format documents --per chunk", "a document a chunk is made of chunks"),
    ("export - --format documents --window 0", "--window takes a whole number from 1, not “0”"),
    ("export a.sqlite.gz", "no format has the ending .gz"),
    ("export a.gz", "no format has the ending .gz"),
  ])
  func `says what it cannot be`(words: String, message: String) throws {
    let folder = try folder()
    #expect(folder.answer("messages | \(words)", columns: 200).first == "error: \(message)")
  }

  @Test func `is the conversation that show prints, and quotations in Markdown`() throws {
    let folder = try folder()
    #expect(
      folder.answer("messages | export - --format txt --view reading") == [
        "── Friday 14 February 2025 ──", "23:50 Ana: *deux* mots",
        "      et une suite https://a.example/x_y", "23:55 Bo: <b>", "",
        "── Saturday 15 February 2025 ──", "08:00 Ana a ajouté Zoé", "08:01 Zoé: le podcast",
      ])
    #expect(
      folder.answer("messages | select id | take 3 | export - --format md --view reading") == [
        "## Friday 14 February 2025", "", "23:50 **Ana**", "", #"> \*deux\* mots  "#,
        "> et une suite https://a.example/x_y", "", "23:55 **Bo**", "", "> &lt;b&gt;", "",
        "## Saturday 15 February 2025", "", "08:00", "", "> Ana a ajouté Zoé", "",
      ])
  }

  @Test func `is a document a message, with what an index wants to know of it`() throws {
    let folder = try folder()
    _ = folder.answer("messages | export a.jsonl --format documents")
    let documents = try objects("a.jsonl", folder)
    #expect(documents.count == 4)
    #expect(documents[0]["text"] as? String == "*deux* mots\net une suite https://a.example/x_y")
    let metadata = try #require(documents[3]["metadata"] as? [String: Any])
    #expect(metadata["sender"] as? String == "Zoé")
    #expect(metadata["topics"] as? [String] == ["podcast"])
    #expect(metadata["date"] as? String == "2025-02-15T08:01:00")
    #expect(documents[2]["metadata"].map { "\($0)".contains("null") } == true)
  }

  @Test(arguments: [
    ("--per day", [3, 2]), ("--per conversation", [3, 2]), ("--window 3", [4, 1]),
  ])
  func `is a document a stretch of messages`(option: String, lines: [Int]) throws {
    let folder = try folder()
    _ = folder.answer("messages | export a.jsonl --format documents \(option)")
    let documents = try objects("a.jsonl", folder)
    let texts = documents.compactMap { $0["text"] as? String }
    #expect(texts.map { $0.split(separator: "\n").count } == lines)
    #expect(texts[0].hasPrefix("[14/02/2025, 23:50:00] Ana: *deux* mots\net une suite"))
    let metadata = try #require(documents[0]["metadata"] as? [String: Any])
    #expect((metadata["messages"] as? [String])?.count == lines[0] - 1)
    #expect((metadata["participants"] as? [String])?.prefix(2) == ["Ana", "Bo"])
  }

  @Test(arguments: ["--per message", "--per day", "--per conversation", "--window 2"])
  func `has the same ids for the same messages, whatever else is loaded`(option: String) throws {
    let folder = try folder()
    _ = folder.answer("messages | export a.jsonl --format documents \(option)")
    try folder.write("01/01/2024, 10:00 - Léa: avant\n", to: "aaa.txt")
    _ = folder.answer("load aaa.txt")
    _ = folder.answer("messages | export b.jsonl --format documents \(option)")
    let (before, after) = (try ids("a.jsonl", folder), try ids("b.jsonl", folder))
    #expect(Set(before).isSubset(of: after) && after.count == before.count + 1)
    #expect(Set(after).count == after.count)
  }

  @Test func `is a document a chunk, with the chunk's key`() throws {
    let folder = try ChatFolder(["note.txt": ""])
    _ = folder.answer("load \(repository)/examples/archive")
    _ = folder.answer("chunks | take 3 | export a.jsonl --format documents")
    let documents = try objects("a.jsonl", folder)
    let keys = folder.values("key", of: "chunks | take 3")
    #expect(
      documents.map { $0["id"] as? String }
        == keys.map { "\($0)" }.map { $0.split(separator: "\"").dropFirst().first.map(String.init) }
    )
    #expect(documents.allSatisfy { ($0["text"] as? String)?.hasPrefix("[") == true })
  }

  @Test(arguments: [
    ("a.csv.gz", [0x1F, 0x8B]), ("a.jsonl.zst", [0x28, 0xB5]), ("a.md.GZ", [0x1F, 0x8B]),
  ])
  func `is compressed where the ending says so, the same each time`(name: String, start: [UInt8])
    throws
  {
    let folder = try folder()
    #expect(folder.answer("messages | export \(name)") == ["wrote \(name): 4 rows of: messages"])
    let path = URL(fileURLWithPath: folder.path).appending(path: name)
    let first = try Data(contentsOf: path)
    #expect(Array(first.prefix(2)) == start)
    _ = folder.answer("messages | export \(name) --force")
    #expect(try Data(contentsOf: path) == first)
  }

  @Test func `is a compressed chat that loads again`() throws {
    let folder = try folder()
    // A notice has U+200E before its text in this form.
    let line = "messages | select key, date, sender, body | export - --format csv"
    let facts = folder.answer(line)
    loadAgain(folder, from: "again.txt.gz")
    #expect(folder.answer(line) == facts)
  }

  /// Exports the messages to a file, and loads that in the place of what is loaded.
  private func loadAgain(_ folder: ChatFolder, from file: String) {
    _ = folder.answer("messages | export \(file)")
    _ = folder.answer("unload --all")
    _ = folder.answer("load \(file)")
  }

  @Test func `is a chat that loads again where messages quote lines of the form that is written`()
    throws
  {
    let folder = try ChatFolder([
      "chat.txt": """
      14/02/2025, 23:50 - Ana: voilà
      [12/02/2025, 10:00:00] Bo: non
      14/02/2025, 23:51 - Bo: oui
      15/02/2025, 09:10 - Ana: merci
      """
    ])
    _ = folder.answer("load chat.txt")
    let line = "messages | select key, date, sender, text | export - --format csv"
    let facts = folder.answer(line)
    loadAgain(folder, from: "again.txt")
    #expect(folder.answer(line) == facts)
    #expect(folder.answer("messages | count | export - --format csv").last == "3")
  }

  @Test func `is named on one line, and without comments, where its line ran over several`() throws
  {
    let folder = try ChatFolder([
      "chat.txt": "14/02/2025, 23:50 - Ana: a\n",
      "s.causerie": """
      messages  # all of them
        | select date, \\
            sender
        | where sender = "Ana" | export a.csv
      """,
    ])
    _ = folder.answer("load chat.txt")
    #expect(
      folder.answer("run s.causerie").contains(
        "wrote a.csv: 1 row of: messages | select date, sender | where sender = \"Ana\""))
  }

  @Test(arguments: ["day", "week", "month", "quarter", "year", "hour", "weekday"])
  func `comes out again as it was read`(part: String) throws {
    let folder = try folder()
    _ = folder.answer("messages | count by \(part) | export a.csv")
    let written = try #require(folder.text(of: "a.csv"))
    for name in ["a.csv", "b.tsv", "c.jsonl"] {
      let next = ["a.csv": "b.tsv", "b.tsv": "c.jsonl", "c.jsonl": "d.csv"][name] ?? ""
      _ = folder.answer("read \(name) | export \(next)")
    }
    #expect(folder.text(of: "d.csv") == written)
  }

  @Test(arguments: ["a.xlsx", "a.sqlite", "a.csv", "a.csv.gz"])
  func `leaves nothing behind where the user asks to stop`(name: String) throws {
    let folder = try folder()
    folder.session.world.interrupt = Interrupt { true }
    _ = folder.answer("messages | export \(name)")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["chat.txt"])
  }
}
