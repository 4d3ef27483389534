import Diagnostics
import Model
import Testing

@testable import Query

private let texts: [String?] = [
  "L’Étude du Cœur", nil, "", "étude 12, ÉTUDE 34", "rien", "Tél. 06 12 34 56 78 ou 07 00 00 00 00",
]
private let column = TextColumn(texts)

private func list(_ column: TextColumn) -> [String?] { (0..<column.count).map { column[$0] } }

@Test func `extract gives back the true text of a group`() throws {
  let pattern = try Pattern("(etude)(?: (\\d+))?")
  #expect(list(try pattern.extract(from: column)) == ["Étude", nil, nil, "étude 12", nil, nil])
  #expect(list(try pattern.extract(group: 2, from: column)) == [nil, nil, nil, "12", nil, nil])
  #expect(list(try pattern.extract(group: 9, from: column)).allSatisfy { $0 == nil })
  #expect(list(try pattern.extract(group: -1, from: column)).allSatisfy { $0 == nil })
}

@Test func `all matches of a row make a list`() throws {
  let pattern = try Pattern("(etude)(?: (\\d+))?")
  let all = try pattern.allMatches(in: column)
  #expect(
    (0..<all.count).map { all[$0] } == [["Étude"], [], [], ["étude 12", "ÉTUDE 34"], [], []])
  let numbers = try pattern.allMatches(group: 2, in: column)
  #expect((0..<numbers.count).map { numbers[$0] } == [[], [], [], ["12", "34"], [], []])
  let phones = try Pattern("\\b0[67](\\s?\\d{2}){4}\\b").allMatches(in: column)
  #expect(phones[5] == ["06 12 34 56 78", "07 00 00 00 00"])
}

@Test func `replacing keeps what is not matched as it was written`() throws {
  let pattern = try Pattern("(?<mot>étude)(?: (\\d+))?")
  let replacement = try Replacement("[$2:${mot}:$$$$1]", for: pattern)
  let replaced = try pattern.replace(with: replacement, in: column)
  #expect(
    list(replaced) == [
      "L’[:Étude:$$1] du Cœur", nil, "", "[12:étude:$$1], [34:ÉTUDE:$$1]", "rien", texts[5],
    ])
}

@Test(arguments: [("x*", "-a-b-c-"), ("b", "a-c"), ("$", "abc-"), ("(?=b)", "a-bc")])
func `empty matches are replaced too, each place once`(source: String, expected: String) throws {
  let pattern = try Pattern(source)
  let dash = try Replacement("-", for: pattern)
  #expect(list(try pattern.replace(with: dash, in: TextColumn(["abc"]))) == [expected])
}

@Test func `a character that folds to two is replaced once and never cut`() throws {
  let letter = try Pattern("[a-z]")
  let dash = try Replacement("-", for: letter)
  #expect(list(try letter.replace(with: dash, in: TextColumn(["œ1ß"]))) == ["-1-"])
  let empty = try Pattern("")
  #expect(
    list(try empty.replace(with: Replacement("|", for: empty), in: TextColumn(["œ"]))) == ["|œ|"])
}

@Test(arguments: [
  ("a $3", 2..<4, "3"), ("${nom}", 0..<6, "nom"),
  ("$99999999999999999999", 0..<21, "99999999999999999999"),
])
func `a replacement that names no group of the pattern is an error`(
  template: String, place: Range<Int>, name: String
) throws {
  let pattern = try Pattern("(a)(b)")
  let complaint = #expect(throws: Diagnostic.self) { try Replacement(template, for: pattern) }
  #expect(complaint?.message == "the pattern has no group \(name)")
  #expect(complaint?.span == SourceSpan(place.lowerBound, place.upperBound))
}

@Test func `highlights of several searches are joined where they overlap`() throws {
  let pattern = try Pattern("etu")
  let word = TextMatcher(.contains, "tude")
  @Sendable func words(_ text: String) -> [Range<Int>] { word.ranges(in: text) }
  @Sendable func matches(_ text: String) throws(Diagnostic) -> [Range<Int>] {
    try pattern.ranges(in: text)
  }
  let highlight = Table.Highlight(columns: ["body"], foundBy: [words, matches])
  #expect(highlight.matches("l’Étude, étuve") == [4..<10, 12..<16])
}
