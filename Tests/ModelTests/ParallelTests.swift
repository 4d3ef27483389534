import Model
import Testing

@Test func `pieces cover a range without a gap`() {
  #expect((3..<10).pieces(of: 3) == [3..<6, 6..<9, 9..<10])
  #expect((0..<0).pieces(of: 3) == [])
  #expect((0..<2).pieces(of: 0) == [0..<1, 1..<2])
}

@Test func `what pieces give is in their order`() {
  #expect(Parallel.map(100, unless: false) { $0 * $0 } == (0..<100).map { $0 * $0 })
  let pieces = (0..<1_000).pieces(of: 7)
  let doubled: [Int]? = Parallel.array(pieces, unless: false) { piece, output in
    for number in pieces[piece] { output.append(number * 2) }
  }
  #expect(doubled == (0..<1_000).map { $0 * 2 })
}

@Test func `work that was stopped gives nothing`() {
  #expect(Parallel.map(3, unless: true) { $0 } == nil)
  let values: [Int]? = Parallel.array([0..<3], unless: true) { _, output in output.append(1) }
  #expect(values == nil)
}

@Test func `two things that are worked out at once may each go over all cores`() {
  let (squares, sum) = Parallel.both {
    Parallel.map(100, unless: false) { $0 * $0 } ?? []
  } _: {
    (Parallel.map(100, unless: false) { $0 } ?? []).reduce(0, +)
  }
  #expect(squares == (0..<100).map { $0 * $0 })
  #expect(sum == 4_950)
}

@Test func `on one core two things are worked out one after the other`() {
  var order: [String] = []
  let (first, second) = Parallel.$most.withValue(1) {
    Parallel.both {
      Parallel.most
    } _: {
      order.append("second")
      return Parallel.most
    }
  }
  #expect(first == 1 && second == 1 && order == ["second"])
}

@Test func `each value of an array is changed once`() {
  var values = Array(0..<1_000)
  #expect(
    Parallel.change(&values, in: values.indices.pieces(of: 13), unless: false) { _, part in
      for place in part.indices { part[place] += 1 }
    })
  #expect(values == Array(1...1_000))
  #expect(!Parallel.change(&values, in: [0..<1_000], unless: true) { _, part in part[0] = 0 })
  #expect(values == Array(1...1_000))
}

@Test func `four columns are filled from several threads`() throws {
  let columns = Parallel.arrays(100) { (columns: Parallel.Columns<Int, UInt8, Int32, Bool>) in
    Parallel.map(10, unless: false) { piece in
      for row in piece * 10..<piece * 10 + 10 {
        columns.set(row, row, UInt8(row), Int32(-row), row.isMultiple(of: 2))
      }
    } != nil
  }
  let (first, second, third, fourth) = try #require(columns)
  #expect(first == Array(0..<100) && second == (0..<100).map { UInt8($0) })
  #expect(third == (0..<100).map { Int32(-$0) } && fourth == (0..<100).map { $0.isMultiple(of: 2) })
}

@Test func `the bounds of moments leave out what has none and what is too late`() {
  let moments: [Int64] = [50, Moment.none, 20, 70, 90]
  let bounds = MomentBounds(of: moments[...], before: 90)
  #expect(bounds.count == 3)
  #expect(bounds.period == Moment(seconds: 20)...Moment(seconds: 70))
  #expect(MomentBounds(of: moments[1...1]).period == nil)
  let many = (0..<1_000_000).map { Int64($0 * 7_919 % 1_000_003) }
  let all = MomentBounds(of: many[...])
  #expect(all.count == many.count)
  #expect(all.period?.lowerBound.seconds == many.min())
  #expect(all.period?.upperBound.seconds == many.max())
}
