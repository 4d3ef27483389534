/// The tables that every session has; the raw value is how the language writes them.
public enum TableName: String, Sendable, Hashable, CaseIterable {
  case messages
  case chunks
  case participants
  case links
  case media
  case events
  case problems
  case files
  case aliases
  case topics
}
