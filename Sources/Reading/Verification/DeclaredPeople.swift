import Model

/// The senders of a corpus, to be compared with the names that headers of chunks list.
final class DeclaredPeople {
  private let senders: [Int32]
  private let names: [String]
  private var persons: [String: Int32] = [:]
  private var places: [String: Int32] = [:]

  /// The senders of messages, as places among names.
  init(senders: [Int32], names: [String]) {
    self.senders = senders
    self.names = names
    places.reserveCapacity(names.count)
    for (place, name) in names.enumerated() { places[name] = Int32(clamping: place) }
  }

  /// The senders of the messages that some lines begin, each once, in the order of the lines.
  func names(in lines: ArraySlice<HeaderLine>) -> [String] {
    distinct(in: lines).map { names[Int($0)] }
  }

  /// Whether a list of names, however they are spelt, is that of the senders of the messages that
  /// some lines begin.
  func are(_ declared: [String], in lines: ArraySlice<HeaderLine>) -> Bool {
    let found = distinct(in: lines)
    if declared.map(person(named:)) == found { return true }
    guard declared.count > found.count else { return false }
    // A name that holds `, ` was taken for two.
    return DeclaredPeople.plain(declared.joined(separator: ", "))
      == found.map { names[Int($0)] }.joined(separator: ", ")
  }

  private func distinct(in lines: ArraySlice<HeaderLine>) -> [Int32] {
    var found: [Int32] = []
    for line in lines {
      guard let message = line.message, senders[message] >= 0 else { continue }
      // Few people write in the lines of one chunk.
      if !found.contains(senders[message]) { found.append(senders[message]) }
    }
    return found
  }

  /// The sender that a name of a header stands for; -1 where there is none.
  private func person(named name: String) -> Int32 {
    if let known = persons[name] { return known }
    let person = places[DeclaredPeople.plain(name)] ?? -1
    persons[name] = person
    return person
  }

  /// A name as senders are spelt: without marks, the `~` and odd blanks.
  private static func plain(_ name: String) -> String {
    let bytes = Array(name.utf8)
    return senderName(0..<bytes.count, in: bytes.span)
  }
}

/// Names in the order of their first appearance, each once, as the chunker joins them.
struct OrderedNames {
  private var names: [ArraySlice<UInt8>] = []

  /// Adds a name that is not there yet.
  mutating func add(_ name: ArraySlice<UInt8>) {
    if !names.contains(where: { $0.elementsEqual(name) }) { names.append(name) }
  }

  /// The names with `, ` between them.
  var joined: [UInt8] { Array(names.joined(separator: Array(", ".utf8))) }
}
