import Diagnostics
public import Model

extension ValueType {
  /// Whether values of the type are places in time: moments or periods.
  public var isDate: Bool {
    switch self {
    case .datetime, .period: true
    default: false
    }
  }

  /// Whether a value of the type may be compared with one of another: text also with a list of it.
  public func compares(with other: ValueType) -> Bool {
    ValueType.common(self, other) != nil || Set([self, other]) == [.text, .list]
  }

  /// Whether values of the type have an order and so a least and a greatest.
  var isOrdered: Bool {
    switch self {
    case .text, .int, .float, .datetime, .period, .duration: true
    case .bool, .list: false
    }
  }

  /// What a message calls values of the type, with its article.
  var described: String {
    switch self {
    case .text: "text"
    case .int: "an int"
    case .float: "a float"
    case .bool: "a bool"
    case .datetime: "a datetime"
    case .period(let unit): "a \(unit.rawValue)"
    case .duration: "a duration"
    case .list: "a list"
    }
  }

  /// The duration that moves a period by so many of its kind, as it is written; nil for what is no
  /// period of the calendar.
  func steps(_ count: Int64) -> String? {
    switch self {
    case .period(.year): "\(count)y"
    case .period(.quarter): "\(count.multipliedReportingOverflow(by: 3).partialValue)mo"
    case .period(.month): "\(count)mo"
    case .period(.week): "\(count)w"
    case .period(.day): "\(count)d"
    default: nil
    }
  }

  /// The type that values of two types can both be given as, nil where there is none: int widens to
  /// float, a period to the moment it begins.
  static func common(_ a: ValueType, _ b: ValueType) -> ValueType? {
    if a == b { return a }
    if a.isNumeric, b.isNumeric { return .float }
    if a.isDate, b.isDate { return .datetime }
    return nil
  }
}

extension Column {
  /// The column as one of a type that its own widens to.
  func widened(to type: ValueType) -> Column {
    switch (type, self) {
    case (.float, .int): .float(asFloats)
    case (.datetime, .period): .datetime(asSeconds)
    default: self
    }
  }
}

extension TypedExpression {
  /// What a message calls it: the expression, cut where it is long, and its type.
  var described: String { "\(source.quoted) is \(type?.described ?? "null")" }

  /// Its values as those of a type that its own widens to; a `null` as a null of that type.
  func widened(to type: ValueType) -> TypedExpression {
    guard self.type != type else { return self }
    let original = bind
    return TypedExpression(type: type, source: source, columns: columns, domain: domain) {
      binding throws(Diagnostic) in
      let evaluator = try original(binding)
      guard case .constant(let column) = evaluator else {
        return .rows { batch throws(Diagnostic) in
          try evaluator.values(for: batch).widened(to: type)
        }
      }
      return .constant(self.type == nil ? .nulls(type, count: 1) : column.widened(to: type))
    }
  }

  /// The same values, worked out once a batch however many operators ask for them.
  var shared: TypedExpression {
    guard !isConstant else { return self }
    let original = bind
    let key = SharedKey()
    return TypedExpression(type: type, source: source, columns: columns, domain: domain) {
      binding throws(Diagnostic) in
      let evaluator = try original(binding)
      guard case .rows(let evaluate) = evaluator else { return evaluator }
      return .rows { batch throws(Diagnostic) in
        try batch.remembered(ObjectIdentifier(key)) { () throws(Diagnostic) in
          try evaluate(batch)
        }
      }
    }
  }
}

/// An object for its identity alone.
private final class SharedKey: Sendable {}

extension Expression {
  /// The expression as source between “…”; a literal needs none.
  var quoted: String {
    if case .literal = kind { excerpt } else { "“\(excerpt)”" }
  }

  /// The expression as source, cut to about 30 characters.
  var excerpt: String {
    // The column that holds an aggregate of a group has the aggregate's source for a name.
    let text = if case .name(let name) = kind { name } else { "\(self)" }
    return text.count > 32 ? text.prefix(30) + "…" : text
  }
}
