/// The senders as the user reads them, each once, in the order of their first message.
struct PersonTable {
  private(set) var names: [String] = []
  private var places: [String: Int32] = [:]
  /// The person of each spelling, by its place in a ``SenderTable``; -1 until it is met.
  private(set) var bySpelling: [Int32]

  init(spellings: Int) {
    bySpelling = Array(repeating: -1, count: spellings)
  }

  /// The person that a spelling stands for, by its place in ``names``.
  mutating func person(_ spelling: Int, _ range: Range<Int>, in bytes: Span<UInt8>) -> Int32 {
    if bySpelling[spelling] >= 0 { return bySpelling[spelling] }
    let name = senderName(range, in: bytes)
    let place: Int32
    if let known = places[name] {
      place = known
    } else {
      place = Int32(truncatingIfNeeded: names.count)
      places[name] = place
      names.append(name)
    }
    bySpelling[spelling] = place
    return place
  }
}
