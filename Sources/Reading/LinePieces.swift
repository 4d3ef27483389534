import CKernels
import Diagnostics
import Model

/// A long text cut into stretches of whole lines, to be read on several cores.
struct LinePieces {
  /// The bytes of each, half-open, one behind the other; a text without bytes has none.
  private(set) var ranges: [Range<Int>] = []
  /// Bytes that a piece has where nothing else is said.
  static let size = 4 << 20

  /// Cuts a text into pieces of `size` bytes, but for their last lines. Linear, a pass that costs next
  /// to nothing.
  init(of text: SharedBytes, size: Int = LinePieces.size) {
    var start = 0
    while start < text.count {
      let end = start < text.count - size ? start + size : text.count
      let next = end < text.count ? min(text.count, lineEnd(text.span, from: end) + 1) : end
      ranges.append(start..<next)
      start = next
    }
  }

  /// The number of each piece's first line, from 0. Linear; on all cores.
  func firstLines(of text: SharedBytes, interrupt: Interrupt) throws(Diagnostic) -> [Int] {
    let newline = UInt8(ascii: "\n")
    let counts = try parallelMap(ranges.count, interrupt: interrupt) { piece in
      count(of: newline, in: text.span.extracting(ranges[piece]))
    }
    return LinePieces.starts(counts)
  }

  /// Where pieces of so many lines begin.
  static func starts(_ counts: [Int]) -> [Int] {
    counts.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1) }.dropLast()
  }
}

/// How often a byte stands in bytes.
func count(of byte: UInt8, in bytes: Span<UInt8>) -> Int {
  unsafe bytes.withUnsafeBufferPointer { unsafe kernels_count($0.baseAddress, $0.count, byte) }
}
