/// Finds the phrase that a line is among hundreds of them, without comparing it with each.
///
/// A phrase that begins with a slot is filed under the longest word of its first fixed bytes, the
/// others under their first word. A line is looked up word by word; a word hits few phrases or
/// none.
struct WordingIndex: Sendable {
  private struct Entry: Sendable {
    /// The phrase among those of the index.
    let phrase: Int
    /// Bytes between the beginning of its first fixed bytes and the word it is filed under.
    let offset: Int
  }

  private let phrases: [Wording]
  private let leading: WordTable<Entry>
  private let inner: WordTable<Entry>
  /// The first two words after the name with which a phrase begins.
  private let continuations: WordTable<[UInt8]>

  /// How many words of a line are looked up: a name before the first fixed word is shorter.
  private static let reach = 64

  init(_ phrases: [Wording]) {
    self.phrases = phrases
    var leading: [(UInt64, Entry)] = []
    var inner: [(UInt64, Entry)] = []
    var continuations: [(UInt64, [UInt8])] = []
    for (phrase, wording) in phrases.enumerated() {
      let opening = wording.opening
      let words = WordingIndex.words(of: opening, endsLine: wording.isAllOpening)
      if !wording.beginsOpen {
        let first = WordingIndex.word(in: opening, from: 0)
        leading.append((WordingIndex.hash(opening[first]), Entry(phrase: phrase, offset: 0)))
      } else if let longest = words.max(by: { $0.count < $1.count }) {
        let entry = Entry(phrase: phrase, offset: longest.lowerBound)
        inner.append((WordingIndex.hash(opening[longest]), entry))
        if opening.first == 0x20, words.count > 1 {
          let two = Array(opening[words[0].lowerBound..<words[1].upperBound])
          continuations.append((WordingIndex.hash(two[...]), two))
        }
      }
    }
    self.leading = WordTable(leading)
    self.inner = WordTable(inner)
    self.continuations = WordTable(continuations)
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
      let word = WordingIndex.word(in: text.bytes, from: start)
      let hash = WordingIndex.hash(text.bytes[word])
      if start == 0 { consider(leading[hash], start) }
      consider(inner[hash], start)
      start = word.upperBound + 1
      words += 1
    }
    return best
  }

  /// Whether `text` begins with the two words with which a phrase goes on after a name.
  func goesOn(_ text: borrowing FoldedText) -> Bool {
    let first = WordingIndex.word(in: text.bytes, from: 0)
    guard first.upperBound < text.bytes.count else { return false }
    let second = WordingIndex.word(in: text.bytes, from: first.upperBound + 1)
    let two = text.bytes[..<second.upperBound]
    return continuations[WordingIndex.hash(two)].contains { $0.elementsEqual(two) }
  }

  /// The whole words of a phrase's first fixed bytes, which stand between blanks; the last one is
  /// whole where the line ends with it.
  private static func words(of opening: [UInt8], endsLine: Bool) -> [Range<Int>] {
    var words: [Range<Int>] = []
    var start = 0
    while let blank = opening[start...].firstIndex(of: 0x20), blank + 1 < opening.count {
      let word = word(in: opening, from: blank + 1)
      if word.upperBound < opening.count || endsLine { words.append(word) }
      start = word.upperBound
      if start >= opening.count { break }
    }
    return words
  }

  /// The word that begins at `start`, up to the next blank.
  private static func word(in bytes: [UInt8], from start: Int) -> Range<Int> {
    var end = start
    while end < bytes.count, bytes[end] != 0x20 { end += 1 }
    return start..<end
  }

  /// FNV-1a; the phrases are ours, so that no input can fill a bucket.
  private static func hash(_ bytes: ArraySlice<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return hash
  }
}
