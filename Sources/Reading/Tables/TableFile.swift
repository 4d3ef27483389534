public import Diagnostics
public import Model

/// Reads a table from a file: csv or tsv, whose first row names the columns, or JSON, an object a line
/// or an array of them. It may be compressed. The content tells which, but for a file called csv, tsv or
/// tab whose first name begins with a brace.
///
/// Columns get the narrowest type that all their values fit; an empty cell without quotes is null.
///
/// - Parameters:
///   - path: the file; a relative one starts from `directory`.
///   - directory: an absolute folder.
/// - Throws: What is wrong with the file or one of its lines.
public func readTable(at path: String, directory: String) throws(Diagnostic) -> Table {
  try table(in: try readText(at: path, directory: directory, unpacks: true), of: path)
}

/// The table that a text is, which stands in the file of a path.
func table(in text: String, of path: String) throws(Diagnostic) -> Table {
  let content = text.utf8.drop { " \t\n".utf8.contains($0) }
  guard let first = content.first else {
    throw Diagnostic("“\(path)” is empty", help: "its first row must name the columns")
  }
  let name = ArchiveKind.nameInside(Array(path.utf8)[...])
  let isTabbed = TableName.tells(name, TableName.tabbed)
  let isSeparated = isTabbed || TableName.tells(name, TableName.commas)
  let second = content.dropFirst().first { !" \t".utf8.contains($0) }
  let draft: TableDraft
  let isJSON = TableName.tells(name, TableName.json)
  if first == UInt8(ascii: "["), isJSON || isArray(content) {
    draft = try TableDraft(jsonArray: text, of: path)
  } else if first == UInt8(ascii: "{"), !isSeparated || second == UInt8(ascii: "\"") {
    // No name in a row of separated values goes on with a quote.
    draft = try TableDraft(jsonLines: text, of: path)
  } else {
    draft = try TableDraft(separated: text, of: path, separator: isTabbed ? "\t" : nil)
  }
  return Table(
    name: "read \(path)", rowCount: draft.rowCount,
    fields: draft.columns.map { .init($0.name, $0.column) })
}

/// The endings of the names of files that are tables.
enum TableName {
  static let commas = [".csv"]
  static let tabbed = [".tsv", ".tab"]
  static let json = [".json", ".jsonl", ".ndjson"]

  /// Whether a name or a path ends in one of some endings, or in any of them, whatever its case.
  static func tells(
    _ name: ArraySlice<UInt8>, _ endings: [String] = commas + tabbed + json
  ) -> Bool {
    let name = String(decoding: name, as: UTF8.self).lowercased()
    return endings.contains { name.hasSuffix($0) }
  }
}

/// Whether a text that begins with a bracket goes on as an array of JSON does, with an object or its
/// end, and not as the name of a column.
private func isArray(_ content: Substring.UTF8View) -> Bool {
  let second = content.dropFirst().first { !" \t\n".utf8.contains($0) }
  return second == UInt8(ascii: "{") || second == UInt8(ascii: "]")
}

/// The columns of a table file.
private struct TableDraft {
  var columns: [(name: String, column: Column)] = []
  var rowCount = 0

  init(
    separated text: String, of path: String, separator: Unicode.Scalar?
  ) throws(Diagnostic) {
    let rows = try SeparatedValues(text, of: path, separator: separator).rows
    guard let head = rows.first else { return }
    var cells = head.fields.map { _ in [String?]() }
    for row in rows.dropFirst() {
      guard row.fields.count == head.fields.count else {
        let (found, named) = (row.fields.count, head.fields.count)
        throw Diagnostic(
          "“\(path)” line \(row.line): \(found) value\(found == 1 ? "" : "s") where the first row "
            + "names \(named) column\(named == 1 ? "" : "s")",
          help: "a value with a separator or a line break in it stands in quotes")
      }
      for (place, field) in row.fields.enumerated() {
        cells[place].append(field.text.isEmpty && !field.isQuoted ? nil : field.text)
      }
    }
    let names = distinct(head.fields.map(\.text))
    columns = zip(names, cells).map { ($0, CellType.column($1)) }
    rowCount = rows.count - 1
  }

  init(jsonLines text: String, of path: String) throws(Diagnostic) {
    var objects: [JSONValue.Members] = []
    for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    where !line.utf8.allSatisfy({ " \t".utf8.contains($0) }) {
      do throws(Diagnostic) {
        objects.append(try JSONValue.members(of: String(line)))
      } catch {
        throw TableDraft.fault(error, in: line, from: number + 1, of: path)
      }
    }
    self.init(objects)
  }

  init(jsonArray text: String, of path: String) throws(Diagnostic) {
    do throws(Diagnostic) {
      self.init(try JSONValue.objects(of: text))
    } catch {
      throw TableDraft.fault(error, in: text[...], from: 1, of: path)
    }
  }

  private init(_ objects: [JSONValue.Members]) {
    var names: [String] = []
    var places: [String: Int] = [:]
    var cells: [[JSONValue]] = []
    for members in objects {
      for (name, value) in members {
        let place = places[name] ?? names.count
        if place == names.count {
          places[name] = place
          names.append(name)
          cells.append([])
        }
        // What an object leaves out is null; of a name given twice the last counts.
        cells[place] += repeatElement(.null, count: Swift.max(0, rowCount - cells[place].count))
        if cells[place].count > rowCount { cells[place].removeLast() }
        cells[place].append(value)
      }
      rowCount += 1
    }
    for place in cells.indices {
      cells[place] += repeatElement(.null, count: rowCount - cells[place].count)
    }
    columns = zip(distinct(names), cells).map { ($0, column(of: $1)) }
  }

  /// An error in a text that begins with the line of a number, with its line and column.
  private static func fault(
    _ error: Diagnostic, in text: Substring, from first: Int, of path: String
  ) -> Diagnostic {
    let before = text.utf8.prefix(error.span?.lower ?? 0)
    let line = before.reversed().prefix { $0 != UInt8(ascii: "\n") }
    let number = first + before.count { $0 == UInt8(ascii: "\n") }
    let column = line.count { $0 & 0xC0 != 0x80 } + 1
    return Diagnostic("“\(path)” line \(number), column \(column): \(error.message)")
  }
}

/// The column of JSON values: of their type where they have one, of lists where one is a list, else
/// of what their texts fit.
private func column(of values: [JSONValue]) -> Column {
  if values.contains(where: { if case .list = $0 { true } else { false } }) {
    return .list(
      ListColumn(
        values.map { value in
          switch value {
          case .list(let items): items
          case .null: []
          default: [text(of: value) ?? ""]
          }
        }))
  }
  let texts = values.map(text(of:))
  // A text that looks like a number was meant as a text; dates, periods and names of days have no other form.
  let hasText = values.contains { if case .text = $0 { true } else { false } }
  let column = CellType.column(texts)
  switch column {
  case .datetime, .period, .category: return column
  default: return hasText ? .text(TextColumn(texts)) : column
  }
}

private func text(of value: JSONValue) -> String? {
  switch value {
  case .null, .list: nil
  case .bool(let flag): flag ? "true" : "false"
  case .number(let text), .text(let text): text
  }
}

/// Names for columns: one without a name is called by its place, one that comes again gets a number.
private func distinct(_ names: [String]) -> [String] {
  var taken: Set<String> = []
  // The number that the next column of a name is tried with.
  var numbers: [String: Int] = [:]
  return names.enumerated().map { place, name in
    let base = name.isEmpty ? "column\(place + 1)" : name
    var candidate = base
    while !taken.insert(candidate).inserted {
      let number = numbers[base] ?? 2
      candidate = "\(base)_\(number)"
      numbers[base] = number + 1
    }
    return candidate
  }
}
