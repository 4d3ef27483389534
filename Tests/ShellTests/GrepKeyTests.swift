import Testing

@testable import Shell

/// A search by a key, and the condition that it stands for.
private let keys: [(search: String, condition: String)] = [
  ("from:zoe", #"sender = "Zoë""#),
  ("from:ZOE,odile", #"sender in ("Zoë", "Odile")"#),
  (#"from:"bo li",li"#, #"sender = "Bo Li""#),
  (#"from:"Élodie 🌸""#, #"sender = "Élodie 🌸""#),
  ("!from:zoe,ana", #"not (sender in ("Zoë", "Ana"))"#),
  ("since:2025-06", "date >= 2025-06"),
  ("since:newest-7d", "date >= newest - 7d"),
  ("since:12/06/2025", "date >= 2025-06-12"),
  ("until:2025-03", "date < 2025-04-01"),
  ("since:2025-02 until:2025-03", "date in 2025-02..2025-03"),
  ("on:2025-02-17", "date = 2025-02-17"),
  ("on:2025-W08", "date = 2025-W08"),
  ("on:2025-03..2025-06", "date in 2025-03..2025-06"),
  ("on:2025-03,2025-06", "date in (2025-03, 2025-06)"),
  ("in:voisins", #"source = "voisins""#),
  ("in:cafe", #"source = "repair-cafe""#),
  ("kind:media,deleted", #"kind in ("media", "deleted")"#),
  ("kind:MEDIA", #"kind = "media""#),
  ("event:joined,left", #"event in ("joined", "left")"#),
  ("has:link", "length(links) > 0"),
  ("has:media", #"kind = "media""#),
  ("has:emoji", "length(emoji) > 0"),
  ("has:mention", "length(mentions) > 0"),
  ("has:link,mention", "length(links) > 0 or length(mentions) > 0"),
  ("is:edited", "edited"),
  ("is:deleted", #"kind = "deleted""#),
  ("is:system", #"kind = "system""#),
  ("is:fragment", #"kind = "fragment""#),
  ("!is:system,deleted", #"kind != "system" and kind != "deleted""#),
  ("topic:podcast", #"topics = "Podcast""#),
  ("chunk:12", #"chunks = "12""#),
  ("chunk:12..14", #"chunks in ("12", "13", "14")"#),
  ("file:voisins", #"file contains "voisins""#),
  ("file:examples", "true"),
  ("id:12", "id = 12"),
  ("id:12..20", "id in 12..20"),
  ("id:20,12", "id in (12, 20)"),
]

@Suite struct `the keys of grep` {
  @Test(arguments: keys) func `stand for a condition`(search: String, condition: String) {
    let found = ids(of: "grep \(search)")
    #expect(found == ids(of: "messages | where \(condition)"))
  }

  @Test(arguments: GrepKey.all.map(\.name)) func `are each tried here`(name: String) {
    #expect(keys.contains { $0.search.hasPrefix("\(name):") || $0.search.hasPrefix("!\(name):") })
  }

  @Test(arguments: GrepKey.all.flatMap { key in key.values.map { (key.name, $0) } })
  func `take each value that they list`(name: String, value: String) {
    #expect(complaint(about: "grep \(name):\(value) -c") == nil)
  }

  @Test(arguments: [
    ("form:ana", "grep has no key “form:”", "did you mean “from:”?"),
    ("from:", "from: needs a value right after the colon", nil),
    ("from: ana", "from: needs a value right after the colon", nil),
    ("author:zoe", "author: is spelt from: here", nil),
    ("before:2025-03", "before: is spelt until: here", nil),
    (
      "has:photo", "“photo” is none of link, media, emoji, mention",
      "grep has:media | where media_type = \"image\""
    ),
    ("since:\"last week\"", "“last week” is no date", nil),
    ("-v from:zoe", "-v is about patterns, and there is none", "as !from:ana"),
    (
      "kind:vidio",
      "“vidio” is none of text, media, system, deleted, call, poll, location, contact, fragment",
      "grep has:media | where media_type = \"video\""
    ),
    ("is:media", "“media” is none of edited, deleted, system, fragment", "grep kind:media"),
    ("has:poll", "“poll” is none of link, media, emoji, mention", "grep kind:poll"),
    (
      "kind:joined",
      "“joined” is none of text, media, system, deleted, call, poll, location, contact, fragment",
      "grep event:joined"
    ),
    ("has:lien", "“lien” is none of link, media, emoji, mention", nil),
    ("is:edted", "“edted” is none of edited, deleted, system, fragment", "did you mean “edited”?"),
    ("since:\"2025-02-17 16:14\"", "“2025-02-17 16:14” is no date", "write 2025-02-17T16:14"),
    ("since:tomorow", "“tomorow” is no date", nil),
    ("since:hier", "“hier” is no date", "write yesterday"),
    ("on:lundi", "“lundi” is no date", "a day is 2025-02-17; any Monday is weekday = \"Mon\""),
    (
      "since:févr", "“févr” is no date",
      "a month is 2025-02, a day 2025-02-17; any February is monthname = \"Feb\""
    ),
    ("since:2025-02..2025-03", "a range of dates stands after on:", "on:2025-02..2025-03"),
    ("on:2025-02-30", "2025-02-30 is no date: 2025-02 has 28 days", nil),
    ("id:ten", "“ten” is no number and no range like 12..20", nil),
    ("id:20..12", "“20..12” is no number and no range like 12..20", nil),
    ("chunk:1..999999999", "“1..999999999” is no number and no range like 12..20", nil),
  ])
  func `refuse what they cannot be`(search: String, message: String, help: String?) {
    var session = exampleSession
    let answer = session.answer(to: "grep \(search)", columns: 200)
    #expect(answer.first == "error: \(message)")
    #expect(help.map { answer.last?.hasSuffix($0) == true } ?? true)
  }

  @Test(arguments: ["http:", "https://radio", "18:30", "c'est:"])
  func `are not meant where a colon stands in an address or a time`(word: String) {
    #expect(complaint(about: "grep \(word) -c")?.hasPrefix("grep has no key") != true)
  }

  @Test func `in quotes are text`() {
    #expect(ids(of: #"grep "from:zoe""#).isEmpty)
    #expect(complaint(about: #"grep "form:zoe""#) == nil)
  }

  @Test func `tell when a name fits several people, or nobody`() {
    #expect(
      answer(to: "grep from:m -c").first?.hasPrefix("note: “m” fits ") == true)
    #expect(
      Array(answer(to: "grep from:elodei").prefix(2)) == [
        "note: no sender matches “elodei”", "  closest: Élodie 🌸, 548 messages",
      ])
    #expect(
      answer(to: "grep in:voisin -c").last == "voisins    395  100 %  ████████████████████████")
    #expect(
      Array(answer(to: "grep in:voisinage").prefix(2)) == [
        "note: no source matches “voisinage”", "  closest: voisins",
      ])
  }
}
