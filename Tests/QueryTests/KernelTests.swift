import CKernels
import Testing

/// Numbers that are the same in every run.
private struct Seeded: RandomNumberGenerator {
  var state: UInt64
  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ state >> 33
  }
}

@Test func `the search of bytes finds the same with vectors and without`() {
  var random = Seeded(state: 1)
  for _ in 0..<20_000 {
    // Few letters, so that parts of the needle are everywhere.
    let text = (0..<Int.random(in: 0..<300, using: &random)).map { _ in
      UInt8.random(in: 97...99, using: &random)
    }
    let needle = (0..<Int.random(in: 1...6, using: &random)).map { _ in
      UInt8.random(in: 97...99, using: &random)
    }
    let places = (
      needle.indices.randomElement(using: &random) ?? 0,
      needle.indices.randomElement(using: &random) ?? 0
    )
    let first = text.indices.first { text[$0...].starts(with: needle) } ?? text.count
    #expect(
      unsafe kernels_find(text, text.count, needle, needle.count, places.0, places.1) == first)
    #expect(
      unsafe kernels_find_portable(text, text.count, needle, needle.count, places.0, places.1)
        == first)
  }
}

@Test func `bytes are well-formed UTF-8 for the kernels where they are for Swift`() {
  var random = Seeded(state: 2)
  var valid = 0
  for round in 0..<20_000 {
    var bytes: [UInt8] = []
    for _ in 0..<Int.random(in: 0..<200, using: &random) {
      let limit: UInt32 =
        [0x80, 0x80, 0x800, 0x1_0000, 0x11_0000].randomElement(using: &random) ?? 0
      let scalar = Unicode.Scalar(UInt32.random(in: 0..<limit, using: &random)) ?? "\u{FFFD}"
      bytes += Array(String(scalar).utf8)
    }
    if !round.isMultiple(of: 2), let place = bytes.indices.randomElement(using: &random) {
      // A byte changed, or the end cut off within a character.
      if Bool.random(using: &random) {
        bytes[place] = .random(in: .min ... .max, using: &random)
      } else {
        bytes.removeSubrange(place...)
      }
    }
    let isValid = String(validating: bytes, as: UTF8.self) != nil
    valid += isValid ? 1 : 0
    let unwanted = bytes.randomElement(using: &random) ?? 0
    for (byte, other) in [
      (0xFF, 0xFF), (unwanted, 0xFF), (unwanted ^ 1, unwanted), (unwanted ^ 1, unwanted ^ 2),
      (0x20, 0x21),
    ] {
      let isFine = isValid && !bytes.contains(byte) && !bytes.contains(other)
      #expect(unsafe kernels_is_utf8(bytes, bytes.count, byte, other) == isFine)
      #expect(unsafe kernels_is_utf8_portable(bytes, bytes.count, byte, other) == isFine)
    }
  }
  #expect(valid > 10_000 && valid < 19_000)
}

@Test func `the search for bytes of a set finds the same with vectors and without`() {
  var random = Seeded(state: 3)
  for _ in 0..<20_000 {
    let text = (0..<Int.random(in: 0..<150, using: &random)).map { _ in
      UInt8.random(in: .min ... .max, using: &random)
    }
    // Each of few bits, so that most bytes are in no set.
    let tables = (0..<2).map { _ in
      (0..<16).map { _ in
        UInt8.random(in: .min ... .max, using: &random)
          & UInt8.random(in: .min ... .max, using: &random)
          & UInt8.random(in: .min ... .max, using: &random)
      }
    }
    let first =
      text.firstIndex { tables[0][Int($0 & 15)] & tables[1][Int($0 >> 4)] != 0 } ?? text.count
    #expect(unsafe kernels_find_class(text, text.count, tables[0], tables[1]) == first)
    #expect(unsafe kernels_find_class_portable(text, text.count, tables[0], tables[1]) == first)
  }
}

@Test func `the search for three bytes of a class finds the same with vectors and without`() {
  var random = Seeded(state: 4)
  for _ in 0..<20_000 {
    let text = (0..<Int.random(in: 0..<150, using: &random)).map { _ in
      UInt8.random(in: .min ... .max, using: &random)
    }
    let tables = (0..<2).map { _ in
      (0..<48).map { _ in
        UInt8.random(in: .min ... .max, using: &random)
          & UInt8.random(in: .min ... .max, using: &random)
      }
    }
    let places = text.indices.dropLast(2)
    let first = places.first { place in
      let classes = (0..<3).map { step in
        let byte = Int(text[place + step])
        return tables[0][16 * step + (byte & 15)] & tables[1][16 * step + (byte >> 4)]
      }
      return classes.reduce(.max, &) != 0
    }
    let expected = first ?? text.count
    #expect(unsafe kernels_find_triple(text, text.count, tables[0], tables[1]) == expected)
    #expect(unsafe kernels_find_triple_portable(text, text.count, tables[0], tables[1]) == expected)
  }
}

@Test func `code points are counted the same with vectors and without`() {
  var random = Seeded(state: 5)
  for _ in 0..<20_000 {
    let bytes = (0..<Int.random(in: 0..<150, using: &random)).map { _ in
      UInt8.random(in: .min ... .max, using: &random)
    }
    let count = bytes.count { $0 & 0xC0 != 0x80 }
    #expect(unsafe kernels_count_scalars(bytes, bytes.count) == count)
    #expect(unsafe kernels_count_scalars_portable(bytes, bytes.count) == count)
  }
}

@Test func `a look at a line tells the same with vectors and without`() {
  var random = Seeded(state: 8)
  for _ in 0..<20_000 {
    let bytes = (0..<Int.random(in: 0..<150, using: &random)).map { _ in
      // One in some dozens is a line end or what is looked for.
      let pick = UInt8.random(in: 0..<60, using: &random)
      return pick == 0
        ? 0x0A
        : pick == 1 ? UInt8(ascii: "[") : UInt8.random(in: .min ... .max, using: &random)
    }
    let line = bytes.prefix { $0 != 0x0A }
    let units = line.count { $0 & 0xC0 != 0x80 } + line.count { $0 >= 0xF0 }
    let found = line.firstIndex(of: UInt8(ascii: "[")) ?? line.count
    for look in unsafe [
      kernels_look_at_line(bytes, bytes.count, UInt8(ascii: "[")),
      kernels_look_at_line_portable(bytes, bytes.count, UInt8(ascii: "[")),
    ] {
      #expect((look.length, look.units, look.found) == (line.count, units, found))
    }
  }
}

@Test func `words are counted the same with vectors and without, and stop at the same place`() {
  var random = Seeded(state: 6)
  let parts: [[UInt8]] =
    ["a", "Z", "0", " ", "\n", ".", "é", "ß", "×", "Ŝ", "ж"].map { Array($0.utf8) }
    + ["’", "🙂", "\u{A0}", "א"].map { Array($0.utf8) } + [
      [0xC3], [0xA9], [0xC3, 0x41], [0xFF], [0],
    ]
  var stops = 0
  for _ in 0..<20_000 {
    let known = Int.random(in: 11...parts.count, using: &random)
    let bytes = (0..<Int.random(in: 0..<120, using: &random)).flatMap { _ in
      // Nearly all that the kernel knows.
      Int.random(in: 0..<20, using: &random) > 0
        ? parts.prefix(11).randomElement(using: &random) ?? []
        : parts.prefix(known).randomElement(using: &random) ?? []
    }
    let start = min(bytes.count, Int.random(in: 0..<8, using: &random))
    let isWord = Bool.random(using: &random)
    var (fast, slow) = ((place: start, isWord: isWord), (place: start, isWord: isWord))
    let words = unsafe kernels_count_words(bytes, bytes.count, &fast.place, &fast.isWord)
    let expected = unsafe kernels_count_words_portable(
      bytes, bytes.count, &slow.place, &slow.isWord)
    #expect(words == expected && fast == slow, "\(bytes)")
    stops += slow.place < bytes.count ? 1 : 0
  }
  #expect(stops > 5_000 && stops < 19_000)
}

@Test func `lines with an opening are found the same with vectors and without`() {
  var random = Seeded(state: 9)
  let header = Array("[01/02/2025, 16:14:02] ".utf8)
  // The digits of the time.
  let digits: UInt32 = [13, 14, 16, 17, 19, 20].reduce(0) { $0 | 1 << UInt32($1) }
  var opening = kernels_opening()
  unsafe kernels_opening_set(&opening, header, header.count, digits, 13)
  var passed = [UInt8](repeating: 0, count: 256)
  for byte in UInt8(ascii: "a")...UInt8(ascii: "z") { passed[Int(byte)] = 1 }
  passed[0x0A] = 1
  var (headers, stops) = (0, 0)
  for _ in 0..<2_000 {
    let lines = (0..<Int.random(in: 0..<40, using: &random)).map { _ -> [UInt8] in
      var line = header
      for place in [13, 14, 16, 17, 19, 20] {
        line[place] = UInt8.random(in: 0x30...0x39, using: &random)
      }
      switch Int.random(in: 0..<60, using: &random) {
      case 0:
        line[Int.random(in: line.indices, using: &random)] ^=
          1 << UInt8.random(in: 0..<8, using: &random)
      case 1: line = [0x5A]
      case 2..<20: line = []
      default: break
      }
      let rest = Int.random(in: 0..<90, using: &random)
      return line + (0..<rest).map { _ in UInt8.random(in: 0x61...0x7A, using: &random) }
    }
    let text = Array(lines.joined(separator: [0x0A]))
    let most = Int.random(in: 1..<30, using: &random)
    let start = kernels_lines(place: 0, count: 0, most: Int.random(in: 1..<50, using: &random))
    var (fast, slow) = (start, start)
    var rows = [kernels_opened_line](repeating: kernels_opened_line(), count: most)
    var others = rows
    let count = unsafe kernels_opened_lines(
      text, text.count, &opening, passed, &fast, &rows, most)
    let expected = unsafe kernels_opened_lines_portable(
      text, text.count, &opening, passed, &slow, &others, most)
    #expect(count == expected && fast.place == slow.place && fast.count == slow.count)
    #expect(rows.map(\.start) == others.map(\.start) && rows.map(\.line) == others.map(\.line))
    for row in rows.prefix(count) {
      let line = Array(text[Int(row.start)...].prefix { $0 != 0x0A })
      #expect(
        line.starts(with: header.prefix(13)) && line.dropFirst(21).starts(with: [0x5D, 0x20]))
      #expect(row.clock.0 == line[13] && row.clock.7 == line[20])
      #expect(unsafe kernels_begins(line, line.count, &opening))
      #expect(unsafe !kernels_begins(line, header.count - 1, &opening))
    }
    headers += count
    if fast.place < text.count { stops += 1 }
  }
  #expect(headers > 5_000 && stops > 200 && stops < 2_000)
}
