import Diagnostics
import Model

/// Folders over which the chunks of one series are spread, as by years: a chunk of one goes on where that
/// with the number before, in another, ends. docs/formats.md#overlap.
struct SpreadSeries {
  /// The folders that belong together, as places, ascending; each folder is in one of the groups.
  var groups: [[Int]] {
    let all = folders.indices.map { root(of: $0) }
    let members = Dictionary(grouping: folders.indices) { all[$0] }
    return all.indices.compactMap { members[$0] }
  }

  private let folders: [[ChunkFile]]

  /// For each folder, or the first of several that belong together, a chunk of each number in names.
  private var numbers: [[Int: Place]] = []

  /// For each folder another one that it belongs to; itself for the first of a group.
  private var parents: [Int]

  /// Groups that share numbers and do not belong together, by their first folders.
  private var refused: Set<Seam> = []

  /// Where a chunk stands.
  private struct Place {
    let folder: Int
    let index: Int
  }

  /// Two folders.
  private struct Seam: Hashable {
    let first: Int
    let second: Int
  }

  /// A chunk to which nothing in its folder leads up: by its number, or by its place among those without
  /// one, and by its first line.
  private struct Head: Hashable {
    let ordinal: Int?
    let line: UInt64
  }

  /// Lines that a chunk may repeat of one in another folder.
  private static let longest = 64

  /// Looks at the chunks of some folders. Linear in the lines of those whose neighbours are not beside
  /// them, and n log n in the number of all chunks.
  init(_ folders: [[ChunkFile]], interrupt: Interrupt) throws(Diagnostic) {
    self.folders = folders
    parents = Array(folders.indices)
    for folder in folders.indices {
      try interrupt.check()
      numbers.append(SpreadSeries.numbers(of: folders[folder], folder))
    }
    try interrupt.check()
    let ends = folders.indices.map { self.ends(of: $0) }
    var heads: [Head: [Place]] = [:]
    for place in ends.flatMap(\.heads) {
      if let head = head(at: place) { heads[head, default: []].append(place) }
    }
    var reader = HeaderReader()
    for tail in ends.flatMap(\.tails) {
      try interrupt.check()
      for place in candidates(after: tail, among: heads) where continues(place, tail, &reader) {
        unite(tail.folder, place.folder)
      }
    }
  }

  /// A chunk by what it is found by; nil where it has no lines.
  private func head(at place: Place) -> Head? {
    let chunk = chunk(at: place)
    guard chunk.lines.count > 0 else { return nil }
    return chunk.lines.hashes(of: 0..<1).first.map { Head(ordinal: chunk.ordinal, line: $0) }
  }

  /// The chunks that begin with a line of the last ones of another and have the next number, if that has
  /// one; or that are a copy of it, with which another folder begins.
  private func candidates(after tail: Place, among heads: [Head: [Place]]) -> [Place] {
    let chunk = chunk(at: tail)
    let last = Swift.max(0, chunk.lines.count - SpreadSeries.longest)..<chunk.lines.count
    let next = chunk.ordinal.map { $0 + 1 }
    let keys = Set(chunk.lines.hashes(of: last)).map { Head(ordinal: next, line: $0) }
    let copies = head(at: tail).map { [$0] } ?? []
    return (keys + copies).flatMap { (heads[$0] ?? []).prefix(OverlapLength.candidates) }
  }

  /// A chunk of each number in the names of those of a folder.
  private static func numbers(of chunks: [ChunkFile], _ folder: Int) -> [Int: Place] {
    var numbers: [Int: Place] = [:]
    numbers.reserveCapacity(chunks.count)
    for index in chunks.indices {
      if let ordinal = chunks[index].ordinal {
        numbers[ordinal] = Place(folder: folder, index: index)
      }
    }
    return numbers
  }

  /// The chunks of a folder to which nothing in it leads up, and those from which nothing goes on.
  private func ends(of folder: Int) -> (heads: [Place], tails: [Place]) {
    let numbers = numbers[folder]
    let chunks = folders[folder]
    var (heads, tails): ([Place], [Place]) = ([], [])
    var unnumbered: [Int] = []
    for index in chunks.indices {
      guard let ordinal = chunks[index].ordinal else {
        unnumbered.append(index)
        continue
      }
      let place = Place(folder: folder, index: index)
      if numbers[ordinal - 1] == nil { heads.append(place) }
      if numbers[ordinal + 1] == nil { tails.append(place) }
    }
    unnumbered.sort { NaturalOrder.areInOrder(chunks[$0].name, chunks[$1].name) }
    // Dealt out to folders, hardly any chunk goes on in its own; else only the first and the last may
    // belong to another.
    let joined = zip(unnumbered, unnumbered.dropFirst()).count {
      chunks[$0].lines.overlap(with: chunks[$1].lines).longest > 0
    }
    let isDealtOut = joined * 2 < unnumbered.count - 1
    let firsts = isDealtOut ? unnumbered[...] : unnumbered.prefix(1)
    let lasts = isDealtOut ? unnumbered[...] : unnumbered.suffix(1)
    heads += firsts.map { Place(folder: folder, index: $0) }
    tails += lasts.map { Place(folder: folder, index: $0) }
    return (heads, tails)
  }

  private func chunk(at place: Place) -> ChunkFile { folders[place.folder][place.index] }

  /// Whether a chunk begins with lines that one of another folder, after which its name comes, ends with,
  /// a header among them: no two messages have the same. A copy begins with all lines.
  private func continues(_ second: Place, _ first: Place, _ reader: inout HeaderReader) -> Bool {
    guard first.folder != second.folder else { return false }
    let (one, other) = (chunk(at: first), chunk(at: second))
    guard one.ordinal != other.ordinal || isCopy(other, of: one) || isNext(other, after: one)
    else { return false }
    let length = one.lines.overlap(with: other.lines).longest
    return length > 0
      && one.lines.holdHeader(from: one.lines.start(of: one.lines.count - length), &reader)
  }

  /// Whether two chunks of one number hold the same lines.
  private func isCopy(_ second: ChunkFile, of first: ChunkFile) -> Bool {
    first.ordinal != nil && first.lines.areEqual(to: second.lines)
  }

  /// Whether the name of one of two chunks without numbers comes after that of the other.
  private func isNext(_ second: ChunkFile, after first: ChunkFile) -> Bool {
    first.ordinal == nil && NaturalOrder.areInOrder(first.name, second.name)
  }

  private func root(of folder: Int) -> Int {
    var folder = folder
    while parents[folder] != folder { folder = parents[folder] }
    return folder
  }

  /// Lets two folders belong together, unless their numbers say that they are two series, or one twice.
  private mutating func unite(_ first: Int, _ second: Int) {
    let (one, other) = (root(of: first), root(of: second))
    let (root, leaf) = (Swift.min(one, other), Swift.max(one, other))
    guard root != leaf, !refused.contains(Seam(first: root, second: leaf)) else { return }
    var (few, many) = (numbers[root], numbers[leaf])
    if few.count > many.count { swap(&few, &many) }
    guard mayBeOne(few, many) else {
      refused.insert(Seam(first: root, second: leaf))
      return
    }
    (numbers[root], numbers[leaf]) = ([:], [:])
    many.merge(few) { one, _ in one }
    numbers[root] = many
    parents[leaf] = root
  }

  /// Whether numbers may be those of one series: few of them are in both, and those stand for the same
  /// lines.
  private func mayBeOne(_ few: [Int: Place], _ many: [Int: Place]) -> Bool {
    var shared = 0
    for (ordinal, place) in few {
      guard let other = many[ordinal] else { continue }
      let (one, copy) = (chunk(at: place).lines, chunk(at: other).lines)
      guard one.areEqual(to: copy) else { return false }
      shared += 1
    }
    return shared == 0 || shared * 2 < few.count
  }
}
