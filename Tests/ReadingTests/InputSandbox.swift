import Diagnostics
import Foundation
import Model

@testable import Reading

/// A folder of invented files, gone when the test ends.
final class InputSandbox {
  let path: String

  init(_ files: [String: String] = [:]) throws {
    path = NSTemporaryDirectory() + "causerie-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    for (name, text) in files { try write(text, to: name) }
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }

  func write(_ text: String, to name: String) throws {
    try write(Array(text.utf8), to: name)
  }

  func write(_ bytes: [UInt8], to name: String) throws {
    let file = URL(fileURLWithPath: path).appending(path: name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: file)
  }

  func link(_ name: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(
      atPath: path + "/" + name, withDestinationPath: target)
  }

  /// Loads paths seen from the folder, which is also the home.
  func load(
    _ requests: [LoadRequest], now: Moment? = nil, standardInput: [UInt8] = []
  ) throws -> (corpus: Corpus, report: ReadingReport) {
    try read(
      requests,
      options: ReadingOptions(
        directory: path, home: path + "/home", now: now, standardInput: standardInput))
  }

  func load(_ paths: String...) throws -> (corpus: Corpus, report: ReadingReport) {
    try load(paths.map { LoadRequest(path: $0) })
  }
}

/// Texts of invented chats.
enum InputSample {
  static let export = """
    17/02/2025, 16:14 - Ana: bonjour
    17/02/2025, 16:15 - Bo: salut
    ça va ?
    """

  /// A chunk with lines, and a header that declares the right numbers and nothing else.
  static func chunk(
    _ lines: [String], period: String = "null → null", participants: String = "",
    topics: String = "", tokens: Int? = nil, messages: Int? = nil
  ) -> String {
    let sum = lines.reduce(0) { $0 + ReassemblyChat.tokens(of: $1) }
    return """
      === MÉTADONNÉES CHUNK ===
      Période: \(period)
      Participants: \(participants)
      Topics: \(topics)
      Tokens: \(tokens ?? sum)
      Messages: \(messages ?? lines.count)

      === CONTENU ===
      \(lines.joined(separator: "\n"))
      """
  }
}

extension Corpus {
  /// The texts of the messages.
  var texts: [String] {
    transcripts.flatMap { transcript in
      transcript.messages.map { message in
        let start = Int(messages.starts[message])
        let bytes = transcript.text[start..<(start + Int(messages.lengths[message]))]
        return String(decoding: bytes, as: UTF8.self)
      }
    }
  }

  /// The rows of a code, as `file:line: detail`.
  func rows(_ code: Problem.Code) -> [String] {
    problems.filter { $0.code == code }.map {
      "\($0.file ?? ""):\($0.line ?? 0): \($0.detail)"
    }
  }
}
