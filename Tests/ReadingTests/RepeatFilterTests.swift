import Testing

@testable import Reading

@Suite("hashes that may be there twice") struct RepeatFilterTests {
  @Test func `are all that are, and few that are not`() {
    var random = Seeded(11)
    let once = (0..<4_000).map { _ in UInt64.random(in: 0...UInt64.max, using: &random) }
    let hashes = once + once.prefix(50)
    let filter = RepeatFilter(hashes.count) { hashes[$0] }
    #expect(once.prefix(50).allSatisfy(filter.mayRepeat))
    #expect(once.dropFirst(50).count(where: filter.mayRepeat) < 1_000)
  }

  @Test func `are few of numbers that ascend by steps, as those of files do`() {
    let numbers = (0..<8).flatMap { group in (0..<500).map { UInt64(group << 20 + $0) } }
    let filter = RepeatFilter(numbers.count) { numbers[$0] }
    #expect(numbers.count(where: filter.mayRepeat) < 1_000)
  }

  @Test func `are not those of what has none`() {
    let filter = RepeatFilter(3) { $0 == 1 ? 7 : nil }
    #expect(!filter.mayRepeat(7))
  }
}
