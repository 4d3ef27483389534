/// Finds the phrase that a line is among hundreds of them, without comparing it with each.
///
/// Phrases are filed under one word of their first fixed piece, the beginning of the line where
/// they begin with one. A line is looked up word by word; each word hits few phrases or none.
struct WordingIndex: Sendable {
  private struct Entry: Sendable {
    /// The phrase among those of the index.
    let phrase: Int
    /// Bytes between the beginning of its first fixed piece and the word it is filed under.
    let offset: Int
  }

  private let phrases: [Wording]
  private let leading: WordTable<Entry>
  private let inner: WordTable<Entry>

  /// How many words of a line are looked up: a name before the first fixed word is shorter.
  private static let reach = 64

  init(_ phrases: [Wording]) {
    self.phrases = phrases
    var leading: [(UInt64, Entry)] = []
    var inner: [(UInt64, Entry)] = []
    for (phrase, wording) in phrases.enumerated() {
      let opening = wording.opening
      let blank = opening.firstIndex(of: 0x20) ?? -1
      let offset = wording.beginsOpen ? blank + 1 : 0
      let hash = WordingIndex.hash(opening, WordingIndex.firstWord(opening, from: offset))
      let entry = Entry(phrase: phrase, offset: offset)
      if wording.beginsOpen { inner.append((hash, entry)) } else { leading.append((hash, entry)) }
    }
    self.leading = WordTable(leading)
    self.inner = WordTable(inner)
  }

  /// The phrase that `text` is, by its place among those of the index, and what its slots hold;
  /// of several the one with the most fixed bytes.
  func phrase(_ text: borrowing FoldedText) -> (phrase: Int, found: Wording.Found)? {
    var best: (phrase: Int, found: Wording.Found)?
    func consider(_ entries: ArraySlice<Entry>, _ start: Int) {
      for entry in entries where entry.offset <= start {
        let wording = phrases[entry.phrase]
        if let best, phrases[best.phrase].weight >= wording.weight { continue }
        if let found = wording.match(text, anchor: start - entry.offset) {
          best = (entry.phrase, found)
        }
      }
    }
    var start = 0
    var words = 0
    while start < text.bytes.count, words < WordingIndex.reach {
      let word = WordingIndex.firstWord(text.bytes, from: start)
      let hash = WordingIndex.hash(text.bytes, word)
      if start == 0 { consider(leading[hash], start) }
      consider(inner[hash], start)
      start = word.upperBound + 1
      words += 1
    }
    return best
  }

  /// Whether a phrase that begins with a name goes on as `text` does from `start` on: the two
  /// words there are the first two after the name.
  func goesOn(_ text: borrowing FoldedText, from start: Int) -> Bool {
    let word = WordingIndex.firstWord(text.bytes, from: start)
    return inner[WordingIndex.hash(text.bytes, word)].contains { entry in
      let opening = phrases[entry.phrase].opening
      let second = entry.offset + word.count + 1
      guard entry.offset == 1, second < opening.count else { return false }
      let next = WordingIndex.firstWord(opening, from: second)
      return text.has(Array(opening[1..<next.upperBound]), at: start)
    }
  }

  private static func firstWord(_ bytes: [UInt8], from start: Int) -> Range<Int> {
    var end = start
    while end < bytes.count, bytes[end] != 0x20 { end += 1 }
    return start..<end
  }

  private static func hash(_ bytes: [UInt8], _ range: Range<Int>) -> UInt64 {
    // FNV-1a; the phrases are ours, so that no input can fill a bucket.
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for index in range { hash = (hash ^ UInt64(bytes[index])) &* 0x100_0000_01B3 }
    return hash
  }
}

/// Things filed under the hash of a word; a word that nothing is filed under costs one look.
struct WordTable<Item: Sendable>: Sendable {
  private var bits = [UInt64](repeating: 0, count: 256)
  private let hashes: [UInt64]
  private let items: [Item]

  init(_ filed: [(hash: UInt64, item: Item)]) {
    let sorted = filed.sorted { $0.hash < $1.hash }
    hashes = sorted.map(\.hash)
    items = sorted.map(\.item)
    for hash in hashes { bits[Int(hash >> 6 & 255)] |= 1 << (hash & 63) }
  }

  /// What is filed under a hash.
  subscript(hash: UInt64) -> ArraySlice<Item> {
    guard bits[Int(hash >> 6 & 255)] >> (hash & 63) & 1 == 1 else { return [] }
    var low = 0
    var high = hashes.count
    while low < high {
      let middle = (low + high) / 2
      if hashes[middle] < hash { low = middle + 1 } else { high = middle }
    }
    var end = low
    while end < hashes.count, hashes[end] == hash { end += 1 }
    return items[low..<end]
  }
}
