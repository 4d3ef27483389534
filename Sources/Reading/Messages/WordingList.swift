/// Phrases one after the other in shared storage: thousands of them are made anew in each process
/// that reads an export.
struct WordingList: Sendable {
  /// The fixed bytes of all phrases.
  private(set) var bytes: [UInt8] = []
  private(set) var pieces: [Wording.Piece] = []
  private(set) var wordings: [Wording] = []

  /// Adds a phrase: its fixed bytes, and the slots between them by the number of bytes before each.
  mutating func append(
    _ fixed: [UInt8], slots: [(place: Int, slot: Wording.Slot)], own: Wording.Slot?
  ) {
    let first = pieces.count
    let start = bytes.count
    bytes += fixed
    var place = 0
    for (next, slot) in slots {
      appendLiteral(start + place..<start + next)
      pieces.append(Wording.Piece(slot: slot, bytes: start + next..<start + next))
      place = next
    }
    appendLiteral(start + place..<bytes.count)
    wordings.append(Wording(pieces: first..<pieces.count, own: own, weight: fixed.count))
  }

  private mutating func appendLiteral(_ range: Range<Int>) {
    if !range.isEmpty { pieces.append(Wording.Piece(slot: nil, bytes: range)) }
  }

  /// Whether a phrase begins with a slot.
  func beginsOpen(_ wording: Wording) -> Bool {
    wording.pieces.first.flatMap { pieces[$0].slot } != nil
  }

  /// The first fixed bytes of a phrase; empty for one of slots alone.
  func opening(of wording: Wording) -> ArraySlice<UInt8> {
    wording.pieces.lazy.map { pieces[$0] }.first { $0.slot == nil }.map { bytes[$0.bytes] } ?? []
  }

  /// The fixed bytes that a phrase ends with; empty where it ends with a slot.
  func ending(of wording: Wording) -> ArraySlice<UInt8> {
    wording.pieces.last.map { bytes[pieces[$0].bytes] } ?? []
  }

  /// What the slots of a phrase hold where `text` is the phrase; nil where it is not.
  ///
  /// Each fixed piece is taken at the first place from the left where the slot before it may end.
  /// With `isSentence` the text may go on behind a phrase that ends with fixed bytes, after a full
  /// stop or comma. Linear in the text for each fixed piece.
  func match(
    _ wording: Wording, _ text: borrowing FoldedText, isSentence: Bool
  ) -> Wording.Found? {
    var found: Wording.Found = []
    var place = 0
    var open: Wording.Slot?
    for index in wording.pieces {
      let piece = pieces[index]
      if let slot = piece.slot {
        open = slot
        continue
      }
      let isLast = index == wording.pieces.upperBound - 1
      guard let slot = open else {
        guard text.has(bytes, piece.bytes, at: place) else { return nil }
        place += piece.bytes.count
        if isLast, !text.mayEnd(at: place, isSentence: isSentence) { return nil }
        continue
      }
      var next = place
      repeat {
        guard let start = text.first(bytes, piece.bytes, from: next + 1) else { return nil }
        next = start
      } while isLast && !text.mayEnd(at: next + piece.bytes.count, isSentence: isSentence)
        || !text.mayHold(place..<next, slot)
      found.append((slot, place..<next))
      place = next + piece.bytes.count
      open = nil
    }
    if let slot = open {
      guard place < text.bytes.count else { return nil }
      found.append((slot, place..<text.bytes.count))
    }
    return found
  }
}
