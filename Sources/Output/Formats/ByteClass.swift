import CKernels

/// A set of bytes to look for, many places at a time.
struct ByteClass: Sendable {
  /// For each lower half of a byte the classes that it is in, a bit each.
  private let low: [UInt8]
  /// For each upper half likewise.
  private let high: [UInt8]

  /// The bytes that `isMember` says; those with one upper half make at most eight different sets of lower
  /// halves.
  init(_ isMember: (UInt8) -> Bool) {
    var classes: [[Bool]] = []
    var low = [UInt8](repeating: 0, count: 16)
    var high = low
    for upper in 0..<16 {
      let members = (0..<16).map { isMember(UInt8(upper << 4 | $0)) }
      guard members.contains(true) else { continue }
      if !classes.contains(members) { classes.append(members) }
      precondition(classes.count <= 8, "too many kinds of bytes for one search")
      for (place, known) in classes.enumerated() where known == members {
        high[upper] = 1 << place
        for lower in 0..<16 where members[lower] { low[lower] |= 1 << place }
      }
    }
    self.low = low
    self.high = high
  }

  /// Where one of them first stands at or after `start`, from 0; nil where none does.
  func first(in bytes: Span<UInt8>, from start: Int = 0) -> Int? {
    let rest = bytes.extracting(start...)
    let place = unsafe rest.withUnsafeBufferPointer { rest in
      unsafe low.withUnsafeBufferPointer { low in
        unsafe high.withUnsafeBufferPointer { high in
          unsafe kernels_find_class(rest.baseAddress, rest.count, low.baseAddress, high.baseAddress)
        }
      }
    }
    return place < rest.count ? start + place : nil
  }
}
