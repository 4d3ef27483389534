import Foundation
import Model
import Output
import Testing

@testable import Shell

/// A session with the example archive loaded, new at each use: copies of one would share their
/// remarks.
var exampleSession: Session {
  var session = testSession()
  session.requests = loaded.requests
  session.outcomes = loaded.outcomes
  session.replace(loaded.corpus)
  return session
}

private let loaded: Session = {
  var session = testSession()
  _ = session.answer(to: "load examples/archive")
  return session
}()

/// The answer to lines typed one after the other into a session with the example archive.
func answer(to lines: String..., columns: Int = 80) -> [String] {
  var session = exampleSession
  return lines.flatMap { session.answer(to: $0, columns: columns) }
}

/// The error that a line gets on the example archive, its first line without the word; nil where it
/// gets none.
func complaint(about line: String) -> String? {
  var session = exampleSession
  return session.answer(to: line, columns: 400).first { $0.hasPrefix("error: ") }
    .map { String($0.dropFirst("error: ".count)) }
}

/// The ids of the messages that a line gives, on the example archive.
func ids(of line: String) -> [Int] {
  var session = exampleSession
  _ = session.answer(to: line)
  guard case .int(let ids)? = session.last?.column("id") else { return [] }
  return (0..<ids.count).map { Int(ids[$0] ?? 0) }
}
