import Diagnostics

/// The rows of a csv or tsv file (RFC 4180): separated by `,`, or by `;` or a tab where the first
/// line has that and no comma, as spreadsheets of some countries write it, or by what a line `sep=;` before
/// it says, as Excel reads it. Blank lines are no rows, but for a single column, of which they are absent
/// values.
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
    let told = separator == nil ? SeparatedValues.toldSeparator(of: text) : nil
    let separator = separator ?? told ?? SeparatedValues.separator(of: text)
    var line = told == nil ? 1 : 2
    var row = Row(line: line, fields: [])
    var field = Field()
    var quote: Int?
    var isBlank = true
    func isRow() -> Bool { !isBlank || !field.text.isEmpty || rows.first?.fields.count == 1 }
    var scalars = text.unicodeScalars.dropFirst(told == nil ? 0 : SeparatedValues.telling.count + 2)
      .makeIterator()
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
        if isRow() {
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

  private static let telling = Array("sep=".unicodeScalars)

  /// What a first line `sep=;` says; nil where the text begins otherwise.
  private static func toldSeparator(of text: String) -> Unicode.Scalar? {
    let line = text.unicodeScalars.prefix(telling.count + 2)
    let rest = Array(line.dropFirst(telling.count))
    guard line.starts(with: telling), rest.count == 2, rest[0] != "\n", rest[1] == "\n" else {
      return nil
    }
    return rest[0]
  }

  /// The first of those that stands in the first line outside quotes; a comma where none does.
  private static func separator(of text: String) -> Unicode.Scalar {
    var isQuoted = false
    let first = text.unicodeScalars.prefix { scalar in
      if scalar == "\"" { isQuoted.toggle() }
      return scalar != "\n" || isQuoted
    }.split(separator: "\"", omittingEmptySubsequences: false).enumerated()
      .filter { $0.offset % 2 == 0 }.flatMap(\.element)
    return [",", ";", "\t"].first { first.contains($0) } ?? ","
  }
}
