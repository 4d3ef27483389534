import Diagnostics
import Model

extension FormatWriter {
  /// Writes a line for each row, its values escaped.
  mutating func eachLine(
    of table: Table, _ line: Format.LineTemplate,
    escaping escape: @escaping @Sendable (String) -> String
  ) throws(Diagnostic) {
    try eachRow(of: table) { row, bytes in
      bytes.append(contentsOf: line.fill(row.columns, row.place, escape).utf8)
      bytes.append(0x0A)
    }
  }
}

extension Format.Surroundings {
  /// The messages that the rows of a table stand for, to be written as a conversation.
  func conversation(_ table: Table) throws(Diagnostic) -> Table {
    guard table.origin?.table == .messages,
      let messages = try whole(table, ReadingView.columns)
    else {
      throw Diagnostic(
        "a conversation is made of messages, and the rows of “\(table.name)” are none",
        help: "leave out --view reading")
    }
    return messages
  }
}
