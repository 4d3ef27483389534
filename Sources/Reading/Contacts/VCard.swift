import Model

/// A card of an address book (vCard 2.1 to 4.0, RFC 6350): its name and its telephone numbers.
struct VCard {
  /// The card's name: `FN`, else the parts of `N` in the order in which one says them.
  private(set) var name = ""

  /// Its numbers, each with its line in the file, from 1.
  private(set) var numbers: [(text: String, line: Int)] = []

  /// What each number stands for; none where the name is missing or is the number itself.
  var entries: [ContactFile.Entry] {
    guard !name.isEmpty else { return [] }
    let own = PhoneNumber(name)
    return numbers.compactMap { text, line in
      guard let number = PhoneNumber(text), own?.isSame(as: number) != true else { return nil }
      return ContactFile.Entry(alias: Alias(name: text, person: name), line: line)
    }
  }

  /// The cards of a text whose line breaks are `\n`.
  static func all(in text: String) -> [VCard] {
    var cards: [VCard] = []
    var card: VCard?
    for property in properties(of: text) {
      switch property.name {
      case "BEGIN": card = VCard()
      case "END":
        if let card { cards.append(card) }
        card = nil
      default: card?.add(property)
      }
    }
    // A card that the file ends in the middle of is one all the same.
    return cards + (card.map { [$0] } ?? [])
  }

  private mutating func add(_ property: Property) {
    switch property.name {
    case "FN":
      let written = property.parts(separatedBy: nil).joined()
      if !written.isEmpty { name = written }
    case "N" where name.isEmpty:
      let parts = property.parts(separatedBy: ";")
      // Family name, given name, further names, prefixes, suffixes.
      let spoken = [3, 1, 2, 0, 4].compactMap { parts.indices.contains($0) ? parts[$0] : nil }
      name = spoken.filter { !$0.isEmpty }.joined(separator: " ")
    case "TEL":
      let written = property.value.prefix { $0 != ";" }
      let scheme = written.prefix(4).lowercased() == "tel:"
      numbers.append((String(scheme ? written.dropFirst(4) : written), property.line))
    default: break
    }
  }

  /// A line of a card: `TEL;TYPE=CELL:+33 6 …`.
  private struct Property {
    let name: String
    let value: String
    let line: Int

    /// The parts of the value, with `\n`, `\,`, `\;` and `\\` replaced by what they stand for and
    /// blanks at the ends dropped; one part where there is no separator.
    func parts(separatedBy separator: Character?) -> [String] {
      var parts = [""]
      var isEscaped = false
      for character in value {
        if isEscaped {
          parts[parts.count - 1].append(character == "n" || character == "N" ? " " : character)
          isEscaped = false
        } else if character == "\\" {
          isEscaped = true
        } else if character == separator {
          parts.append("")
        } else {
          parts[parts.count - 1].append(character)
        }
      }
      return parts.map { part in
        let words = part.split(whereSeparator: \.isWhitespace)
        return words.joined(separator: " ")
      }
    }
  }

  /// The properties of a text: lines that begin with a blank belong to the one before.
  private static func properties(of text: String) -> [Property] {
    var lines: [(text: String, line: Int)] = []
    var continues = false
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      let line = line.hasSuffix("\r") ? line.dropLast() : line
      if let last = lines.indices.last, continues || line.hasPrefix(" ") || line.hasPrefix("\t") {
        if continues { lines[last].text.removeLast() }
        lines[last].text += continues ? line : line.dropFirst()
      } else {
        lines.append((String(line), index + 1))
      }
      // Quoted-printable text goes on after a `=` at the end of a line.
      continues = line.hasSuffix("=") && lines.last.map { isQuotedPrintable($0.text) } ?? false
    }
    return lines.compactMap { property($0.text, line: $0.line) }
  }

  private static func property(_ text: String, line: Int) -> Property? {
    var isQuoted = false
    let colon = text.firstIndex { character in
      if character == "\"" { isQuoted.toggle() }
      return character == ":" && !isQuoted
    }
    guard let colon else { return nil }
    // Apple puts a group before the name: `item1.TEL`.
    let head = text[..<colon].prefix { $0 != ";" }.split(separator: ".").last ?? ""
    let value = String(text[text.index(after: colon)...])
    return Property(
      name: head.uppercased(), value: isQuotedPrintable(text) ? decoded(value) : value, line: line)
  }

  private static func isQuotedPrintable(_ line: String) -> Bool {
    line.prefix { $0 != ":" }.uppercased().contains("QUOTED-PRINTABLE")
  }

  /// The text that quoted-printable stands for (RFC 2045).
  private static func decoded(_ text: String) -> String {
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "="), rest.count >= 2,
        let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
      {
        bytes.append(value)
        rest.removeFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: DecodedText(bytes).bytes, as: UTF8.self)
  }
}
