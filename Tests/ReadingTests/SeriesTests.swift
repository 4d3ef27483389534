import Model
import Testing

@testable import Reading

@Suite struct SeriesTests {
  /// Chunks of given lines, numbered from 1, or by their names.
  private func files(_ chunks: [[String]], names: [String]? = nil) -> [ChunkFile] {
    chunks.enumerated().map { index, lines in
      let name = names?[index] ?? "temporal_x_\(index + 1).txt"
      return ChunkFile(
        Array(InputSample.chunk(lines).utf8), file: index, label: name, name: Array(name.utf8)[...])
    }
  }

  private func lines(_ range: Range<Int>) -> [String] { range.map { "ligne \($0)" } }

  private func joined(_ chunks: [[String]], names: [String]? = nil) throws -> JoinedSeries {
    let series = try Reassembly.series(of: files(chunks, names: names))
    #expect(series.count == 1)
    return try #require(series.first)
  }

  @Test func `of several lengths that fit the one common to the series decides`() throws {
    let ok = Array(repeating: "ok", count: 4)
    // Between the second and the third chunk 3 lines fit as well as 2.
    let series = try joined([
      lines(0..<6), lines(4..<8) + ok, ["ok", "ok", "ok"] + lines(10..<14), lines(12..<20),
    ])
    #expect(series.overlap == 2)
    #expect(series.stretches == [lines(0..<8) + ok + ["ok"] + lines(10..<20)])
    #expect(series.problems.isEmpty)
  }

  @Test func `a pair alone is joined at the usual five lines if they fit`() throws {
    let ok = Array(repeating: "ok", count: 7)
    let series = try joined([lines(0..<3) + ok, ok + lines(3..<6)])
    #expect(series.stretches == [lines(0..<3) + ok + ["ok", "ok"] + lines(3..<6)])
    let three = try joined([lines(0..<6), lines(3..<9)])
    #expect(three.stretches == [lines(0..<9)])
  }

  @Test func `neighbours that repeat another number of lines are joined with a note`() throws {
    let series = try joined([lines(0..<10), lines(7..<15), lines(13..<20), lines(17..<25)])
    #expect(series.stretches == [lines(0..<25)])
    #expect(
      series.problems.map(\.detail)
        == ["repeats 2 lines of the chunk before, the others of its series 3"])
    #expect(series.problems.map(\.code) == [.overlapSize])
  }

  @Test func `one line in common joins nothing where more are usual`() throws {
    let series = try joined([lines(0..<10), lines(7..<15), lines(14..<20), lines(17..<25)])
    #expect(series.stretches == [lines(0..<15), lines(14..<25)])
    #expect(
      series.problems.map(\.detail)
        == ["does not continue “temporal_x_2.txt”: it does not repeat its last lines"])
  }

  @Test func `without any overlap the numbers tell the order and the gaps`() throws {
    let series = try joined(
      [lines(6..<9), lines(0..<3), lines(12..<15), lines(3..<6)],
      names: ["temporal_x_3.txt", "temporal_x_1.txt", "temporal_x_5.txt", "temporal_x_2.txt"])
    #expect(series.stretches == [lines(0..<9), lines(12..<15)])
    #expect(
      series.problems.map(\.detail) == ["does not continue “temporal_x_3.txt”: chunk 4 is missing"])
    let named = try joined(
      [lines(6..<9), lines(0..<3), lines(3..<6)], names: ["p10.txt", "p8.txt", "p9.txt"])
    #expect(named.stretches == [lines(0..<9)])
    // A rank before a hash promises nothing.
    let ranked = try joined([lines(0..<3), lines(3..<6)], names: ["000_5e0f.txt", "001_77be.txt"])
    #expect(ranked.stretches == [lines(0..<3), lines(3..<6)])
  }

  @Test(arguments: [
    ("p8.txt", "p9.txt", true), ("p9.txt", "p10.txt", true), ("p09.txt", "p10.txt", true),
    ("8", "10", false), ("9", "8", false), ("8", "8", false), ("a1", "b2", false),
    ("1_ab.txt", "2_ab.txt", true), ("1_ab.txt", "2_cd.txt", false), ("1a", "2b", false),
  ])
  func `names are neighbours by one number and nothing else`(
    first: String, second: String, areNeighbours: Bool
  ) {
    #expect(NaturalOrder.areNeighbours(Array(first.utf8), Array(second.utf8)) == areNeighbours)
  }

  @Test func `a series that does not begin at its beginning says so`() throws {
    let series = try joined(
      [lines(0..<9), lines(4..<14)], names: ["temporal_x_4.txt", "temporal_x_5.txt"])
    #expect(series.stretches == [lines(0..<14)])
    #expect(
      series.problems.map(\.detail)
        == ["is the first chunk of its series: chunks 1 to 3 are missing"])
  }

  @Test func `a chunk copied to a number of its own adds nothing`() throws {
    let cuts = [lines(0..<10), lines(5..<15), lines(10..<20), lines(15..<25)]
    for place in 0...4 {
      for copied in 0..<4 {
        var names = (1...4).map { "temporal_x_\($0).txt" }
        names.insert("temporal_x_\(place * 10 + 9).txt", at: place)
        var chunks = cuts
        chunks.insert(cuts[copied], at: place)
        let series = try joined(chunks, names: names)
        #expect(series.stretches == [lines(0..<25)], "\(copied) as \(names[place])")
        #expect(series.placements.count == 5)
      }
    }
  }

  @Test func `a chunk that holds repeated lines only adds nothing`() throws {
    let series = try joined([lines(0..<10), lines(5..<15), lines(10..<15)])
    #expect(series.stretches == [lines(0..<15)])
    #expect(series.placements.map(\.overlap) == [0, 5, 5])
    #expect(series.problems.isEmpty)
  }

  @Test func `a chunk moved to another number is found by its dated lines`() throws {
    let dated = (10..<40).map { "[27/07/2025, 19:41:\($0)] Ana: oui" }
    let cuts = [0..<10, 5..<15, 10..<20, 15..<25, 20..<30].map { Array(dated[$0]) }
    let numbers = [1, 2, 50, 4, 5]
    let series = try joined(cuts, names: numbers.map { "temporal_x_\($0).txt" })
    #expect(series.stretches == [dated])
  }

  @Test(arguments: [0, 4, 5, 9], ["temporal_x_3 (1).txt", "temporal_x-copy_3.txt"])
  func `a changed copy of a chunk does not take its place`(changed: Int, name: String) throws {
    let dated = (10..<60).map { "[27/07/2025, 19:41:\($0)] Ana: oui" }
    var cuts = stride(from: 0, to: 40, by: 5).map { Array(dated[$0..<($0 + 10)]) }
    var copy = cuts[2]
    copy[changed] += " oui"
    let names = cuts.indices.map { "temporal_x_\($0 + 1).txt" }
    cuts.append(copy)
    let series = try Reassembly.series(of: files(cuts, names: names + [name]))
    #expect(series.map(\.stretches) == [[Array(dated[..<45])], [copy]])
  }

  @Test func `the last chunk of a chat that has grown since counts once`() throws {
    let dated = (10..<60).map { "[27/07/2025, 19:41:\($0)] Ana: oui" }
    let cuts = stride(from: 0, to: 40, by: 5).map { Array(dated[$0..<($0 + 10)]) }
    let names = cuts.indices.map { "temporal_x_\($0 + 1).txt" }
    for place in [2, 7] {
      let stale = [Array(dated[(place * 5)..<(place * 5 + 7)]), Array(cuts[place].dropLast())]
      let series = try joined(
        cuts + stale,
        names: names + ["temporal_w_\(place + 1).txt", "temporal_y_\(place + 1).txt"])
      #expect(series.stretches == [Array(dated[..<45])])
      #expect(
        series.problems.map(\.detail) == [
          "repeats 7 lines of the chunk before, the others of its series 5",
          "repeats 9 lines of the chunk before, the others of its series 5",
        ])
    }
  }

  @Test func `an empty chunk and one line of nothing are no trouble`() throws {
    let series = try joined([lines(0..<10), [], lines(10..<20), lines(15..<25)])
    #expect(series.stretches == [lines(0..<10), lines(10..<25)])
    #expect(series.placements.map { $0.lines.count } == [10, 0, 10, 10])
    #expect(try Reassembly.series(of: []).isEmpty)
    #expect(try joined([[]]).text.isEmpty)
  }

  @Test func `chunks of nothing but the same line keep their number`() throws {
    let ok = Array(repeating: "ok", count: 8)
    let series = try joined([ok, ok, ok])
    // Each holds three new lines after the five repeated ones, or is a copy: nothing tells.
    #expect(series.stretches.map(\.count) == [8])
  }

  @Test func `of two series without numbers the one that repeats more lines is joined too`() throws
  {
    func cut(_ name: String, _ count: Int, overlap: Int) -> (lines: [String], chunks: [[String]]) {
      let lines = (0..<count).map {
        $0 % 3 == 0 ? "[0\($0 % 9 + 1)/02/2025, 10:00:0\($0 % 10)] \(name): \($0)" : "\(name) \($0)"
      }
      let starts = stride(from: 0, to: count - overlap, by: 4)
      return (lines, starts.map { Array(lines[$0..<min($0 + 4 + overlap, count)]) })
    }
    let (few, more) = (cut("Ana", 47, overlap: 3), cut("Bo", 24, overlap: 8))
    // Names in an order that says nothing.
    let chunks = few.chunks + more.chunks
    let names = chunks.indices.map { "x\(String($0 * 7 % chunks.count + 100, radix: 36))q.txt" }
    let series = try Reassembly.series(of: files(chunks, names: names))
    #expect(Set(series.flatMap(\.stretches)) == [few.lines, more.lines])
    #expect(series.flatMap(\.stretches).count == 2)
  }

  @Test func `unnumbered chunks of other headers, or of other people, are another series`() throws {
    func dated(_ people: [String], _ minutes: Range<Int>, _ header: (Int) -> String) -> [String] {
      minutes.map { header($0) + people[$0 % people.count] + ": oui \($0)" }
    }
    func ios(_ minute: Int) -> String { "[27/07/2025, 19:\(minute):00] " }
    func android(_ minute: Int) -> String { "27/07/2025, 19:\(minute) - " }
    let chats = [
      dated(["Ana", "Bo", "Cy"], 10..<40, ios), dated(["Ana", "Bo", "Cy"], 10..<40, android),
      dated(["Dee", "Eva", "Flo"], 10..<40, ios),
    ]
    for pair in [[0, 1], [0, 2], [1, 2]] {
      let cuts = pair.flatMap { chat in
        stride(from: 0, to: 25, by: 5).map {
          Array(chats[chat][$0..<($0 + 10 > 30 ? 30 : $0 + 10)])
        }
      }
      let names = cuts.indices.map { "\(($0 * 7 + 3) % 10)x.txt" }
      let series = try Reassembly.series(of: files(cuts, names: names))
      #expect(Set(series.map(\.stretches)) == [[chats[pair[0]]], [chats[pair[1]]]])
    }
  }

  @Test func `quoted lines of the other chat's form do not make two chats one`() throws {
    typealias Header = (Int) -> String
    func chat(_ header: Header, quoting other: String) -> [String] {
      var lines: [String] = []
      for minute in 10..<40 {
        lines.append("\(header(minute))Ana: oui \(minute)")
        if minute % 10 == 5 { lines.append("\(other)Cy: cité \(minute)") }
      }
      return lines
    }
    let ios: Header = { "[27/07/2025, 19:\($0):00] " }
    let android: Header = { "27/07/2024, 19:\($0) - " }
    let dots: Header = { "[27.07.24, 19:\($0):00] " }
    for (one, two) in [(ios, android), (ios, dots)] {
      let chats = [chat(one, quoting: two(10)), chat(two, quoting: one(11))]
      let cuts = chats.flatMap { chat in
        stride(from: 0, to: chat.count - 3, by: 6).map {
          Array(chat[$0..<Swift.min($0 + 9, chat.count)])
        }
      }
      let names = cuts.indices.map { "\(($0 * 7 + 3) % cuts.count)x.txt" }
      let series = try Reassembly.series(of: files(cuts, names: names))
      #expect(Set(series.map(\.stretches)) == [[chats[0]], [chats[1]]])
    }
  }

  @Test func `unnumbered chunks of two periods that overlap are two series`() throws {
    func dated(_ name: String, _ minutes: Range<Int>) -> [String] {
      minutes.map { "[27/07/2025, 19:\($0):00] \(name): oui" }
    }
    let cuts = [
      dated("Ana", 10..<20), dated("Ana", 15..<25), dated("Bo", 10..<20), dated("Bo", 15..<25),
    ]
    let files = ["a1.txt", "a2.txt", "b1.txt", "b2.txt"].enumerated().map { index, name in
      let text = InputSample.chunk(cuts[index], period: "0\(index % 2 + 1)/07/2025 → 28/07/2025")
      return ChunkFile(Array(text.utf8), file: index, label: name, name: Array(name.utf8)[...])
    }
    let series = try Reassembly.series(of: files)
    #expect(
      series.map(\.stretches) == [[dated("Ana", 10..<25)], [dated("Bo", 10..<25)]])
  }
}
