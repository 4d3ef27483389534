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

/// Whether some names, in the order of their first appearance and each once, are what the chunker
/// wrote: joined by `, `. It stops at the first that differs.
struct WrittenNames {
  private let written: [UInt8]

  /// The names that were right so far, in ``written``.
  private var seen: [Range<Int>] = []

  private(set) var isRight = true

  init(_ written: String) {
    self.written = Array(written.utf8)
  }

  /// Compares a name of a text, if it is new; blanks at its ends do not count.
  mutating func add(_ range: Range<Int>, of text: Span<UInt8>) {
    var name = range
    while let last = name.last, text[last] == WrittenNames.blank { name = name.dropLast() }
    while let first = name.first, text[first] == WrittenNames.blank { name = name.dropFirst() }
    guard isRight, !seen.contains(where: { stands(name, of: text, at: $0) }) else { return }
    var place = 0
    if let last = seen.last {
      let comma = skippingBlanks(from: last.upperBound)
      isRight = written[comma...].starts(with: [UInt8(ascii: ","), WrittenNames.blank])
      place = skippingBlanks(from: Swift.min(comma + 1, written.count))
    }
    let new = place..<(place + name.count)
    isRight = isRight && new.upperBound <= written.count && stands(name, of: text, at: new)
    if isRight { seen.append(new) }
  }

  private static let blank = UInt8(ascii: " ")

  private func skippingBlanks(from start: Int) -> Int {
    var place = start
    while place < written.count, written[place] == WrittenNames.blank { place += 1 }
    return place
  }

  /// Whether all names were right and no other is written.
  var areAll: Bool { isRight && (seen.last?.upperBound ?? 0) == written.count }

  private func stands(_ name: Range<Int>, of text: Span<UInt8>, at place: Range<Int>) -> Bool {
    guard name.count == place.count else { return false }
    for offset in 0..<name.count
    where text[name.lowerBound + offset] != written[place.lowerBound + offset] {
      return false
    }
    return true
  }
}
