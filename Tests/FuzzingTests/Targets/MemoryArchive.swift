/// Files put into an archive in memory, so that they are loaded as a folder is without touching a disk.
enum MemoryArchive {
  /// A file of an archive, or the description of one.
  struct Member {
    var name: [UInt8]
    var content: [UInt8]
  }

  /// A tar (POSIX ustar) with its end mark.
  static func tar(_ members: [Member]) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(members.reduce(2_048) { $0 + $1.content.count + 1_024 })
    for member in members {
      let start = bytes.count
      bytes += repeatElement(0, count: 512)
      func put(_ field: some Collection<UInt8>, at place: Int) {
        for (offset, byte) in field.enumerated() { bytes[start + place + offset] = byte }
      }
      put(member.name.prefix(100), at: 0)
      put("0000644\u{0}0000000\u{0}0000000\u{0}".utf8, at: 100)
      put(octal(member.content.count, 11), at: 124)
      put("00000000000\u{0}        0".utf8, at: 136)
      put("ustar\u{0}00".utf8, at: 257)
      let sum = bytes[start...].reduce(0) { $0 + Int($1) }
      put(octal(sum, 6) + [0, 0x20], at: 148)
      bytes += member.content
      bytes += repeatElement(0, count: (512 - member.content.count % 512) % 512)
    }
    return bytes + repeatElement(0, count: 1_024)
  }

  /// A zip whose members are stored as they are (APPNOTE.TXT 4.3).
  static func zip(_ members: [Member]) -> [UInt8] {
    var bytes: [UInt8] = []
    var directory: [UInt8] = []
    for member in members {
      let count = little(member.content.count, 4)
      // Version 2.0, a name in UTF-8, stored, no time.
      let common =
        little(20, 2) + little(0x800, 2) + little(0, 6) + little(Int(crc(member.content)), 4)
        + count + count + little(member.name.count, 2) + little(0, 2)
      directory += [0x50, 0x4B, 1, 2] + little(20, 2) + common + little(0, 10)
      directory += little(bytes.count, 4) + member.name
      bytes += [0x50, 0x4B, 3, 4] + common + member.name + member.content
    }
    let size = little(directory.count, 4) + little(bytes.count, 4)
    let counts = little(members.count, 2) + little(members.count, 2)
    return bytes + directory + [0x50, 0x4B, 5, 6] + little(0, 4) + counts + size + little(0, 2)
  }

  private static func octal(_ number: Int, _ width: Int) -> [UInt8] {
    let digits = Array(String(number, radix: 8).utf8)
    return [UInt8](repeating: 0x30, count: Swift.max(0, width - digits.count)) + digits
  }

  /// A number of some bytes, the lowest first.
  private static func little(_ number: Int, _ bytes: Int) -> [UInt8] {
    (0..<bytes).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
  }

  private static func crc(_ bytes: [UInt8]) -> UInt32 {
    ~bytes.reduce(0xFFFF_FFFF) { crc, byte in
      (0..<8).reduce(crc ^ UInt32(byte)) { crc, _ in crc >> 1 ^ (crc & 1 == 1 ? 0xEDB8_8320 : 0) }
    }
  }
}
