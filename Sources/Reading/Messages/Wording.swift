/// One of WhatsApp's own phrases: fixed words, and places for what varies.
///
/// How it is written down: ``WordingNotation``. Where it is kept: ``WordingList``.
struct Wording: Sendable {
  /// What a place in a phrase tells.
  enum Slot: String, Sendable, CaseIterable {
    /// The name of the person who did it.
    case actor
    /// The name of the person to whom it was done, or several names.
    case subject
    /// A person, or several, who is both.
    case both = "self"
    /// A group's or community's name, perhaps in quotation marks.
    case title
    /// The name that a group or community had before.
    case old
    /// A telephone number.
    case number
    /// A file's name.
    case name
    /// A number, in digits.
    case count = "n"
    /// Anything at all.
    case anything = "…"
  }

  /// A stretch of a phrase.
  struct Piece: Sendable {
    /// What stands there, one byte at least; nil for fixed bytes.
    let slot: Slot?
    /// The fixed bytes, as a range of those of the list; empty for a slot.
    let bytes: Range<Int>
  }

  /// What the slots of a phrase held, as ranges of the folded text.
  typealias Found = [(slot: Slot, range: Range<Int>)]

  /// Its stretches, literals and slots by turns, as a range of those of the list.
  let pieces: Range<Int>

  /// What the one who made the export is in it: “You”; nil where the phrase is not about them.
  let own: Slot?

  /// Bytes that are fixed: of two phrases that fit, the one with more of them is meant.
  let weight: Int
}
