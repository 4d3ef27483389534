import Diagnostics
import Model

extension Format {
  /// A table of GitHub's Markdown.
  static let markdown = Format(
    name: "md", summary: "a Markdown table; line breaks as <br>", endings: ["md", "markdown"],
    options: []
  ) { (table, _, writer) throws(Diagnostic) in
    let names = table.fields.map { markdownText($0.name) }
    writer.append("| " + names.joined(separator: " | ") + " |\n")
    let rules = table.fields.map { isRightAligned($0.type) ? "---:" : "---" }
    writer.append("| " + rules.joined(separator: " | ") + " |\n")
    try writer.eachRow(of: table) { row, bytes in
      let cells = row.columns.map { markdownText(cellText($0[row.place])) }
      bytes.append(contentsOf: "| \(cells.joined(separator: " | ")) |\n".utf8)
    }
  }
}

/// Whether a column of a type stands to the right, as numbers do.
func isRightAligned(_ type: ValueType) -> Bool {
  type == .int || type == .float || type == .duration
}

/// A text as it must stand in a Markdown table to be read as it is: what Markdown or HTML would act
/// on is escaped, line breaks become `<br>`. Inside an address only what would end the cell or
/// open a tag is escaped, so that it stays a link.
func markdownText(_ text: String) -> String {
  var escaped = ""
  var isInAddress = false
  var previous: Character = " "
  for index in text.indices {
    let character = text[index]
    if character.isWhitespace { isInAddress = false }
    if character == "h", !previous.isLetter, !isInAddress {
      isInAddress = text[index...].hasPrefix("http://") || text[index...].hasPrefix("https://")
    }
    escaped += markdownCharacter(character, isInAddress: isInAddress, after: previous)
    previous = character
  }
  return escaped
}

private func markdownCharacter(
  _ character: Character, isInAddress: Bool, after previous: Character
) -> String {
  switch character {
  case "\n", "\r\n", "\r": "<br>"
  case "|": "\\|"
  case "<": "&lt;"
  case ">": "&gt;"
  case "&" where !isInAddress: "&amp;"
  // Underscores and tildes inside a word mean nothing to GitHub's Markdown.
  case "_" where !isInAddress && !previous.isLetter && !previous.isNumber: "\\_"
  case "\\", "`", "*", "[", "]", "~": isInAddress ? String(character) : "\\\(character)"
  default: String(character)
  }
}
