import Database
import Diagnostics
import Model

extension Format {
  /// A database of SQLite.
  static let sqlite = Format(
    name: "sqlite", summary: "a table of a SQLite database, with all columns typed",
    endings: ["sqlite", "sqlite3", "db"], options: [.append, .table, .allTables, .fullText],
    writing: .file { (table, options, writer) throws(Diagnostic) in
      // A journal would be played back onto the new file.
      try writer.target.refuse(besides: ["-wal", "-journal"])
      do throws(Diagnostic) {
        try writeDatabase(table, options, &writer)
      } catch {
        guard error.cause == .line, error.help == nil else { throw error }
        throw writer.failure(error.message)
      }
    })
}

private func writeDatabase(
  _ table: Table, _ options: Format.Options, _ writer: inout FileWriter
) throws(Diagnostic) {
  guard !options.hasAllTables || options.tableName == nil else {
    throw Diagnostic(
      "--table and --all exclude each other", help: "--all keeps the names of tables")
  }
  let file = try DatabaseFile(path: writer.path, interrupt: writer.interrupt)
  let before = try file.tableNames
  let tables =
    options.hasAllTables
    ? options.surroundings.tables().map { ($0, $0.name) }
    : [(table, options.tableName ?? options.surroundings.tableName)]
  try writer.interrupt.check()
  var rows = 0
  for (table, name) in tables {
    guard !before.contains(lowercasedName(name)) else {
      throw Diagnostic(
        "“\(writer.target.path)” has a table “\(name)” already",
        help: "--table \(freeName(name, among: before)) adds it under another name")
    }
    let distinct = renamed(table, &writer)
    let (written, told) = (rows, writer)
    try file.add(
      distinct, named: name, key: options.hasAllTables && table.index(of: "id") != nil ? "id" : nil
    ) { told.note(rows: written + $0) }
    rows += table.rowCount
    if options.hasFullText, !options.hasAllTables || DatabaseLinks.searched.contains(name) {
      try file.indexWords(of: distinct, named: name)
    }
  }
  if options.hasAllTables {
    for statement in DatabaseLinks.statements { try file.run(statement) }
    writer.written.contents = "\(tables.count) tables, \(grouped(rows)) rows"
  }
  try file.finish()
}

extension DatabaseFile {
  /// Adds a table `NAME_fts` in which the words of a table's texts are found, case and accents apart. It
  /// holds no copy of them: its `rowid` is that of the row.
  fileprivate func indexWords(of table: Table, named name: String) throws(Diagnostic) {
    let texts = table.fields.filter { $0.type == .text }.map(\.name)
    let body = texts.contains("body") ? "body" : "text"
    let talk = texts.filter { [body, "sender"].contains($0) }
    let columns = (talk.isEmpty ? texts : talk).map(DatabaseFile.quoted)
    guard !columns.isEmpty else { return }
    let index = DatabaseFile.quoted("\(name)_fts")
    let content =
      "'"
      + name.split(separator: "'", omittingEmptySubsequences: false)
      .joined(separator: "''") + "'"
    try run(
      """
      CREATE VIRTUAL TABLE \(index) USING fts5(\(columns.joined(separator: ", ")), \
      content=\(content), tokenize='unicode61 remove_diacritics 2');
      INSERT INTO \(index)(\(index)) VALUES ('rebuild')
      """)
  }
}

/// A table whose columns are called as a database can tell them apart; a note says which were changed.
private func renamed(_ table: Table, _ writer: inout FileWriter) -> Table {
  var renamed = table
  let names = distinctNames(table.fields.map(\.name))
  for (place, name) in names.enumerated() where name != table.fields[place].name {
    writer.written.notes.append(
      .note(
        "the column “\(table.fields[place].name)” is called “\(name)”: case does not count in a database"
      ))
    renamed.fields[place].name = name
  }
  return renamed
}
