/// Reads how phrases are written down, a line a phrase or several that have words in common.
///
/// - `{actor}` `{subject}` `{self}` `{title}` `{old}` `{number}` `{name}` `{n}` `{…}` are places for
///   what varies: ``Wording/Slot``.
/// - `{actor=you}` takes no place: the phrase itself says that the one who made the export acted.
/// - `{actor| a|Vous avez} créé ce groupe` is short for `[{actor} a|{actor=you}Vous avez] créé …`.
/// - `[a|b]` is either; either may be empty, and brackets may stand in brackets.
/// - A `\` before one of these signs takes its meaning away.
///
/// Quotation marks, apostrophes and blanks of any kind are equal, a full stop at the end does not
/// count, and neither do inclusive endings: ``FoldedText``.
struct WordingNotation {
  private static let brace = (open: UInt8(ascii: "{"), close: UInt8(ascii: "}"))
  private static let bracket = (open: UInt8(ascii: "["), close: UInt8(ascii: "]"))
  private static let bar = UInt8(ascii: "|")
  private static let escape = UInt8(ascii: "\\")
  private static let slots = Wording.Slot.allCases.map { (Array($0.rawValue.utf8), $0) }

  private let line: [UInt8]
  private var list: WordingList
  /// Where each bracket that is open is gone on from behind.
  private var ends: [Int] = []
  // The phrase so far.
  private var fixed: [UInt8] = []
  private var slots: [(place: Int, slot: Wording.Slot)] = []
  private var own: Wording.Slot?

  /// Adds the phrases of a line to a list.
  static func read(_ line: FoldedText, into list: inout WordingList) {
    var notation = WordingNotation(line: line.bytes, list: list)
    list = WordingList()
    notation.read(from: 0)
    list = notation.list
  }

  private init(line: [UInt8], list: WordingList) {
    self.line = line
    self.list = list
  }

  /// Adds every phrase that begins with the one so far and goes on as the line does at `start`.
  private mutating func read(from start: Int) {
    var place = start
    let before = (fixed.count, slots.count, own)
    defer {
      fixed.removeSubrange(before.0...)
      slots.removeSubrange(before.1...)
      own = before.2
    }
    while place < line.count {
      switch line[place] {
      case WordingNotation.bracket.open:
        return readBracket(at: place)
      case WordingNotation.bar, WordingNotation.bracket.close:
        guard let end = ends.popLast() else { return }
        read(from: end)
        return ends.append(end)
      case WordingNotation.brace.open:
        guard let end = line[place...].firstIndex(of: WordingNotation.brace.close) else { return }
        let inner = line[(place + 1)..<end]
        place = end + 1
        if inner.contains(WordingNotation.bar) { return readActing(inner, end: place) }
        readSlot(inner)
      default:
        if line[place] == WordingNotation.escape, place + 1 < line.count { place += 1 }
        var end = place + 1
        while end < line.count, !WordingNotation.isSign(line[end]) { end += 1 }
        fixed += line[place..<end]
        place = end
      }
    }
    list.append(fixed, slots: slots, own: own)
  }

  /// Goes on at `end` with another person and the words after their name, then with the words that
  /// are about the one who made the export.
  private mutating func readActing(_ notation: ArraySlice<UInt8>, end: Int) {
    let parts = notation.split(separator: WordingNotation.bar, omittingEmptySubsequences: false)
    guard parts.count == 3, let slot = WordingNotation.slot(parts[0]) else { return }
    let place = fixed.count
    slots.append((place, slot))
    fixed += parts[1]
    read(from: end)
    slots.removeLast()
    fixed.removeSubrange(place...)
    own = slot
    fixed += parts[2]
    read(from: end)
  }

  /// Goes on with each alternative of a bracket in turn.
  private mutating func readBracket(at place: Int) {
    var starts = [place + 1]
    var depth = 0
    var end = place
    repeat {
      switch line[end] {
      case WordingNotation.bracket.open: depth += 1
      case WordingNotation.bracket.close: depth -= 1
      case WordingNotation.brace.open:
        end = line[end...].firstIndex(of: WordingNotation.brace.close) ?? end
      case WordingNotation.bar where depth == 1: starts.append(end + 1)
      case WordingNotation.escape: end += 1
      default: break
      }
      end += 1
    } while depth > 0 && end < line.count
    ends.append(end)
    for start in starts { read(from: start) }
    ends.removeLast()
  }

  /// Takes a place for what varies, or what the one who made the export is.
  private mutating func readSlot(_ notation: ArraySlice<UInt8>) {
    let name = notation.prefix { $0 != UInt8(ascii: "=") }
    guard let slot = WordingNotation.slot(name) else { return }
    if name.count < notation.count { own = slot } else { slots.append((fixed.count, slot)) }
  }

  /// Whether a byte has a meaning of its own.
  private static func isSign(_ byte: UInt8) -> Bool {
    byte == brace.open || byte == bracket.open || byte == bracket.close || byte == bar
      || byte == escape
  }

  private static func slot(_ name: ArraySlice<UInt8>) -> Wording.Slot? {
    slots.first { $0.0.elementsEqual(name) }?.1
  }
}
