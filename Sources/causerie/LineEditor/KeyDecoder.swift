import CEditline

/// The keys of a terminal as Unicode scalars, decoded from UTF-8 without looking ahead: a scalar
/// is there as soon as its last byte is.
struct KeyDecoder {
  private var bytes = InputBytes()

  /// The bytes of a scalar that is not whole yet.
  private var sequence: [UInt8] = []

  /// Why ``next()`` last answered nil.
  var pause: InputBytes.Pause { bytes.pause }

  /// The next scalar, U+FFFD for a byte or sequence that is no UTF-8; nil as ``pause`` says.
  mutating func next() -> Unicode.Scalar? {
    while true {
      if let scalar = wholeScalar() { return scalar }
      guard let byte = bytes.next() else { return nil }
      let isContinuation = byte & 0xC0 == 0x80
      guard isContinuation || sequence.isEmpty else {
        // The sequence is broken off, and another one begins.
        sequence = [byte]
        return "\u{FFFD}"
      }
      sequence.append(byte)
    }
  }

  /// Forgets what was typed but not given out yet.
  mutating func discard() {
    bytes.discard()
    sequence = []
  }

  /// The scalar of ``sequence``, which it then leaves empty; nil where bytes are missing.
  private mutating func wholeScalar() -> Unicode.Scalar? {
    guard let first = sequence.first else { return nil }
    let length =
      switch first {
      case 0xC2...0xDF: 2
      case 0xE0...0xEF: 3
      case 0xF0...0xF4: 4
      default: 1
      }
    guard sequence.count >= length else { return nil }
    defer { sequence = [] }
    return String(validating: sequence, as: UTF8.self)?.unicodeScalars.first ?? "\u{FFFD}"
  }
}

extension Unicode.Scalar {
  /// The columns that the scalar takes on a terminal by itself, as libedit counts them: 0 for
  /// combining marks and joiners, and for what is shown in no way at all.
  var columns: Int { Swift.max(0, Int(editline_columns(wchar_t(bitPattern: value)))) }

  /// Whether it prints, but takes no column of its own.
  var isZeroWidth: Bool { editline_columns(wchar_t(bitPattern: value)) == 0 && value != 0 }

  /// Whether a terminal acts on it: C0, DEL and C1.
  var isControl: Bool { properties.generalCategory == .control }
}
