import Testing

@testable import Shell

/// What the text before `⇥` may become, on the example archive.
private func completions(_ line: String, after lines: [String] = []) -> [String] {
  var session = exampleSession
  for line in lines { _ = session.answer(to: line) }
  return completions(line, in: session)
}

/// What the text before `⇥` may become in a session.
private func completions(_ line: String, in session: Session) -> [String] {
  let typed = line.replacing("⇥", with: "")
  let cursor = line.split(separator: "⇥", omittingEmptySubsequences: false)[0].utf8.count
  return session.completions(in: typed, at: cursor).candidates.map(\.text)
}

/// A session in a folder that holds another with a blank in its name.
private var besideMyChats: Session {
  var session = testSession()
  session.world.listFolder = { path in
    switch path {
    case ".": [("my chats", true), ("other", true)]
    case "my chats/": [("l'été 2025.txt", false)]
    default: []
    }
  }
  return session
}

/// The line after its only completion.
private func completed(_ line: String) -> String {
  let session = exampleSession
  let completions = session.completions(in: line, at: line.utf8.count)
  guard completions.candidates.count == 1, let candidate = completions.candidates.first else {
    return "\(completions.candidates.map(\.text))"
  }
  let bytes = Array(line.utf8)
  return String(decoding: bytes[..<completions.range.lowerBound], as: UTF8.self) + candidate.text
    + String(decoding: bytes[completions.range.upperBound...], as: UTF8.self)
}

@Suite struct `completion` {
  @Test(arguments: [
    ("mess", "messages"), ("gre", "grep"), ("expla", "explain"), ("summ", "summarize"),
    ("messages | whe", "messages | where"), ("messages|sor", "messages|sort"),
    ("explain mess", "explain messages"), ("explain messages | whe", "explain messages | where"),
    ("let long = mess", "let long = messages"),
    ("let long = messages | whe", "let long = messages | where"),
    ("messages | count; ver", "messages | count; verify"),
    ("messages | where words > 5 | expo", "messages | where words > 5 | export"),
  ])
  func `offers verbs, tables and stages at the head of a call`(line: String, expected: String) {
    #expect(completed(line) == expected)
  }

  @Test func `knows the columns of another table`() {
    #expect(
      completions("messages | where sender in d.⇥", after: ["let d = messages | count by sender"])
        == ["sender", "count"])
    #expect(
      completed("messages | where sender not in participants.na")
        == "messages | where sender not in participants.name")
    #expect(
      completed("messages | where sender in partici") == "messages | where sender in participants.")
    #expect(completions("messages | where sender in nosuch.⇥").isEmpty)
  }

  @Test func `offers only what takes a table behind a bar`() {
    let heads = completions("messages | ")
    #expect(heads.contains("where") && heads.contains("export") && heads.contains("grep"))
    #expect(!heads.contains("load") && !heads.contains("messages") && !heads.contains("sql"))
    #expect(completions("").contains("load") && completions("").contains("messages"))
  }

  @Test func `offers kinds of plot and columns, then columns alone`() {
    #expect(
      completions("messages | count by month | plot ").suffix(3) == ["spark", "month", "count"])
    #expect(
      completed("messages | count by month | plot he") == "messages | count by month | plot heat")
    #expect(completions("messages | count by month | plot bar ") == ["month", "count"])
  }

  @Test func `offers a plot of values only the columns that have some`() {
    #expect(completions("messages | count by sender, month | plot hist ") == ["month", "count"])
    #expect(!completions("messages | plot spark ").contains("sender"))
  }

  @Test func `offers only a bar behind a table or a let`() {
    #expect(completions("messages ") == ["|"])
    #expect(completions("q ", after: ["let q = links"]) == ["|"])
    #expect(completions("messages gre").isEmpty)
    #expect(completions("mesages | take 3 | mesages ").isEmpty)
  }

  @Test func `offers the days of the week, the months and the dates that a part is compared with`()
  {
    #expect(completions("messages | where weekday = ").prefix(2) == ["\"Mon\"", "\"Tue\""])
    #expect(
      completed("messages | where weekday in (\"Sat\", \"su")
        == "messages | where weekday in (\"Sat\", \"Sun\"")
    #expect(completions("messages | where month = ").prefix(2) == ["2025-01", "2025-02"])
    let dates = completions("messages | where date >= ")
    #expect(dates.prefix(2) == ["newest", "oldest"] && dates.contains("2025-03"))
    #expect(completed("messages | where date > newe") == "messages | where date > newest")
    #expect(completions("messages | where edited = ").prefix(2) == ["true", "false"])
  }

  @Test(arguments: [
    "date in 2025-01..", "date in (2025-01..2025-02, 2025-04..", "date between ",
    "date between oldest and ",
  ])
  func `offers dates where the end of a range of them stands`(condition: String) {
    let all = completions("messages | where \(condition)")
    #expect(all.prefix(2) == ["newest", "oldest"] && all.contains("2025-03"))
    #expect(all.contains("date") && !all.contains("sender") && !all.contains("lower("))
    #expect(all.contains("coalesce(") && all.contains("bin("))
    #expect(["round(", "abs(", "floor("].filter(all.contains) == [])
  }

  @Test(arguments: [
    "date = 2025-", "date in 2025-01..2025-", "date in (2025-01, 2025-", "month > 2025-",
  ])
  func `offers the dates that half of one may become`(condition: String) {
    let months = completions("messages | where \(condition)")
    #expect(months.count == 12 && months.first == "2025-01" && months.last == "2025-12")
    #expect(completions("messages | where \(condition)1") == ["2025-10", "2025-11", "2025-12"])
  }

  @Test func `offers what lists hold, the most frequent first`() {
    #expect(
      completed(#"messages | where mentions = "Bo"#) == #"messages | where mentions = "Bo Li""#)
    #expect(completions("messages | where emoji = ").first == "\"😂\"")
  }

  @Test(arguments: [
    #"load my⇥"#, #"load "my⇥"#, #"load my\ ch⇥"#, #"load MY⇥"#, #"messages | export 'my⇥"#,
    #"let members = read my\ ch⇥"#,
  ])
  func `offers a folder with a blank, however its beginning is written`(line: String) {
    #expect(completions(line, in: besideMyChats) == [#""my chats/""#])
  }

  @Test(arguments: [
    #"load "my chats/"⇥"#, #"load "my chats/⇥"#, #"load "my chats/"l'⇥"#, #"load my\ chats/⇥"#,
    #"load 'my chats/'L⇥"#, #"load "my chats/l'ete⇥"#, #"load other/note.txt "my chats/"l⇥"#,
  ])
  func `goes on in a folder with a blank`(line: String) {
    #expect(completions(line, in: besideMyChats) == [#""my chats/l'été 2025.txt""#])
  }

  @Test func `offers to compare with only what has such a type`() {
    let numbers = completions("messages | where words > ")
    #expect(numbers.contains("chars") && numbers.contains("hour") && numbers.contains("length("))
    #expect(numbers.contains("round(") && numbers.contains("if("))
    #expect(!numbers.contains("sender") && !numbers.contains("date") && !numbers.contains("host("))
    #expect(completions("messages | where hour > ").contains("words"))
    #expect(!completions("messages | where hour > ").contains("text"))
    #expect(completions("messages | where text contains ").contains("sender"))
    #expect(completions("messages | where topics = source").contains("source"))
  }

  @Test func `offers as a regular expression only names that mean themselves`() {
    #expect(completions("messages | where text ~ ") == [])
    #expect(completed("messages | where sender ~ elo") == #"messages | where sender ~ "Élodie 🌸""#)
    #expect(
      completed(#"messages | where sender !~ "elo"#) == #"messages | where sender !~ "Élodie 🌸""#)
    let files = #"messages | where file ~ "repair"#
    #expect(completions(files) == [] && completions(files.replacing("~", with: "=")) != [])
  }

  @Test func `offers dates behind the keys of grep and what show reads`() {
    #expect(completions("grep since:").contains("newest-7d"))
    #expect(completed("grep until:2025-11") == "grep until:2025-11")
    #expect(completions("show ") == ["on", "chunk", "file"])
    #expect(completed("show on 2025-12") == "show on 2025-12")
    #expect(completions("show 12 ").isEmpty)
  }

  @Test func `offers lists first where a list is exploded`() {
    #expect(
      completions("messages | explode ").prefix(3) == ["links", "mentions", "emoji"])
  }

  @Test func `offers the parameters of the script that is run`() {
    let run = "run examples/scripts/weekly-activity.causerie --"
    #expect(completions(run).contains("--out"))
    #expect(completions("run \"examples/scripts/weekly-activity.causerie\" --o") == ["--out"])
    #expect(completions("run examples/scripts/none.causerie --") == [])
  }

  @Test func `offers the names made by let`() {
    #expect(completions("long", after: ["let longer = messages | where words > 60"]) == ["longer"])
    #expect(
      completions("forget lon", after: ["let longer = messages | where words > 60"]) == ["longer"])
  }

  @Test(arguments: [
    ("messages | where send", "messages | where sender"),
    ("messages | where words > 3 and send", "messages | where words > 3 and sender"),
    ("messages | where (send", "messages | where (sender"),
    ("messages | summarize n = max(cha", "messages | summarize n = max(chars"),
    ("messages | sort -char", "messages | sort -chars"),
    ("links | count by ho", "[\"host\", \"hour\", \"host(\"]"),
    ("messages | count by sender | sort -coun", "messages | count by sender | sort -count"),
    ("messages | summarize cou", "[\"count(\", \"countif(\"]"),
    ("messages | summarize count() by send", "messages | summarize count() by sender"),
    ("messages | count by weekd", "messages | count by weekday"),
    ("messages | where hou", "messages | where hour"),
    ("messages | drop emo", "messages | drop emoji"),
    ("messages | top 3 by wor", "messages | top 3 by words"),
    (
      "messages | extend night = hour >= 23 | where nig",
      "messages | extend night = hour >= 23 | where night"
    ),
    ("messages | select when = date, who = sender | where wh", "[\"when\", \"who\"]"),
    ("chunks | where cut_s", "chunks | where cut_start"),
    ("let ends = chunks | where cut_s", "let ends = chunks | where cut_start"),
    ("explain chunks | where cut_s", "explain chunks | where cut_start"),
  ])
  func `offers the columns that a stage is given, and functions`(line: String, expected: String) {
    #expect(completed(line) == expected)
  }

  @Test func `offers the columns of the last result to a stage that begins a line`() {
    #expect(completions("where ur", after: ["links"]) == ["url"])
    #expect(completions("where subj") == [])
  }

  @Test(arguments: [
    ("grep fr", "grep from:"),
    ("grep velo sin", "grep velo since:"),
    ("grep from:elo", #"grep from:"Élodie 🌸""#),
    (#"grep from:"elo"#, #"grep from:"Élodie 🌸""#),
    ("grep from:zoe,ZO", "grep from:zoe,Zoë"),
    ("grep from:zoe,li", #"grep from:zoe,"Bo Li""#),
    ("grep has:li", "grep has:link"),
    ("grep is:fr", "grep is:fragment"),
    ("grep kind:me", "grep kind:media"),
    ("grep in:vo", "grep in:voisins"),
    ("grep topic:pod", "grep topic:podcast"),
    ("grep velo --i", "grep velo --in"),
    ("links | grep from:zo", "links | grep from:Zoë"),
  ])
  func `offers keys, their values, and options to a search`(line: String, expected: String) {
    #expect(completed(line) == expected)
  }

  @Test(arguments: [
    (#"messages | where sender = "elo"#, #"messages | where sender = "Élodie 🌸""#),
    (#"messages | where sender="zo"#, #"messages | where sender="Zoë""#),
    (#"messages | where sender in ("Ana", "od"#, #"messages | where sender in ("Ana", "Odile""#),
    (
      #"messages | where words > 3 and source = 'vo"#,
      #"messages | where words > 3 and source = "voisins""#
    ),
    (#"messages | where kind != "me"#, #"messages | where kind != "media""#),
    (#"files | where kind = "ch"#, #"files | where kind = "chunk""#),
    (#"participants | where name = "mamad"#, #"participants | where name = "Mamadou""#),
    (#"problems | where code = "topics"#, #"problems | where code = "topics-mismatch""#),
    (#"messages | where topics = "pod"#, #"messages | where topics = "podcast""#),
    (#"messages | where body has "elo"#, "[]"),
    (#"links | where host = "wiki"#, #"links | where host = "fr.wikipedia.org""#),
    (#"messages | where event = "secu"#, #"messages | where event = "security-code""#),
    (#"messages | where kind in ("text", "del"#, #"messages | where kind in ("text", "deleted""#),
    (#"messages | where sender = "Ana" and "Kar"#, "[]"),
    (#"let a = messages | where sender = "elo"#, #"let a = messages | where sender = "Élodie 🌸""#),
    (#"let a = where sender = "elo"#, #"let a = where sender = "Élodie 🌸""#),
  ])
  func `offers the values of a column inside a quote`(line: String, expected: String) {
    #expect(completed(line) == expected)
  }

  @Test(arguments: [
    ("messages | where sender = elo", #"messages | where sender = "Élodie 🌸""#),
    ("messages | where sender=zo", #"messages | where sender="Zoë""#),
    (#"messages | where sender in ("Ana", od"#, #"messages | where sender in ("Ana", "Odile""#),
    ("messages | where sender not in (od", #"messages | where sender not in ("Odile""#),
    ("messages | where sender has exact elo", #"messages | where sender has exact "Élodie 🌸""#),
    ("messages | where kind != medi", #"messages | where kind != "media""#),
    (
      "messages | where words > 3 and kind = medi",
      #"messages | where words > 3 and kind = "media""#
    ),
    ("messages | where topics = pod", #"messages | where topics = "podcast""#),
    ("messages | where sender = low", "messages | where sender = lower("),
  ])
  func `offers the values of a column where it is compared, in quotes`(
    line: String, expected: String
  ) {
    #expect(completed(line) == expected)
  }

  @Test func `offers the operators that the type of a column takes, behind it`() {
    let ofText = completions("messages | where sender ")
    #expect(ofText.starts(with: ["=", "!=", "has", "contains"]))
    #expect(!ofText.contains("*") && !ofText.contains("exact"))
    let ofNumber = completions("messages | where words ")
    #expect(ofNumber.contains(">=") && !ofNumber.contains("has"))
    #expect(completed("messages | where date betw") == "messages | where date between")
    #expect(completions("messages | where edited ").contains("and"))
  }

  @Test func `offers what joins conditions behind a whole one, and words of the stage`() {
    #expect(completions("messages | where words > 3 ") == ["and", "or"])
    #expect(completions(#"messages | where sender = "Ana" "#) == ["and", "or"])
    #expect(completions("messages | where sender = text ") == ["and", "or"])
    #expect(completions("messages | count ") == ["by", "fill"])
    #expect(completions("messages | count by month ").last == "fill")
    #expect(completions("messages | first 3 ") == ["per"])
    #expect(completions("messages | sample 3 ") == ["seed"])
    #expect(completions("messages | take ") == [])
    #expect(completions("messages | sample 3 seed ") == [])
    #expect(!completions("messages | count by month fill ").contains("by"))
    #expect(completions("messages | top 3 per sender ").last == "by")
    #expect(!completions("messages | top 3 by words ").contains("per"))
  }

  @Test(arguments: [
    ("load examples/arc", "load examples/archive/"),
    ("load examples/archive/vo", "load examples/archive/voisins/"),
    ("load ~/exa", "load ~/examples/"),
    (#"load "examples/arc"#, "load examples/archive/"),
    ("run examples/scripts/link", "run examples/scripts/link-digest.causerie"),
    ("messages | export exam", "messages | export examples/"),
    ("messages | export out.cs", "messages | export out.csv"),
    ("messages | export 'my out.xl", "messages | export \"my out.xlsx\""),
    ("messages | export - --format jsonl", "messages | export - --format jsonl"),
    ("messages | export - --app", "messages | export - --append"),
    ("grep -f READ", "grep -f README.md"),
    ("grep velo --in send", "grep velo --in sender"),
    ("links | grep velo --in ur", "links | grep velo --in url"),
    (
      "messages | count by month, sender | grep velo --in ",
      "messages | count by month, sender | grep velo --in sender"
    ),
    ("load examples --date-order m", "load examples --date-order mdy"),
    ("unload vois", "unload voisins"),
    ("set lim", "set limit"),
    ("set color o", "[\"on\", \"off\"]"),
    ("set output jsonl", "set output jsonl"),
    ("schema mess", "schema messages"),
    ("help summa", "help summarize"),
    ("help dat", "[\"date\", \"dates\"]"),
  ])
  func `offers what the words of a verb may be`(line: String, expected: String) {
    #expect(completed(line) == expected)
  }

  @Test func `offers the options that the format of an export has a use for`() {
    let always = ["--format", "--force"]
    #expect(completions("messages | export x.html --") == always + ["--view", "--title"])
    #expect(completions("messages | export x.html --force --v") == ["--view"])
    #expect(completions("messages | export - --format json --") == always)
    #expect(completions("messages | export x.csv.gz --").contains("--bom"))
    #expect(!completions("messages | export x.csv --").contains("--fts"))
    #expect(completions("messages | export --").contains("--fts"))
  }

  @Test func `writes a name so that it is read as it is`() {
    let topic = #"topic "x\\nova" = velo"#
    let name = #""x\\nova""#
    #expect(completions("forget \"x⇥", after: [topic]) == [name])
    #expect(complaint(about: "\(topic); forget \(name)") == nil)
  }

  @Test func `offers nothing where a new name stands`() {
    #expect(completions("let me").isEmpty)
  }

  @Test func `looks at the text before the cursor only`() {
    #expect(completions("messages | whe⇥ words > 3") == ["where"])
    #expect(completions("gre⇥ | count") == ["grep"])
  }

  @Test func `is not led astray by quotes, apostrophes and what does not parse`() {
    #expect(completions("grep l'été fro") == ["from:"])
    #expect(completions("grep \"a | whe") == [])
    #expect(completions("messages | where ( ( | sele") == ["select"])
    #expect(completions("\u{0}⇥").isEmpty)
  }

  @Test func `shows a word on what each candidate is`() {
    let notes = exampleSession.completions(in: "messages | where wor", at: 20).candidates
    #expect(
      notes.map(\.note) == ["int: words of the body: runs between blanks with a letter or a digit"])
    #expect(
      exampleSession.completions(in: "set lim", at: 7).candidates.first?.note
        == "rows that a screen shows")
  }
}
