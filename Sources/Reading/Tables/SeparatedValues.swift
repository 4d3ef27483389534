import Diagnostics

/// The rows of a csv or tsv file (RFC 4180): separated by `,`, or by `;` or a tab where the first
/// line has that and no comma, as spreadsheets of some countries write it. Blank lines are no rows.
struct SeparatedValues {
  /// A cell.
  struct Field {
    /// Its text, quotes taken off.
    var text = ""
    /// Whether it stood in quotes: an empty text does, an absent value does not.
    var isQuoted = false
  }

  /// A row and the line that it begins on, from 1.
  struct Row {
    let line: Int
    var fields: [Field]
  }

  private(set) var rows: [Row] = []

  /// Reads a text whose line breaks are `\n`.
  ///
  /// - Parameters:
  ///   - path: what an error calls the file.
  ///   - separator: what stands between cells; nil to decide by the first line.
  /// - Throws: That a quote is never closed.
  init(
    _ text: String, of path: String, separator: Unicode.Scalar? = nil
  ) throws(Diagnostic) {
    let separator = separator ?? SeparatedValues.separator(of: text)
    var row = Row(line: 1, fields: [])
    var field = Field()
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
          field.text.unicodeScalars.append(scalar)
        } else if next == "\"" {
          field.text.unicodeScalars.append(scalar)
          next = scalars.next()
        } else {
          quote = nil
        }
      } else if scalar == "\"", field.text.isEmpty {
        quote = line
        field.isQuoted = true
        isBlank = false
      } else if scalar == separator {
        row.fields.append(field)
        field = Field()
        isBlank = false
      } else if scalar == "\n" {
        if !isBlank || !field.text.isEmpty {
          rows.append(Row(line: row.line, fields: row.fields + [field]))
        }
        (row, field, isBlank) = (Row(line: line, fields: []), Field(), true)
      } else {
        field.text.unicodeScalars.append(scalar)
      }
    }
    if let quote {
      throw Diagnostic(
        "“\(path)” line \(quote): this quote is never closed",
        help: "a quote inside quotes is doubled")
    }
    if !isBlank || !field.text.isEmpty {
      rows.append(Row(line: row.line, fields: row.fields + [field]))
    }
  }

  private static func separator(of text: String) -> Unicode.Scalar {
    let first = text.unicodeScalars.prefix { $0 != "\n" }
    return [",", ";", "\t"].first { first.contains($0) } ?? ","
  }
}
