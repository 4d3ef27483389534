import Diagnostics
import Model

/// The numbers in names that the chunker did not give, as `000_439a8a5429a67cba.txt` or `part_12.txt`, where the
/// chunks themselves say that they tell the order: any name may hold a number.
struct NameNumbers {
  private let chunks: [ChunkFile]

  /// The chunks by number, one of each: copies of a file have its number.
  private let places: [Int]

  /// Each chunk's number.
  private let numbers: [Int]

  /// Chunks with the numbers of their names, where those tell the order; as they are otherwise, and where the
  /// chunker numbered any.
  ///
  /// A number stands at the end of every name, or behind what all names begin with. It is believed where half
  /// of the chunks have a next one, and half of those go on with lines of their predecessor; or where few do or
  /// none, as nothing was repeated, and their times say so. Linear in the lines.
  static func given(
    to chunks: [ChunkFile], interrupt: Interrupt
  ) throws(Diagnostic) -> [ChunkFile] {
    guard chunks.count > 1, chunks.allSatisfy({ $0.ordinal == nil }) else { return chunks }
    for numbers in [numbersAtEnd(of: chunks), numbersBehindPrefix(of: chunks)] {
      guard let numbers, let named = NameNumbers(numbers, of: chunks),
        try named.tellOrder(interrupt)
      else { continue }
      return zip(chunks, numbers).map { $0.numbered($1) }
    }
    return chunks
  }

  /// Nil where chunks that differ have one number, or too few have a next one.
  private init?(_ numbers: [Int], of chunks: [ChunkFile]) {
    let sorted = chunks.indices.sorted { (numbers[$0], $0) < (numbers[$1], $1) }
    var places: [Int] = []
    for place in sorted {
      if let last = places.last, numbers[last] == numbers[place] {
        guard chunks[last].lines.areEqual(to: chunks[place].lines) else { return nil }
      } else {
        places.append(place)
      }
    }
    let neighbours = zip(places, places.dropFirst()).count { numbers[$0] + 1 == numbers[$1] }
    guard neighbours > 0, neighbours * 2 >= places.count - 1 else { return nil }
    (self.chunks, self.places, self.numbers) = (chunks, places, numbers)
  }

  /// The number at the end of each name; nil where one has none.
  private static func numbersAtEnd(of chunks: [ChunkFile]) -> [Int]? {
    let numbers = chunks.compactMap { ChunkName.numberAtEnd(of: $0.name) }
    return numbers.count == chunks.count ? numbers : nil
  }

  /// The number of each name behind what all of them begin with; nil where one has none.
  private static func numbersBehindPrefix(of chunks: [ChunkFile]) -> [Int]? {
    guard let first = chunks.first?.name else { return nil }
    var shared = chunks.reduce(first.count) { length, chunk in
      Swift.min(length, zip(first, chunk.name).prefix { $0 == $1 }.count)
    }
    // Numbers may have their first digits in common.
    while shared > 0, ChunkName.isDigit(first[first.startIndex + shared - 1]) { shared -= 1 }
    let numbers = chunks.compactMap { chunk in
      ChunkName.count(Array(chunk.name.dropFirst(shared).prefix(while: ChunkName.isDigit)).span)
    }
    return numbers.count == chunks.count ? numbers : nil
  }

  /// Whether what the chunks hold says that they follow each other by number.
  private func tellOrder(_ interrupt: Interrupt) throws(Diagnostic) -> Bool {
    let seams = places.indices.dropLast().filter {
      numbers[places[$0]] + 1 == numbers[places[$0 + 1]]
    }
    let goOn = try parallelArray(seams.indices.pieces(of: 256), interrupt: interrupt) {
      [self] piece, goOn in
      var reader = HeaderReader()
      for seam in piece {
        let (first, second) = (places[seams[seam]], places[seams[seam] + 1])
        let pair = OverlapLength.Pair(first, with: [second], of: chunks, &reader)
        goOn.append(!pair.isRun && (pair.isProof || pair.overlap.longest > 1))
      }
    }
    let count = goOn.count { $0 }
    if count * 2 > seams.count {
      let joined = zip(seams, goOn).filter(\.1).map(\.0)
      return try !anyGoesBack(joined, interrupt)
    }
    return areInTime(joined: Set(zip(seams, goOn).filter(\.1).map(\.0)))
  }

  /// Whether a chunk goes on with the last lines of one whose number is higher; `joined` are the places of
  /// chunks whose neighbour goes on with theirs.
  private func anyGoesBack(_ joined: [Int], _ interrupt: Interrupt) throws(Diagnostic) -> Bool {
    let (ends, begun) = (Set(joined), Set(joined.map { $0 + 1 }))
    var heads: [UInt64: [Int]] = [:]
    for place in places.indices where !begun.contains(place) {
      let lines = chunks[places[place]].lines
      for hash in Set(lines.hashes(of: 0..<Swift.min(OverlapLength.longestOpening, lines.count))) {
        heads[hash, default: []].append(place)
      }
    }
    var reader = HeaderReader()
    for place in places.indices where !ends.contains(place) {
      try interrupt.check()
      let lines = chunks[places[place]].lines
      let last = lines.hashes(of: Swift.max(0, lines.count - 1)..<lines.count).first
      let others = (last.flatMap { heads[$0] } ?? []).prefix(OverlapLength.candidates)
      for other in others where other < place {
        let pair = OverlapLength.Pair(places[place], with: [places[other]], of: chunks, &reader)
        if pair.isProof, !pair.isRun { return true }
      }
    }
    return false
  }

  /// Fewer chunks may be in the order of time by chance.
  private static let fewest = 5

  /// One seam of so many, and one more, may be odd: clocks are set, phones were offline, and other hands number the
  /// chunks of several chats in one go.
  private static let patience = 20

  /// Whether the chunks are one text by their times: hardly one begins before the one before ends, and less time
  /// passes between them than within them. Some that were found in a larger text are further apart.
  ///
  /// - Parameter joined: the places of chunks whose neighbour goes on with their lines.
  private func areInTime(joined: Set<Int>) -> Bool {
    var reader = HeaderReader()
    var ends: [SeamTimes.Ends] = []
    var goesOn = false
    for (place, chunk) in places.enumerated() {
      let outer = chunks[chunk].lines.outerHeaders(&reader)
      if let outer, goesOn, let before = ends.popLast() {
        ends.append((before.first, outer.last))
      } else if let outer {
        ends.append(outer)
      }
      goesOn = joined.contains(place)
    }
    guard let times = SeamTimes(between: ends), times.between.count >= NameNumbers.fewest - 1
    else { return false }
    let seams = times.between.sorted()
    let odd = 1 + seams.count / NameNumbers.patience
    let between = seams.dropLast(odd).reduce(0) { $0 + Swift.max(0, $1) }
    return seams.prefix { $0 < 0 }.count <= odd && between <= times.allWithin
  }
}
