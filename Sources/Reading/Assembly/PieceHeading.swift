import Model

/// Lines with which whoever cut a text had all of its pieces begin, as `Source: chat.txt`, `Chunk: 3/88`.
enum PieceHeading {
  /// More are none.
  private static let most = 24

  /// Bytes before a colon that may be the name of a field.
  private static let longestName = 64

  /// The bytes that each of some texts begins with and that are such lines: each is the same in all texts but
  /// for its numbers or what stands behind a colon, and none has the header of a message. Nil where there are
  /// none.
  static func lengths(in texts: [SharedBytes]) -> [Int]? {
    guard let first = texts.first, texts.count > 1 else { return nil }
    var starts = [Int](repeating: 0, count: texts.count)
    var areHeadings = false
    for _ in 0..<most {
      guard starts[0] < first.count else { break }
      let lines = zip(texts, starts).map { text, start in start..<lineEnd(text.span, from: start) }
      let keys = zip(texts, lines).map { key(of: $0.span.extracting($1)) }
      guard let key = keys[0], keys.allSatisfy({ $0 == key }) else { break }
      areHeadings = areHeadings || !key.isEmpty
      starts = zip(texts, lines).map { min($1.upperBound + 1, $0.count) }
    }
    return areHeadings ? starts : nil
  }

  /// What a line has in common with others of its kind; nil where a message begins with it.
  private static func key(of line: Span<UInt8>) -> [UInt8]? {
    var reader = HeaderReader()
    guard reader.header(in: line, at: 0) == nil else { return nil }
    let words = line.extracting(line.withoutOuterBlanks)
    let colon = place(of: UInt8(ascii: ":"), in: words)
    let name = colon.flatMap { $0 < longestName ? $0 + 1 : nil } ?? words.count
    var key: [UInt8] = []
    for index in 0..<name {
      let byte = words[index]
      guard (0x30...0x39).contains(byte) else {
        key.append(byte)
        continue
      }
      if key.last != 0x30 { key.append(0x30) }
    }
    return key
  }
}
