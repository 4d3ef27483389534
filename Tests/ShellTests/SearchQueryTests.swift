import Foundation
import Model
import Testing

@testable import Shell

/// A search, and the condition that it stands for.
private let searches: [(search: String, condition: String)] = [
  ("velo", #"body contains "velo""#),
  ("VÉLO", #"body contains "velo""#),
  ("velo frein", #"body contains "velo" and body contains "frein""#),
  (#""machine à coudre""#, #"body contains "machine à coudre""#),
  ("l'ascenseur", #"body contains "l’ascenseur""#),
  ("reinettes or confiture", #"body contains "reinettes" or body contains "confiture""#),
  (
    "velo compote or frein",
    #"body contains "velo" and (body contains "compote" or body contains "frein")"#
  ),
  (
    "radio or velo or frein",
    #"body contains "radio" or body contains "velo" or body contains "frein""#
  ),
  (#""or""#, #"body contains "or""#),
  ("gâteau !anniversaire", #"body contains "gateau" and not (body contains "anniversaire")"#),
  (
    #"velo !"ne freine plus" !/yann/"#,
    #"body contains "velo" and not (body contains "ne freine plus") and body !~ "yann""#
  ),
  ("!velo from:zoe", #"not (body contains "velo") and sender = "Zoë""#),
  (#"/\bclés?\b/"#, #"body ~ "\bclés?\b""#),
  (#"/a\/b|c;d/"#, #"body ~ "a/b|c;d""#),
  (#"-E "fr[ei]+n" velo"#, #"body ~ "fr[ei]+n" and body ~ "velo""#),
  ("-F velo", #"body contains "velo""#),
  ("-i VELO", #"body contains "velo""#),
  ("-w ou", #"body has "ou""#),
  (#"-w /ou|et/"#, #"body ~ "\b(?:ou|et)\b""#),
  ("-s OU", #"body contains exact "OU""#),
  ("-s /^MOI/", #"body ~ exact "^MOI""#),
  ("-ws Zoë", #"body has exact "Zoë""#),
  ("-v velo", #"not (body contains "velo")"#),
  ("-v velo frein", #"not (body contains "velo" and body contains "frein")"#),
  ("-v velo from:zoe", #"not (body contains "velo") and sender = "Zoë""#),
  ("mme --in sender", #"sender contains "mme""#),
  ("joint --in text", #"text contains "joint""#),
  ("-- -v", #"body contains "-v""#),
]

@Suite struct `a search` {
  @Test(arguments: searches) func `stands for a condition`(search: String, condition: String) {
    let found = ids(of: "grep \(search)")
    #expect(found == ids(of: "messages | where \(condition)"))
    #expect(!found.isEmpty || search == "-- -v" || search.contains(";"))
  }

  @Test func `filters the table before it`() {
    #expect(
      ids(of: "messages | where words > 20 | grep velo")
        == ids(of: #"messages | where words > 20 and body contains "velo""#))
    #expect(
      answer(to: "links | grep velo | count")
        == answer(to: #"links | where text contains "velo" | count"#)
    )
  }

  @Test func `brings the messages around it, as many as asked`() {
    let found = ids(of: "grep grille-pain since:2025-11-10")
    #expect(found.count == 1)
    let id = found.first ?? 0
    #expect(ids(of: "grep grille-pain since:2025-11-10 -C 2") == Array(id - 2...id + 2))
    #expect(ids(of: "grep grille-pain since:2025-11-10 -A 2") == Array(id...id + 2))
    #expect(ids(of: "grep grille-pain since:2025-11-10 -B1") == [id - 1, id])
    #expect(ids(of: "grep grille-pain since:2025-11-10 -C 2 -A 0") == Array(id - 2...id))
    #expect(ids(of: "grep grille-pain since:2025-11-10 -C 2min") == Array(id...id + 2))
  }

  @Test func `counts by source, or lists the matches themselves`() {
    #expect(
      answer(to: "grep velo -c")
        == answer(to: #"messages | where body contains "velo" | count by source"#))
    #expect(
      answer(to: #"grep /\b0[67](\s?\d{2}){4}\b/ in:voisins -o | select match"#) == [
        "match", "──────────────", "06 00 00 41 27", "06 00 00 28 71",
      ])
  }

  @Test func `lists each match by itself, of lists too`() throws {
    let folder = try ChatFolder([
      "chat.txt": "17/02/2025, 16:14 - Ana: haha 2025\n17/02/2025, 16:15 - Bo: https://b.example/b"
    ])
    _ = folder.answer("load chat.txt")
    #expect(folder.values("match", of: "grep ha -o") == [.text("ha"), .text("ha")])
    #expect(folder.answer(#"grep /\d/ -o | count"#).last == "    4")
    #expect(folder.values("match", of: "grep ha aha -o") == [.text("haha")])
    #expect(folder.values("match", of: "grep b --in links -o") == [.text("b"), .text("b")])
  }

  @Test func `fails where a match behind the first would take too long`() throws {
    let long = String(repeating: "a", count: 40)
    let folder = try ChatFolder([
      "chat.txt": "17/02/2025, 16:14 - Ana: 1 \(long) 2\n17/02/2025, 16:15 - Bo: 3"
    ])
    _ = folder.answer("load chat.txt")
    #expect(folder.values("id", of: #"grep /\d|(a+)+b/"#) == [.int(1), .int(2)])
    #expect(
      folder.answer(#"grep /\d|(a+)+b/ -o"#).prefix(3) == [
        "error: the pattern is too costly: on one of the texts it goes round in circles",
        #"  grep /\d|(a+)+b/ -o"#,
        "       ^^^^^^^^^^^ a repetition inside a repetition, as in (a+)+, can often be",
      ])
  }

  @Test func `takes patterns from a file, any of which may match`() throws {
    let folder = try ChatFolder([
      "chat.txt":
        "17/02/2025, 16:14 - Ana: un\n17/02/2025, 16:15 - Bo: deux\n17/02/2025, 16:16 - Bo: trois",
      "words.txt": "UN\n\ntrois\n", "empty.txt": "\n \n", "regular.txt": "^d\n",
    ])
    _ = folder.answer("load chat.txt")
    #expect(folder.values("id", of: "grep -f words.txt") == [.int(1), .int(3)])
    #expect(folder.values("id", of: "grep -f words.txt from:bo") == [.int(3)])
    #expect(folder.values("id", of: "grep -E -f regular.txt -f words.txt") == [])
    #expect(folder.values("id", of: "grep -E -f regular.txt") == [.int(2)])
    #expect(folder.answer("grep -f empty.txt").first == "error: “empty.txt” holds no patterns")
    #expect(
      folder.answer("grep -f wrods.txt").first == "error: there is no file or folder “wrods.txt”")
    folder.session.world.home = folder.path
    #expect(folder.values("id", of: "grep -f ~/words.txt") == [.int(1), .int(3)])
  }

  @Test(arguments: [
    ("grep", "grep needs a pattern or a key"),
    ("grep -v", "grep needs a pattern or a key"),
    (#"grep """#, "an empty pattern matches everything"),
    ("grep velo -c -C 2", "-c and -C exclude each other"),
    ("grep velo -B1 -c", "-c and -B exclude each other"),
    ("grep velo -oc", "-c and -o exclude each other"),
    ("grep velo -vo", "-o and -v exclude each other"),
    ("grep velo -o -A 1", "-o and -A exclude each other"),
    ("grep from:zoe -o", "-o lists matches, and there is no pattern to match"),
    ("grep !velo -o", "-o lists matches, and there is no pattern to match"),
    ("grep or velo", "or stands between two patterns"),
    ("grep velo or", "or stands between two patterns"),
    ("grep velo or !frein", "or cannot join a pattern that must not match"),
    ("grep velo or from:zoe", "or stands between two patterns"),
    ("grep from:zoe or velo", "or stands between two patterns"),
    ("grep /(/", "the pattern does not compile: missing closing parenthesis"),
    ("grep velo --in sendr", "messages has no column “sendr”"),
    (
      "grep velo -C many",
      "-C takes a number of messages or a time, as 3 or 10min, not “many”"
    ),
    ("grep velo -C", "-C needs a value: -C N"),
    ("grep velo -Z", "grep has no option -Z"),
  ])
  func `that makes no sense is refused`(line: String, message: String) {
    #expect(complaint(about: line) == message)
  }

  @Test func `paints what it found`() throws {
    var session = exampleSession
    _ = session.answer(to: "grep velo or /fr[ei]+n/ | take 1")
    let highlight = try #require(session.last?.highlight)
    #expect(highlight.columns == ["body", "text"])
    #expect(highlight.matches("Mon vélo freine") == [4..<9, 10..<15])
  }

  @Test func `counts the rows without a date that a date key passes over`() throws {
    let folder = try ChatFolder([
      "temporal_1.txt": "=== MÉTADONNÉES CHUNK ===\n\nune suite\n17/02/2025, 16:14 - Ana: un"
    ])
    _ = folder.answer("load .")
    #expect(folder.answer("grep since:2025 -c").contains("note: 1 row without a date left out"))
  }
}

@Suite struct `a search that found nothing` {
  @Test(arguments: [
    (#"grep "velo|frein""#, "velo|frein", "as a regular expression: grep /velo|frein/"),
    ("grep ^Mon", "^Mon", "as a regular expression: grep /^Mon/"),
    ("grep velo*", "velo*", "text is found anywhere, also inside of words: grep velo"),
    ("grep velo and frein", "and", "patterns side by side must all match"),
    ("grep from=zoe", "from=zoe", "a key has a colon: from:zoe"),
    (
      "grep 'l'été'", "lété'",
      #"the quote ends before the letter; with an apostrophe: "l'été""#
    ),
  ])
  func `says what may have been meant`(line: String, text: String, help: String) {
    #expect(
      Array(answer(to: line).prefix(2)) == [
        "note: grep searches for “\(text)” as text", "  \(help)",
      ])
  }

  @Test func `says that every value of a key had to hold`() {
    #expect(
      Array(answer(to: "grep from:zoe from:ana").prefix(2)) == [
        "note: every from: must hold at once", "  a comma gives alternatives: from:zoe,ana",
      ])
  }

  @Test func `says nothing of patterns that may be meant so`() {
    #expect(answer(to: "grep zzzz").first?.hasPrefix("note") == false)
    #expect(answer(to: "grep 12$").first?.hasPrefix("note") == true)
  }
}

@Suite struct `an answer without rows` {
  @Test(arguments: [
    (
      #"messages | where sender = "elodi""#,
      ["note: no sender matches “elodi”", "  closest: Élodie 🌸, 548 messages"]
    ),
    (
      #"messages | where words > 3 and sender in ("elodi", "zoé2") | count"#,
      ["note: no sender matches “elodi”", "  closest: Élodie 🌸, 548 messages"]
    ),
    (#"messages | where source = "cave""#, ["note: no source matches “cave”"]),
    (
      #"messages | where kind = "vidio""#,
      [
        "note: no kind matches “vidio”",
        #"  closest: media_type = "video"; kind is one of text, media, system, deleted, "#
          + "call, poll, location, contact, fragment",
      ]
    ),
    (
      #"files | where kind = "zip""#,
      ["note: no kind matches “zip”", "  kind is one of chunk, export, other"]
    ),
    (#"participants | where name starts "zz""#, ["note: no name matches “zz”"]),
    (
      "messages | where date = 2026",
      ["note: no row has date = 2026", "  the dates go from 2025-01-02 to 2025-12-30"]
    ),
    (
      #"links | where sender = "Zoë" and month = 2024-05"#,
      ["note: no row has month = 2024-05", "  the dates go from 2025-01-04 to 2025-12-20"]
    ),
    (
      "messages | where links = \"velo\"",
      ["note: no element of links is “velo”", "  2 rows hold it: links contains \"velo\""]
    ),
    (
      #"messages | where body has "vel""#,
      ["note: no body has the word “vel”", #"  32 rows hold it: body contains "vel""#]
    ),
    ("messages | where hour = 24", ["note: no row has hour = 24", "  hour goes from 0 to 23"]),
    (
      "messages | where length(links) in (7, 9)",
      ["note: no row has length(links) in (7, 9)", "  length(links) goes from 0 to 1"]
    ),
    (
      "messages | where topics = \"podcats\"",
      ["note: no topic matches “podcats”", "  closest: podcast"]
    ),
    (
      "messages | where kind = media",
      ["note: “media” is the column here", "  for the text write kind = \"media\""]
    ),
  ])
  func `says why, where the session can tell`(line: String, expected: [String]) {
    #expect(Array(answer(to: line, columns: 200).prefix(expected.count)) == expected)
  }

  @Test(arguments: [
    #"messages | where not (sender != "nobody")"#,
    #"messages | where sender = "Zoë" | where sender = "Ana""#,
    #"messages | where body contains "xyzzy""#,
    #"messages | where links = "say \"velo\"""#,
    "messages | where words > chars + 1",
    "messages | where hour = 4",
  ])
  func `says no more than it knows`(line: String) {
    #expect(answer(to: line).filter { $0.hasPrefix("note") } == ["note: no rows"])
  }

  @Test(arguments: [
    (
      #"messages | where sender = "Zoë" and words > 999"#,
      #"“sender = "Zoë"” leaves 426 rows, “words > 999” none of them"#
    ),
    (
      #"messages | where sender = "Zoë" and words > 17 and hour = 4"#,
      #"“sender = "Zoë" and words > 17” leaves 1 row, “hour = 4” not that one"#
    ),
    ("messages | where hour = 4 and words > 99", "“hour = 4” leaves no row"),
    (
      #"messages | select sender = source, words | where sender = "voisins" and words > 999"#,
      #"“sender = "voisins"” leaves 395 rows, “words > 999” none of them"#
    ),
    (
      "grep velo from:odile",
      #"“body contains "velo"” leaves 29 rows, “sender == "Odile"” none of them"#
    ),
  ])
  func `names the condition that took the last row`(line: String, expected: String) {
    #expect(
      answer(to: line).filter { $0.hasPrefix("note") } == ["note: " + expected, "note: no rows"])
  }

  @Test(arguments: [
    (#"messages | where sender == "zoe""#, "without exact it would be 426 rows"),
    (
      #"messages | where words > 9 and not (body !~ exact "REUNION")"#,
      "without exact it would be 1 row"
    ),
    ("grep -s VELO", "without -s it would be 29 rows"),
  ])
  func `says what there would be without exact`(line: String, expected: String) {
    #expect(
      answer(to: line).filter { $0.hasPrefix("note") } == ["note: " + expected, "note: no rows"])
  }

  @Test func `says so where nothing is loaded`() {
    var session = testSession()
    #expect(
      session.answer(to: "messages | count") == [
        "note: nothing is loaded", "  load a folder or a file: load FOLDER", "count", "─────",
        "    0",
      ])
    #expect(session.answer(to: "topics | count").contains("note: nothing is loaded") == false)
  }

  @Test func `of a let points into the line that made it`() {
    #expect(
      answer(
        to: "let short = messages | where words < 5", "let shorter = short | where words < 2",
        "forget short", "shorter | count") == [
          "error: in “shorter”: no verb short", "  let shorter = short | where words < 2",
          "                ^^^^^ did you mean “sort”?",
        ])
  }

  @Test func `of a list that is asked to be null is told that it never is`() {
    #expect(
      Array(answer(to: "messages | where links is not null | count").prefix(2)) == [
        "note: “links” is a list, which is never null", "  where length(links) > 0",
      ])
  }
}
