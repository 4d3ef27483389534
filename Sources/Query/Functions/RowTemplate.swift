public import Diagnostics
public import Model

/// A text with values of a row in it, as the function `format` takes it: `- {date:dd/MM} {sender}`.
public struct RowTemplate: Sendable {
  private let template: Template
  /// The place of each slot's column.
  private let places: [Int]

  /// Reads a template for tables of a schema; what is wrong is said at `span`.
  public init(_ text: String, over schema: Schema, at span: SourceSpan) throws(Diagnostic) {
    let template = try Template(text, at: span)
    var places: [Int] = []
    for slot in template.slots {
      guard let place = schema.columns.firstIndex(where: { $0.name == slot.name }) else {
        throw Diagnostic(
          "\(schema.name) has no column “\(slot.name)”", at: span,
          help: suggestion(for: slot.name, among: schema.columns.map(\.name)))
      }
      let type = schema.columns[place].type
      let isDate = if case .period = type { true } else { type == .datetime }
      if slot.pattern != nil, !isDate {
        throw Diagnostic(
          "only a date has a form; “\(slot.name)” is \(type.name)", at: span,
          help: "write {\(slot.name)}")
      }
      places.append(place)
    }
    self.template = template
    self.places = places
  }

  /// The text of a row of the table's columns, each value escaped.
  public func filled(
    _ columns: [Column], row: Int, escaping escape: (String) -> String
  ) -> String {
    template.filled(escaping: escape) { columns[places[$0]][row] }
  }
}
