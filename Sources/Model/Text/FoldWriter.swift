/// Writes folded text into a buffer: 16 bytes at a time where they are ASCII, else scalar by
/// scalar.
struct FoldWriter {
  /// Where the folded text begins in the buffer.
  let start: Int
  /// Where it ends so far.
  private(set) var end: Int

  /// Bytes that a step may write beyond its result.
  private static let slack = 32

  init(start: Int) {
    self.start = start
    end = start
  }

  /// Makes the buffer long enough for the fold of `count` bytes: each ill-formed one takes three.
  func makeRoom(for count: Int, in buffer: inout [UInt8]) {
    let missing = end + 3 * count + FoldWriter.slack - buffer.count
    if missing > 0 { buffer.append(contentsOf: repeatElement(0, count: missing)) }
  }

  /// Folds the scalars that begin in a stretch of `bytes`, and tells where the next one begins.
  mutating func write(
    _ bytes: Span<UInt8>, from first: Int, to limit: Int, into buffer: inout [UInt8]
  ) -> Int {
    let source = unsafe bytes.bytes
    var output = buffer.mutableSpan
    var offset = first
    while offset < limit {
      if offset + 16 <= limit {
        let chunk = unsafe source.unsafeLoadUnaligned(
          fromByteOffset: offset, as: SIMD16<UInt8>.self)
        var room = unsafe output.mutableBytes
        room.storeBytes(of: ASCIIFold.folded(chunk), toByteOffset: end, as: SIMD16<UInt8>.self)
        let length = ASCIIFold.leadingCount(of: chunk)
        offset += length
        end += length
        if length == 16 { continue }
      } else if bytes[offset] < 0x80 {
        output[end] = ASCIIFold.folded(bytes[offset])
        offset += 1
        end += 1
        continue
      }
      while offset < limit, bytes[offset] >= 0x80 {
        let (scalar, length) = bytes.scalar(at: offset)
        offset += length
        let next = offset
        let outcome = Fold.outcome(
          of: scalar, after: output.span.scalar(before: end, notBefore: start),
          before: next < bytes.count ? bytes.scalar(at: next).value : nil)
        switch outcome {
        case .scalar(let value):
          let encoded = UTF8Scalar(value)
          var room = unsafe output.mutableBytes
          room.storeBytes(of: encoded.packed, toByteOffset: end, as: UInt32.self)
          end += encoded.length
        case .pair(let one, let other):
          output[end] = one
          output[end + 1] = other
          end += 2
        case .nothing: break
        }
      }
    }
    return offset
  }
}

/// The fold of ASCII: capitals, the grave accent as an apostrophe, the tabulator as a space.
enum ASCIIFold {
  @inline(__always)
  static func folded(_ byte: UInt8) -> UInt8 {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte | 0x20
    case UInt8(ascii: "`"): UInt8(ascii: "'")
    case UInt8(ascii: "\t"): UInt8(ascii: " ")
    default: byte
    }
  }

  /// 16 bytes at once; those that are not ASCII come out unchanged.
  ///
  /// Vectors meet vectors only: the operators that take a single value are loops in Swift 6.3.
  @inline(__always)
  static func folded(_ bytes: SIMD16<UInt8>) -> SIMD16<UInt8> {
    func all(_ byte: UInt8) -> SIMD16<UInt8> { SIMD16(repeating: byte) }
    let isCapital = (bytes &- all(UInt8(ascii: "A"))) .< all(26)
    return
      bytes
      .replacing(with: bytes | all(0x20), where: isCapital)
      .replacing(with: all(UInt8(ascii: "'")), where: bytes .== all(UInt8(ascii: "`")))
      .replacing(with: all(UInt8(ascii: " ")), where: bytes .== all(UInt8(ascii: "\t")))
  }

  /// How many of 16 bytes there are before the first that is not ASCII.
  @inline(__always)
  static func leadingCount(of bytes: SIMD16<UInt8>) -> Int {
    let halves = unsafe unsafeBitCast(bytes, to: SIMD2<UInt64>.self)
    let high: UInt64 = 0x8080_8080_8080_8080
    let (low, upper) = (halves[0] & high, halves[1] & high)
    return low != 0 ? low.trailingZeroBitCount / 8 : 8 + upper.trailingZeroBitCount / 8
  }
}
