import Diagnostics
import Model
import Synchronization
import Testing

@testable import Reading

@Suite struct `two exports of one chat` {
  @Test(arguments: 1...12)
  func `become one with every message once, in order, under one name each`(seed: Int) throws {
    var random = Seeded(seed)
    let phones = TwoPhones(messages: 300, using: &random)
    let chat = try MergedChat(["android": phones.android, "iphone": phones.iphone])
    #expect(chat.corpus.transcripts.map(\.source) == ["android + iphone"])
    #expect(chat.texts("sources") == phones.truth.map { $0.sources.joined(separator: ", ") })
    #expect(chat.texts("sender") == phones.truth.map { TwoPhones.called($0.person) })
    let kinds = chat.texts("kind")
    for (row, said) in phones.truth.enumerated() {
      switch said.text {
      case "media": #expect(kinds[row] == "media")
      case "deleted": #expect(kinds[row] == "deleted")
      case "mention": #expect(chat.texts("body")[row].hasSuffix(" ça va ?"))
      default: #expect(chat.texts("body")[row] == said.text)
      }
    }
    let minutes = chat.corpus.messages.moments.map { Period.ordinal(of: .minute, holding: $0) }
    #expect(zip(minutes, minutes.dropFirst()).allSatisfy { $0 <= $1 })
    #expect(chat.report.messages == phones.truth.count)
    #expect(chat.report.people == 6)
  }

  @Test func `the report lists each join`() throws {
    var random = Seeded(1)
    let phones = TwoPhones(messages: 300, using: &random)
    let report = try MergedChat(["android": phones.android, "iphone": phones.iphone]).report
    let merge = try #require(report.merges.first)
    #expect(
      Set(merge.joins.map { "\($0.name) of \($0.source) is \($0.person)" }) == [
        "+33 6 12 34 56 78 of android is Karim", "Maman of iphone is Zoé",
        "+27 82 123 4567 of iphone is Thandi", "Anouk of iphone is Ana",
        "Odile D. of iphone is Mamie",
      ])
    #expect(merge.joins.allSatisfy { $0.count > 10 })
    #expect(merge.doubts.isEmpty && merge.namesakes.isEmpty)
    #expect(merge.messages == phones.truth.count)
    #expect(
      merge.only
        == ["android", "iphone"].map { source in
          phones.truth.count { $0.sources == [source] }
        })
    #expect(report.problems.isEmpty)
  }

  @Test func `the copy of one that tells the second tells it`() throws {
    let chat = try MergedChat([
      "a": "1/17/25, 4:14 PM - Ana: un\n1/17/25, 4:14 PM - Bo: deux\n1/18/25, 4:14 PM - Bo: trois",
      "b": "[17/01/2025, 16:14:05] Ana: un\n[17/01/2025, 16:14:59] Bo: deux",
    ])
    #expect(
      chat.corpus.messages.moments.map { Moment(seconds: $0).second } == [5, 59, 0])
    #expect(chat.texts("source") == ["a", "a", "a"])
  }

  @Test func `equal messages are counted, and what one export alone has stays where it stood`()
    throws
  {
    let chat = try MergedChat([
      "a": """
      17/01/2025, 16:14 - Ana: ok
      17/01/2025, 16:14 - Ana: ok
      17/01/2025, 16:14 - Bo: deux
      17/01/2025, 16:14 - Ana: ok
      17/01/2025, 16:14 - Bo: seul
      17/01/2025, 16:14 - Ana: fin
      """,
      "b": """
      17/01/2025, 16:14 - Ana: ok
      17/01/2025, 16:14 - Bo: deux
      17/01/2025, 16:14 - Bo: aussi seul
      17/01/2025, 16:14 - Ana: ok
      17/01/2025, 16:14 - Ana: fin
      17/01/2025, 16:15 - Ana: ok
      """,
    ])
    #expect(
      chat.lines == [
        "16:14 Ana: ok < a, b", "16:14 Ana: ok < a", "16:14 Bo: deux < a, b",
        "16:14 Bo: aussi seul < b", "16:14 Ana: ok < a, b", "16:14 Bo: seul < a",
        "16:14 Ana: fin < a, b", "16:15 Ana: ok < b",
      ])
  }

  @Test func `messages that stand in another order on the other phone are there once`() throws {
    let chat = try MergedChat([
      "a":
        "17/01/2025, 16:14 - Ana: un\n17/01/2025, 16:14 - Bo: deux\n17/01/2025, 16:13 - Bo: tard",
      "b":
        "17/01/2025, 16:13 - Bo: tard\n17/01/2025, 16:14 - Bo: deux\n17/01/2025, 16:14 - Ana: un",
    ])
    #expect(
      chat.lines == ["16:13 Bo: tard < a, b", "16:14 Ana: un < a, b", "16:14 Bo: deux < a, b"])
  }

  @Test func `a crowded minute is merged like any other`() throws {
    let lines = (0..<400).map { "17/01/2025, 16:14 - Ana: \($0 % 7)" }
    let chat = try MergedChat([
      "a": lines.joined(separator: "\n"), "b": lines.dropFirst(100).joined(separator: "\n"),
    ])
    #expect(chat.texts("text") == (0..<400).map { "\($0 % 7)" })
    #expect(chat.texts("sources").count { $0 == "a, b" } == 300)
  }

  @Test func `notices stand there once, whatever the language and whoever You is`() throws {
    let chat = try MergedChat([
      "a": """
      17/01/2025, 16:10 - Vous avez créé le groupe « Vélos »
      17/01/2025, 16:10 - Vous avez ajouté Karim
      17/01/2025, 16:10 - Vous avez ajouté Zoé
      17/01/2025, 16:11 - Karim: bonjour
      17/01/2025, 16:12 - Zoé a quitté le groupe
      17/01/2025, 16:12 - Karim a quitté le groupe
      """,
      "b": """
      17/01/2025, 16:10 - Ana created group "Vélos"
      17/01/2025, 16:10 - Ana added Zoé
      17/01/2025, 16:10 - Ana added Karim
      17/01/2025, 16:11 - Karim: bonjour
      17/01/2025, 16:12 - Karim left
      17/01/2025, 16:12 - Zoé left
      """,
    ])
    #expect(
      chat.lines == [
        "16:10 : Ana created group \"Vélos\" < a, b", "16:10 : Ana added Karim < a, b",
        "16:10 : Ana added Zoé < a, b", "16:11 Karim: bonjour < a, b",
        "16:12 : Zoé a quitté le groupe < a, b", "16:12 : Karim a quitté le groupe < a, b",
      ])
  }

  @Test func `attachments are one whatever the phone writes in their place`() throws {
    let chat = try MergedChat([
      "a": """
      17/01/2025, 16:14 - Ana: <Médias omis>
      17/01/2025, 16:15 - Ana: IMG-20250117-WA0001.jpg (fichier joint)
      au lavoir
      17/01/2025, 16:16 - Ana: <Médias omis>
      17/01/2025, 16:16 - Bo: <Médias omis>
      17/01/2025, 16:17 - Bo: Appel vocal manqué
      17/01/2025, 16:18 - Bo: localisation : https://maps.google.com/?q=1,2
      """,
      "b": """
      [17/01/2025, 16:14:00] Ana: \u{200E}<attached: 00000001-VIDEO-2025-01-17-16-14-00.mp4>
      [17/01/2025, 16:15:00] Ana: \u{200E}image omitted
      [17/01/2025, 16:16:00] Bo: \u{200E}audio omitted
      [17/01/2025, 16:17:00] Bo: \u{200E}Missed voice call
      [17/01/2025, 16:18:00] Bo: Location: https://maps.google.com/?q=1,2
      [17/01/2025, 16:18:10] Bo: Location: https://maps.google.com/?q=3,4
      """,
    ])
    #expect(
      chat.texts("sources") == ["a, b", "a, b", "a", "a, b", "a, b", "a, b", "b"])
    #expect(
      chat.texts("media_type") == ["video", "image", "unknown", "audio", "", "", ""])
    #expect(chat.texts("body")[1] == "au lavoir")
    #expect(chat.texts("media")[0] == "00000001-VIDEO-2025-01-17-16-14-00.mp4")
  }

  @Test
  func `a GIF that Android keeps as a film is one, and so is a changed number that iOS leaves out`()
    throws
  {
    let chat = try MergedChat([
      "a": """
      17/01/2025, 16:14 - Ana: VID-20250117-WA0001.mp4 (file attached)
      17/01/2025, 16:15 - Ana: yes
      17/01/2025, 16:16 - Ana changed from +33 6 00 00 00 01 to +33 6 00 00 00 02
      """,
      "b": """
      [17/01/2025, 16:14:00] Ana: \u{200E}GIF omitted
      [17/01/2025, 16:15:00] Ana: yes
      [17/01/2025, 16:16:00] Ana: \u{200E}Ana changed their phone number to a new number. \u{200E}Tap to message or add the new number.
      """,
    ])
    #expect(chat.texts("sources") == ["a, b", "a, b", "a, b"])
    #expect(chat.texts("media")[0] == "VID-20250117-WA0001.mp4")
  }

  @Test func `what one phone has deleted or edited is one message with what the other has`() throws
  {
    let chat = try MergedChat([
      "a": """
      17/01/2025, 16:14 - Ana: rendez-vous à la halle samdi
      17/01/2025, 16:15 - Ana: une bêtise
      17/01/2025, 16:16 - Bo: Ce message a été supprimé
      17/01/2025, 16:17 - Bo: tout autre chose
      17/01/2025, 16:18 - Ana: fin
      """,
      "b": """
      [17/01/2025, 16:14:00] Ana: rendez-vous à la halle samedi \u{200E}<This message was edited>
      [17/01/2025, 16:15:00] Ana: \u{200E}This message was deleted.
      [17/01/2025, 16:16:00] Bo: \u{200E}image omitted
      [17/01/2025, 16:17:00] Bo: rien à voir \u{200E}<This message was edited>
      [17/01/2025, 16:18:00] Ana: fin
      """,
    ])
    #expect(chat.texts("sources") == ["a, b", "a, b", "a, b", "a", "b", "a, b"])
    #expect(chat.texts("body").prefix(2) == ["rendez-vous à la halle samedi", "une bêtise"])
    #expect(chat.texts("kind")[2] == "media")
  }

  @Test func `what had not arrived on one phone is one message with what the other has`() throws {
    let chat = try MergedChat([
      "a": """
      17/01/2025, 16:14 - Ana: sur la place
      17/01/2025, 16:15 - Bo: En attente de ce message
      17/01/2025, 16:15 - Ana:
      17/01/2025, 16:16 - Bo: j'arrive
      """,
      "b": """
      [17/01/2025, 16:14:00] Ana: \u{200E}Waiting for this message. This may take a while.
      [17/01/2025, 16:15:00] Bo: \u{200E}image omitted
      [17/01/2025, 16:15:10] Ana: où ?
      [17/01/2025, 16:16:00] Bo: j'arrive
      """,
    ])
    #expect(chat.texts("sources") == ["a, b", "a, b", "a", "b", "a, b"])
    #expect(chat.texts("kind") == ["text", "media", "text", "text", "text"])
    #expect(chat.texts("body").first == "sur la place")
  }

  @Test func `a long text that one phone dates a minute later is there once`() throws {
    let long = "la réunion est déplacée à mardi"
    let chat = try MergedChat([
      "a": """
      17/01/2025, 16:14 - Ana: \(long)
      17/01/2025, 16:14 - Bo: ok
      17/01/2025, 16:20 - Ana: \(long)
      17/01/2025, 16:21 - Ana: \(long)
      """,
      "b": """
      17/01/2025, 16:15 - Ana: \(long)
      17/01/2025, 16:15 - Bo: ok
      17/01/2025, 16:20 - Ana: \(long)
      17/01/2025, 16:23 - Ana: \(long)
      """,
    ])
    #expect(
      chat.lines == [
        "16:14 Ana: \(long) < a, b", "16:14 Bo: ok < a", "16:15 Bo: ok < b",
        "16:20 Ana: \(long) < a, b", "16:21 Ana: \(long) < a", "16:23 Ana: \(long) < b",
      ])
  }

  @Test func `a message has the key that its text has where it is read alone`() throws {
    let a = "17/01/2025, 16:14 - +33 6 12 34 56 78: un\n17/01/2025, 16:15 - Bo: deux"
    let b = "17/01/2025, 16:14 - Karim: un\n17/01/2025, 16:16 - Karim: trois"
    let merged = try MergedChat(["a": a, "b": b])
    let sandbox = try InputSandbox(["a.txt": a, "b.txt": b])
    let (corpus, report) = try sandbox.load("a.txt", "b.txt")
    let alone = MergedChat(corpus, report).texts("key")
    #expect(merged.texts("key") == [alone[0], alone[1], alone[3]])
  }

  @Test func `an export without messages, one without dates and one alone are no trouble`() throws {
    let chat = try MergedChat(["a": "17/01/2025, 16:14 - Ana: un", "b": "17/01/2025, 16:14 - x"])
    #expect(chat.lines == ["16:14 Ana: un < a", "16:14 : x < b"])
    let alone = try MergedChat(["a": "17/01/2025, 16:14 - Ana: un"])
    #expect(alone.report.merges.isEmpty)
    #expect(alone.lines == ["16:14 Ana: un < a"])
  }

  @Test func `merged parts may be many, and their order makes no difference`() throws {
    var random = Seeded(3)
    let phones = TwoPhones(messages: 200, using: &random)
    let lines = phones.android.split(separator: "\n", omittingEmptySubsequences: false)
    let starts = lines.indices.filter { lines[$0].contains(" - ") }
    var exports = ["z": phones.iphone]
    for (number, name) in ["a", "b", "c", "d"].enumerated() {
      let last = (number + 2) * starts.count / 5
      let end = last < starts.count ? starts[last] : lines.count
      let part = lines[starts[number * starts.count / 5]..<end]
      exports[name] = part.joined(separator: "\n")
    }
    let chat = try MergedChat(exports)
    let whole = try MergedChat(["android": phones.android, "iphone": phones.iphone])
    #expect(chat.texts("text") == whole.texts("text"))
    #expect(chat.texts("sender") == whole.texts("sender"))
    #expect(chat.values("date") == whole.values("date"))
  }

  @Test func `an interrupt ends a merge`() throws {
    var random = Seeded(4)
    let phones = TwoPhones(messages: 200, using: &random)
    let sandbox = try InputSandbox(["a.txt": phones.android, "b.txt": phones.iphone])
    var interrupted = 0
    for patience in 0..<80 {
      let asked = Mutex(0)
      let interrupt = Interrupt {
        asked.withLock {
          $0 += 1
          return $0 > patience
        }
      }
      var requests = ["a.txt", "b.txt"].map { LoadRequest(path: $0) }
      for place in requests.indices { requests[place].merge = 1 }
      do throws(Diagnostic) {
        _ = try read(
          requests, options: ReadingOptions(directory: sandbox.path), interrupt: interrupt)
      } catch {
        #expect(error == .interrupted)
        interrupted += 1
      }
    }
    #expect((10..<80).contains(interrupted))
  }
}

extension TwoPhones {
  /// What a person is called once both exports are merged: by a name rather than by a number, as the
  /// first export has it.
  static func called(_ person: String) -> String {
    person == "Odile" ? "Mamie" : person
  }
}
