import Diagnostics
import Testing

@Test(arguments: [
  ("sendr", "sender"), ("msgs", nil), ("elodie", "élodie"), ("cuont", "count"), ("dat", "date"),
  ("xyz", nil), ("", nil), ("mess", "messages"),
])
func `the nearest name is found, or none`(word: String, expected: String?) {
  let names = ["messages", "sender", "élodie", "count", "date", "text"]
  #expect(nearestName(to: word, among: names) == expected)
}

@Test(arguments: [
  ("limt", "limit"), ("lst", "last"), ("takke", "take"), ("lasd", "last"),
  ("short", "sort"),
])
func `of names as close the one that begins like the word for longest is found`(
  word: String, expected: String
) {
  let names = ["shorter", "last", "list", "limit", "take", "sort"]
  #expect(nearestName(to: word, among: names) == expected)
}

@Test func `a suggestion is a question`() {
  #expect(suggestion(for: "sendr", among: ["sender"]) == "did you mean “sender”?")
}
