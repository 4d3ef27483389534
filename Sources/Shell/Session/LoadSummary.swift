import Model
import Output
import Reading

/// What a load says of itself: what was read and skipped, what is in it, what is doubtful, and the
/// verb that shows more.
struct LoadSummary {
  /// The summary, a few short lines.
  let lines: [String]

  init(_ report: ReadingReport, _ corpus: Corpus) {
    guard !corpus.files.isEmpty else {
      lines = ["nothing is loaded"]
      return
    }
    var lines: [String] = []
    lines.append(
      "\(LoadSummary.files(report)): \(LoadSummary.count(report.messages, "message")), "
        + "\(LoadSummary.count(report.people, "person", "people"))"
        + (LoadSummary.period(report).map { ", \($0)" } ?? ""))
    if report.repeatedLines > 0 || report.gaps > 0 {
      var parts: [String] = []
      if report.repeatedLines > 0 {
        parts.append("\(LoadSummary.count(report.repeatedLines, "repeated line")) counted once")
      }
      parts.append(
        report.gaps == 0
          ? "no gaps" : "\(LoadSummary.count(report.gaps, "gap")) where chunks are missing")
      lines.append(parts.joined(separator: ", "))
    }
    lines += LoadSummary.guesses(report)
    if !report.problems.isEmpty {
      let total = report.problems.reduce(0) { $0 + $1.count }
      let codes = report.problems.prefix(4).map { "\(grouped($0.count)) \($0.code.rawValue)" }
      let rest = report.problems.count > 4 ? ", …" : ""
      lines.append(
        "\(LoadSummary.count(total, "problem")): \(codes.joined(separator: ", "))\(rest)"
          + " (problems lists them\(corpus.chunks.isEmpty ? "" : ", verify explains"))")
    }
    self.lines = lines
  }

  private static func files(_ report: ReadingReport) -> String {
    var text = "read \(count(report.filesRead, "file"))"
    if report.filesSkipped > 0 { text += ", skipped \(grouped(report.filesSkipped))" }
    if report.filesFailed > 0 { text += ", \(grouped(report.filesFailed)) unreadable" }
    if report.filesHidden > 0 { text += ", \(grouped(report.filesHidden)) hidden" }
    return text
  }

  private static func period(_ report: ReadingReport) -> String? {
    report.period.map {
      let (first, last) = (
        Period(.day, holding: $0.lowerBound), Period(.day, holding: $0.upperBound)
      )
      return first == last ? "\(first)" : "\(first) to \(last)"
    }
  }

  private static func guesses(_ report: ReadingReport) -> [String] {
    let guessed = report.dateOrders.filter(\.isGuess).map(\.source)
    guard !guessed.isEmpty else { return [] }
    let names = guessed.prefix(3).joined(separator: ", ") + (guessed.count > 3 ? ", …" : "")
    return [
      "dates of \(names): no line tells day from month, read as day/month/year; "
        + "load --date-order mdy says otherwise"
    ]
  }

  /// A number with its noun.
  static func count(_ number: Int, _ one: String, _ many: String? = nil) -> String {
    "\(grouped(number)) \(number == 1 ? one : many ?? one + "s")"
  }
}
