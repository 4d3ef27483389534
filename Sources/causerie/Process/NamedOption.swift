import ArgumentParser

/// A value of an option that is one of a few names.
protocol NamedOption: RawRepresentable<String>, CaseIterable {
  /// What the values are, in a sentence: “no format for tables”.
  static var kind: String { get }
}

/// A form of tables on standard output.
enum OutputForm: String, NamedOption {
  case table
  case box
  case line
  case csv
  case tsv
  case json
  case jsonl
  case md

  static let kind = "format for tables"
}

/// The order of day, month and year in the dates of an export.
enum DateOrderName: String, NamedOption {
  case dmy
  case mdy
  case ymd

  static let kind = "order of dates"
}

extension NamedOption {
  /// The names, for a sentence.
  static var names: String { allCases.map(\.rawValue).joined(separator: ", ") }

  /// The value that a name means. Throws what the values are, where it means none.
  init(option: String) throws {
    guard let value = Self(rawValue: option) else {
      throw ValidationError("there is no \(Self.kind) of that name; there are \(Self.names)")
    }
    self = value
  }
}
