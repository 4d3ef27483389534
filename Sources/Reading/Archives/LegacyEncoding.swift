import Glibc

/// The encodings that names have in archives of old or careless programs, which do not say which.
enum LegacyEncoding: String, CaseIterable {
  /// Japanese Windows.
  case shiftJIS = "CP932"
  /// Western European DOS, in which Windows itself wrote zips.
  case dos = "IBM850"
  /// Western European Windows and, but for signs nobody puts into names, Latin-1.
  case windows = "CP1252"

  /// A name in UTF-8, by the encoding that its bytes are most likely in.
  static func unicode(_ name: [UInt8]) -> [UInt8] {
    guard UTF8Repair.firstFault(in: name.span) != nil else { return name }
    for encoding in allCases where encoding.suits(name) {
      if let text = encoding.decoded(name) { return text }
    }
    return UTF8Repair(name).bytes
  }

  /// Whether the bytes look like words in this encoding.
  private func suits(_ name: [UInt8]) -> Bool {
    switch self {
    case .shiftJIS: ShiftJISPairs(name).areJapanese
    // Its letters with accents stand where Latin-1 has nothing.
    case .dos: name.contains { (0x80...0x9A).contains($0) } && !name.contains(0x92)
    case .windows: true
    }
  }

  /// The text in UTF-8; nil where some of it means nothing in this encoding.
  private func decoded(_ name: [UInt8]) -> [UInt8]? {
    let converter = unsafe iconv_open("UTF-8", rawValue)
    guard unsafe converter != iconv_t(bitPattern: -1) else { return nil }
    defer { unsafe _ = iconv_close(converter) }
    var name = name.map { CChar(bitPattern: $0) }
    var isWhole = false
    let text = unsafe [UInt8](unsafeUninitializedCapacity: name.count * 4) { output, count in
      unsafe name.withUnsafeMutableBufferPointer { input in
        var (from, left) = (input.baseAddress, input.count)
        let room = output.count
        unsafe output.withMemoryRebound(to: CChar.self) { output in
          var (to, free) = (output.baseAddress, room)
          isWhole = unsafe iconv(converter, &from, &left, &to, &free) != -1 && left == 0
          count = room - free
        }
      }
    }
    return isWhole ? text : nil
  }
}

/// The characters of two bytes in a name, read as Shift-JIS.
private struct ShiftJISPairs {
  /// Whether every byte above ASCII is part of a character, some are kana, and two stand together:
  /// in a European name letters with an accent stand alone, and would have to be kana by chance.
  private(set) var areJapanese = false

  init(_ name: [UInt8]) {
    var place = 0
    var end = -1
    var hasKana = false
    var hasNeighbours = false
    while place < name.count {
      let byte = name[place]
      // ASCII, and katakana of half width, which are one byte.
      guard (0x81...0x9F).contains(byte) || (0xE0...0xFC).contains(byte) else {
        if byte >= 0x80, !(0xA1...0xDF).contains(byte) { return }
        place += 1
        continue
      }
      guard place + 1 < name.count, name[place + 1] >= 0x40, name[place + 1] != 0x7F else { return }
      if end == place { hasNeighbours = true }
      if (byte, name[place + 1]) >= (0x82, 0x9F), (byte, name[place + 1]) <= (0x83, 0x96) {
        hasKana = true
      }
      place += 2
      end = place
    }
    areJapanese = hasKana && hasNeighbours
  }
}
