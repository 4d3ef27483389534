import Diagnostics
import Model

extension Format {
  /// Messages under their days; those that hold a match are marked as such, and what was left out
  /// between two stretches, and long silences, are told.
  static func writeConversation(_ table: Table, _ writer: inout FormatWriter) throws(Diagnostic) {
    var messages = table
    messages.fields = Conversation.columns.compactMap { name in
      table.index(of: name).map { table.fields[$0] }
    }
    let breaks = Set(table.breaks)
    let highlight = table.highlight
    let shown = messages
    writer.append("<section>\n")
    try writer.eachRow(of: messages) { row, bytes in
      let message = Conversation.Message(row.columns, of: shown, row: row.place)
      // The message before the first of a batch stands in another batch.
      let before =
        row.place > 0
        ? Conversation.Message(row.columns, of: shown, row: row.place - 1)
        : row.number > 0 ? Conversation.message(of: shown, row: row.number - 1) : nil
      let pause = Conversation.pause(
        before: message, after: before, isBreak: breaks.contains(row.number))
      append(message, after: before, pause: pause, highlight, to: &bytes)
    }
    writer.append("</section>\n")
  }
}

private func append(
  _ message: Conversation.Message, after before: Conversation.Message?, pause: String?,
  _ highlight: Table.Highlight?, to bytes: inout [UInt8]
) {
  if let pause { bytes.append(contentsOf: "<p class=\"pause\">⋯ \(pause)</p>\n".utf8) }
  if let moment = message.moment, message.day != before?.day {
    let date = Period(.day, holding: moment).description
    let heading = Conversation.heading(moment)
    bytes.append(
      contentsOf:
        "</section>\n<section>\n<h2><time datetime=\"\(date)\">\(heading)</time></h2>\n".utf8)
  }
  let isSearched = highlight.map { !$0.columns.isDisjoint(with: ["text", "body"]) } ?? false
  let matches = isSearched ? highlight?.matches(message.text) ?? [] : []
  var roles = "m"
  if isSearched { roles += matches.isEmpty ? " context" : " hit" }
  if message.isNotice { roles += " notice" }
  bytes.append(contentsOf: "<article class=\"\(roles)\" id=\"m\(message.id)\">".utf8)
  if let moment = message.moment {
    let time = moment.description.dropFirst(11).prefix(5)
    bytes.append(contentsOf: "<time datetime=\"\(moment)\">\(time)</time>".utf8)
  } else {
    bytes.append(contentsOf: "<time>…</time>".utf8)
  }
  bytes.append(contentsOf: "<div>".utf8)
  if let sender = message.sender {
    bytes.append(contentsOf: "<b class=\"p\(Ink.personPlace(sender))\" dir=\"auto\">".utf8)
    appendMarkup(sender, to: &bytes)
    bytes.append(contentsOf: "</b>".utf8)
  }
  bytes.append(contentsOf: "<p dir=\"auto\">".utf8)
  for part in message.parts {
    let inner = matches.compactMap { match -> Range<Int>? in
      let common = match.clamped(to: part.bytes)
      return common.isEmpty
        ? nil
        : (common.lowerBound - part.bytes.lowerBound)..<(common.upperBound - part.bytes.lowerBound)
    }
    if part.isMark { bytes.append(contentsOf: "<small>".utf8) }
    appendMarkup(part.text, matches: inner, to: &bytes)
    if part.isMark { bytes.append(contentsOf: "</small>".utf8) }
  }
  bytes.append(contentsOf: "</p></div></article>\n".utf8)
}
