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
    let sorted = files.sorted { a, b in
      switch (a.ordinal, b.ordinal) {
      case (let first?, let second?) where first != second: return first < second
      case (_?, nil): return true
      case (nil, _?): return false
      default: return NaturalOrder.areInOrder(a.name, b.name)
      }
    }
    var kept: [ChunkFile] = []
    var doubles: [(chunk: ChunkFile, original: Int)] = []
    var known = ContentIndex(of: sorted)
    for chunk in sorted {
      let original = known.match(of: chunk, among: kept) { place in
        let ordinal = kept[place].ordinal
        return ordinal == chunk.ordinal || ordinal == nil || chunk.ordinal == nil
      }
      if let original {
        doubles.append((chunk, original))
      } else {
        known.add(chunk, at: kept.count)
        kept.append(chunk)
      }
    }
    self.doubles = doubles
    chunks = kept
    followers = ChunkOrder.followers(in: kept)
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

  /// Whether a chunk may have a double, by the lowest bits of its hash. Most have none, and are
  /// not looked for among all others.
  private var mayHaveDouble: [Bool]

  /// An empty index for some chunks. Linear.
  init(of chunks: [ChunkFile]) {
    var size = 1 << 10
    while size < 8 * chunks.count { size *= 2 }
    var isTaken = [Bool](repeating: false, count: size)
    mayHaveDouble = isTaken
    for chunk in chunks {
      let slot = self.slot(of: chunk)
      if isTaken[slot] { mayHaveDouble[slot] = true }
      isTaken[slot] = true
    }
  }

  private func slot(of chunk: ChunkFile) -> Int {
    Int(truncatingIfNeeded: chunk.lines.hash) & (mayHaveDouble.count - 1)
  }

  /// Adds a chunk that stands at a place of a list.
  mutating func add(_ chunk: ChunkFile, at place: Int) {
    guard mayHaveDouble[slot(of: chunk)] else { return }
    if let before = places.updateValue(place, forKey: chunk.lines.hash) {
      earlier[place] = before
    }
  }

  /// A place of a list that is wanted and at which a chunk holds the same lines; the latest added
  /// of several.
  func match(
    of chunk: ChunkFile, among chunks: [ChunkFile], where isWanted: (Int) -> Bool
  ) -> Int? {
    guard mayHaveDouble[slot(of: chunk)] else { return nil }
    var place = places[chunk.lines.hash]
    // The bound keeps a folder of one chunk many times over linear.
    for _ in 0..<64 {
      guard let candidate = place else { return nil }
      if isWanted(candidate), chunks[candidate].lines.bytes == chunk.lines.bytes {
        return candidate
      }
      place = earlier[candidate]
    }
    return nil
  }
}
