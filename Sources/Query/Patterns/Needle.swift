import CKernels

/// A run of bytes to look for, and the search for it: many places at a time, by the two of its bytes
/// that are the rarest in chats.
struct Needle: Sendable {
  /// What is looked for; at least one byte.
  let bytes: [UInt8]
  /// The places of its two rarest bytes in it, from 0; the same for a single byte.
  private let probes: (first: Int, second: Int)

  /// A needle of these bytes; nil where there are none, since nothing is everywhere.
  init?(_ bytes: [UInt8]) {
    guard !bytes.isEmpty else { return nil }
    let byRarity = bytes.indices.sorted {
      let (left, right) = (Needle.frequency(of: bytes[$0]), Needle.frequency(of: bytes[$1]))
      return left == right ? $0 < $1 : left < right
    }
    // Bytes of one character mostly come together: the second of them tells little more.
    let scalars = bytes.indices.map { place in bytes[...place].lastIndex { $0 & 0xC0 != 0x80 } ?? 0
    }
    let second =
      byRarity.first { scalars[$0] != scalars[byRarity[0]] } ?? byRarity.dropFirst().first
      ?? byRarity[0]
    self.bytes = bytes
    probes = (min(byRarity[0], second), max(byRarity[0], second))
  }

  /// Where the needle first stands at or after `start`, from 0; nil where it does not.
  func first(in text: Span<UInt8>, from start: Int = 0) -> Int? {
    guard start < text.count else { return nil }
    let rest = text.extracting(start...)
    let place = unsafe rest.withUnsafeBufferPointer { rest in
      unsafe bytes.withUnsafeBufferPointer { bytes in
        unsafe kernels_find(
          rest.baseAddress, rest.count, bytes.baseAddress, bytes.count, probes.first, probes.second)
      }
    }
    return place < rest.count ? start + place : nil
  }

  /// Whether the needle stands at a place that leaves room for it.
  func stands(at place: Int, in text: Span<UInt8>) -> Bool {
    for offset in bytes.indices where text[place + offset] != bytes[offset] { return false }
    return true
  }

  /// How frequent a byte is in chats, roughly: 0 for a rare one.
  static func frequency(of byte: UInt8) -> Int { frequencies[Int(byte)] }

  private static let frequencies: [Int] = {
    var frequencies = [Int](repeating: 0, count: 256)
    // The bytes of accents and of emoji, then letters as French and English have them.
    for byte in 0x80...0xBF { frequencies[byte] = 8 }
    for byte in [0xE2, 0xF0] { frequencies[byte] = 32 }
    for byte in [0xA0, 0xA8, 0xA9, 0xAA] { frequencies[byte] = 58 }
    frequencies[0xC3] = 66
    let rising = "WXKQZYJHGFUBVORNDTPIMSLCAE3456789021wkxzjyqhbgf:,.'-v\nmcpdouliratns e"
    for (rank, byte) in rising.utf8.enumerated() { frequencies[Int(byte)] = rank + 1 }
    return frequencies
  }()
}
