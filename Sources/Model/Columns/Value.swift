/// The type of a column or an expression.
public enum ValueType: Sendable, Hashable {
  case text
  case int
  case float
  case bool
  case datetime
  case period(Period.Unit)
  /// Seconds.
  case duration
  /// A list of text.
  case list

  /// What the user reads: `text`, `int`, `datetime`, `month`, `list` …
  public var name: String {
    switch self {
    case .text: "text"
    case .int: "int"
    case .float: "float"
    case .bool: "bool"
    case .datetime: "datetime"
    case .period(let unit): unit.rawValue
    case .duration: "duration"
    case .list: "list"
    }
  }

  /// Whether values of the type are numbers.
  public var isNumeric: Bool { self == .int || self == .float }
}

/// One cell.
public enum Value: Sendable, Hashable {
  case null
  case text(String)
  case int(Int64)
  case float(Double)
  case bool(Bool)
  case datetime(Moment)
  case period(Period)
  /// Seconds.
  case duration(Int64)
  case list([String])
}
