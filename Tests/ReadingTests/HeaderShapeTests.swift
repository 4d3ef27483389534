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

/// The header of a line.
private func readHeader(of bytes: [UInt8]) -> Header? {
  var reader = HeaderReader()
  return reader.header(in: bytes.span, at: 0)
}

@Test(arguments: HeaderExample.all)
func `a header shape reads its own examples and nobody else's`(_ example: HeaderExample) throws {
  let bytes = Array(example.line.utf8)
  let header = try #require(readHeader(of: bytes))
  #expect(HeaderShape.all[header.stamp.form.shape].name == HeaderShape.all[example.shape].name)
  let rest = plainText(header.end..<bytes.count, in: bytes.span)
  #expect(rest.hasPrefix("Anna"))
  let shapes = HeaderReader().shapes(of: bytes.span)
  #expect(shapes == [example.shape])
}

@Test func `header shapes have names of their own`() {
  #expect(Set(HeaderShape.all.map(\.name)).count == HeaderShape.all.count)
  #expect(Set(HeaderShape.all.map(\.layout)).count == HeaderShape.all.count)
}

@Test(arguments: [
  "", "-", "[", "merci", "12:30 - à bientôt", "2/11/19: Arrival", "2016-04-29 10:30:00",
  "[2,4,0,4,11,2602,36] ->", "10:30 - ok", "1. acheter du pain", "12/12/19: Departure",
  "[27/07, 19:41] Anna: hm", "17/02/2025 - Anna: hm", "17/02/2025, 16:1 - Anna: hm",
  "17/02/20255, 16:14 - Anna: hm", "17/02-2025, 16:14 - Anna: hm", "17/02/2025, 16:14 Anna: hm",
  "[27/07/2025, 19:41:23]Anna: hm", "123456789", "\u{200E}", "\u{FEFF}", "[17/02/2025",
])
func `a line that is no header is none`(_ line: String) {
  #expect(readHeader(of: Array(line.utf8))?.end == nil)
}

@Test(arguments: HeaderExample.all)
func `a header cut anywhere is no header and no trap`(_ example: HeaderExample) {
  let bytes = Array(example.line.utf8)
  guard let end = readHeader(of: bytes)?.end else { return }
  for length in 0..<end {
    #expect(readHeader(of: Array(bytes.prefix(length)))?.end == nil, "cut to \(length) bytes")
  }
}
