public import Diagnostics
public import Model

/// What people are called, from a file: a csv of two columns (a name as exports have it, the
/// person), or vCards, of which each number stands for the card's name.
public struct ContactFile: Sendable, Hashable {
  /// A name that stands for a person.
  public struct Entry: Sendable, Hashable {
    /// The name and the person.
    public let alias: Alias
    /// Where it stands in the file, from 1; of a card, the line of the number.
    public let line: Int
  }

  /// The names, in the order of the file.
  public let entries: [Entry]

  /// Cards that have no name or no number.
  public let emptyCards: Int

  /// Reads a file, of which the content tells what it is.
  ///
  /// - Parameters:
  ///   - path: the file; a relative one starts from `directory`.
  ///   - directory: an absolute folder.
  /// - Throws: What is wrong with the file or one of its lines.
  public init(at path: String, directory: String) throws(Diagnostic) {
    let text = try readText(at: path, directory: directory, unpacks: true)
    let isCards = Fold.string(text.prefix(200)).drop { $0.isWhitespace }.hasPrefix("begin:vcard")
    if isCards {
      let cards = VCard.all(in: text)
      entries = cards.flatMap(\.entries)
      emptyCards = cards.count { $0.entries.isEmpty }
    } else {
      entries = try ContactFile.entries(ofTable: text, path)
      emptyCards = 0
    }
  }

  /// The rows of a csv; a first row that names the columns as the table `aliases` does is no name.
  private static func entries(ofTable text: String, _ path: String) throws(Diagnostic) -> [Entry] {
    var entries: [Entry] = []
    for (place, row) in try SeparatedValues(text, of: path).rows.enumerated() {
      let fields = row.fields.map(\.text.trimmed)
      if place == 0, fields.map({ Fold.string($0) }) == ["name", "person"] { continue }
      guard fields.count == 2, fields.allSatisfy({ !$0.isEmpty }) else {
        throw Diagnostic(
          "“\(path)” line \(row.line): a name and a person belong there, "
            + (fields.count == 2 ? "and one is empty" : "not \(fields.count) values"),
          help: "a csv of two columns: the name as the export has it, then what to call the person")
      }
      entries.append(Entry(alias: Alias(name: fields[0], person: fields[1]), line: row.line))
    }
    return entries
  }
}

extension String {
  /// The text without the white space at its ends.
  fileprivate var trimmed: String {
    let start = unicodeScalars.drop(while: \.properties.isWhitespace)
    let length = start.reversed().drop(while: \.properties.isWhitespace).count
    return String(String.UnicodeScalarView(start.prefix(length)))
  }
}
