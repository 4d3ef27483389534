import Diagnostics

/// The rows of a small csv file (RFC 4180): separated by `,`, or by `;` or a tab where the first
/// line has that and no comma, as spreadsheets of some countries write it. Blank lines are no rows.
struct SeparatedValues {
  /// A row and the line that it begins on, from 1.
  struct Row {
    let line: Int
    var fields: [String]
  }

  private(set) var rows: [Row] = []

  /// Reads a text whose line breaks are `\n`.
  ///
  /// - Parameter path: what an error calls the file.
  /// - Throws: That a quote is never closed.
  init(_ text: String, of path: String) throws(Diagnostic) {
    let separator = SeparatedValues.separator(of: text)
    var row = Row(line: 1, fields: [])
    var field = ""
    var line = 1
    var quote: Int?
    var isBlank = true
    var scalars = text.unicodeScalars.makeIterator()
    var next = scalars.next()
    while let scalar = next {
      next = scalars.next()
      if scalar == "\n" { line += 1 }
      if quote != nil {
        if scalar != "\"" {
          field.unicodeScalars.append(scalar)
        } else if next == "\"" {
          field.unicodeScalars.append(scalar)
          next = scalars.next()
        } else {
          quote = nil
        }
      } else if scalar == "\"", field.isEmpty {
        quote = line
        isBlank = false
      } else if scalar == separator {
        row.fields.append(field)
        field = ""
        isBlank = false
      } else if scalar == "\n" {
        if !isBlank || !field.isEmpty {
          rows.append(Row(line: row.line, fields: row.fields + [field]))
        }
        (row, field, isBlank) = (Row(line: line, fields: []), "", true)
      } else {
        field.unicodeScalars.append(scalar)
      }
    }
    if let quote {
      throw Diagnostic(
        "“\(path)” line \(quote): this quote is never closed",
        help: "a quote inside quotes is doubled")
    }
    if !isBlank || !field.isEmpty { rows.append(Row(line: row.line, fields: row.fields + [field])) }
  }

  private static func separator(of text: String) -> Unicode.Scalar {
    let first = text.unicodeScalars.prefix { $0 != "\n" }
    return [",", ";", "\t"].first { first.contains($0) } ?? ","
  }
}
