/// What the fold makes of each Unicode scalar, but for what depends on its neighbours.
///
/// Pages of 64 scalars, most of which share the page of what stays as it is. Built on first use,
/// in a quarter of a millisecond.
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
  private var pageNumbers = [UInt8](repeating: 0, count: 0x110000 >> 6)

  /// The pages one after the other, the first of them that of scalars that stay.
  private var entries = [Entry](repeating: .same, count: 64)

  /// What becomes of a scalar value, which is not above U+10FFFF.
  @inline(__always)
  subscript(scalar: UInt32) -> Entry {
    entries[Int(pageNumbers[Int(scalar >> 6)]) << 6 | Int(scalar & 63)]
  }

  /// What becomes of U+00C0 to U+00FF, the letters of Western Europe, where that is one ASCII
  /// character; 0 for the others.
  static let western = InlineArray<64, UInt8> { offset in
    let entry = shared[UInt32(0xC0 + offset)]
    return entry != .same && entry.isPlainScalar && entry.value < 0x80 ? UInt8(entry.value) : 0
  }

  /// Scalar values that do not stay as they are, ascending.
  static let changing: [UInt32] = shared.pages.flatMap { page in
    (page << 6..<(page + 1) << 6).filter { shared[$0] != .same }
  }

  private init() {
    for block in FoldLetters.casedBlocks { for value in block { setLowerCase(of: value) } }
    for (letter, composed) in FoldLetters.marked {
      for scalar in composed.unicodeScalars { set(scalar.value, .scalar(letter.value)) }
    }
    for value in FoldLetters.fullWidthASCII { set(value, .scalar(value - 0xFEE0)) }
    for (wide, plain) in FoldLetters.fullWidthSigns { set(wide.value, .scalar(plain.value)) }
    for scalar in FoldLetters.apostrophes.unicodeScalars { set(scalar.value, .scalar(0x27)) }
    for scalar in FoldLetters.blanks.unicodeScalars { set(scalar.value, .scalar(0x20)) }
    for (letter, spelling) in FoldLetters.spelled {
      let scalars = spelling.unicodeScalars.map(\.value)
      set(letter.value, scalars.count == 2 ? .pair(scalars[0], scalars[1]) : .scalar(scalars[0]))
    }
    followSteps()
    for value in FoldLetters.marks { set(value, .mark) }
    for scalar in FoldLetters.dropped.unicodeScalars { set(scalar.value, .dropped) }
    set(0x200D, .joiner)
  }

  private mutating func set(_ scalar: UInt32, _ entry: Entry) {
    let page = Int(scalar >> 6)
    if pageNumbers[page] == 0 {
      pageNumbers[page] = UInt8(truncatingIfNeeded: entries.count >> 6)
      entries.append(contentsOf: repeatElement(.same, count: 64))
    }
    entries[Int(pageNumbers[page]) << 6 | Int(scalar & 63)] = entry
  }

  /// Of `İ`, whose lower case is an i and a mark, the i.
  private mutating func setLowerCase(of value: UInt32) {
    let lower = Unicode.Scalar(value)?.properties.lowercaseMapping.unicodeScalars.first?.value
    if let lower, lower != value { set(value, .scalar(lower)) }
  }

  /// Takes every scalar to where its steps lead: `Ǿ` to `ǿ`, to `ø`, to `o`.
  private mutating func followSteps() {
    for place in entries.indices {
      while entries[place].isPlainScalar, entries[place] != .same,
        case let next = self[entries[place].value], next != .same
      {
        entries[place] = next
      }
    }
  }

  /// The upper parts of the scalars that have a page of their own, ascending.
  private var pages: [UInt32] {
    pageNumbers.indices.filter { pageNumbers[$0] != 0 }.map { UInt32($0) }
  }

  /// Whether a scalar is a Latin or Greek letter, which sheds the marks that follow it.
  static func shedsMarks(_ value: UInt32) -> Bool {
    guard FoldLetters.latinAndGreek.contains(where: { $0.contains(value) }),
      let scalar = Unicode.Scalar(value)
    else { return false }
    return scalar.properties.isAlphabetic
  }
}
