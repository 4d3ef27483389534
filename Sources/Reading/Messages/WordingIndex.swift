/// Finds the phrase that a line is among thousands of them, without comparing it with each.
///
/// Each phrase is filed under a few bytes of its fixed words, those that the fewest phrases share.
/// A line is looked up at each of its characters, so that no language needs blanks between its
/// words, and few phrases or none are compared with it however many languages there are.
struct WordingIndex: Sendable {
  private let list: WordingList
  private let grams: WordingGrams
  /// The hashes of the first two words after the name with which a phrase begins.
  private let continuations: Set<UInt64>
  /// Whether a line may go on behind a phrase, with another sentence.
  private let isSentence: Bool

  /// Files phrases; `isSentence` says that text may follow a phrase after a full stop or comma.
  /// Linear in their bytes.
  init(_ list: WordingList, isSentence: Bool) {
    self.list = list
    self.isSentence = isSentence
    grams = WordingGrams(of: list)
    var continuations: Set<UInt64> = []
    for wording in list.wordings where list.beginsOpen(wording) {
      let opening = list.opening(of: wording)
      // The second word is whole where something follows it or the phrase ends.
      guard opening.first == 0x20, let two = WordingIndex.twoWords(of: opening.dropFirst()),
        two.endIndex < opening.endIndex || wording.pieces.count == 2
      else { continue }
      continuations.insert(WordingIndex.hash(two))
    }
    self.continuations = continuations
  }

  /// Whether a phrase begins with a slot.
  func beginsOpen(_ phrase: Int) -> Bool { list.beginsOpen(list.wordings[phrase]) }

  /// What the one who made the export is in a phrase; nil where it is not about them.
  func own(_ phrase: Int) -> Wording.Slot? { list.wordings[phrase].own }

  /// The phrase that `text` is, by its place among those of the list, and what its slots hold;
  /// of several the one with the most fixed bytes, and of those the first.
  func phrase(_ text: borrowing FoldedText) -> (phrase: Int, found: Wording.Found)? {
    var best: (phrase: Int, found: Wording.Found)?
    let bytes = text.bytes.span
    var place = 0
    while place + 4 <= bytes.count {
      if WordingGrams.begins(at: bytes[place]) {
        grams.forEach(bytes, at: place) { consider($0, text, &best) }
      }
      place += 1
    }
    return best
  }

  private func consider(
    _ phrase: Int, _ text: borrowing FoldedText,
    _ best: inout (phrase: Int, found: Wording.Found)?
  ) {
    let wording = list.wordings[phrase]
    if let best {
      let weight = list.wordings[best.phrase].weight
      if weight > wording.weight || weight == wording.weight && best.phrase <= phrase { return }
    }
    if let found = list.match(wording, text, isSentence: isSentence) { best = (phrase, found) }
  }

  /// Whether `text` begins with the two words with which a phrase goes on after a name.
  func goesOn(_ text: borrowing FoldedText) -> Bool {
    guard let two = WordingIndex.twoWords(of: text.bytes[...]) else { return false }
    return continuations.contains(WordingIndex.hash(two))
  }

  /// The first two words of a text; nil where it has fewer.
  private static func twoWords(of text: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    guard let first = text.firstIndex(of: 0x20), first + 1 < text.endIndex else { return nil }
    return text[..<(text[(first + 1)...].firstIndex(of: 0x20) ?? text.endIndex)]
  }

  /// FNV-1a; the phrases are ours, so that no input can fill a bucket.
  private static func hash(_ bytes: ArraySlice<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return hash
  }
}
