import Testing

@testable import Query

/// What the tokens of a call that is not finished say of what comes next.
@Suite struct `the place at the end of a call` {
  @Test(arguments: [
    ("where", CallPlace.Next.value(comparedWith: nil)),
    ("where ", .value(comparedWith: nil)),
    ("where sender ", .comparison(of: "sender")),
    ("where sender = ", .value(comparedWith: "sender")),
    ("where sender not has exact ", .value(comparedWith: "sender")),
    (#"where sender in ("Ana", "#, .value(comparedWith: "sender")),
    (#"where sender not in ("#, .value(comparedWith: "sender")),
    (#"where sender = "Ana" "#, .junction),
    (#"where sender = "Ana" and "#, .value(comparedWith: nil)),
    ("where words > 3.", .value(comparedWith: nil)),
    ("where words > chars ", .junction),
    ("where lower(sender) ", .comparison(of: nil)),
    ("where lower(", .value(comparedWith: nil)),
    ("where if(a, ", .value(comparedWith: nil)),
    ("where sender in members.name ", .junction),
    ("where sender in members.", .column(of: "members")),
    ("where lower(sender) not in members.", .column(of: "members")),
    ("where words > 3.", .value(comparedWith: nil)),
    ("where edited and not ", .value(comparedWith: nil)),
    ("where (words + 3) ", .comparison(of: nil)),
    ("where date = 2025-02 ", .junction),
    ("count by ", .value(comparedWith: nil)),
    ("count by month ", .comparison(of: "month")),
    ("sort -", .value(comparedWith: nil)),
    ("where `odd name` ", .comparison(of: nil)),
    (#"where sender = "Ana"#, .junction),
    ("where date in 2025-01..", .value(comparedWith: "date")),
    ("where date in 2025-01.. ", .value(comparedWith: "date")),
    ("where date in newest - 7d..", .value(comparedWith: "date")),
    ("where date in 2025-01..newest ", .junction),
    ("where date in (2025-01..2025-02, newest - 7d..", .value(comparedWith: "date")),
    ("where date in (2025-01..2025-02, ", .value(comparedWith: "date")),
    ("where words between ", .value(comparedWith: "words")),
    ("where words not between 3 and ", .value(comparedWith: "words")),
    ("where words > 3 and ", .value(comparedWith: nil)),
    ("where text ~ ", .pattern(matchedWith: "text")),
    ("where text !~ exact ", .pattern(matchedWith: "text")),
    ("where lower(text) ~ ", .pattern(matchedWith: nil)),
  ])
  func `tells values, comparisons and what joins them apart`(call: String, next: CallPlace.Next) {
    #expect(CallPlace(atEndOf: call).next == next)
  }

  @Test func `knows whether a group has begun`() {
    #expect(!CallPlace(atEndOf: "count ").isInGroup)
    #expect(CallPlace(atEndOf: "count by ").isInGroup)
    #expect(CallPlace(atEndOf: "first 3 per sender ").isInGroup)
  }
}
