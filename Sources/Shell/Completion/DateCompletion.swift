import Model
import Query

extension Session {
  /// What may be written of a type that has few values, or few worth a list, beside a column or a
  /// function of the table's date: true and false, the ends of what is loaded and its periods.
  func constants(comparedWith name: String, in schema: Schema) -> [Candidate] {
    switch schema.column(name)?.type {
    case .bool: ["true", "false"].map { Candidate($0) }
    case .datetime: relativeDates + periods(of: nil)
    case .period(let unit): periods(of: unit)
    case nil: Period.Unit(rawValue: name).map { periods(of: $0) } ?? []
    default: []
    }
  }

  /// The dates that a word of a verb may be: `since:newest-7d`.
  var dateWords: [String] {
    ["newest-7d", "newest-1mo", "today"] + periods(of: nil).map(\.text)
  }

  private var relativeDates: [Candidate] {
    [
      ("newest", "the last date that is loaded"), ("oldest", "the first one"),
      ("today", "by the clock"), ("yesterday", ""), ("now", ""),
    ].map { Candidate($0, note: $1) }
  }

  /// Periods of a kind that are worth a list.
  private static let mostPeriods: Int64 = 36

  /// The periods from the oldest date that is loaded to the newest: of a kind, or of the finest of
  /// months, quarters and years that makes no long list; none where it would be long.
  private func periods(of unit: Period.Unit?) -> [Candidate] {
    let environment = environment(scope)
    guard let oldest = environment.oldest, let newest = environment.newest else { return [] }
    for unit in unit.map({ [$0] }) ?? [.month, .quarter, .year] {
      let first = Period.ordinal(of: unit, holding: oldest.seconds)
      let last = Period.ordinal(of: unit, holding: newest.seconds)
      guard last - first < Session.mostPeriods else { continue }
      return (first...last).map { Candidate("\(Period(unit, ordinal: $0))") }
    }
    return []
  }
}
