import Diagnostics
import Model

/// A column of an answer while its rows come in: values of whatever kind SQLite gives.
struct AnswerColumn {
  /// What it is called.
  let name: String
  /// The type that the column was declared with which it shows; nil where it was worked out.
  let declared: ValueType?

  private var contents: [Statement.Content] = []
  private var texts = TextColumn.Builder()

  init(_ name: String, declared: ValueType?) {
    self.name = name
    self.declared = declared
  }

  /// Adds the value of a row; bytes that are no text are an error.
  mutating func append(_ content: Statement.Content, _ text: Span<UInt8>) throws(Diagnostic) {
    switch content {
    case .blob:
      throw Diagnostic(
        "“\(name)” holds bytes that are no text", help: "hex(\(name)) writes them as text")
    case .text: texts.append(utf8: String(copying: text).utf8)
    default: texts.appendNull()
    }
    contents.append(content)
  }

  /// The column, of the type that was declared where its values fit that, else of the narrowest that they
  /// fit: numbers, moments in the form that causerie writes, text.
  consuming func finish() -> Column {
    let count = contents.count
    let contents = contents
    let texts = texts.finish()
    let has = Kinds(contents)
    if let declared, let column = AnswerColumn.column(declared, contents, texts, has) {
      return column
    }
    if !has.text && !has.real && has.integer { return .int(AnswerColumn.integers(contents)) }
    if !has.text && has.real { return .float(AnswerColumn.reals(contents)) }
    if has.text && !has.integer && !has.real {
      return AnswerColumn.moments(texts).map { .datetime($0) } ?? .text(texts)
    }
    if !has.text { return .nulls(declared ?? .text, count: count) }
    return .text(
      TextColumn(
        contents.indices.map { row -> String? in
          switch contents[row] {
          case .integer(let number): String(number)
          case .real(let number): String(number)
          default: texts[row]
          }
        }))
  }

  /// Which kinds of values occur.
  private struct Kinds {
    var integer = false
    var real = false
    var text = false

    init(_ contents: [Statement.Content]) {
      for content in contents {
        switch content {
        case .integer: integer = true
        case .real: real = true
        case .text: text = true
        default: break
        }
      }
    }
  }

  /// The values as those of a type; nil where one of them is none.
  private static func column(
    _ type: ValueType, _ contents: [Statement.Content], _ texts: TextColumn, _ has: Kinds
  ) -> Column? {
    switch type {
    case .int: has.text || has.real ? nil : .int(integers(contents))
    case .duration: has.text || has.real ? nil : .duration(integers(contents))
    case .float: has.text ? nil : .float(reals(contents))
    case .bool:
      has.text || has.real
        ? nil
        : .bool(
          PlainColumn(
            contents.map { if case .integer(let number) = $0 { number != 0 } else { nil } },
            filler: false))
    case .text: has.integer || has.real ? nil : .text(texts)
    case .datetime: has.integer || has.real ? nil : moments(texts).map { .datetime($0) }
    case .period(let unit):
      has.integer || has.real ? nil : periods(unit, texts).map { .period(unit, $0) }
    case .list: has.integer || has.real ? nil : lists(texts).map { .list($0) }
    }
  }

  private static func integers(_ contents: [Statement.Content]) -> PlainColumn<Int64> {
    PlainColumn(
      contents.map { if case .integer(let number) = $0 { number } else { nil } }, filler: 0)
  }

  private static func reals(_ contents: [Statement.Content]) -> PlainColumn<Double> {
    PlainColumn(
      contents.map {
        switch $0 {
        case .integer(let number): Double(number)
        case .real(let number): number
        default: nil
        }
      }, filler: 0)
  }

  /// The moments that texts write; nil where one writes none.
  private static func moments(_ texts: TextColumn) -> PlainColumn<Int64>? {
    var seconds: [Int64?] = []
    for row in 0..<texts.count {
      guard let text = texts[row] else {
        seconds.append(nil)
        continue
      }
      guard let moment = Moment(iso: text) else { return nil }
      seconds.append(moment.seconds)
    }
    return PlainColumn(seconds, filler: Moment.none)
  }

  private static func periods(_ unit: Period.Unit, _ texts: TextColumn) -> PlainColumn<Int64>? {
    var ordinals: [Int64?] = []
    for row in 0..<texts.count {
      guard let text = texts[row] else {
        ordinals.append(nil)
        continue
      }
      guard let period = Period(unit, iso: text) else { return nil }
      ordinals.append(period.ordinal)
    }
    return PlainColumn(ordinals, filler: 0)
  }

  /// The lists that texts write as JSON, a list without elements for null; nil where one writes none.
  private static func lists(_ texts: TextColumn) -> ListColumn? {
    var lists: [[String]] = []
    for row in 0..<texts.count {
      guard let text = texts[row] else {
        lists.append([])
        continue
      }
      guard let items = listItems(of: Array(text.utf8)) else { return nil }
      lists.append(items)
    }
    return ListColumn(lists)
  }
}
