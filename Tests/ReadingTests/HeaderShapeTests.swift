import Model
import Testing

@testable import Reading

/// A line of a shape of the table.
struct HeaderExample: CustomTestStringConvertible {
  let shape: Int
  let line: String

  var testDescription: String { line }

  static let all: [HeaderExample] = HeaderShape.all.enumerated().flatMap { shape, entry in
    entry.examples.map { HeaderExample(shape: shape, line: $0) }
  }
}

/// The header of the last line.
private func readHeader(of bytes: [UInt8]) -> Header? {
  var reader = HeaderReader()
  return reader.lastHeader(in: bytes)
}

extension HeaderReader {
  /// The header of the last line, after the others, which may tell its day.
  fileprivate mutating func lastHeader(in bytes: [UInt8]) -> Header? {
    let start = bytes.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    for line in bytes.indices where line < start && (line == 0 || bytes[line - 1] == 0x0A) {
      if header(in: bytes.span, at: line) != nil { return nil }
    }
    return header(in: bytes.span, at: start)
  }
}

@Test(arguments: HeaderExample.all)
func `a header shape reads its own examples and nobody else's`(_ example: HeaderExample) throws {
  let bytes = Array(example.line.utf8)
  let header = try #require(readHeader(of: bytes))
  #expect(HeaderShape.all[header.stamp.form.shape].name == HeaderShape.all[example.shape].name)
  let rest = plainText(header.end..<bytes.count, in: bytes.span).drop { "*_".contains($0) }
  #expect(rest.hasPrefix("Anna"))
  var reader = HeaderReader()
  _ = reader.lastHeader(in: bytes)
  #expect(reader.shapes(of: Array(bytes.split(separator: 0x0A).last ?? []).span) == [example.shape])
}

@Test func `header shapes have names of their own`() {
  #expect(Set(HeaderShape.all.map(\.name)).count == HeaderShape.all.count)
  #expect(Set(HeaderShape.all.map(\.layout)).count == HeaderShape.all.count)
}

@Test(arguments: [
  "", "-", "[", "merci", "12:30 - à bientôt", "2/11/19: Arrival", "2016-04-29 10:30:00",
  "[2,4,0,4,11,2602,36] ->", "10:30 - ok", "1. acheter du pain", "12/12/19: Departure",
  "27/07, 19:41 - Anna: hm", "[6/98, 19:41] Anna: hm", "[13/14, 19:41] Anna: hm",
  "[27/07] Anna: hm", "[27/07, 19] Anna: hm", "[7 12, 10:30] Anna: hm",
  "[27/07/, 19:41] Anna: hm", "[127/07, 19:41] Anna: hm", "17/02/2025 - Anna: hm",
  "17/02/2025, 16:1 - Anna: hm",
  "17/02/20255, 16:14 - Anna: hm", "17/02-2025, 16:14 - Anna: hm", "17/02/2025, 16:14 Anna: hm",
  "[27/07/2025, 19:41:23]Anna: hm", "123456789", "3 mai : dentiste", "Sep 20", "Mars attacks - 3",
  "18 Mar 12:14", "12 h 30 - ok", "Le 20 septembre 2013, 19:07 - x", "111/3/27/4, 10:00 - x",
  "12/12/19 10:30", "12/12/19 - 13/12/19: off", "5.10. - 7.10.: trip", "20.30 Uhr - Kino",
  "10.30 - 11.30: sport", "3/4, 10:30 - Anna: hm", "10:30, Anna: ok", "24/7: open", "1/2 - half",
  "(10:30) ok", "2025: good", "[10:30] Anna: hi", "[9:05 AM] **Anna:** hi", "## January 2, 2026",
  "[1] note: y", "2016-04-29 10:30:00 INFO: a", "10 20 30 - ok", "10:35, 7 20 - ok",
  "17/02/202, 16:14 - Anna: hm", "\u{200E}",
  "\u{FEFF}", "[17/02/2025",
])
func `a line that is no header is none`(_ line: String) {
  #expect(readHeader(of: Array(line.utf8))?.end == nil)
}

@Test(arguments: HeaderExample.all)
func `a header cut anywhere but before its last blank is no header and no trap`(
  _ example: HeaderExample
) {
  let bytes = Array(example.line.utf8)
  guard let end = readHeader(of: bytes)?.end else { return }
  for length in 0..<(end - 1) {
    #expect(readHeader(of: Array(bytes.prefix(length)))?.end == nil, "cut to \(length) bytes")
  }
  // A chunker trims the blank where nothing follows.
  let whole = readHeader(of: Array(bytes.prefix(end - 1)))
  let isMarkdown = HeaderShape.all[example.shape].isUnderHeading
  #expect((whole != nil) == (!isMarkdown && (bytes[end - 2] == 0x5D || bytes[end - 2] == 0x2D)))
}

@Test func `the names of the months are twelve to a row and none means two months`() {
  var months: [Substring: Int] = [:]
  for language in MonthName.languages {
    let names = language.names.split(whereSeparator: \.isWhitespace)
    #expect(names.count % 12 == 0, "\(language.tag)")
    for (place, name) in names.enumerated() {
      let known = months.updateValue(place % 12, forKey: name)
      #expect(known == nil || known == place % 12, "\(language.tag): \(name)")
    }
  }
}

@Test func `a word for a part of the day says the same in every language`() {
  var halves: [String: DayHalf.Half] = [:]
  for word in DayHalf.all {
    let spelling = word.spelling.filter { $0 != " " }
    #expect(halves.updateValue(word.half, forKey: spelling) == nil, "\(word.spelling) stands twice")
  }
}

/// The clock of a header whose time has a word beside it.
private func clock(_ time: String) -> String? {
  let header = readHeader(of: Array("[27/3/22, \(time)] Anna: ok".utf8))
  guard let second = header?.stamp.secondOfDay else { return nil }
  return "\(second / 3_600):\(second / 60 % 60)"
}

@Test func `every word for a part of the day is read before another that it begins with`() {
  for word in DayHalf.all {
    let hour =
      switch word.half {
      case .morning: 6
      case .afternoon, .midday: 17
      case .night: 5
      }
    #expect(
      clock("\((hour + 11) % 12 + 1):17 \(word.spelling)") == "\(hour):17", "\(word.spelling)")
  }
}

@Test(arguments: [
  ("12:17 午前", "0:17"), ("0:17 午前", "0:17"), ("0:17 午後", "12:17"), ("11:17 午後", "23:17"),
  ("12:17 PM", "12:17"), ("22:35 PM", "22:35"), ("00:04 AM", "0:4"), ("11:40 中午", "11:40"),
  ("12:40 中午", "12:40"), ("1:40 mittags", "13:40"), ("11:40 в ночи", nil), ("11:40 ночи", "23:40"),
  ("2:40 ночи", "2:40"), ("12:40 da manhã", "0:40"), ("9:15 da tarde", "21:15"),
  ("11:30 siang", "11:30"), ("2:30 siang", "14:30"), ("9:05 fm.", "9:5"), ("9:05 em.", "21:5"),
  ("6:59 غ.م", "6:59"), ("6:59 قبل\u{200C}ازظهر", "6:59"), ("6:59 شام", "18:59"),
  ("6:59 下晝", "18:59"), ("12:10 m.", "12:10"), ("6:59 ព្រឹក", "6:59"), ("6:59 PTG", "18:59"),
])
func `a word for a part of the day says which hours are meant`(_ time: String, _ expected: String?)
{
  #expect(clock(time) == expected)
}

@Test(arguments: [
  ("21시 4분 5초", 75_845), ("21시 4분", 75_840),
  ("21时4分5秒", 75_845), ("21 h 04 min 05 s", 75_845), ("21 h 04", 75_840),
])
func `a time may have units`(_ time: String, _ second: Int) {
  #expect(readHeader(of: Array("[27/3/22, \(time)] Anna: ok".utf8))?.stamp.secondOfDay == second)
  #expect(readHeader(of: Array("27/3/22, \(time) - Anna: ok".utf8))?.stamp.secondOfDay == second)
}
