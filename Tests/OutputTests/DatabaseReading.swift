import Diagnostics
import Model

@testable import Database

/// The rows that a question in SQL gives of a database, as texts; nil for null.
func rows(of path: String, _ question: String) throws -> [[String?]] {
  let connection = try Connection(path: path)
  let statement = try connection.prepare(question)
  var rows: [[String?]] = []
  while try statement.next() {
    rows.append(
      statement.columns.indices.map { column in
        var text: String?
        statement.read(column) { content, bytes in
          switch content {
          case .null: text = nil
          case .integer(let number): text = String(number)
          case .real(let number): text = String(number)
          case .text, .blob: text = String(copying: bytes)
          }
        }
        return text
      })
  }
  return rows
}
