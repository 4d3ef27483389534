import Model

/// The senders of a corpus, to be compared with the names that headers of chunks list.
struct DeclaredPeople: Sendable {
  private let senders: [Int32]
  private let names: [String]
  private let places: [String: Int32]

  /// The senders of messages, as places among distinct names.
  init(senders: [Int32], names: [String]) {
    self.senders = senders
    self.names = names
    places = Dictionary(
      names.enumerated().map { ($0.element, Int32(clamping: $0.offset)) }
    ) { first, _ in first }
  }

  /// The senders of the messages that some lines begin, each once, in the order of the lines.
  func names(in lines: ArraySlice<HeaderLine>) -> [String] {
    distinct(in: lines).map { names[Int($0)] }
  }

  /// Whether a list of names, however they are spelt, is that of the senders of the messages that
  /// some lines begin.
  func are(_ declared: [String], in lines: ArraySlice<HeaderLine>) -> Bool {
    guard !declared.isEmpty else {
      return !lines.contains { $0.beginsMessage && senders[Int($0.message)] >= 0 }
    }
    let found = distinct(in: lines)
    let plain = declared.map(DeclaredPeople.plain)
    if plain.count == found.count {
      return zip(plain, found).allSatisfy { places[$0] == $1 }
    }
    guard plain.count > found.count else { return false }
    // A name that holds `, ` was taken for two.
    return plain.joined(separator: ", ") == found.map { names[Int($0)] }.joined(separator: ", ")
  }

  private func distinct(in lines: ArraySlice<HeaderLine>) -> [Int32] {
    var found: [Int32] = []
    for line in lines where line.beginsMessage {
      let sender = senders[Int(line.message)]
      // Few people write in the lines of one chunk.
      if sender >= 0, !found.contains(sender) { found.append(sender) }
    }
    return found
  }

  /// A name as senders are spelt: without marks, the `~` and odd blanks.
  private static func plain(_ name: String) -> String {
    let bytes = Array(name.utf8)
    return senderName(0..<bytes.count, in: bytes.span)
  }
}

/// Names in the order of their first appearance and each once, as the chunker wrote them: joined by
/// `, `.
enum WrittenNames {
  /// Whether a list as a header has it gives the names that the chunker read in some lines of a text.
  /// It stops at the first that differs.
  static func are(
    _ written: ArraySlice<UInt8>, in lines: ArraySlice<HeaderLine>, of text: SharedBytes
  ) -> Bool {
    let (list, bytes) = (written.span, text.span)
    var seen: [Range<Int>] = []
    seen.reserveCapacity(8)
    for line in lines where line.isKnown {
      let name = bytes.extracting(line.name)
      if seen.contains(where: { areEqual(name, list.extracting($0)) }) { continue }
      guard let start = nextStart(after: seen.last, in: list), start + name.count <= list.count,
        areEqual(name, list.extracting(start..<(start + name.count)))
      else { return false }
      seen.append(start..<(start + name.count))
    }
    return (seen.last?.upperBound ?? 0) == list.count
  }

  private static let blank = UInt8(ascii: " ")

  /// Where a list goes on after a name; nil where no comma and blank follow it.
  private static func nextStart(after last: Range<Int>?, in list: Span<UInt8>) -> Int? {
    guard let last else { return 0 }
    let comma = skippingBlanks(list, from: last.upperBound)
    guard comma + 1 < list.count, list[comma] == UInt8(ascii: ","), list[comma + 1] == blank
    else { return nil }
    return skippingBlanks(list, from: comma + 1)
  }

  private static func skippingBlanks(_ list: Span<UInt8>, from start: Int) -> Int {
    var place = start
    while place < list.count, list[place] == blank { place += 1 }
    return place
  }
}
