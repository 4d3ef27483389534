import CKernels

/// The ASCII characters that some texts may have in a form outside of ASCII: `é` is a form of `e`, `œ`
/// one of both `o` and `e`.
///
/// Whatever else is ASCII in the fold of these texts stands in them as itself, in either case.
public struct AccentedForms: Sendable, Equatable {
  /// A bit for each character, the lowest for U+0000.
  private var bits: UInt128 = 0

  /// Those of the texts of a column, and perhaps of the little that stands between them. The letters of
  /// Western Europe and general punctuation are taken to be there, as they are in nearly all chats.
  public init(of texts: TextColumn) {
    self = AccentedForms.common
    if let (_, number, bytes) = texts.packed {
      let buffer = texts.buffers[number]
      add(buffer.span.extracting(bytes))
    } else {
      for row in 0..<texts.count { texts.withBytes(of: row) { add($0) } }
    }
  }

  private init() {}

  /// Whether there may be other forms of an ASCII character.
  public func contains(_ character: UInt8) -> Bool { bits >> UInt128(character) & 1 != 0 }

  fileprivate static let common: AccentedForms = {
    var forms = AccentedForms()
    for scalar in [0x80...0xFF, 0x2000...0x203F].joined() { forms.insert(UInt32(scalar)) }
    return forms
  }()

  private mutating func add(_ text: Span<UInt8>) {
    var offset = 0
    while let place = RareForms.all.first(in: text, from: offset) {
      let (scalar, length) = text.scalar(at: place)
      insert(scalar)
      offset = place + length
    }
  }

  /// Adds what a scalar outside of ASCII folds to.
  fileprivate mutating func insert(_ scalar: UInt32) {
    let entry = FoldTable.shared[scalar]
    if entry.isPair {
      bits |= 1 << UInt128(entry.value & 0x7F) | 1 << UInt128(entry.value >> 8)
    } else if entry.isPlainScalar, entry != .same, entry.value < 0x80 {
      bits |= 1 << UInt128(entry.value)
    }
  }
}

/// The search for scalars that are forms of other characters than the common ones, many bytes at a time: `ğ`, `ł`,
/// `ｈ`.
private struct RareForms: Sendable {
  static let all = RareForms()

  /// For the lower halves of three bytes, 16 entries each, the first bytes of scalars that may have them, a bit
  /// for each.
  private var low = [UInt8](repeating: 0, count: 48)
  /// For the upper halves likewise.
  private var high = [UInt8](repeating: 0, count: 48)

  private init() {
    var leads: [UInt8] = []
    for scalar in FoldTable.changing where scalar >= 0x80 {
      var forms = AccentedForms.common
      forms.insert(scalar)
      guard forms != AccentedForms.common else { continue }
      let bytes = UTF8Scalar(scalar)
      let first = UInt8(truncatingIfNeeded: bytes.packed)
      if leads.last != first { leads.append(first) }
      // More than eight share bits, which only stops the search more often.
      let bit: UInt8 = 1 << UInt8((leads.count - 1) % 8)
      allow(first, at: 0, bit)
      allow(UInt8(truncatingIfNeeded: bytes.packed >> 8), at: 1, bit)
      for third in UInt8.min...UInt8.max { allow(third, at: 2, bit) }
    }
  }

  private mutating func allow(_ byte: UInt8, at place: Int, _ bit: UInt8) {
    low[16 * place + Int(byte & 15)] |= bit
    high[16 * place + Int(byte >> 4)] |= bit
  }

  /// The first place at or after `start` at which one may stand; nil where there is none.
  func first(in text: Span<UInt8>, from start: Int) -> Int? {
    let rest = text.extracting(start...)
    let place = unsafe rest.withUnsafeBufferPointer { rest in
      unsafe kernels_find_triple(rest.baseAddress, rest.count, low, high)
    }
    if place < rest.count { return start + place }
    // The last two bytes are no three.
    let last = text.count - 2
    return last >= start && text[last] >= 0xC0 ? last : nil
  }
}
