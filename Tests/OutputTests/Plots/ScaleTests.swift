import Model
import Testing

@testable import Output

@Suite struct `the ticks of an axis` {
  @Test(
    arguments: [
      (0, 441, ["0", "100", "200", "300", "400", "500"]),
      (0, 7, ["0", "2", "4", "6", "8"]),
      (0, 1, ["0", "1"]),
      (-605, 2_753, ["-1 000", "0", "1 000", "2 000", "3 000"]),
      (0, 0, ["0", "1"]),
      (12_000, 12_000, ["0", "5 000", "10 000", "15 000"]),
    ] as [(Double, Double, [String])])
  func `are 1, 2 or 5 times a power of ten`(least: Double, most: Double, labels: [String]) {
    let scale = NiceScale(from: least, to: most, intervals: 5, .number(isWhole: true))
    #expect(scale.ticks.map { scale.label($0) } == labels)
    #expect(scale.lower <= least && scale.upper >= most)
  }

  @Test func `of fractions are written without the noise of sums`() {
    let scale = NiceScale(from: 0, to: 0.63, intervals: 7, .number(isWhole: false))
    #expect(
      scale.ticks.map { scale.label($0) } == ["0", "0.1", "0.2", "0.3", "0.4", "0.5", "0.6", "0.7"])
  }

  @Test func `of durations are what clocks have`() {
    let scale = NiceScale(from: 0, to: 50_000, intervals: 5, .duration)
    #expect(scale.ticks.map { scale.label($0) } == ["0 s", "3 h", "6 h", "9 h", "12 h", "15 h"])
  }

  @Test(arguments: [
    ("2025-02-17T16:14", "2025-02-17T18:00", ["16:30", "17:00", "17:30", "18:00"]),
    ("2025-02-16T22:00", "2025-02-17T09:00", ["02-17", "03:00", "06:00", "09:00"]),
    (
      "2025-02-17T00:00", "2025-02-20T00:00",
      ["2025-02-17", "2025-02-18", "2025-02-19", "2025-02-20"]
    ),
    (
      "2025-02-12T00:00", "2025-03-11T00:00",
      ["2025-02-17", "2025-02-24", "2025-03-03", "2025-03-10"]
    ),
    ("2025-01-02T00:00", "2025-12-30T00:00", ["2025-04", "2025-07", "2025-10"]),
    ("2019-05-01T00:00", "2026-01-01T00:00", ["2020", "2022", "2024", "2026"]),
  ])
  func `of time are the starts of hours, days, weeks, months and years`(
    from: String, to: String, labels: [String]
  ) throws {
    let range = try seconds(from)...seconds(to)
    #expect(DateTicks(range, most: 4).labels == labels)
  }

  @Test func `of periods never divide one`() {
    let weeks = Period(.week, ordinal: 2_876)...Period(.week, ordinal: 2_879)
    let range = weeks.lowerBound.start...weeks.upperBound.start
    #expect(
      DateTicks(range, most: 8, of: .week).labels == [
        "2025-W07", "2025-W08", "2025-W09", "2025-W10",
      ])
    let years = Period(.year, ordinal: 2_024).start...Period(.year, ordinal: 2_026).start
    #expect(DateTicks(years, most: 20, of: .year).labels == ["2024", "2025", "2026"])
  }

  private func seconds(_ text: String) throws -> Int64 {
    let parts = text.split { "-T:".contains($0) }.compactMap { Int($0) }
    let date = try #require(CivilDate(year: parts[0], month: parts[1], day: parts[2]))
    return try #require(Moment(date, hour: parts[3], minute: parts[4])).seconds
  }
}

@Suite struct `bins` {
  @Test func `are as wide as Freedman and Diaconis say, made round`() {
    // The middle half of 0…999 is 500 wide: 2 · 500 / 10 = 100.
    let bins = Bins((0..<1_000).map { Double($0) }, .number(isWhole: true))
    #expect(bins.rule == "Freedman–Diaconis" && bins.width == "100")
    #expect(bins.counts == [Int](repeating: 100, count: 10))
    #expect(!bins.isOpen)
  }

  @Test func `are as wide as Sturges says where half of the values are one`() {
    let fives = [Double](repeating: 5, count: 45)
    let bins = Bins(fives + (0..<19).map { Double($0 % 9) + 1 }, .number(isWhole: true))
    // 8 / (1 + log₂ 64) is 1.14.
    #expect(bins.rule == "Sturges" && bins.width == "1")
    #expect(bins.counts.reduce(0, +) == 64)
  }

  @Test func `put the few that lie far away into a last one`() {
    let bins = Bins((0..<990).map { Double($0 % 10) } + [400, 500, 9_000], .number(isWhole: true))
    #expect(bins.isOpen && bins.counts.count < 12 && bins.counts.last == 102)
  }

  @Test func `grow where most values would fall into one`() {
    let gaps = (0..<900).map { Double($0 % 120) } + (0..<100).map { Double($0) * 5_000 }
    let bins = Bins(gaps, .duration)
    #expect(bins.width == nil)
    #expect(bins.bounds.prefix(5) == [0, 60, 120, 300, 600])
    #expect(bins.counts.reduce(0, +) == 1_000)
  }

  @Test(arguments: [
    ([3.0], [1]), ([3, 3, 3], [3]), ([0], [1]), ([-1, 1], [1, 1]),
  ])
  func `hold every value once, however few`(values: [Double], counts: [Int]) {
    let bins = Bins(values, .number(isWhole: false))
    #expect(bins.counts.filter { $0 > 0 } == counts)
  }

  @Test func `of dates are stretches of the calendar`() throws {
    let days = (0..<365).map { Double(20_089 + $0) * 86_400 }
    let bins = Bins(days, .moment)
    #expect(bins.width == "2 months" || bins.width == "a month" || bins.width == "3 months")
    #expect(bins.counts.reduce(0, +) == 365)
  }
}
