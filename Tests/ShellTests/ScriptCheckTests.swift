import Testing

@testable import Shell

@Suite struct `a script that is checked` {
  @Test func `needs no data, and no values for its parameters`() throws {
    let folder = try ChatFolder([
      "s.causerie":
        "param who\nparam day: date\nload chats\ngrep from:$who on:$day | count by sender | sort -count\n"
    ])
    #expect(folder.check("s.causerie") == (0, []))
  }

  @Test(arguments: [
    "read $v | select a | count by a", "let m = read $v\nmessages | where sender in m.name",
    "messages | export $v --force", "messages | export - --format $v", "messages | plot $v",
    "grep ana -C $v | context 1 | show", "grep -f $v | context 1 | show",
    "grep -f $v -c | where count > 1",
    "grep ana --in $v | count", "show $v", "show $v..$v", "show chunk $v\n_ | show", "run $v",
    "run inner.causerie --d $v --w=$v", "load $v", "alias --from $v", "set limit $v", "forget $v",
    "grep since:$v..$v",
  ])
  func `is right where only its run will know a value`(line: String) throws {
    let inner = "param d: date\nparam w\ngrep $w on:$d | count by sender\n"
    let folder = try folder([
      "s.causerie": "param v: path\n\(line)\n", "inner.causerie": inner,
    ])
    #expect(folder.check("s.causerie") == (0, []))
  }

  @Test(arguments: [
    ("read $v | selct a", "no verb selct"), ("messages | export $v --frce", "has no option --frce"),
    ("grep ana -C $v | where sendr = 1 | export -", "standard output has no ending"),
    ("messages | where sendr = $v", "has no column “sendr”"),
    ("run inner.causerie --v $v", "no parameter --v"),
  ])
  func `is told what is wrong beside such a value`(line: String, message: String) throws {
    let folder = try folder([
      "s.causerie": "param v: path\n\(line)\n", "inner.causerie": "param w = \"\"\n",
    ])
    let (status, said) = folder.check("s.causerie")
    #expect(status == 2)
    #expect(said.first?.contains(message) == true, "\(said)")
  }

  @Test func `knows the ends of what it loads`() throws {
    let folder = try ChatFolder([
      "chat.txt": chatOfScripts,
      "s.causerie": """
      param since: date = newest - 1d
      load chat.txt
      grep since:$since | select id
      show on $since
      run t.causerie --day $since
      """,
      "t.causerie": "param day: date\ngrep on:$day..newest -c",
    ])
    #expect(folder.check("s.causerie") == (0, []))
    let (status, said) = folder.run("s.causerie")
    #expect(status == 0, "\(said)")
    #expect(said.contains(" 3"))
    _ = folder.answer("unload --all")
    #expect(
      folder.run("t.causerie", "--day", "newest")
        == (
          1,
          [
            "t.causerie:2:6: error: $day has no value", "  grep on:$day..newest -c",
            "       ^^^^^^^^^^^^^^^ nothing is loaded",
          ]
        ))
  }

  @Test func `says which value it lacks, and writes no file of its name`() throws {
    let folder = try folder(["s.causerie": "param out: path = null\nmessages | export $out --force"]
    )
    let (status, said) = folder.run("s.causerie")
    #expect(status == 1)
    #expect(said.first == "s.causerie:2:19: error: $out has no value", "\(said)")
    #expect(folder.run("s.causerie", "--out", "a.csv").status == 0)
  }
}
