import Model
import Query

extension Session {
  /// What the name at the end of a question in SQL may become: a table, a column of one that the
  /// question names or of any, a word of the language.
  func completionsOfSQL(_ place: CompletionPlace) -> Completions {
    let name = place.typed.reversed().prefix { $0.isLetter || $0.isNumber || $0 == "_" }
    let typed = String(name.reversed())
    let start = place.start + place.typed.utf8.count - typed.utf8.count
    let words = Set(
      place.typed.split { !($0.isLetter || $0.isNumber || $0 == "_") }.map(String.init))
    let named = TableDefinition.all.filter { words.contains($0.name.rawValue) }
    let columns = (named.isEmpty ? TableDefinition.all : named).flatMap { definition in
      definition.columns.map {
        Candidate($0.name, note: "\(definition.name.rawValue), \($0.type.name)")
      }
    }
    let tables = TableDefinition.all.map { Candidate($0.name.rawValue, note: $0.summary) }
    let views = scope.views.keys.sorted().map { Candidate($0, note: "let") }
    let functions = [
      "fold(", "regexp(", "count(", "sum(", "avg(", "min(", "max(", "strftime(", "json_each(",
    ].map { Candidate($0, isWhole: false) }
    let language = [
      "SELECT", "FROM", "WHERE", "GROUP BY", "ORDER BY", "HAVING", "JOIN", "LEFT JOIN", "LIMIT",
      "DISTINCT", "OVER", "PARTITION BY", "REGEXP", "BETWEEN", "CASE", "WITH", "DESC", "AS",
    ].map { Candidate($0) }
    return completions(columns + tables + views + functions + language, typed, from: start)
  }
}
