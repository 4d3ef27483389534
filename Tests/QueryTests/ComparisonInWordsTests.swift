import Testing

@testable import Query

/// Comparisons as one says them, and as they are written.
private let comparisons = [
  (#"doesn't contain "x""#, #"not contains "x""#),
  (#"doesn’t start with "x""#, #"not starts "x""#),
  (#"does not match "x""#, #"!~ "x""#),
  (#"is "Ana""#, #"= "Ana""#),
  (#"isnt "Ana""#, #"!= "Ana""#),
  (#"is not in ("Ana", "Bo")"#, #"not in ("Ana", "Bo")"#),
  ("is greater than 3", "> 3"),
  ("is not more than 3", "<= 3"),
  ("at least 5", ">= 5"),
  ("is >= 5 and x", ">= 5 and x"),
  ("before 2025-02", "< 2025-02"),
  ("is Ana", #"= "Ana""#),
  ("is not Bo Li", #"!= "Bo Li""#),
  ("isn't Bo Li and words > 3", #"!= "Bo Li" and words > 3"#),
  ("contains the word", #"contains "word""#),
  ("is yesterday", "= yesterday"),
  ("is true", "= true"),
  ("is more than chars", "> chars"),
  ("is lower(text)", "= lower(text)"),
]

@Suite struct ComparisonInWordsTests {
  @Test(arguments: comparisons)
  func `a comparison in words is written with an operator`(words: String, native: String) {
    #expect(ComparisonInWords.native(words) == native)
  }

  @Test(arguments: ["", "is", "is not", "than 3", "with x", "vélo", #""Ana""#, "the one"])
  func `what compares nothing is no comparison`(words: String) {
    #expect(ComparisonInWords.native(words) == nil)
  }
}
