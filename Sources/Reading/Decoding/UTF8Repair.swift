import CKernels
import Diagnostics
import Dispatch
import Model
import Synchronization

/// A text that is not quite UTF-8, with U+FFFD for what stands for no character.
struct UTF8Repair {
  /// The text, valid UTF-8.
  private(set) var bytes: [UInt8] = []

  /// How many U+FFFD were put in: one for each sequence that breaks off, however long it had come.
  private(set) var replacements = 0

  /// How many characters of two and more bytes were there and valid.
  private(set) var sequences = 0

  /// The first bytes of a text that stand for no character; nil where the text is valid.
  static func firstFault(in text: Span<UInt8>) -> Int? {
    if isWhole(text) { return nil }
    do throws(UTF8.ValidationError) {
      _ = try UTF8Span(validating: text)
      return nil
    } catch {
      return error.byteOffsets.lowerBound
    }
  }

  /// Whether a text is well-formed, and without one or two bytes. Linear, in one go through the memory; a long
  /// text is looked at on all cores. A raised interrupt ends it early with false.
  static func isWhole(
    _ text: Span<UInt8>, without byte: UInt8 = noByte, and other: UInt8 = noByte,
    interrupt: Interrupt = .never
  ) -> Bool {
    guard text.count > LinePieces.size else {
      return isWhole(text, 0..<text.count, without: byte, and: other)
    }
    let pieces = (0..<text.count).pieces(of: LinePieces.size)
    return unsafe text.withUnsafeBufferPointer { text in
      nonisolated(unsafe) let bytes = unsafe text
      let faults = Atomic(0)
      DispatchQueue.concurrentPerform(iterations: pieces.count) { piece in
        guard faults.load(ordering: .relaxed) == 0 else { return }
        let bytes = unsafe Span(_unsafeElements: bytes)
        if interrupt.isRaised || !isWhole(bytes, pieces[piece], without: byte, and: other) {
          faults.add(1, ordering: .relaxed)
        }
      }
      return faults.load(ordering: .relaxed) == 0
    }
  }

  /// Whether the characters that begin in a range are well-formed, and none is one of two bytes.
  private static func isWhole(
    _ text: Span<UInt8>, _ range: Range<Int>, without byte: UInt8, and other: UInt8
  ) -> Bool {
    let start = UTF8Repair.characterStart(range.lowerBound, in: text)
    let end = max(start, UTF8Repair.characterStart(range.upperBound, in: text))
    return unsafe text.extracting(start..<end).withUnsafeBufferPointer {
      unsafe kernels_is_utf8($0.baseAddress, $0.count, byte, other)
    }
  }

  /// A byte that no UTF-8 holds.
  static let noByte: UInt8 = 0xFF

  /// The first place from `place` on where no character goes on, three bytes further at most.
  private static func characterStart(_ place: Int, in text: Span<UInt8>) -> Int {
    guard place > 0 else { return 0 }
    var start = place
    while start < text.count, start < place + 3, text[start] & 0xC0 == 0x80 { start += 1 }
    return start
  }

  /// Repairs a text. Linear.
  init(_ text: [UInt8]) {
    bytes.reserveCapacity(text.count + text.count / 8)
    var place = 0
    while place < text.count {
      let (length, isWhole) = UTF8Repair.sequence(at: place, in: text)
      if isWhole {
        if length > 1 { sequences += 1 }
        bytes.append(contentsOf: text[place..<(place + length)])
      } else {
        replacements += 1
        bytes.append(contentsOf: [0xEF, 0xBF, 0xBD])
      }
      place += length
    }
  }

  /// How many bytes from a place on belong together, and whether they are a character: the
  /// well-formed sequences of the Unicode standard, table 3-7.
  private static func sequence(at place: Int, in text: [UInt8]) -> (length: Int, isWhole: Bool) {
    let first = text[place]
    let (length, second): (Int, ClosedRange<UInt8>) =
      switch first {
      case 0x00...0x7F: (1, 0x80...0xBF)
      case 0xC2...0xDF: (2, 0x80...0xBF)
      case 0xE0: (3, 0xA0...0xBF)
      case 0xED: (3, 0x80...0x9F)
      case 0xE1...0xEF: (3, 0x80...0xBF)
      case 0xF0: (4, 0x90...0xBF)
      case 0xF1...0xF3: (4, 0x80...0xBF)
      case 0xF4: (4, 0x80...0x8F)
      default: (0, 0x80...0xBF)
      }
    guard length > 0 else { return (1, false) }
    for offset in 1..<Swift.max(1, length) {
      let allowed = offset == 1 ? second : 0x80...0xBF
      guard place + offset < text.count, allowed.contains(text[place + offset]) else {
        return (offset, false)
      }
    }
    return (length, true)
  }
}
