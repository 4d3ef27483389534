import Diagnostics
import Model
import Output
import Query

/// What `stats` says of messages, worked out in the language itself.
struct MessageStatistics {
  private let messages: Table
  private let session: Session

  init(_ messages: Table, _ session: Session) {
    self.messages = messages
    self.session = session
  }

  /// How many people and hosts are listed.
  private static let listed = 12

  func report() throws(Diagnostic) -> Report {
    var report = Report()
    report.sections.append(.init(nil, .facts([("messages", grouped(messages.rowCount))])))
    guard messages.rowCount > 0 else { return report }
    report.sections.append(.init(nil, .facts(try facts())))
    let people = try session.ask(
      "where sender is not null | count by sender | sort -count", of: messages)
    addBars("people", people, most: MessageStatistics.listed, to: &report)
    try addPeriods(to: &report)
    try addHours(to: &report)
    return report
  }

  private func facts() throws(Diagnostic) -> [(label: String, value: String)] {
    var facts: [(label: String, value: String)] = []
    let ends = try session.ask(
      """
      summarize first = min(date), last = max(date), days = distinct(day(date)), \
      people = distinct(sender), words = sum(words), links = sum(length(links)), \
      media = countif(kind = "media"), notices = countif(kind = "system"), \
      undated = countif(date is null)
      """, of: messages)
    if case .datetime(let first) = ends.value("first", 0),
      case .datetime(let last) = ends.value("last", 0)
    {
      let days = ends.number("days")
      facts.append(
        (
          "period",
          days == 1
            ? "\(day(first))"
            : "\(day(first)) to \(day(last)), with messages on \(grouped(days)) days"
        ))
    }
    facts.append(("people", grouped(ends.number("people"))))
    facts.append(("words", grouped(ends.number("words"))))
    facts.append(("links", grouped(ends.number("links"))))
    facts.append(("media", grouped(ends.number("media"))))
    facts.append(("notices", grouped(ends.number("notices"))))
    if ends.number("undated") > 0 {
      facts.append(("without date", grouped(ends.number("undated"))))
    }
    if let silence = try longestSilence() { facts.append(("longest silence", silence)) }
    return facts
  }

  private func longestSilence() throws(Diagnostic) -> String? {
    let longest = try session.ask("where gap is not null | top 1 by gap", of: messages)
    guard longest.rowCount > 0, case .duration(let gap) = longest.value("gap", 0),
      case .datetime(let end) = longest.value("date", 0), case .int(let id) = longest.value("id", 0)
    else { return nil }
    return "\(shownDuration(gap)), until \(day(end)) (message \(id))"
  }

  private func day(_ moment: Moment) -> String { Period(.day, holding: moment).description }

  /// Months, quarters or years: the shortest of which a screen or two hold all.
  private func addPeriods(to report: inout Report) throws(Diagnostic) {
    for unit in ["month", "quarter", "year"] {
      let answer = try session.ask("where date is not null | count by \(unit) fill", of: messages)
      guard answer.rowCount > MessageStatistics.longest, unit != "year" else {
        return addBars(unit + "s", answer, most: MessageStatistics.longest, to: &report)
      }
    }
  }

  /// How many periods are listed.
  private static let longest = 60

  private func addBars(
    _ title: String, _ answer: Table, most: Int, to report: inout Report
  ) {
    guard answer.rowCount > 0, let labels = answer.fields.first.map({ _ in answer.column(at: 0) }),
      case .int(let counts)? = answer.column("count")
    else { return }
    let bars = (0..<Swift.min(most, answer.rowCount)).map { row in
      (label: label(labels[row]), count: Int(counts[row] ?? 0))
    }
    var rest: (label: String, count: Int)?
    if answer.rowCount > most {
      let count = (most..<answer.rowCount).reduce(0) { $0 + Int(counts[$1] ?? 0) }
      rest = ("\(answer.rowCount - most) more", count)
    }
    report.sections.append(.init(title, .bars(bars, rest: rest)))
  }

  private func label(_ value: Value) -> String {
    switch value {
    case .text(let text): text
    case .period(let period): period.description
    default: ""
    }
  }

  private func addHours(to report: inout Report) throws(Diagnostic) {
    let answer = try session.ask(
      "where date is not null | count by weekday, hour", of: messages)
    guard let days = answer.column("weekday"), case .int(let hours)? = answer.column("hour"),
      case .int(let counts)? = answer.column("count"), answer.rowCount > 0
    else { return }
    let names = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    var grid = names.map { _ in [Int](repeating: 0, count: 24) }
    for row in 0..<answer.rowCount {
      guard case .text(let name) = days[row], let day = names.firstIndex(of: name),
        let hour = hours[row], (0..<24).contains(hour)
      else { continue }
      grid[day][Int(hour)] = Int(counts[row] ?? 0)
    }
    let columns = (0..<24).map { $0 < 10 ? "0\($0)" : "\($0)" }
    report.sections.append(.init("hours", .grid(rows: names, columns: columns, counts: grid)))
  }
}
