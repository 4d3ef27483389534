import Diagnostics
import Foundation
import Model
import Testing

@testable import Reading

/// Exports, and folders of chunks, with ground truth from independent parsers; beside the
/// repository where they are there.
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

  /// The exports and the folders of chunks.
  static let all: [Fixture] = ["", "mini/", "chunks/"].flatMap { prefix in
    let names = try? FileManager.default.contentsOfDirectory(atPath: folder.path + "/" + prefix)
    let ending = ".expected.json"
    return (names ?? []).filter { $0.hasSuffix(ending) }.sorted()
      .map { Fixture(name: prefix + $0.dropLast(ending.count)) }
  }

  /// A message of the ground truth.
  struct Row: Decodable {
    var date: String
    var author: String?
    var text: String
    let notice: String?
    let edited: Bool?
    let deleted: Bool?
    let mediaOmitted: Bool?
    let attachment: String?
    let caption: String?
  }

  func expected() throws -> [Row] {
    let data = try Data(contentsOf: Fixture.folder.appending(path: name + ".expected.json"))
    return try JSONDecoder().decode([Row].self, from: data)
  }

  /// A message as a load of the fixture gives it.
  struct Message {
    let date: String
    let author: String?
    let text: String
    let body: String?
    let kind: MessageKind
    let event: Event?
    let isEdited: Bool
    /// The name of what is attached; nil where nothing is, a nil in it where it was left out.
    let attachment: String??
  }

  /// The bytes of an export; nil for a folder.
  var export: [UInt8]? {
    try? [UInt8](Data(contentsOf: Fixture.folder.appending(path: name + ".txt")))
  }

  /// Loads the fixture, as its path given to a shell would be.
  func messages() throws -> [Message] {
    let path = Fixture.folder.appending(path: name).path
    let file = FileManager.default.fileExists(atPath: path) ? path : path + ".txt"
    let corpus = try read(
      [LoadRequest(path: file)], options: ReadingOptions(directory: Fixture.folder.path)
    ).corpus
    let all = corpus.messages
    let edited = Set(all.edited)
    let files = Dictionary(uniqueKeysWithValues: all.attachments.map { ($0.message, $0.name) })
    let notices = Dictionary(all.notices.map { ($0.message, $0.event) }) { first, _ in first }
    let bodies = Dictionary(uniqueKeysWithValues: all.bodies.map { ($0.message, $0) })
    return corpus.transcripts.flatMap { transcript in
      transcript.messages.map { message in
        let start = Int(all.starts[message])
        let text = transcript.text[start..<start + Int(all.lengths[message])]
        let key = Int32(message)
        let body = bodies[key].map {
          text.dropFirst(Int($0.offset)).prefix(Int($0.length))
        }
        let sender = Int(all.senders[message])
        return Message(
          date: Moment(seconds: all.moments[message]).description,
          author: sender < 0 ? nil : corpus.people.values[sender],
          text: String(decoding: text, as: UTF8.self),
          body: (body ?? text).isEmpty ? nil : String(decoding: body ?? text, as: UTF8.self),
          kind: all.kinds[message], event: notices[key], isEdited: edited.contains(key),
          attachment: files[key].map { .some($0) } ?? nil)
      }
    }
  }
}

extension Fixture.Row {
  /// What of the ground truth a message is not equal to, as `compare.py --notice-null` compares.
  func difference(from message: Fixture.Message) -> String? {
    let seconds = date.count < 19 ? date + ":00" : date
    let mayLackAuthor = message.author == nil && (notice != nil || message.kind == .system)
    if message.date != seconds { return "\(message.date), not \(seconds)" }
    if plain(message.text) != plain(text) {
      return "“\(plain(message.text))”, not “\(plain(text))”"
    }
    if message.author != person(author), !mayLackAuthor {
      return "by \(message.author ?? "nobody"), not \(author ?? "nobody")"
    }
    return nil
  }

  /// What else the ground truth asserts, as `compare.py --extras` compares, and is not so.
  func otherDifference(from message: Fixture.Message) -> String? {
    if let edited, edited != message.isEdited { return "edited: \(message.isEdited)" }
    if let deleted, deleted != (message.kind == .deleted) { return "\(message.kind), not deleted" }
    if let mediaOmitted, mediaOmitted != (message.attachment == .some(nil)) {
      return "left out: \(!mediaOmitted)"
    }
    if let attachment, message.attachment != attachment {
      return "attached: \((message.attachment ?? nil) ?? "nothing")"
    }
    if let caption, message.body.map(plain) != plain(caption) {
      return "body: \(message.body ?? "")"
    }
    if let notice, !Fixture.isNotice(notice, message) {
      return "\(message.event?.rawValue ?? message.kind.rawValue), not \(notice)"
    }
    return nil
  }
}

extension Fixture {
  /// Whether a message is of a kind of notice of the ground truth.
  fileprivate static func isNotice(_ notice: String, _ message: Message) -> Bool {
    switch notice {
    case "call": message.kind == .call
    // Ours are coarser.
    case "settings": message.event == .other || message.event == .admin
    // A description is filed under the subject there.
    case "subject": message.event == .subject || message.event == .description
    case "group_created": message.event == .created
    default: message.event?.rawValue == notice.replacing("_", with: "-")
    }
  }
}

/// Without marks and outer blanks, as the ground truth is compared.
private func plain(_ text: String) -> String {
  let marks: [ClosedRange<UInt32>] = [
    0x200E...0x200F, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF...0xFEFF,
  ]
  var scalars = String.UnicodeScalarView()
  for scalar in text.unicodeScalars where !marks.contains(where: { $0.contains(scalar.value) }) {
    scalars.append(scalar)
  }
  let lines = String(scalars).split(separator: "\n", omittingEmptySubsequences: false).map { line in
    var line = line
    while line.unicodeScalars.last?.properties.isWhitespace == true {
      line.unicodeScalars.removeLast()
    }
    return String(line)
  }
  return lines.joined(separator: "\n").trimmingCharacters(in: .init(charactersIn: "\n"))
    .trimmingCharacters(in: .init(charactersIn: " "))
}

/// A name of the ground truth as we spell names: without the `~` of an unsaved contact.
private func person(_ name: String?) -> String? {
  guard let name else { return nil }
  let bytes = Array(name.utf8)
  return senderName(0..<bytes.count, in: bytes.span)
}
