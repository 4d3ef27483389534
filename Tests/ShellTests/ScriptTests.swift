import Foundation
import Testing

@testable import Shell

@Suite struct `the parameters of a script` {
  @Test func `may be numbers of rows`() throws {
    let script = """
      param n: number = 2
      messages | take $n | top $n by id | first $n per sender | skip $n | sample $n seed 1
      messages | last $n | select id
      """
    let folder = try folder([
      "s.causerie": script, "t.causerie": "param w\nmessages | take $w",
      "u.causerie": "messages | take $w",
    ])
    #expect(folder.check("s.causerie").status == 0)
    #expect(folder.run("s.causerie").said.suffix(2) == [" 2", " 3"])
    #expect(folder.run("s.causerie", "--n", "1").said.last == " 3")
    for (value, shown) in [("2.5", "2.5"), ("-1", "-1")] {
      let (status, said) = folder.run("s.causerie", "--n=\(value)")
      #expect(status == 2)
      #expect(said.contains { $0.contains("$n is \(shown), and this takes a whole number from 0") })
    }
    let text = folder.check("t.causerie")
    #expect(text.status == 2)
    #expect(text.said.contains { $0.contains("$w is no number, and this takes one") })
    #expect(folder.check("u.causerie").said.contains { $0.contains("no parameter $w") })
  }

  @Test func `are not called as an option of the program, which would take their values`() throws {
    let folder = try folder([
      "s.causerie": "param output = \"x\"\nmessages | where sender has $output | count",
      "t.causerie": "param out = \"ana\"\nmessages | where sender has $out | count",
    ])
    for said in [folder.check("s.causerie"), folder.run("s.causerie")] {
      #expect(said.status == 2)
      #expect(
        said.said == [
          "s.causerie:1:7: error: no parameter may be called output: --output is an option of causerie",
          "  param output = \"x\"", "        ^^^^^^ give it another name, as my_output",
        ])
    }
    #expect(folder.run("t.causerie").status == 0)
  }

  private static let script = """
    param who: text = "ana"  # whose messages
    param most: number = 2
    param since: date = 2025-02-18
    param out: path = "out.csv"
    param names: list = "Ana, Bo"
    let chosen = messages | where date >= $since and sender in $names | take 100
    chosen | where length(body) > $most | select id | export $out --force
    chosen | where sender = $who | count
    grep from:$who since:$since -c
    """

  private func read(_ name: String, _ folder: ChatFolder) throws -> [String] {
    try String(contentsOfFile: folder.path + "/" + name, encoding: .utf8)
      .split(whereSeparator: \.isNewline).dropFirst().map(String.init)
  }

  @Test(arguments: [
    ([], ["2", "3"]),
    (["--since", "2025-03"], ["3"]),
    (["--since=17/02/2025"], ["1", "2", "3"]),
    (["--since", "newest"], ["3"]),
    (["--since", "2025"], ["1", "2", "3"]),
    (["--names", "Bo"], ["2"]),
    (["--names=bo , ANA", "--since", "oldest"], ["1", "2", "3"]),
    (["--names", "Bo", "--names=Ana", "--since", "oldest"], ["1", "2", "3"]),
    (["--most", "1", "--most", "9"], ["3"]), (["--most", "9"], ["3"]),
    (["--most", "8.5"], ["2", "3"]),
    (["--who", "o'; drop", "--out=out.csv"], ["2", "3"]),
  ])
  func `are read as their type says`(words: [String], expected: [String]) throws {
    let folder = try folder(["s.causerie": Self.script])
    let said = Said()
    #expect(folder.session.runScript("s.causerie", words: words, to: said.console).status == 0)
    #expect(try read("out.csv", folder) == expected)
  }

  @Test(arguments: [
    (["--since", "soon"], "s.causerie: error: --since takes a date, not “soon”"),
    (["--since", "2025-02..2025-03"], "s.causerie: error: --since takes one date, not a range"),
    (["--since", "2025-02-30"], "s.causerie: error: --since takes a date, not “2025-02-30”"),
    (["--most", "many"], "s.causerie: error: --most takes a number, not “many”"),
    (["--most", "nan"], "s.causerie: error: --most takes a number, not “nan”"),
    (["--whom", "ana"], "s.causerie: error: the script has no parameter --whom"),
    (["--who"], "s.causerie: error: --who needs a value: --who VALUE"),
    (["ana"], "s.causerie: error: the script does not know what to do with “ana”"),
  ])
  func `that are wrong end it with status 2 before a line runs`(
    words: [String], message: String
  ) throws {
    let folder = try folder(["s.causerie": Self.script])
    let said = Said()
    #expect(folder.session.runScript("s.causerie", words: words, to: said.console).status == 2)
    #expect(said.lines.first == message)
    #expect(!said.lines.contains("count"))
  }

  @Test(arguments: [
    ("grep $word -c", "thé", "    1"), ("grep $word -c", "un or deux", nil),
    ("grep $word -c", "!café", nil), ("grep $word -c", "from:ana", nil),
    ("grep $word -c", "/caf./", nil), ("grep !$word -c", "café", "    1"),
    ("grep -E $word -c", "caf.", "    2"), ("grep from:$word -c", "BO", "    1"),
    ("grep on:$word -c", "2025-02", "    2"), ("grep id:$word -c", "2..3", "    2"),
  ])
  func `are values in a search, never words of it`(
    line: String, word: String, count: String?
  ) throws {
    let folder = try folder(["s.causerie": "param word\n\(line) | select count\n"])
    let (status, said) = folder.run("s.causerie", "--word", word)
    #expect(status == 0)
    #expect(said.last { $0.hasPrefix(" ") && !$0.hasPrefix("  closest") } == count, "\(said)")
  }

  @Test func `whose values nothing has are named where nothing is left`() throws {
    let folder = try folder([
      "s.causerie": "param who\nparam day: date\nmessages | where sender = $who and date > $day"
    ])
    let (status, said) = folder.run("s.causerie", "--who", "anna", "--day", "2026-01")
    #expect(status == 0)
    #expect(
      said.drop { !$0.hasPrefix("note:") }.prefix(4) == [
        "note: no sender matches “anna”", "  closest: Ana, 2 messages",
        "note: no row has date > 2026-01",
        "  the dates go from 2025-02-17 to 2025-03-01",
      ], "\(said)")
  }

  @Test func `that have no default must be given`() throws {
    let folder = try folder(["s.causerie": "param who  # whose\ngrep from:$who -c\n"])
    let (status, said) = folder.run("s.causerie")
    #expect(status == 2)
    #expect(said == ["s.causerie: error: the script needs --who (text)", "  whose"])
    #expect(folder.run("s.causerie", "--who", "bo").status == 0)
  }

  @Test(arguments: [
    ("date = newest - 1d", "date >= $v", ["3"]),
    ("date = newest - 3mo", "date >= $v", ["1", "2", "3"]),
    ("number = 2 * 3 - 5", "id <= $v", ["1"]), ("number = -1 + 3", "id <= $v", ["1", "2"]),
  ])
  func `have defaults that are worked out of values`(
    declaration: String, condition: String, expected: [String]
  ) throws {
    let folder = try folder([
      "s.causerie":
        "param v: \(declaration)\nmessages | where \(condition) | select id | export out.csv"
    ])
    let (status, said) = folder.run("s.causerie")
    #expect(status == 0, "\(said)")
    #expect(try read("out.csv", folder) == expected)
  }

  @Test(arguments: [
    ("param who = Zoë", "text stands between quotes: \"Zoë\""),
    ("param names: list = (\"Ana\", \"Bo\")", "several values are one text, with commas"),
    ("param n = 3", "write param n: number = 3"),
    ("param since = 2025-02", "write param since: date = 2025-02"),
    ("param n: number = \"3\"", "write 3 without quotes"),
    ("param d: date = \"17/02/2025\"", "write 17/02/2025 without quotes"),
    ("param n\nmessages | where words > $n", "declare it so: param n: number"),
    ("param since\nmessages | where date >= $since", "declare it so: param since: date"),
    ("param a b", "like: param who"),
  ])
  func `that are declared wrongly are told how to be`(script: String, help: String) throws {
    let said = try folder(["s.causerie": script]).check("s.causerie").said
    #expect(said.contains { $0.contains(help) }, "\(said)")
  }

  @Test(arguments: [
    ("param n: number = words + 1", "“words” is no value"),
    ("param n: number = 1 > 2", "“>” has no meaning after “1”"),
    ("param n: number = \"x\"", "the default of n is no number"),
    ("param d: date = 12.5", "the default of d is no date"),
    ("param n: nomber = 1", "expected a type, found “nomber”"),
    ("param a = 1\nparam a = 2", "there are two parameters a"),
    ("messages | count\nparam a = 1", "param stands only at the top of a script"),
  ])
  func `that are declared wrongly are found by a check`(script: String, message: String) throws {
    let (status, said) = try folder(["s.causerie": script]).check("s.causerie")
    #expect(status == 2)
    #expect(said.first?.contains(message) == true, "\(said)")
  }

  @Test func `are listed by the script's own help`() throws {
    let folder = try folder([
      "s.causerie": "#!/usr/bin/env -S causerie run\n# What they ask.\n" + Self.script
    ])
    let said = Said()
    #expect(folder.session.scriptHelp("s.causerie", to: said.console) == .done)
    #expect(
      said.lines.prefix(4) == [
        "usage: causerie run s.causerie [--who TEXT] [--most NUMBER] [--since DATE] [--out PATH] [--names LIST]",
        "What they ask.", "  --who    whose messages (text, default \"ana\")",
        "  --most   (number, default 2)",
      ])
  }
}

@Suite struct `a script` {
  @Test func `runs its lines in order, and ends with status 0`() throws {
    let folder = try folder(["s.causerie": "messages | count\nmessages | take 1 | select sender\n"])
    let (status, said) = folder.run("s.causerie")
    #expect(status == 0 && said == ["count", "─────", "    3", "sender", "──────", "Ana"])
  }

  @Test func `sees the names that its caller made, and leaves its own behind`() throws {
    let folder = try folder([
      "s.causerie": "mine | count\nlet theirs = messages | where sender = \"Bo\"\n"
    ])
    _ = folder.answer("let mine = messages | where sender = \"Ana\"")
    #expect(folder.answer("run s.causerie").last == "    2")
    #expect(folder.answer("theirs | count").last == "    1")
  }

  @Test(arguments: [
    ("messages | where sendr = 1\n", "s.causerie:1:18: error: messages has no column “sendr”"),
    ("messages | count\n\nmessages | cuont\n", "s.causerie:3:12: error: no verb cuont"),
    ("messages | where (words > 1\n", "s.causerie:1:18: error: this ( is never closed"),
    (
      "grep /(/\n",
      "s.causerie:1:8: error: the pattern does not compile: missing closing parenthesis"
    ),
    (
      "messages | export out\n",
      "s.causerie:1:19: error: “out” has no ending that says which format"
    ),
    ("count by sender\n", "s.causerie:1:1: error: a script says what a line reads"),
    ("show\n", "s.causerie:1:1: error: a script says what a line reads"),
    ("let messages = links\n", "s.causerie:1:5: error: messages is a table, and no name for a let"),
    ("help gerp\n", "s.causerie:1:6: error: there is no help on “gerp”"),
  ])
  func `that is wrong is found by check and run alike, before a line has run`(
    script: String, message: String
  ) throws {
    let folder = try folder(["s.causerie": script])
    let checked = folder.check("s.causerie")
    #expect(checked.status == 2 && checked.said.first == message)
    let ran = folder.run("s.causerie")
    #expect(ran.status == 2 && ran.said == checked.said)
    #expect(ran.said.count <= 6)
  }

  @Test func `ends where a line fails, with status 1, or goes on if it may`() throws {
    let folder = try folder(["s.causerie": "show 99\nmessages | count\n"])
    let (status, said) = folder.run("s.causerie")
    #expect(status == 1)
    #expect(
      said == [
        "s.causerie:1:6: error: there is no message 99", "  show 99",
        "       ^^ ids go from 1 to 3",
      ])
    let goesOn = folder.run("s.causerie", keepsGoing: true)
    #expect(goesOn.status == 1 && goesOn.said.suffix(1) == ["    3"])
  }

  @Test func `ends with status 4 where an expect does not hold, whatever else failed`() throws {
    let folder = try folder([
      "s.causerie": "messages | expect count() > 5\nshow 99\n",
      "t.causerie": "messages | expect count() = 3\n",
    ])
    let (status, said) = folder.run("s.causerie")
    #expect(status == 4)
    #expect(said.first == "s.causerie:1:19: error: expected count() > 5")
    #expect(folder.run("s.causerie", keepsGoing: true).status == 4)
    #expect(folder.run("t.causerie") == (0, []))
  }

  @Test func `ends where it says quit, and takes its caller with it`() throws {
    let folder = try folder(["s.causerie": "quit\nmessages | count\n"])
    let said = Said()
    #expect(folder.session.runScript("s.causerie", words: [], to: said.console) == .quit)
    #expect(said.lines.isEmpty)
  }

  @Test func `runs another, whose path starts from its own folder`() throws {
    let folder = try folder([
      "a/outer.causerie": "run inner.causerie --who Bo\nrun ../top.causerie\n",
      "a/inner.causerie": "param who\nmessages | where sender = $who | select id\n",
      "top.causerie": "messages | count\n",
    ])
    let (status, said) = folder.run("a/outer.causerie")
    #expect(status == 0 && said == ["id", "──", " 2", "count", "─────", "    3"])
    #expect(folder.check("a/outer.causerie").status == 0)
  }

  @Test func `names the place in another that it runs`() throws {
    let folder = try folder([
      "outer.causerie": "messages | count\nrun inner.causerie\n",
      "inner.causerie": "messages | cuont\n",
    ])
    let (status, said) = folder.run("outer.causerie")
    #expect(status == 2)
    #expect(said.first == "inner.causerie:1:12: error: no verb cuont", "\(said)")
    #expect(said.count <= 6)
  }

  @Test func `that would run itself is refused, by whatever way`() throws {
    let folder = try folder([
      "a.causerie": "run b.causerie\n", "b.causerie": "run a.causerie\n",
      "c.causerie": "run ./c.causerie\n",
    ])
    for name in ["a.causerie", "b.causerie", "c.causerie"] {
      let (status, said) = folder.run(name)
      #expect(status == 2)
      #expect(said.contains { $0.contains("would run itself") }, "\(said)")
    }
  }

  @Test(arguments: ["none.causerie", "chat", "."]) func `that is none is an error of status 2`(
    path: String
  ) throws {
    let (status, said) = try folder([:]).run(path)
    #expect(status == 2)
    #expect(said.first?.contains("error: ") == true)
  }
}
