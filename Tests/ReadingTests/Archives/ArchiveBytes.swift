/// Archives made byte by byte, so that a test can make what no honest program would.
enum ArchiveBytes {
  /// A number, the lowest byte first.
  static func little(_ number: Int, _ bytes: Int) -> [UInt8] {
    (0..<bytes).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
  }

  /// The CRC-32 of gzip and zip.
  static func crc(_ bytes: [UInt8]) -> Int {
    var crc: UInt32 = 0xFFFF_FFFF
    for byte in bytes {
      crc ^= UInt32(byte)
      for _ in 0..<8 { crc = crc >> 1 ^ (crc & 1 == 1 ? 0xEDB8_8320 : 0) }
    }
    return Int(~crc)
  }

  /// A gzip file of one member.
  static func gzip(_ bytes: [UInt8]) -> [UInt8] {
    gzip(data: Deflate.stored(bytes), crc: crc(bytes), size: bytes.count)
  }

  /// The same of compressed data, and what is said to come out of them.
  static func gzip(data: [UInt8], crc: Int, size: Int) -> [UInt8] {
    [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3] + data + little(crc, 4) + little(size, 4)
  }

  /// A tar of members, ended as it should be.
  static func tar(_ members: [TarMember]) -> [UInt8] {
    members.flatMap(\.bytes) + [UInt8](repeating: 0, count: 1_024)
  }

  /// A tar of files.
  static func tar(_ files: [(String, [UInt8])]) -> [UInt8] {
    tar(files.map { TarMember(name: Array($0.0.utf8), content: $0.1) })
  }

  /// A zip of members with its directory.
  static func zip(_ members: [ZipMember]) -> [UInt8] {
    var file: [UInt8] = []
    var directory: [UInt8] = []
    for member in members {
      directory += member.directoryEntry(at: member.offset ?? file.count)
      if member.offset == nil { file += member.local }
    }
    return file + directory + [0x50, 0x4B, 5, 6] + little(0, 4) + little(members.count, 2)
      + little(members.count, 2) + little(directory.count, 4) + little(file.count, 4) + [0, 0]
  }

  /// A zip of files.
  static func zip(_ files: [(String, [UInt8])]) -> [UInt8] {
    zip(files.map { ZipMember(name: Array($0.0.utf8), content: $0.1) })
  }
}

/// A member of a tar.
struct TarMember {
  var name: [UInt8] = []
  var content: [UInt8] = []
  /// `0` a file, `1` a hard link, `2` a symbolic one, `3` a device, `5` a folder, `6` a pipe, `x` records.
  var kind = UInt8(ascii: "0")
  var target = ""
  /// The folders that stand before its name.
  var above = ""

  /// Records of pax about the member behind them.
  static func records(_ records: KeyValuePairs<String, String>) -> TarMember {
    let lines = records.map { key, value in
      let rest = " \(key)=\(value)\n"
      // The length counts its own digits.
      var count = rest.utf8.count + 1
      while String(count).utf8.count + rest.utf8.count != count { count += 1 }
      return "\(count)\(rest)"
    }
    return TarMember(
      name: Array("records".utf8), content: Array(lines.joined().utf8), kind: UInt8(ascii: "x"))
  }

  /// Its header and its content, in blocks of 512.
  var bytes: [UInt8] {
    func octal(_ number: Int, _ width: Int) -> [UInt8] {
      let digits = Array(String(number, radix: 8).utf8)
      return [UInt8](repeating: 0x30, count: width - 1 - digits.count) + digits + [0]
    }
    func field(_ bytes: [UInt8], _ width: Int) -> [UInt8] {
      bytes + [UInt8](repeating: 0, count: width - bytes.count)
    }
    var header = field(name, 100) + octal(0o644, 8) + octal(0, 8) + octal(0, 8)
    header += octal(content.count, 12) + octal(0, 12) + Array("        ".utf8) + [kind]
    header += field(Array(target.utf8), 100) + Array("ustar\u{0}00".utf8)
    header = field(field(header, 345) + Array(above.utf8), 512)
    let sum = header.reduce(0) { $0 + Int($1) }
    header.replaceSubrange(148..<156, with: octal(sum, 7) + [0x20])
    let padding = (512 - content.count % 512) % 512
    return header + content + [UInt8](repeating: 0, count: padding)
  }
}

/// A member of a zip.
struct ZipMember {
  var name: [UInt8]
  var content: [UInt8] = []
  /// What stands in the zip for the content; nil for the content as it is.
  var data: [UInt8]?
  /// 0 for stored, 8 for deflate.
  var method = 0
  /// 1 for encrypted, 0x800 for a name in UTF-8.
  var flags = 0
  /// Nil for the right one.
  var crc: Int?
  /// The size of the content; nil for the right one.
  var size: Int?
  /// Where the directory says that it is; nil where it is indeed.
  var offset: Int?

  private var common: [UInt8] {
    let packed = (data ?? content).count
    return ArchiveBytes.little(20, 2) + ArchiveBytes.little(flags, 2)
      + ArchiveBytes.little(method, 2) + ArchiveBytes.little(0, 4)
      + ArchiveBytes.little(crc ?? ArchiveBytes.crc(content), 4) + ArchiveBytes.little(packed, 4)
      + ArchiveBytes.little(size ?? content.count, 4) + ArchiveBytes.little(name.count, 2)
      + ArchiveBytes.little(0, 2)
  }

  var local: [UInt8] { [0x50, 0x4B, 3, 4] + common + name + (data ?? content) }

  func directoryEntry(at offset: Int) -> [UInt8] {
    [0x50, 0x4B, 1, 2] + ArchiveBytes.little(20, 2) + common + ArchiveBytes.little(0, 10)
      + ArchiveBytes.little(offset, 4) + name
  }
}

/// The compression of gzip and zip: RFC 1951.
enum Deflate {
  /// Bytes as they are, in blocks that say so.
  static func stored(_ bytes: [UInt8]) -> [UInt8] {
    var blocks: [UInt8] = []
    var rest = bytes[...]
    repeat {
      let block = rest.prefix(0xFFFF)
      rest = rest.dropFirst(block.count)
      blocks.append(rest.isEmpty ? 1 : 0)
      blocks += ArchiveBytes.little(block.count, 2) + ArchiveBytes.little(~block.count, 2) + block
    } while !rest.isEmpty
    return blocks
  }

  /// Some bytes, fewer than 97 and in ASCII, followed by so many times 258 bytes that repeat them:
  /// about 160 times smaller.
  static func repeating(_ bytes: [UInt8], times: Int) -> [UInt8] {
    var bits = Bits()
    // The last block, of fixed codes.
    bits.append(0b011, 3)
    for byte in bytes { bits.appendCode(0x30 + Int(byte), 8) }
    // Distances of 65 to 96 have code 12, and 5 bits more.
    precondition((65...96).contains(bytes.count))
    for _ in 0..<times {
      bits.appendCode(0xC5, 8)
      bits.appendCode(12, 5)
      bits.append(bytes.count - 65, 5)
    }
    bits.appendCode(0, 7)
    return bits.bytes
  }

  private struct Bits {
    var bytes: [UInt8] = []
    private var count = 0

    /// The lowest bit first.
    mutating func append(_ value: Int, _ width: Int) {
      for bit in 0..<width {
        if count % 8 == 0 { bytes.append(0) }
        bytes[bytes.count - 1] |= UInt8(value >> bit & 1) << UInt8(count % 8)
        count += 1
      }
    }

    /// The highest bit first, as codes are.
    mutating func appendCode(_ value: Int, _ width: Int) {
      for bit in (0..<width).reversed() { append(value >> bit & 1, 1) }
    }
  }
}
