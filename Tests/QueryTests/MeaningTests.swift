import Model
import Query
import Testing

private let sample = SampleQuestions()

@Suite struct `a column knows what it is` {
  @Test(
    arguments: [
      ("count by sender", [.key, .part(of: 9)]),
      ("count by sender | sort -count | take 2", [.key, .part(of: 9)]),
      ("count by sender | rename n = count", [.key, .part(of: 9)]),
      ("summarize n = count(), w = max(words) by sender", [.key, .part(of: 9), nil]),
      ("summarize n = count() + 1 by sender", [.key, nil]),
      ("summarize n = count(words) by sender", [.key, nil]),
      ("count", [nil]),
      ("count by hour, sender | pivot sender", nil),
    ] as [(String, [Table.Meaning?]?)])
  func `after the stage that made it`(line: String, meanings: [Table.Meaning?]?) throws {
    let table = try sample.table("messages | " + line)
    if let meanings {
      #expect(table.fields.map(\.meaning) == meanings)
    } else {
      #expect(table.fields[0].meaning == .key)
      #expect(
        table.fields.dropFirst().allSatisfy {
          $0.meaning == .cells(heading: "sender", value: "count")
        })
    }
  }
}
