import Diagnostics
import Model

@testable import Reading

/// What other programs hold a file of a format for.
enum ExportSyntax {
  /// One array, an object a line, and no control characters.
  static func checkJSON(_ bytes: [UInt8], rows: Int) throws(Fault) {
    try checkControls(bytes, "json")
    var lines = bytes.split(separator: 0x0A).map { String(decoding: $0, as: UTF8.self) }
    try Fault.unless(
      rows == 0 ? lines == ["[]"] : lines.first == "[" && lines.last == "]",
      "json: is no array: \(lines)")
    lines = Array(lines.dropFirst().dropLast())
    try Fault.unless(lines.count == rows, "json: has \(lines.count) lines for \(rows) rows")
    for (place, line) in lines.enumerated() {
      let isLast = place == rows - 1
      try Fault.unless(isLast != line.hasSuffix(","), "json: a comma is missing or too many")
      do throws(Diagnostic) {
        _ = try JSONValue.members(of: isLast ? line : String(line.dropLast()))
      } catch {
        throw Fault("json: \(error.message): \(line)")
      }
    }
  }

  /// A line a row, with as many cells as there are columns.
  static func checkMarkdown(_ bytes: [UInt8], of table: Table) throws(Fault) {
    let lines = bytes.split(separator: 0x0A)
    try Fault.unless(
      lines.count == table.rowCount + 2, "md: has \(lines.count) lines for \(table.rowCount) rows")
    for line in lines {
      var bars = 0
      var isEscaped = false
      for byte in line {
        if byte == UInt8(ascii: "|"), !isEscaped { bars += 1 }
        isEscaped = byte == UInt8(ascii: "\\") && !isEscaped
      }
      try Fault.unless(
        bars == table.fields.count + 1,
        "md: “\(String(decoding: line, as: UTF8.self))” has no \(table.fields.count) cells")
    }
  }

  /// A page with the elements that we write and no others.
  static func checkHTML(_ bytes: [UInt8]) throws(Fault) {
    func place(of tag: String) -> Int? {
      bytes.indices.first {
        bytes[$0] == UInt8(ascii: "<") && bytes[$0...].starts(with: tag.utf8)
      }
    }
    guard let start = place(of: "<tbody>"), let end = place(of: "</tbody>"), start < end else {
      throw Fault("html: there is no table")
    }
    let body = bytes[(start + "<tbody>".utf8.count)..<end]
    let known = [
      "tr>", "/tr>", "td>", "td ", "/td>", "a rel=\"noopener noreferrer nofollow\" href=\"http",
      "/a>", "span", "/span>",
    ]
    for place in body.indices where body[place] == UInt8(ascii: "<") {
      let rest = String(decoding: body[(place + 1)...].prefix(60), as: UTF8.self).lowercased()
      try Fault.unless(
        known.contains { rest.utf8.starts(with: $0.utf8) },
        "html: there is an element “\(rest.prefix(20))”")
    }
    try checkControls(Array(body), "html", allowing: [0x0A, 0x09])
  }

  private static func checkControls(
    _ bytes: [UInt8], _ format: String, allowing allowed: Set<UInt8> = [0x0A]
  ) throws(Fault) {
    for byte in bytes where byte < 0x20 && !allowed.contains(byte) {
      throw Fault("\(format): the control character \(byte) is written as it is")
    }
  }
}
