import Foundation
import Model
import Testing

@testable import Reading

private func read(_ text: String) -> NoticeReader.Notice? {
  let bytes = Array(text.utf8)
  var reader = NoticeReader()
  return reader.notice(in: 0..<bytes.count, of: bytes.span)
}

/// The text of a phrase with its slots filled, and what they were filled with.
private func example(
  of phrase: String, with names: [Wording.Slot: String]
) -> (text: String, found: [Wording.Slot: String]) {
  var text = ""
  var found: [Wording.Slot: String] = [:]
  var rest = phrase[...]
  while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
    text += rest[..<open]
    let parts = rest[rest.index(after: open)..<close].split(separator: "=")
    let slot = Wording.Slot(rawValue: String(parts[0])) ?? .anything
    let name = parts.count > 1 ? String(parts[1]) : names[slot, default: "tout"]
    text += name
    found[slot] = parts.count > 1 ? name.prefix(1).uppercased() + name.dropFirst() : name
    rest = rest[rest.index(after: close)...]
  }
  return (text + rest, found)
}

extension SystemEvent: CustomTestStringConvertible {
  var testDescription: String { "\(language): \(phrase)" }
}

@Test(arguments: SystemEvent.all)
func `a notice's phrase reads its own example`(_ event: SystemEvent) throws {
  let (text, found) = example(
    of: event.phrase,
    with: [
      .actor: "Zoé 🌸 : la vraie", .subject: "+33 6 12 34 56 78", .both: "Jean-Pierre - Lyon",
      .title: "Vélo : été", .number: "+33 6 99 99 99 99",
    ])
  let notice = try #require(read(text))
  #expect(notice.meaning == event.meaning)
  #expect(notice.actor == found[.actor] ?? found[.both])
  #expect(notice.subject == found[.subject] ?? found[.both] ?? found[.title] ?? found[.number])
}

@Test func `no phrase stands in the table twice`() {
  #expect(Set(SystemEvent.all.map(\.phrase)).count == SystemEvent.all.count)
  #expect(Set(MessageMark.all.map(\.phrase)).count == MessageMark.all.count)
}

@Test(arguments: [
  ("You created group \"Vélo\"", "You created group “Vélo”"),
  ("Vous avez créé le groupe \"Vélo\"", "Vous avez créé le groupe «\u{A0}Vélo\u{A0}»"),
  ("Ana changed this group's icon", "\u{200E}~\u{202F}Ana changed this group’s icon."),
  ("Ana a été ajouté", "Ana a été ajouté(e)"), ("Ana a été ajouté", "Ana a été ajouté·e"),
  ("You're now an admin", "You’re now an admin."),
  (
    "Votre code de sécurité avec Ana a changé",
    "Votre code de sécurité avec \u{202A}Ana\u{202C} a changé. \u{200E}Appuyez pour en savoir plus."
  ),
])
func `quotes, marks, endings and invitations make no other notice`(
  plain: String, written: String
) throws {
  let (one, other) = (try #require(read(plain)), try #require(read(written)))
  #expect(one.meaning == other.meaning)
  #expect(one.actor == other.actor)
  #expect(one.subject == other.subject)
}

@Test(arguments: [
  "", " ", "salut", "added", "left", " left", "Ana lefty", "Ana added", "You", "Vous avez",
  "Ana joined using this group's invite", "created group", "Ana created group “", "{actor} left}",
])
func `what is no notice is none`(_ text: String) {
  #expect(read(text) == nil)
}

/// A line of WhatsApp's own strings: category, platform, and the phrase with names put in.
struct InterfaceString: CustomTestStringConvertible {
  let category: String
  let platform: String
  let language: String
  let text: String

  var testDescription: String { text }

  /// Those in the languages of the tables.
  static let all: [InterfaceString] = {
    let file = Fixture.folder.appending(path: "notices.tsv")
    guard let lines = try? String(contentsOf: file, encoding: .utf8).split(separator: "\n") else {
      return []
    }
    let head = lines[0].split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    return lines.dropFirst().flatMap { line -> [InterfaceString] in
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      return SystemEvent.Language.allCases.compactMap { language in
        guard let column = head.firstIndex(of: language.rawValue.uppercased()),
          !cells[column].isEmpty
        else { return nil }
        return InterfaceString(
          category: cells[0], platform: cells[1], language: language.rawValue,
          text: filled(cells[column]))
      }
    }
  }()

  /// A cell with names in place of `%1$@`, `%s`, `%u`, and its quoting undone.
  private static func filled(_ cell: String) -> String {
    var text = cell
    if text.hasPrefix("\""), text.hasSuffix("\"") {
      text = String(text.dropFirst().dropLast()).replacing("\"\"", with: "\"")
    }
    let names = ["Zoé 🌸", "+33 6 12 34 56 78", "Vélo : été", "7"]
    var next = 0
    var filled = ""
    var rest = text[...]
    while let percent = rest.firstIndex(of: "%") {
      filled += rest[..<percent]
      rest = rest[rest.index(after: percent)...]
      if let dollar = rest.firstIndex(of: "$"),
        rest.distance(from: rest.startIndex, to: dollar) == 1
      {
        next = max(next, (Int(rest[..<dollar]) ?? 1) - 1)
        rest = rest[rest.index(after: dollar)...]
      }
      filled += rest.first == "u" ? "7" : names[next % names.count]
      next += 1
      rest = rest.dropFirst()
    }
    return filled + rest
  }
}

/// The event that most strings of a category of the file tell.
private let events: [String: SystemEvent.Meaning] = [
  "encryption": .event(.encryption), "security_code": .event(.securityCode),
  "group_created": .event(.created), "added": .event(.added), "removed": .event(.removed),
  "left": .event(.left), "joined": .event(.joined), "icon": .event(.icon),
  "description": .event(.description), "number_changed": .event(.numberChanged),
  "admin": .event(.admin), "settings": .event(.other), "disappearing": .event(.disappearing),
  "blocked": .event(.other),
]

@Suite(.enabled(if: Fixture.isThere, "WhatsApp's own strings are not there"))
struct NoticeStringTests {
  /// The file also has labels of buttons and menus, which no export holds.
  @Test func `of WhatsApp's own strings 19 in 20 are known for what they tell`() {
    let strings = InterfaceString.all.filter { events[$0.category] != nil }
    let unknown = strings.filter { read($0.text)?.meaning != events[$0.category] }
    #expect(unknown.count * 20 < strings.count, "\(unknown.map(\.text))")
  }
}
