import Foundation
import Model
import Testing

@testable import Reading

/// One of WhatsApp's own strings in one language, with invented names put in.
struct InterfaceString {
  /// The row of the file, from 1; the same string in all languages.
  let row: Int
  let category: String
  /// The string in English, with `#` for each name.
  let english: String
  /// The language as the file has it.
  let language: String
  let text: String

  /// What is put in the places 1 to 4: names that are hard to tell from what stands around them.
  static let names = [
    "Zoé 🌸 : la vraie", "\u{202A}+33 6 12\u{A0}34 56\u{2011}78\u{202C}", "Vélo : été", "Léo - Lyon",
  ]

  /// Those names as we spell them.
  static let spelt = [
    "Zoé 🌸 : la vraie", "+33 6 12 34 56\u{2011}78", "Vélo : été", "Léo - Lyon",
  ]

  /// All of them; none where the file is not there.
  static let all: [InterfaceString] = {
    let file = Fixture.folder.appending(path: "notices.tsv")
    guard let lines = try? String(contentsOf: file, encoding: .utf8).split(separator: "\n") else {
      return []
    }
    let head = cells(of: lines[0])
    return lines.enumerated().dropFirst().flatMap { row, line -> [InterfaceString] in
      let cells = cells(of: line)
      var (signs, names) = (Array(repeating: "#", count: names.count), names)
      if let count = cells[3].firstMatch(of: /(?:added|removed) %([12])\$@ groups?$/),
        let place = Int(count.output.1)
      {
        (signs[place - 1], names[place - 1]) = ("7", "7")
      }
      return head.indices.dropFirst(3).compactMap { column in
        guard !cells[column].isEmpty else { return nil }
        return InterfaceString(
          row: row, category: cells[0],
          english: filled(cells[3], with: signs),
          language: head[column], text: filled(cells[column], with: names))
      }
    }
  }()

  /// The cells of a line, their quoting undone.
  private static func cells(of line: Substring) -> [String] {
    line.split(separator: "\t", omittingEmptySubsequences: false).map { cell in
      guard cell.hasPrefix("\""), cell.hasSuffix("\""), cell.count > 1 else { return String(cell) }
      return String(cell.dropFirst().dropLast()).replacing("\"\"", with: "\"")
    }
  }

  /// A string with names in place of `%1$@`, `%s` and `%u`.
  private static func filled(_ cell: String, with names: [String]) -> String {
    var next = 0
    return cell.replacing(/%(?:([1-4])\$)?[@su]/) { match in
      if let number = match.output.1.flatMap({ Int($0) }) { return names[number - 1] }
      next += 1
      return names[next - 1]
    }
  }
}

/// What a notice tells, by the beginning of the string in English with `#` for each name; the first
/// that fits. A number is the place of a name; 0 the one who made the export.
private let told: [(start: String, meaning: SystemEvent.Meaning, actor: Int?, subject: Int?)] = [
  ("Messages", .event(.encryption), nil, nil),
  ("#'s security code", .event(.securityCode), nil, 1),
  ("Your security code with all", .event(.securityCode), nil, nil),
  ("Your security code with #", .event(.securityCode), nil, 1),
  ("# created group", .event(.created), 1, 2),
  ("# created this group", .event(.created), 1, nil),
  ("You created group", .event(.created), 0, 1),
  ("You created this group", .event(.created), 0, nil),
  ("Group creator created group", .event(.created), nil, 1),
  ("Group creator created this", .event(.created), nil, nil),
  ("Community creator", .event(.created), nil, nil),
  ("# added you", .event(.added), 1, 0),
  ("# added 7 group", .event(.added), 1, nil),
  ("# added #", .event(.added), 1, 2),
  ("# was added", .event(.added), nil, 1),
  ("You added 7 group", .event(.added), 0, nil),
  ("You added #", .event(.added), 0, 1),
  ("You were added", .event(.added), nil, 0),
  ("# removed you", .event(.removed), 1, 0),
  ("# removed 7 group", .event(.removed), 1, nil),
  ("# removed #", .event(.removed), 1, 2),
  ("# was removed", .event(.removed), nil, 1),
  ("You removed 7 group", .event(.removed), 0, nil),
  ("You removed #", .event(.removed), 0, 1),
  ("You were removed", .event(.removed), nil, 0),
  ("# left", .event(.left), 1, 1),
  ("You left", .event(.left), 0, 0),
  ("# joined", .event(.joined), 1, 1),
  ("You joined", .event(.joined), 0, 0),
  ("# changed the subject from", .event(.subject), 1, 3),
  ("# changed the community name from", .event(.subject), 1, 3),
  ("# changed the subject to", .event(.subject), 1, 2),
  ("# changed the community’s name", .event(.subject), 1, 2),
  ("You changed the subject from", .event(.subject), 0, 2),
  ("You changed the community name from", .event(.subject), 0, 2),
  ("You changed the subject to", .event(.subject), 0, 1),
  ("You changed the community’s name", .event(.subject), 0, 1),
  ("A participant changed the subject", .event(.subject), nil, 1),
  ("A participant", .event(.description), nil, nil),
  ("# changed the group desc", .event(.description), 1, nil),
  ("# changed the community desc", .event(.description), 1, nil),
  ("# deleted the", .event(.description), 1, nil),
  ("You changed the", .event(.description), 0, nil),
  ("You deleted the", .event(.description), 0, nil),
  ("# deleted this", .event(.icon), 1, nil),
  ("# changed this group's icon", .event(.icon), 1, nil),
  ("# changed this community's icon", .event(.icon), 1, nil),
  ("You deleted this", .event(.icon), 0, nil),
  ("You changed this group's icon", .event(.icon), 0, nil),
  ("You changed this community's icon", .event(.icon), 0, nil),
  ("Group icon", .event(.icon), nil, nil),
  ("# changed from", .event(.numberChanged), 1, 3),
  ("# changed to", .event(.numberChanged), 1, 2),
  ("# was changed to", .event(.numberChanged), 1, 2),
  ("#'s number was changed", .event(.numberChanged), 1, 3),
  ("Your phone number", .event(.numberChanged), 0, 2),
  ("# changed their phone number", .event(.numberChanged), 1, nil),
  ("You're", .event(.admin), nil, 0),
  ("# turned on disappearing", .event(.disappearing), 1, nil),
  ("# turned off disappearing", .event(.disappearing), 1, nil),
  ("# updated the message timer", .event(.disappearing), 1, nil),
  ("# uses a default timer", .event(.disappearing), 1, nil),
  ("You turned on disappearing", .event(.disappearing), 0, nil),
  ("You turned off disappearing", .event(.disappearing), 0, nil),
  ("You updated the message timer", .event(.disappearing), 0, nil),
  ("Disappearing messages", .event(.disappearing), nil, nil),
  ("# started a", .call, 1, nil),
  ("You started a", .call, 0, nil),
  ("# revoked", .event(.other), 1, nil),
  ("# reset", .event(.other), 1, nil),
  ("# changed this", .event(.other), 1, nil),
  ("# turned o", .event(.other), 1, nil),
  ("# removed th", .event(.other), 1, nil),
  ("# added th", .event(.other), 1, nil),
  ("You", .event(.other), 0, nil),
  ("", .event(.other), nil, nil),
]

/// Labels of buttons and of the screens of calls, which no export holds, by their beginning in
/// English.
private let labels = [
  "Request to Join", "<b/>", "#d left", "#h left", "#m left", "Business Account",
  "Official Business Account", "Your report", "Silenced by", "Video call view", "Video call…",
  "Voice call…", "video call", "View Once", "Your View Once", "Edited",
]

/// Rows whose wording in a language says less, or something else, than in English.
private let exceptions: Set<String> = Set(
  [
    // The name of the one who added groups and their number stand side by side.
    "TR 105", "TR 106", "TR 127", "TR 128",
    // “Joined” and “was added” are one word.
    "ZH-Hans 101", "ZH-Hans 109",
    // The label “Business Account”.
    "PT-BR 424",
  ]
    // “You turned on” and “were turned on” are one word.
    + (297...312).map { "PL \($0)" })

/// The kind and type of the message that a mark makes, by the English string.
private func made(by string: InterfaceString) -> (kind: MessageKind, type: MediaType?) {
  let types: [(word: String, type: MediaType)] = [
    ("image", .image), ("Photo", .image), ("video", .video), ("Video", .video), ("audio", .audio),
    ("GIF", .gif), ("sticker", .sticker), ("document", .document), ("Contact", .contact),
  ]
  switch string.category {
  case "call": return (.call, nil)
  case "deleted": return (.deleted, nil)
  case "location": return (.location, nil)
  case "attached": return (.media, .image)
  default:
    let type = types.first { string.english.contains($0.word) }?.type ?? .unknown
    return (type == .contact ? .contact : .media, type)
  }
}

@Suite(.enabled(if: Fixture.isThere, "WhatsApp's own strings are not there"))
struct InterfaceStringTests {
  private static let languages = Set(InterfaceString.all.map(\.language)).sorted()
  private static let marks: Set = [
    "call", "deleted", "omitted", "attached", "view_once", "location",
  ]

  private func strings(_ language: String, marks: Bool) -> [InterfaceString] {
    InterfaceString.all.filter { string in
      string.language == language
        && InterfaceStringTests.marks.contains(string.category) == marks
        && !labels.contains(where: string.english.hasPrefix)
        && !exceptions.contains("\(language) \(string.row)")
    }
  }

  @Test(arguments: languages)
  func `WhatsApp's own notices are known for what they tell, and of whom`(_ language: String) {
    var reader = NoticeReader()
    let you = Phrasebook.all.first {
      $0.language.map { language.lowercased().hasPrefix($0.rawValue.prefix(2)) } ?? false
    }?.you
    let strings = strings(language, marks: false)
    let wrong = strings.filter { string in
      let bytes = Array(string.text.utf8)
      let notice = reader.notice(in: 0..<bytes.count, of: bytes.span)
      guard let told = told.first(where: { string.english.hasPrefix($0.start) }) else {
        return true
      }
      func name(_ place: Int?) -> String? {
        place.flatMap { $0 == 0 ? you : InterfaceString.spelt[$0 - 1] }
      }
      return notice?.meaning != told.meaning || notice?.actor != name(told.actor)
        || told.meaning != .event(.other) && notice?.subject != name(told.subject)
    }
    print("\(language): \(strings.count - wrong.count) of \(strings.count) notices")
    #expect(wrong.isEmpty, "\(wrong.map { "\($0.row) \($0.text)" })")
  }

  @Test(arguments: languages)
  func `WhatsApp's own marks are known for what they stand for`(_ language: String) throws {
    let strings = strings(language, marks: true)
    let wrong = try strings.filter { string in
      var text = string.text
      if string.category == "attached" || string.category == "location" {
        let name = string.category == "attached" ? "IMG-20250217-WA0001.jpg" : "https://example.org"
        text = text.replacing(InterfaceString.names[0], with: name)
      }
      // iOS puts U+200E before what it writes itself.
      let read = try ReadTranscript(
        "13/02/2025, 10:00 - Ana: \u{200E}\(text)\n13/02/2025, 10:01 - Ana: ok")
      let message = read.messages.first
      let expected = made(by: string)
      return message?.kind != expected.kind || message?.type != expected.type
    }
    print("\(language): \(strings.count - wrong.count) of \(strings.count) marks")
    #expect(wrong.isEmpty, "\(wrong.map { "\($0.row) \($0.text)" })")
  }
}
