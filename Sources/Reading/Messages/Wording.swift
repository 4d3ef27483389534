/// One of WhatsApp's own phrases, with places for what varies.
///
/// Notation: `{actor}` `{subject}` a person's name, `{self}` a person who is both, `{title}`
/// `{number}` the subject where that is no person, `{name}` a file's name, `{…}` anything; none of
/// them may be empty. `{actor=You}` `{subject=you}` `{self=You}` is the word itself, standing for
/// the person. A dot at the end is optional, and quotation marks, apostrophes and blanks of any
/// kind are equal: ``FoldedText``.
struct Wording: Sendable {
  /// What a place in a phrase tells.
  enum Slot: String, Sendable {
    case actor
    case subject
    case both = "self"
    case title
    case number
    case name
    case anything = "…"
  }

  /// A stretch of a phrase.
  enum Piece: Sendable {
    /// These folded bytes.
    case literal([UInt8])
    /// These folded bytes, which are a person at once.
    case word([UInt8], Slot)
    /// Whatever stands there.
    case slot(Slot)

    /// The fixed bytes; nil for a slot that may hold anything.
    var bytes: [UInt8]? {
      switch self {
      case .literal(let bytes), .word(let bytes, _): bytes
      case .slot: nil
      }
    }
  }

  /// What the slots of a phrase held, as ranges of the original text.
  typealias Found = [(slot: Slot, range: Range<Int>)]

  let pieces: [Piece]

  /// Bytes that are fixed: of two phrases that fit, the one with more of them is meant.
  let weight: Int

  /// The phrase in the notation above.
  init(_ notation: String) {
    let bytes = Array(notation.utf8)
    var folded = FoldedText()
    folded.fold(bytes.span, 0..<bytes.count)
    var pieces: [Piece] = []
    var rest = folded.bytes[...]
    while let first = rest.first {
      if first == 0x7B, let end = rest.firstIndex(of: 0x7D) {
        let parts = rest[(rest.startIndex + 1)..<end].split(separator: 0x3D, maxSplits: 1)
        let slot = parts.first.flatMap { Slot(rawValue: String(decoding: $0, as: UTF8.self)) }
        pieces.append(
          parts.count == 2 ? .word(Array(parts[1]), slot ?? .anything) : .slot(slot ?? .anything))
        rest = rest[(end + 1)...]
      } else {
        let end = rest.firstIndex(of: 0x7B) ?? rest.endIndex
        pieces.append(.literal(Array(rest[..<end])))
        rest = rest[end...]
      }
    }
    self.pieces = pieces
    weight = pieces.reduce(0) { $0 + ($1.bytes?.count ?? 0) }
  }

  /// Whether the phrase begins with a slot that may hold anything.
  var beginsOpen: Bool { pieces.first?.bytes == nil }

  /// Its first fixed pieces as one.
  var opening: [UInt8] {
    pieces.drop { $0.bytes == nil }.prefix { $0.bytes != nil }.flatMap { $0.bytes ?? [] }
  }

  /// Whether nothing follows ``opening``.
  var isAllOpening: Bool {
    pieces.last?.bytes != nil && pieces.dropFirst().allSatisfy { $0.bytes != nil }
  }

  /// What the slots hold where `text` is the phrase and nothing else; nil where it is not.
  ///
  /// `anchor` is where the first fixed piece stands; a slot before it begins at the beginning.
  /// Between two fixed pieces the second one is looked for once, from the left. Linear in the text
  /// for each fixed piece.
  func match(_ text: borrowing FoldedText, anchor: Int) -> Found? {
    var found: Found = []
    var place = 0
    var open: Slot?
    var isFirst = true
    for (index, piece) in pieces.enumerated() {
      guard let bytes = piece.bytes else {
        if case .slot(let slot) = piece { open = slot }
        continue
      }
      let start: Int
      if isFirst {
        start = anchor
      } else if index == pieces.count - 1 {
        start = text.bytes.count - bytes.count
      } else if open == nil {
        start = place
      } else {
        guard let next = text.first(bytes, from: place + 1) else { return nil }
        start = next
      }
      isFirst = false
      guard start >= place, text.has(bytes, at: start) else { return nil }
      if let slot = open {
        guard start > place else { return nil }
        found.append((slot, text.original(place..<start)))
      } else if start != place {
        return nil
      }
      place = start + bytes.count
      if case .word(_, let slot) = piece {
        found.append((slot, text.original(start..<place)))
      }
      open = nil
    }
    if let slot = open {
      guard place < text.bytes.count else { return nil }
      found.append((slot, text.original(place..<text.bytes.count)))
    } else if place != text.bytes.count {
      return nil
    }
    return found
  }
}
