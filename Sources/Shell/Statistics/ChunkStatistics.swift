import Diagnostics
import Model
import Output

/// What `stats` says of chunks.
struct ChunkStatistics {
  private let chunks: Table
  private let session: Session

  init(_ chunks: Table, _ session: Session) {
    self.chunks = chunks
    self.session = session
  }

  func report() throws(Diagnostic) -> Report {
    var report = Report()
    let sums = try session.ask(
      """
      summarize series = distinct(series), lines = sum(lines), repeated = sum(overlap), \
      messages = sum(found_messages), first = min(first), last = max(last), \
      least = min(found_tokens), most = max(found_tokens), \
      cut = countif(cut_start), undated = countif(period_start is null and first is not null), \
      doubted = countif(problems > 0)
      """, of: chunks)
    var facts = [
      ("chunks", grouped(chunks.rowCount)), ("series", grouped(sums.number("series"))),
      ("messages", grouped(sums.number("messages"))),
      (
        "lines",
        "\(grouped(sums.number("lines"))), \(grouped(sums.number("repeated"))) of them repeated"
      ),
    ]
    guard chunks.rowCount > 0 else {
      report.sections.append(.init(nil, .facts(facts)))
      return report
    }
    facts += [
      ("tokens", "\(grouped(sums.number("least"))) to \(grouped(sums.number("most"))) a chunk"),
      ("begin inside a message", grouped(sums.number("cut"))),
      ("period missing though there are dates", grouped(sums.number("undated"))),
      ("with problems", grouped(sums.number("doubted"))),
    ]
    report.sections.append(.init(nil, .facts(facts)))
    let (least, most) = (sums.number("least"), sums.number("most"))
    let step = ChunkStatistics.step(least, most)
    try addBars("tokens", "count by tokens = bin(found_tokens, \(step))", step, to: &report)
    try addBars("repeated lines", "count by overlap", nil, to: &report)
    try addProblems(to: &report)
    return report
  }

  /// Bars of a histogram; more would not be looked at.
  private static let mostBars = 20

  /// How many tokens a bar stands for.
  private static func step(_ least: Int, _ most: Int) -> Int {
    var step = 50
    while most / step - least / step >= mostBars { step *= 2 }
    return step
  }

  /// How many chunks have each value; of values that are a step apart, those too that no chunk has.
  private func addBars(
    _ title: String, _ question: String, _ step: Int?, to report: inout Report
  ) throws(Diagnostic) {
    let answer = try session.ask(question, of: chunks)
    guard case .int(let labels) = answer.column(at: 0),
      case .int(let counts)? = answer.column("count")
    else { return }
    let found = Dictionary(
      (0..<answer.rowCount).compactMap { row in
        labels[row].map { (Int($0), Int(counts[row] ?? 0)) }
      }
    ) { first, _ in first }
    guard let least = found.keys.min(), let most = found.keys.max() else { return }
    let values =
      step.map { Array(stride(from: least, through: most, by: $0)) } ?? found.keys.sorted()
    report.sections.append(
      .init(title, .bars(values.map { (label: String($0), count: found[$0] ?? 0) })))
  }

  private func addProblems(to report: inout Report) throws(Diagnostic) {
    let files = Set(
      (0..<chunks.rowCount).compactMap { row -> String? in
        guard case .text(let file) = chunks.value("file", row) else { return nil }
        return file
      })
    var counts: [String: Int] = [:]
    for problem in session.corpus.problems where problem.file.map(files.contains) ?? false {
      counts[problem.code.rawValue, default: 0] += 1
    }
    guard !counts.isEmpty else { return }
    let bars = counts.sorted { ($0.value, $1.key) > ($1.value, $0.key) }
      .map { (label: $0.key, count: $0.value) }
    report.sections.append(.init("problems", .bars(bars)))
  }
}
