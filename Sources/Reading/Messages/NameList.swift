/// Several names in one text, as a notice lists them: `Ana, ~ Bo and Li`.
///
/// Each is given as ``senderName(_:in:)`` gives that of a sender. A name may itself hold what parts
/// names. Where it belongs to somebody known it stays whole.
struct NameList {
  private let text: [UInt8]
  /// Where the names stand; between them is what parts them.
  private let names: [Range<Int>]

  /// What parts names but for the last two, in all languages.
  private static let commas = [", ", "、", "، "].map { Array($0.utf8) }

  /// Reads a text; `and` is what may part the last two names.
  init(_ text: String, and: [String]) {
    let text = Array(text.utf8)
    self.text = text
    guard
      NameList.commas.contains(where: { firstPlace(of: $0, in: text) != nil })
        || and.contains(where: { firstPlace(of: Array($0.utf8), in: text) != nil })
    else {
      names = text.isEmpty ? [] : [0..<text.count]
      return
    }
    var parts = [0..<text.count]
    let ands = and.compactMap { NameList.ranges(of: Array($0.utf8), in: text, 0..<text.count).last }
    if let last = ands.max(by: { $0.lowerBound < $1.lowerBound }) {
      // WhatsApp Web writes a comma before it too: “Bo, Li, and Dan”.
      let before = text[..<last.lowerBound]
      let end = before.last == UInt8(ascii: ",") ? before.endIndex - 1 : before.endIndex
      parts = [0..<end, last.upperBound..<text.count]
    }
    for comma in NameList.commas {
      parts = parts.flatMap { NameList.split($0, at: comma, in: text) }
    }
    names = parts.filter { !$0.isEmpty }
  }

  /// Whether there is more than one, unless people are known whose names hold what parts names.
  var isSeveral: Bool { names.count > 1 }

  /// Parts that one name may have.
  private static let longest = 4

  /// The names; `isKnown` tells of people who are known otherwise.
  func names(_ isKnown: (String) -> Bool) -> [String] {
    var found: [String] = []
    var first = 0
    while first < names.count {
      var last = min(first + NameList.longest, names.count) - 1
      while last > first, !isKnown(joined(first...last)) { last -= 1 }
      found.append(joined(first...last))
      first = last + 1
    }
    return found
  }

  private func joined(_ range: ClosedRange<Int>) -> String {
    let name = text[names[range.lowerBound].lowerBound..<names[range.upperBound].upperBound]
    return String(decoding: savedName(name), as: UTF8.self)
  }

  /// Where a word stands in a range of a text, from left to right.
  private static func ranges(
    of word: [UInt8], in text: [UInt8], _ range: Range<Int>
  ) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var place = range.lowerBound
    while place + word.count <= range.upperBound {
      guard text[place] == word.first, text[place..<place + word.count].elementsEqual(word) else {
        place += 1
        continue
      }
      found.append(place..<place + word.count)
      place += word.count
    }
    return found
  }

  private static func split(
    _ range: Range<Int>, at comma: [UInt8], in text: [UInt8]
  ) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var start = range.lowerBound
    for place in ranges(of: comma, in: text, range) {
      parts.append(start..<place.lowerBound)
      start = place.upperBound
    }
    return parts + [start..<range.upperBound]
  }
}
