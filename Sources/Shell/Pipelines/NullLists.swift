import Model
import Query

extension Expression {
  /// The columns of lists that it asks to be null, or not to be: a list is never null, and the
  /// question has the same answer for every row.
  func listsAskedForNull(in schema: Schema) -> [String] {
    switch kind {
    case .and(let parts), .or(let parts): parts.flatMap { $0.listsAskedForNull(in: schema) }
    case .not(let part): part.listsAskedForNull(in: schema)
    case .isNull(let subject, negated: _): subject.listName(in: schema)
    case .comparison(let subject, _, let value) where value.kind == .literal(.null):
      subject.listName(in: schema)
    default: []
    }
  }

  private func listName(in schema: Schema) -> [String] {
    guard case .name(let name) = kind, schema.column(name)?.type == .list else { return [] }
    return [name]
  }
}
