import Model

/// The chunks of one folder in the order that their names tell, and which may follow which.
struct ChunkOrder: Sendable {
  /// The numbered ones by number, then the others in natural order of their whole names; chunks
  /// that hold the lines of another with the same number, or without one, are left out.
  let chunks: [ChunkFile]

  /// For each of the chunks, those whose name says that they come next: all with the next number,
  /// or the one name that follows.
  let followers: [Range<Int>]

  /// Chunks left out, each with the one among ``chunks`` that holds the same lines.
  let doubles: [(chunk: ChunkFile, original: Int)]

  /// Puts chunks in order.
  init(_ files: [ChunkFile]) {
    let areSorted = zip(files.indices, files.indices.dropFirst()).allSatisfy { a, b in
      !ChunkOrder.areInOrder(files[b], files[a])
    }
    let sorted = areSorted ? files : files.sorted(by: ChunkOrder.areInOrder)
    // Places among all of them.
    var doubles: [(place: Int, original: Int)] = []
    var known = ContentIndex(of: sorted)
    for place in sorted.indices {
      let ordinal = sorted[place].ordinal
      let original = known.match(of: sorted[place], among: sorted) { other in
        let number = sorted[other].ordinal
        return number == ordinal || number == nil || ordinal == nil
      }
      if let original {
        doubles.append((place, original))
      } else {
        known.add(sorted[place], at: place)
      }
    }
    chunks = ChunkOrder.without(doubles.map(\.place), sorted)
    followers = ChunkOrder.followers(in: chunks)
    self.doubles = doubles.map { double in
      let leftOut = doubles.firstPlace { $0.place >= double.original }
      return (sorted[double.place], double.original - leftOut)
    }
  }

  /// Chunks without those at some places, which ascend.
  private static func without(_ places: [Int], _ chunks: [ChunkFile]) -> [ChunkFile] {
    guard !places.isEmpty else { return chunks }
    var leftOut = places[...]
    return chunks.indices.filter { place in
      guard leftOut.first == place else { return true }
      leftOut.removeFirst()
      return false
    }.map { chunks[$0] }
  }

  /// Whether the names of two chunks say that the first comes before the other.
  private static func areInOrder(_ a: ChunkFile, _ b: ChunkFile) -> Bool {
    ChunkName.areInOrder(a.ordinal, b.ordinal) { NaturalOrder.areInOrder(a.name, b.name) }
  }

  private static func followers(in chunks: [ChunkFile]) -> [Range<Int>] {
    var next = 0
    return chunks.indices.map { index in
      guard let ordinal = chunks[index].ordinal else {
        return (index + 1)..<Swift.min(index + 2, chunks.count)
      }
      while next < chunks.count, let other = chunks[next].ordinal, other <= ordinal { next += 1 }
      var end = next
      while end < chunks.count, chunks[end].ordinal == ordinal + 1 { end += 1 }
      return next..<end
    }
  }
}

/// Chunks by what they hold.
struct ContentIndex {
  /// The last place added for each hash of a chunk's lines.
  private var places: [UInt64: Int] = [:]

  /// For a place, the one added before it with the same hash.
  private var earlier: [Int: Int] = [:]

  private let filter: RepeatFilter

  /// An empty index for some chunks. Linear.
  init(of chunks: [ChunkFile]) {
    filter = RepeatFilter(chunks.count) { chunks[$0].lines.hash }
  }

  /// Adds a chunk that stands at a place of a list.
  mutating func add(_ chunk: ChunkFile, at place: Int) {
    guard filter.mayRepeat(chunk.lines.hash) else { return }
    if let before = places.updateValue(place, forKey: chunk.lines.hash) {
      earlier[place] = before
    }
  }

  /// A place of a list that is wanted and at which a chunk holds the same lines; the latest added
  /// of several.
  func match(
    of chunk: ChunkFile, among chunks: [ChunkFile], where isWanted: (Int) -> Bool
  ) -> Int? {
    guard filter.mayRepeat(chunk.lines.hash) else { return nil }
    var place = places[chunk.lines.hash]
    // The bound keeps a folder of one chunk many times over linear.
    for _ in 0..<64 {
      guard let candidate = place else { return nil }
      if isWanted(candidate), chunks[candidate].lines.areEqual(to: chunk.lines) {
        return candidate
      }
      place = earlier[candidate]
    }
    return nil
  }
}
