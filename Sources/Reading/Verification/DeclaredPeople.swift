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
  private let written: ArraySlice<UInt8>

  /// The names that were right so far, in ``written``.
  private var seen: [Range<Int>] = []

  private var isRight = true

  /// Whether a list as a header has it gives the names that the chunker read in some lines of a text.
  static func are(
    _ written: ArraySlice<UInt8>, in lines: ArraySlice<HeaderLine>, of text: [UInt8]
  ) -> Bool {
    var names = WrittenNames(written: written)
    names.seen.reserveCapacity(8)
    for line in lines where line.isKnown {
      names.add(line.name, of: text.span)
      guard names.isRight else { return false }
    }
    return (names.seen.last?.upperBound ?? written.startIndex) == written.endIndex
  }

  private init(written: ArraySlice<UInt8>) {
    self.written = written
  }

  /// Compares a name of a text, if it is new; blanks at its ends do not count.
  private mutating func add(_ range: Range<Int>, of text: Span<UInt8>) {
    var (first, end) = (range.lowerBound, range.upperBound)
    while end > first, text[end - 1] == WrittenNames.blank { end -= 1 }
    while first < end, text[first] == WrittenNames.blank { first += 1 }
    let name = text.extracting(first..<end)
    for place in seen where stands(name, at: place) { return }
    var place = written.startIndex
    if let last = seen.last {
      let comma = skippingBlanks(from: last.upperBound)
      isRight = written[comma...].starts(with: [UInt8(ascii: ","), WrittenNames.blank])
      place = skippingBlanks(from: Swift.min(comma + 1, written.endIndex))
    }
    let new = place..<(place + name.count)
    isRight = isRight && new.upperBound <= written.endIndex && stands(name, at: new)
    if isRight { seen.append(new) }
  }

  private static let blank = UInt8(ascii: " ")

  private func skippingBlanks(from start: Int) -> Int {
    var place = start
    while place < written.endIndex, written[place] == WrittenNames.blank { place += 1 }
    return place
  }

  /// Whether a name is what is written at a place.
  private func stands(_ name: Span<UInt8>, at place: Range<Int>) -> Bool {
    name.count == place.count && areEqual(name, written[place].span)
  }
}
