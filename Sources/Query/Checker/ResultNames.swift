import Diagnostics
import Model

/// An item of a list of columns once it is checked.
struct NamedExpression: Sendable {
  /// The name of the column that it makes.
  let name: String
  let value: TypedExpression
  /// Where the item stands.
  let span: SourceSpan

  /// The column that it makes.
  var definition: ColumnDefinition { ColumnDefinition(name, value.type ?? .text, "") }
}

extension Checker {
  /// The checked items of a list of columns, each under the name that it has or is given.
  func named(_ columns: [Stage.Column]) throws(Diagnostic) -> [NamedExpression] {
    var named: [NamedExpression] = []
    for column in columns {
      let value = try check(column.value)
      named.append(
        NamedExpression(
          name: try resultName(of: column, isConstant: value.isConstant), value: value,
          span: column.name?.span ?? column.value.span))
    }
    return named
  }

  /// The name of the column that an item makes.
  func resultName(
    of column: Stage.Column, isConstant: Bool
  ) throws(Diagnostic) -> String {
    guard let name = column.name else {
      if let name = column.value.resultName { return name }
      throw .usage(
        "“\(column.value.excerpt)” needs a name", at: column.value.span,
        help: "write x = \(column.value.excerpt)")
    }
    if isConstant, schema.column(name.text) != nil {
      throw .usage(
        "“\(name.text)” is a column already: this would make it the same in every row",
        at: name.span.union(column.value.span),
        help: "to compare, name it: x = \(name.text) = \(column.value.excerpt)")
    }
    return name.text
  }

  /// An error where two columns of a result have the same name.
  func refuseTwins(_ columns: [NamedExpression]) throws(Diagnostic) {
    var names: Set<String> = []
    for column in columns where !names.insert(column.name).inserted {
      throw .usage(
        "two columns are named “\(column.name)”", at: column.span,
        help: "name one of them: \(column.name)_2 = …")
    }
  }
}

extension Expression {
  /// The name of a column that it makes where none is given: a column or a function keeps its name,
  /// an aggregate has that of its argument added. Nil where there is none.
  var resultName: String? {
    switch kind {
    case .name(let name): return name
    case .call(let name, let arguments):
      guard Aggregate.named(name.text) != nil, Function.named(name.text) == nil,
        let argument = arguments.first?.resultName
      else { return name.text }
      return "\(name.text)_\(argument)"
    default: return nil
    }
  }
}
