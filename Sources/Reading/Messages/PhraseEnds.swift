/// Tells in a few looks whether a text can begin, or end, with one of many phrases, by the four
/// bytes at that end; true for some texts that do not, false for none that do.
struct PhraseEnds: Sendable {
  /// A bit for each pair of the outermost bytes: 8 KiB that refuse nearly everything.
  private var pairs = [UInt64](repeating: 0, count: 1_024)
  /// The outermost four bytes, ascending.
  private var quads: [UInt32] = []
  /// Outermost bytes that stand for any text, since a mark or blank may follow a bracket.
  private static let brackets: [UInt8] = [0x3C, 0x3E]

  /// The beginnings of the phrases that begin with fixed bytes.
  init(of list: WordingList) {
    self.init(
      list.wordings.lazy.filter { !list.beginsOpen($0) }.map { Array(list.opening(of: $0)) })
  }

  /// The endings, read backwards, of the phrases that end with fixed bytes.
  init(reversing list: WordingList) {
    self.init(list.wordings.lazy.map { list.ending(of: $0).reversed() })
  }

  private init(_ ends: some Sequence<[UInt8]>) {
    var quads: Set<UInt32> = []
    for end in ends where !end.isEmpty {
      if PhraseEnds.brackets.contains(end[0]) || end.count < 4 {
        for second in UInt8.min...UInt8.max { insert(end[0], second) }
      } else {
        insert(end[0], end[1])
        quads.insert(PhraseEnds.quad(end[0], end[1], end[2], end[3]))
      }
    }
    self.quads = quads.sorted()
  }

  /// Whether a phrase may begin with these bytes, of which it is known that there are more.
  @inline(__always)
  func contains(_ a: UInt8, _ b: UInt8, _ c: UInt8, _ d: UInt8) -> Bool {
    let pair = Int(a) << 8 | Int(b)
    guard pairs[pair >> 6] >> UInt64(pair & 63) & 1 == 1 else { return false }
    return a == 0x3C || a == 0x3E || hasQuad(PhraseEnds.quad(a, b, c, d))
  }

  private func hasQuad(_ quad: UInt32) -> Bool {
    var low = 0
    var high = quads.count
    while low < high {
      let middle = (low + high) / 2
      if quads[middle] < quad { low = middle + 1 } else { high = middle }
    }
    return low < quads.count && quads[low] == quad
  }

  private static func quad(_ a: UInt8, _ b: UInt8, _ c: UInt8, _ d: UInt8) -> UInt32 {
    UInt32(a) << 24 | UInt32(b) << 16 | UInt32(c) << 8 | UInt32(d)
  }

  private mutating func insert(_ first: UInt8, _ second: UInt8) {
    let pair = Int(first) << 8 | Int(second)
    pairs[pair >> 6] |= 1 << UInt64(pair & 63)
  }
}
