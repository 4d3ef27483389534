import Diagnostics
import Model

extension Checker {
  /// `x in members.name`: whether the value is in that column of another table.
  func member(
    _ subject: TypedExpression, ofColumn column: Name, in table: Name, source: Expression
  ) throws(Diagnostic) -> TypedExpression {
    guard let other = try environment.tables.schema(table.text) else {
      let near = suggestion(for: table.text, among: environment.tables.names())
      throw .usage("no table “\(table.text)”", at: table.span, help: near)
    }
    guard let definition = other.column(column.text) else {
      if other.isOpen { return member(subject, ofUnknown: column, in: table, source: source) }
      throw .usage(
        "\(table.text) has no column “\(column.text)”", at: column.span,
        help: suggestion(for: column.text, among: other.columns.map(\.name)))
    }
    guard ValueSet.canCompare(subject.type, with: definition.type) else {
      throw Checker.mismatch(subject, definition.type, of: column, in: table, at: source.span)
    }
    return member(subject, ofUnknown: column, in: table, source: source)
  }

  private static func mismatch(
    _ subject: TypedExpression, _ type: ValueType, of column: Name, in table: Name,
    at span: SourceSpan
  ) -> Diagnostic {
    .usage(
      "\(subject.described) and \(table.text).\(column.text) \(type.described):"
        + " they cannot be compared", at: span)
  }

  /// The test itself, for a column that the run will find.
  private func member(
    _ subject: TypedExpression, ofUnknown column: Name, in table: Name, source: Expression
  ) -> TypedExpression {
    .applying(to: [subject], type: .bool, source: source) {
      (_, environment) throws(Diagnostic) in
      let other = try environment.tables.table(table.text)
      guard let other, let place = other.index(of: column.text) else {
        throw Diagnostic(
          "\(table.text) has no column “\(column.text)”", at: column.span,
          help: suggestion(for: column.text, among: other?.fields.map(\.name) ?? []))
      }
      let type = other.fields[place].type
      guard ValueSet.canCompare(subject.type, with: type) else {
        throw Checker.mismatch(subject, type, of: column, in: table, at: source.span)
      }
      let set = try ValueSet(
        other.column(at: place, environment.interrupt), for: subject.type,
        interrupt: environment.interrupt)
      return { arguments in .bool(PlainColumn(set.contain(arguments[0]))) }
    }
  }
}
