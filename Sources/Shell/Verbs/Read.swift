import Diagnostics
import Model
import Query
import Reading

extension Verb {
  /// A table from a file.
  static let read = Verb(
    "read", .source, for: .find, summary: "a table from a csv, tsv or JSON file",
    usage: ["read FILE", "read FILE | …"],
    details: """
      For what is no chat: a list of members, of words, of keys that are indexed already. The first \
      row of a csv or tsv names the columns; JSON is an object a line, or one array of objects. The \
      file may be compressed (.csv.gz). A column whose values \
      are all numbers, days (2025-02-17), weeks, months, quarters, moments (2025-02-17T16:14) or \
      true and false is of that type, others are text; names of weekdays and months keep their order. \
      Named by let, its columns can be asked for: where sender in members.name.
      """,
    examples: [
      "read examples/members.csv",
      "let members = read examples/members.csv",
      "messages | where sender in members.name | count by sender",
    ], arguments: .paths, completes: .path
  ) { (arguments, preparation) throws(Diagnostic) in
    let file = try arguments.onlyWord("a csv, tsv or JSON file")
    let world = preparation.session.world
    let table: Table
    do throws(Diagnostic) {
      table = try readTable(at: world.expanded(file.text), directory: world.directory)
    } catch {
      var placed = error
      placed.span = file.span
      throw placed
    }
    return Step(schema: Query.Schema(of: table), words: "read the table of \(file.text)") {
      (_, _, _) in table
    }
  }
}
