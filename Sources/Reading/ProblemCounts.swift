import Model

/// How many rows of `problems` there are of each code. The rows themselves, with their words, take longer to
/// make than all else that a load of wrong headers does.
struct ProblemCounts: Sendable {
  private var counts: [Problem.Code: (count: Int, gravest: Problem.Severity)] = [:]

  /// Counts a row.
  mutating func add(_ severity: Problem.Severity, _ code: Problem.Code) {
    add(1, severity, code)
  }

  /// Counts some rows.
  mutating func add(_ rows: [Problem]) {
    for row in rows { add(row.severity, row.code) }
  }

  /// Adds what others counted.
  mutating func add(_ other: ProblemCounts) {
    for (code, known) in other.counts { add(known.count, known.gravest, code) }
  }

  private mutating func add(_ count: Int, _ severity: Problem.Severity, _ code: Problem.Code) {
    var known = counts[code] ?? (0, severity)
    known.count += count
    if ProblemCounts.rank(known.gravest) < ProblemCounts.rank(severity) { known.gravest = severity }
    counts[code] = known
  }

  private static func rank(_ severity: Problem.Severity) -> Int {
    Problem.Severity.allCases.firstIndex(of: severity) ?? 0
  }

  /// The codes that there are, the most frequent first.
  var byFrequency: [ReadingReport.ProblemCount] {
    counts.map {
      ReadingReport.ProblemCount(code: $0.key, severity: $0.value.gravest, count: $0.value.count)
    }.sorted { ($1.count, $0.code.rawValue) < ($0.count, $1.code.rawValue) }
  }
}
