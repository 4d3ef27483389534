import Testing

@testable import Reading

@Suite("lengths of overlaps") struct LengthCountsTests {
  @Test func `are counted by their number of lines`() {
    var counts = LengthCounts()
    for length in [5, 5, 2, 900] { counts.add(length) }
    #expect(counts[5] == 2 && counts[2] == 1 && counts[900] == 1)
    #expect(counts[3] == 0 && counts[901] == 0)
    #expect(counts.met.map(\.length) == [2, 5, 900])
    #expect(counts.met.map(\.count) == [1, 2, 1])
  }

  @Test func `are none at first`() {
    #expect(LengthCounts().met.isEmpty)
    #expect(LengthCounts()[0] == 0)
  }
}
