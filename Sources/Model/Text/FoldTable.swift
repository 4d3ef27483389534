/// What the fold makes of each Unicode scalar, but for what depends on its neighbours.
///
/// Pages of 64 scalars, most of which share the page of what stays as it is. Built on first use,
/// in about a millisecond.
struct FoldTable: Sendable {
  /// The one table.
  static let shared = FoldTable()

  /// What a scalar becomes.
  struct Entry: Sendable, Hashable {
    /// A scalar value in the low 21 bits, or two ASCII characters, the first in the low byte;
    /// above them the flags. Zero for a scalar that stays as it is.
    let bits: UInt32

    static let same = Entry(bits: 0)
    static let dropped = Entry(bits: 1 << 31)
    static let mark = Entry(bits: 1 << 30)
    static let joiner = Entry(bits: 1 << 29)
    private static let pairFlag: UInt32 = 1 << 28

    /// Another scalar.
    static func scalar(_ value: UInt32) -> Entry { Entry(bits: value) }

    /// Two ASCII characters.
    static func pair(_ first: UInt32, _ second: UInt32) -> Entry {
      Entry(bits: pairFlag | second << 8 | first)
    }

    var isPair: Bool { bits & Entry.pairFlag != 0 }
    var isPlainScalar: Bool { bits < Entry.pairFlag }
    var value: UInt32 { bits & 0x1F_FFFF }
  }

  /// For each 64 scalars the number of their page.
  let pageNumbers: [UInt8]

  /// The pages one after the other, the first of them that of scalars that stay.
  let entries: [Entry]

  /// What becomes of a scalar value that is not above U+10FFFF.
  @inline(__always)
  subscript(scalar: UInt32) -> Entry {
    entries[Int(pageNumbers[Int(scalar >> 6)]) << 6 | Int(scalar & 63)]
  }

  /// Scalar values that do not stay as they are, ascending.
  let changing: [UInt32]

  private init() {
    let changes = FoldTable.changes()
    var pageNumbers = [UInt8](repeating: 0, count: 0x110000 >> 6)
    var entries = [Entry](repeating: .same, count: 64)
    for (scalar, entry) in changes {
      let page = Int(scalar >> 6)
      if pageNumbers[page] == 0 {
        pageNumbers[page] = UInt8(truncatingIfNeeded: entries.count >> 6)
        entries.append(contentsOf: repeatElement(.same, count: 64))
      }
      entries[Int(pageNumbers[page]) << 6 | Int(scalar & 63)] = entry
    }
    self.pageNumbers = pageNumbers
    self.entries = entries
    changing = changes.keys.sorted()
  }

  /// Every scalar that does not stay as it is, with what becomes of it.
  private static func changes() -> [UInt32: Entry] {
    var plain: [UInt32: UInt32] = [:]
    for (letter, composed) in FoldLetters.marked {
      for scalar in composed.unicodeScalars { plain[scalar.value] = letter.value }
    }
    for value in 0xFF01...0xFF5E as ClosedRange<UInt32> { plain[value] = value - 0xFEE0 }
    for (wide, narrow) in FoldLetters.fullWidthSigns { plain[wide.value] = narrow.value }

    var spelled: [UInt32: Entry] = [:]
    for (letter, spelling) in FoldLetters.spelled {
      let scalars = spelling.unicodeScalars.map(\.value)
      spelled[letter.value] =
        scalars.count == 2 ? .pair(scalars[0], scalars[1]) : .scalar(scalars[0])
    }
    for scalar in FoldLetters.apostrophes.unicodeScalars {
      spelled[scalar.value] = .scalar(UInt32(UInt8(ascii: "'")))
    }
    for scalar in FoldLetters.blanks.unicodeScalars {
      spelled[scalar.value] = .scalar(UInt32(UInt8(ascii: " ")))
    }

    var changes = spelled
    let cased = FoldLetters.casedBlocks.joined()
    for value in [AnySequence(cased), AnySequence(plain.keys)].joined() {
      // Plain width, then lower case, then without marks, then the plain spelling: `Ǿ` is `o`.
      let narrow = value >= 0xFF00 ? plain[value] ?? value : value
      let lower = lowerCase(narrow)
      let bare = plain[lower] ?? lower
      let entry = spelled[bare] ?? .scalar(bare)
      if entry != .scalar(value) { changes[value] = entry }
    }
    for value in FoldLetters.marks { changes[value] = .mark }
    for scalar in FoldLetters.dropped.unicodeScalars { changes[scalar.value] = .dropped }
    changes[0x200D] = .joiner
    return changes
  }

  /// The lower-case letter; of `İ`, whose lower case is an i and a mark, the i.
  private static func lowerCase(_ value: UInt32) -> UInt32 {
    guard let scalar = Unicode.Scalar(value) else { return value }
    return scalar.properties.lowercaseMapping.unicodeScalars.first?.value ?? value
  }

  /// Whether a scalar is a Latin or Greek letter, which sheds the marks that follow it.
  static func shedsMarks(_ value: UInt32) -> Bool {
    guard FoldLetters.latinAndGreek.contains(where: { $0.contains(value) }),
      let scalar = Unicode.Scalar(value)
    else { return false }
    return scalar.properties.isAlphabetic
  }
}
