import Diagnostics
import Model

extension Format {
  /// A table whose headings sort it.
  static func writeTable(_ table: Table, _ writer: inout FormatWriter) throws(Diagnostic) {
    let classes = table.fields.map { isRightAligned($0.type) ? " class=\"n\"" : "" }
    var head = "<div class=\"scroll\"><table>\n<thead><tr>"
    for (field, role) in zip(table.fields, classes) {
      head += "<th scope=\"col\"\(role)><button>\(markupText(visible(field.name)))</button></th>"
    }
    writer.append(head + "</tr></thead>\n<tbody>\n")
    let fields = table.fields
    let highlight = table.highlight
    let breaks = Set(table.breaks)
    try writer.eachRow(of: table) { row, bytes in
      let isBreak = breaks.contains(row.number)
      bytes.append(contentsOf: (isBreak ? "<tr class=\"break\">" : "<tr>").utf8)
      for (place, column) in row.columns.enumerated() {
        let matches = highlight.flatMap { highlight -> [Range<Int>]? in
          guard highlight.columns.contains(fields[place].name),
            case .text(let text) = column[row.place]
          else { return nil }
          return highlight.matches(text)
        }
        appendCell(column[row.place], classes[place], matches: matches ?? [], to: &bytes)
      }
      bytes.append(contentsOf: "</tr>\n".utf8)
    }
    writer.append("</tbody>\n</table></div>\n")
  }
}

/// Appends a cell; a duration carries its seconds, by which it is sorted.
private func appendCell(
  _ value: Value, _ role: String, matches: [Range<Int>], to bytes: inout [UInt8]
) {
  switch value {
  case .null: bytes.append(contentsOf: "<td\(role)>".utf8)
  case .duration(let seconds):
    bytes.append(contentsOf: "<td\(role) data-v=\"\(seconds)\">\(shownDuration(seconds))".utf8)
  case .datetime(let moment):
    let text = moment.description.split(separator: "T").joined(separator: " ")
    bytes.append(contentsOf: "<td class=\"d\">\(text)".utf8)
  case .period(let period): bytes.append(contentsOf: "<td class=\"d\">\(period)".utf8)
  case .text(let text):
    bytes.append(contentsOf: "<td dir=\"auto\">".utf8)
    appendMarkup(text, matches: matches, to: &bytes)
  case .list(let items):
    bytes.append(contentsOf: "<td dir=\"auto\">".utf8)
    for (place, item) in items.enumerated() {
      if place > 0 { bytes.append(contentsOf: "; ".utf8) }
      appendMarkup(item, to: &bytes)
    }
  default:
    bytes.append(contentsOf: "<td\(role)>".utf8)
    appendMarkup(cellText(value), to: &bytes)
  }
  bytes.append(contentsOf: "</td>".utf8)
}
