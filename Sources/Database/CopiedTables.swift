import Diagnostics
import Model

extension QuestionDatabase {
  /// What is in the database.
  struct State {
    private var connection: Connection?
    /// The tables that are declared, by their names in lower case.
    private var copies: [String: Copy] = [:]

    /// A table in the database.
    private struct Copy {
      let name: String
      let columns: [(name: String, type: ValueType)]
      /// The columns that hold their values, lower case; nil while there are no rows.
      var filled: Set<String>?
    }

    /// A question that is prepared, with the columns that it reads of each table, all in lower case.
    mutating func prepare(
      _ question: String, over sources: [Source], _ functions: [TextFunction]
    ) throws(Diagnostic) -> PreparedQuestion {
      let connection = try opened(functions)
      connection.interrupt = .never
      for source in sources { try declare(source, in: connection) }
      let known = Set(sources.map { lowercasedName($0.name) })
      for (name, copy) in copies where !known.contains(name) {
        try connection.run("DROP TABLE \(quoted(copy.name))")
        copies[name] = nil
      }
      return try PreparedQuestion(question, in: connection, tables: sources)
    }

    private mutating func opened(_ functions: [TextFunction]) throws(Diagnostic) -> Connection {
      if let connection { return connection }
      let opened = try Connection()
      try opened.run("PRAGMA journal_mode = OFF; PRAGMA secure_delete = OFF")
      // The first use of these makes them, which no question may.
      try? opened.run("SELECT 1 FROM json_each('[]'), json_tree('[]')")
      for function in functions { try opened.add(function) }
      connection = opened
      return opened
    }

    /// Sees to it that there is a table of the name and the columns of a source.
    private mutating func declare(
      _ source: Source, in connection: Connection
    ) throws(Diagnostic) {
      let name = lowercasedName(source.name)
      if let copy = copies[name] {
        let isSame = copy.columns.elementsEqual(source.columns) { $0 == $1 }
        if isSame && copy.name == source.name { return }
        try connection.run("DROP TABLE \(quoted(copy.name))")
        copies[name] = nil
      }
      try connection.create(source.name, source.columns)
      copies[name] = Copy(name: source.name, columns: source.columns)
    }

    /// Copies in what a question reads and is not there.
    mutating func fill(
      _ sources: [Source], _ reads: [String: Set<String>], _ interrupt: Interrupt
    ) throws(Diagnostic) {
      guard let connection else { return }
      connection.interrupt = interrupt
      for source in sources {
        let name = lowercasedName(source.name)
        guard let wanted = reads[name], let copy = copies[name] else { continue }
        if let filled = copy.filled, filled.isSuperset(of: wanted) { continue }
        // Where only rows are counted, any column does.
        var columns = wanted.union(copy.filled ?? [])
        if columns.isEmpty, let first = source.columns.first {
          columns.insert(lowercasedName(first.name))
        }
        copies[name]?.filled = nil
        let places = source.columns.indices.filter {
          columns.contains(lowercasedName(source.columns[$0].name))
        }
        try connection.run("DELETE FROM \(quoted(source.name))")
        try connection.fill(source.name, with: try source.renamed(), columns: places)
        copies[name]?.filled = columns
      }
    }

    /// Takes the rows out that the next question may find to be others.
    mutating func empty(notKept sources: [Source]) {
      connection?.interrupt = .never
      for source in sources where !source.isKept {
        let name = lowercasedName(source.name)
        guard copies[name]?.filled != nil else { continue }
        try? connection?.run("DELETE FROM \(quoted(source.name))")
        copies[name]?.filled = nil
      }
    }
  }
}

extension QuestionDatabase.Source {
  /// The table with its columns called as in the database.
  fileprivate func renamed() throws(Diagnostic) -> Table {
    var table = try table()
    guard table.fields.map(\.type) == columns.map(\.type) else {
      throw Diagnostic("the columns of “\(name)” have changed", help: "define it again with let")
    }
    for place in columns.indices { table.fields[place].name = columns[place].name }
    return table
  }
}
