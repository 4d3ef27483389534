import Foundation
import Testing

@testable import Reading

/// Rows of the ground truth that we decide otherwise: docs/formats.md#where-we-differ.
private let contested: [String: Set<Int>] = [
  "chatistics-hard-names": [7],
  "whatsr-englishandroid24h": [35],
  "whatsr-englishiosampm": [35],
  "whatsr-germanandroidampm": [34, 35],
  "whatsr-germanios24h": [35],
]

/// How much of a fixture was read as it is in the ground truth.
private struct Score: Sendable {
  let fixture: Fixture
  let messages: Int
  /// The rows that differ, and in what.
  let wrong: [Int: String]
  /// The rows of which something else differs that the ground truth asserts.
  let otherwise: [Int: String]

  init(_ fixture: Fixture) throws {
    self.fixture = fixture
    let expected = try fixture.expected()
    let messages = try fixture.messages()
    self.messages = max(expected.count, messages.count)
    var wrong: [Int: String] = [:]
    var otherwise: [Int: String] = [:]
    for row in 0..<self.messages {
      guard row < expected.count, row < messages.count else {
        wrong[row] = "\(messages.count) messages, not \(expected.count)"
        break
      }
      wrong[row] = expected[row].difference(from: messages[row])
      otherwise[row] = expected[row].otherDifference(from: messages[row])
    }
    self.wrong = wrong
    self.otherwise = otherwise
  }

  /// The first rows that differ.
  var first: String {
    let rows = wrong.merging(otherwise) { a, b in "\(a); \(b)" }.sorted { $0.key < $1.key }
    return rows.prefix(3).map { "row \($0.key): \($0.value)" }.joined(separator: "\n")
  }
}

@Suite(.enabled(if: Fixture.isThere, "the exports with ground truth are not there"))
struct MessageFixtureTests {
  @Test func `every export is read as independent parsers read it`() async throws {
    let scores = try await withThrowingTaskGroup(of: Score.self) { group in
      for fixture in Fixture.all { group.addTask { try Score(fixture) } }
      var scores: [Score] = []
      for try await score in group { scores.append(score) }
      return scores.sorted { $0.fixture.name < $1.fixture.name }
    }
    for score in scores {
      let known = contested[score.fixture.name] ?? []
      #expect(Set(score.wrong.keys) == known, "\(score.fixture.name): \(score.first)")
      #expect(score.otherwise.isEmpty, "\(score.fixture.name): \(score.first)")
    }
    let messages = scores.reduce(0) { $0 + $1.messages }
    let wrong = scores.reduce(0) { $0 + $1.wrong.count }
    let equal = scores.count { $0.wrong.isEmpty }
    print(
      "ground truth: \(equal) of \(scores.count) files equal, "
        + "\(messages - wrong) of \(messages) messages")
    #expect(!scores.isEmpty)
  }
}
