import Model
import Output
import Reading

/// What a load says of itself: what was read and skipped, what is in it, how dates were read, what
/// is doubtful, and the verb that shows more.
struct LoadSummary {
  /// The summary, a few short lines.
  let lines: [String]

  /// The summary of a load, in lines of so many columns where words allow it.
  init(_ report: ReadingReport, _ corpus: Corpus, width: Int = 80) {
    guard !corpus.files.isEmpty else {
      lines = ["nothing is loaded"]
      return
    }
    var paragraphs = [
      ([LoadSummary.files(report, corpus), LoadSummary.contents(report)] as [String])
        .joined(separator: ": ")
    ]
    paragraphs += LoadSummary.dates(report)
    paragraphs += LoadSummary.chunks(report, corpus)
    paragraphs += LoadSummary.spreads(report)
    paragraphs += report.merges.flatMap { MergeSummary($0).paragraphs }
    paragraphs += LoadSummary.duplicates(report)
    paragraphs += LoadSummary.problems(report, corpus)
    lines = paragraphs.flatMap { LoadSummary.wrapped($0, to: width) }
  }

  private static func files(_ report: ReadingReport, _ corpus: Corpus) -> String {
    var text = "read \(counted(report.filesRead, "file"))"
    // Elsewhere they are as many as the files.
    if corpus.files.contains(where: { $0.chunks > 1 }) {
      text += " with \(counted(corpus.chunks.count, "chunk"))"
    }
    if report.filesSkipped > 0 { text += ", skipped \(grouped(report.filesSkipped))" }
    if report.filesFailed > 0 { text += ", \(grouped(report.filesFailed)) unreadable" }
    if report.filesHidden > 0 { text += ", \(grouped(report.filesHidden)) hidden" }
    return text
  }

  private static func contents(_ report: ReadingReport) -> String {
    var parts = [counted(report.messages, "message"), counted(report.people, "person", "people")]
    if let period = report.period {
      let (first, last) = (
        Period(.day, holding: period.lowerBound), Period(.day, holding: period.upperBound)
      )
      parts.append(first == last ? "\(first)" : "\(first) to \(last)")
    }
    return parts.joined(separator: ", ")
  }

  /// How the dates of the sources were read, those that were read alike in one paragraph.
  private static func dates(_ report: ReadingReport) -> [String] {
    var ways: [(way: String, isGuess: Bool, sources: [String])] = []
    for orders in report.dateOrders where !orders.decisions.isEmpty {
      let way = words(for: orders.decisions)
      if let place = ways.firstIndex(where: { $0.way == way }) {
        ways[place].sources.append(orders.source)
      } else {
        ways.append((way, orders.isGuess, [orders.source]))
      }
    }
    let shown = ways.count <= 4 ? ways.count : 3
    let lines = ways.prefix(shown).map { way, isGuess, sources in
      (ways.count == 1 ? "dates" : "dates of \(list(sources, most: 3))") + ": \(way)"
        + (isGuess ? ": no line tells day from month; load --date-order mdy says otherwise" : "")
    }
    return lines
      + (ways.count > shown ? ["dates of the others: files shows how they were read"] : [])
  }

  /// Decisions in words: one where all shapes of header were decided alike.
  private static func words(for decisions: [ReadingReport.DateOrders.Decision]) -> String {
    func words(_ decision: ReadingReport.DateOrders.Decision) -> String {
      decision.reason == "a guess"
        ? "\(decision.order.parts), a guess" : "\(decision.order.parts) (\(decision.reason))"
    }
    let ways = decisions.map(words)
    guard let first = ways.first, ways.contains(where: { $0 != first }) else {
      return ways.first ?? ""
    }
    return decisions.map { "\($0.shape) \(words($0))" }.joined(separator: "; ")
  }

  private static func chunks(_ report: ReadingReport, _ corpus: Corpus) -> [String] {
    guard !corpus.chunks.isEmpty else { return [] }
    return [
      (report.repeatedLines == 0
        ? "no repeated lines" : "\(counted(report.repeatedLines, "repeated line")) counted once")
        + ", "
        + (report.gaps == 0
          ? "no gaps" : "\(counted(report.gaps, "gap")) where chunks are missing")
    ]
  }

  /// What was put together from several folders or files.
  private static func spreads(_ report: ReadingReport) -> [String] {
    let most = 3
    let told = report.spreads.prefix(most).map { spread -> String in
      guard spread.isInPieces, let first = spread.parts.first, let last = spread.parts.last else {
        return "“\(spread.source)” is one series of chunks in "
          + counted(spread.parts.count, "folder") + ": " + list(spread.parts, most: 4)
      }
      // Their names count on.
      return "“\(spread.source)” is one text in \(counted(spread.parts.count, "piece")), "
        + "\(first) to \(last)"
    }
    let more = report.spreads.count - most
    return told + (more > 0 ? ["… and \(more) more like it"] : [])
  }

  /// Which chats are there twice or more often, and how to make them one.
  private static func duplicates(_ report: ReadingReport) -> [String] {
    var chats: [(line: String?, first: String, count: Int)] = []
    var places: [String: Int] = [:]
    for row in report.duplicates {
      let parts = row.split(separator: ": load --merge ", maxSplits: 1).map(String.init)
      let line = parts.count == 2 ? parts[1] : nil
      if let line, let place = places[line] {
        chats[place].count += 1
      } else {
        if let line { places[line] = chats.count }
        chats.append((line, parts[0], 1))
      }
    }
    let most = 3
    let told = chats.prefix(most).flatMap { line, first, count -> [String] in
      guard let line else { return [first] }
      let others = count == 2 ? "1 more source holds it" : "\(count - 1) more sources hold it"
      let words = count == 1 ? first : first.replacing("; to make", with: "; \(others); to make")
      return [words + ":", "\(lineIndent)load --merge \(line)"]
    }
    let more = chats.dropFirst(most).reduce(0) { $0 + $1.count }
    return told + (more > 0 ? ["… and \(grouped(more)) more like it"] : [])
  }

  private static func problems(_ report: ReadingReport, _ corpus: Corpus) -> [String] {
    let problems = report.problems
    guard !problems.isEmpty else { return [] }
    let total = problems.reduce(0) { $0 + $1.count }
    let codes = problems.map { "\(grouped($0.count)) \($0.code.rawValue)" }
    let more =
      corpus.findings.isEmpty ? "problems lists them" : "problems lists them, verify explains"
    return ["\(counted(total, "problem")): \(codes.joined(separator: ", ")) (\(more))"]
  }

  /// Names with commas and an “and” between, so many of them at most.
  static func list(_ names: [String], most: Int = .max) -> String {
    guard names.count <= most else {
      return names.prefix(most).joined(separator: ", ") + " and \(grouped(names.count - most)) more"
    }
    guard names.count > 1, let last = names.last else { return names.first ?? "" }
    return names.dropLast().joined(separator: ", ") + " and " + last
  }

  /// What stands before a line that is there to be typed or pasted: it is never wrapped.
  static let lineIndent = "    "

  /// A paragraph in lines; those after the first are indented two columns further.
  private static func wrapped(_ paragraph: String, to width: Int) -> [String] {
    if paragraph.hasPrefix(lineIndent) { return [paragraph] }
    let indent = String(paragraph.prefix { $0 == " " })
    return filledLines(
      words(of: paragraph), to: width, after: indent, hanging: indent.count + 2)
  }

  /// The words of a paragraph; a number is one with what it counts.
  private static func words(of paragraph: String) -> [String] {
    var words: [String] = []
    for word in paragraph.split(separator: " ") {
      if let last = words.last, last.allSatisfy({ $0.isNumber || $0 == " " }) {
        words[words.count - 1] += " " + word
      } else {
        words.append(String(word))
      }
    }
    return words
  }
}

extension DateOrder {
  /// The parts of a date in its order.
  fileprivate var parts: String {
    switch self {
    case .dayMonthYear: "day/month/year"
    case .monthDayYear: "month/day/year"
    case .yearMonthDay: "year/month/day"
    }
  }
}
