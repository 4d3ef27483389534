import Output

extension HelpPage {
  /// The text of help for a screen that may be narrower than the lines it is written in: paragraphs and
  /// the second columns of lists are filled anew. A text whose lines all fit stays as it is.
  static func fitted(_ text: String, to columns: Int) -> String {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard lines.contains(where: { displayWidth(of: $0) > columns }) else { return text }
    var entries: [Entry] = []
    for line in lines {
      if let last = entries.last, last.takes(line) {
        entries[entries.count - 1].add(line)
      } else {
        entries.append(Entry(line))
      }
    }
    return entries.flatMap { $0.lines(to: columns) }.joined(separator: "\n")
  }

  /// A paragraph, or an entry of a list with what goes on below it.
  private struct Entry {
    /// The blanks and the first column that it begins with, up to its words.
    private let lead: String
    private var words: [Substring]
    /// The last line, as it is written.
    private var last: Substring

    init(_ line: Substring) {
      let indent = line.prefix { $0 == " " }
      let rest = line[indent.endIndex...]
      // Two blanks part the columns of a list.
      let gap = indent.isEmpty ? nil : rest.firstRange(of: "  ")
      let start = gap.map { rest[$0.lowerBound...].drop { $0 == " " }.startIndex }
      lead = String(line[..<(start ?? indent.endIndex)])
      words = line[(start ?? indent.endIndex)...].split(separator: " ")
      last = line
    }

    /// Whether a line goes on with it: it begins below its words, and its first word had no room above.
    func takes(_ line: Substring) -> Bool {
      let indent = line.prefix { $0 == " " }.count
      guard indent == displayWidth(of: lead), let word = line.split(separator: " ").first else {
        return false
      }
      return displayWidth(of: last) + 1 + displayWidth(of: word) > HelpPage.columns
    }

    mutating func add(_ line: Substring) {
      words += line.split(separator: " ")
      last = line
    }

    func lines(to columns: Int) -> [String] {
      filledLines(words, to: columns, after: lead, hanging: displayWidth(of: lead))
    }
  }
}
