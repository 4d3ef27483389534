/// The fold: what is left of a text once case, accents, width and the kinds of apostrophe and
/// blank no longer matter. Text compares, sorts and is searched folded.
///
/// - Lower case, in every script that has case; `ς` as `σ`.
/// - Latin and Greek letters without the marks U+0300–036F, composed or not; `œ æ ß ø ł ı` in
///   plain spelling; `ё` as `е`.
/// - Full-width forms in plain width; every apostrophe (`’ ‘ ‛ ʼ ʻ ʽ ʹ ′ ‵ ՚`, and `` ` `` and `´`)
///   as `'`; every blank within a line, the tabulator too, as a space.
/// - U+200B–200F, U+FE0F and U+FEFF dropped, but for a joiner between two emoji; so are the marks of
///   direction U+061C, U+202A–202E and U+2066–2069.
/// - Everything else as written; a byte that is no UTF-8 as U+FFFD.
///
/// Folding twice is folding once. Folding the parts of a text is folding the whole, unless a part
/// begins with a mark or a joiner, which depend on what stands before them.
public enum Fold {
  /// A text folded.
  public static func string(_ text: some StringProtocol) -> String {
    var text = String(text)
    text.makeContiguousUTF8()
    var folded: [UInt8] = []
    append(text.utf8.span, to: &folded)
    return String(decoding: folded, as: UTF8.self)
  }

  /// Appends the fold of UTF-8 as UTF-8.
  public static func append(_ bytes: Span<UInt8>, to folded: inout [UInt8]) {
    let end = write(bytes, into: &folded, at: folded.count)
    folded.removeLast(folded.count - end)
  }

  /// Writes the fold of UTF-8 over what is in `buffer` from `start` on, and tells where it ends.
  /// The buffer is made longer where it is too short, never shorter: what is after the end is
  /// without meaning.
  public static func write(
    _ bytes: Span<UInt8>, into buffer: inout [UInt8], at start: Int
  ) -> Int {
    var writer = FoldWriter(start: start)
    var offset = 0
    while offset < bytes.count {
      // Piece by piece, so that room is made for what is there and not for the worst case of all.
      let piece = Swift.min(bytes.count, offset + 0x4000)
      writer.makeRoom(for: piece - offset, in: &buffer)
      offset = writer.write(bytes, from: offset, to: piece, into: &buffer)
    }
    return writer.end
  }

  /// What a scalar becomes after what the fold left before it, and before what follows as
  /// written; nil for the ends of the text. Empty where it is dropped.
  public static func scalars(
    of scalar: Unicode.Scalar, after last: Unicode.Scalar? = nil, before next: Unicode.Scalar? = nil
  ) -> [Unicode.Scalar] {
    switch outcome(of: scalar.value, after: last?.value, before: next?.value) {
    case .scalar(let value): Unicode.Scalar(value).map { [$0] } ?? []
    case .pair(let one, let other): [Unicode.Scalar(one), Unicode.Scalar(other)]
    case .nothing: []
    }
  }

  /// The scalars of a range that the fold changes or drops, wherever they stand, ascending.
  public static func changing(in range: ClosedRange<Unicode.Scalar>) -> [Unicode.Scalar] {
    let changing = FoldTable.changing
    var low = 0
    var high = changing.count
    while low < high {
      let middle = (low + high) / 2
      if changing[middle] < range.lowerBound.value { low = middle + 1 } else { high = middle }
    }
    return changing[low...].prefix { $0 <= range.upperBound.value }
      .filter { FoldTable.shared[$0] != .mark }.compactMap(Unicode.Scalar.init)
  }

  /// What becomes of U+00C0 to U+00FF, the letters of Western Europe, where that is one ASCII
  /// character; 0 for the others.
  public static var western: InlineArray<64, UInt8> { FoldTable.western }

  /// What a scalar becomes where it stands.
  enum Outcome: Equatable {
    /// A scalar, perhaps the same.
    case scalar(UInt32)
    /// Two ASCII characters.
    case pair(UInt8, UInt8)
    case nothing
  }

  /// What a scalar becomes after what the fold left before it, and before what follows as written.
  /// Both are asked for only where it matters, and are nil at the ends of the text.
  @inline(__always)
  static func outcome(
    of scalar: UInt32, after last: @autoclosure () -> UInt32?,
    before next: @autoclosure () -> UInt32?
  ) -> Outcome {
    let entry = FoldTable.shared[scalar]
    if entry == .same { return .scalar(scalar) }
    if entry.isPlainScalar { return .scalar(entry.value) }
    if entry.isPair {
      return .pair(
        UInt8(truncatingIfNeeded: entry.value), UInt8(truncatingIfNeeded: entry.value >> 8))
    }
    switch entry {
    case .mark: return sheds(scalar, after: last()) ? .nothing : .scalar(scalar)
    case .joiner: return isPictograph(last()) && isPictograph(next()) ? .scalar(scalar) : .nothing
    default: return .nothing
    }
  }

  /// Whether a mark goes: off Latin and Greek letters, and the two dots off the Cyrillic `ё`.
  private static func sheds(_ mark: UInt32, after last: UInt32?) -> Bool {
    guard let last else { return false }
    return FoldTable.shedsMarks(last) || (last == 0x0435 && mark == 0x0308)
  }

  /// Whether a scalar can be a part of an emoji that is joined together.
  private static func isPictograph(_ value: UInt32?) -> Bool {
    guard let value, value > 0x7F, FoldTable.shared[value] == .same else { return false }
    return Unicode.Scalar(value)?.properties.isEmoji ?? false
  }
}
