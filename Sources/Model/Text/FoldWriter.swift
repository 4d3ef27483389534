import CKernels

/// Writes folded text into a buffer: ASCII and the letters of Western Europe many at a time, other
/// scalars one by one.
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
    var offset = first
    while true {
      offset += writePlain(bytes.extracting(offset..<limit), into: &buffer)
      guard offset < limit else { return offset }
      offset = writeOthers(bytes, from: offset, to: limit, into: &buffer)
      guard offset < limit else { return offset }
    }
  }

  /// Folds what stands before the first scalar that the kernel does not know; tells how many bytes.
  private mutating func writePlain(_ bytes: Span<UInt8>, into buffer: inout [UInt8]) -> Int {
    precondition(end + bytes.count + FoldWriter.slack <= buffer.count, "there is no room")
    var written = 0
    let end = end
    let read = unsafe bytes.withUnsafeBufferPointer { bytes in
      unsafe buffer.withUnsafeMutableBufferPointer { buffer in
        unsafe FoldTable.western.span.withUnsafeBufferPointer { western in
          unsafe kernels_fold(
            bytes.baseAddress, bytes.count, western.baseAddress,
            buffer.baseAddress.map { unsafe $0 + end }, &written)
        }
      }
    }
    self.end += written
    return read
  }

  /// Folds the scalars outside of ASCII that follow each other, one at least.
  private mutating func writeOthers(
    _ bytes: Span<UInt8>, from first: Int, to limit: Int, into buffer: inout [UInt8]
  ) -> Int {
    var output = buffer.mutableSpan
    var offset = first
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
    return offset
  }
}
