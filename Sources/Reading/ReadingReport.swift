public import Diagnostics
public import Model

/// What a load did, for its summary and its status. The doubts themselves are rows of the corpus.
public struct ReadingReport: Sendable {
  /// What became of each request, in the order in which they were made.
  public var outcomes: [Outcome] = []

  /// Chunks and exports that were read.
  public var filesRead = 0

  /// Files that are no chat.
  public var filesSkipped = 0

  /// Files that could not be read.
  public var filesFailed = 0

  /// Files and folders that were not looked at because their name begins with a dot.
  public var filesHidden = 0

  /// Messages; fragments are among them.
  public var messages = 0

  /// People who sent one.
  public var people = 0

  /// The earliest and the latest message, those dated after today left out; nil where none has a
  /// date.
  public var period: ClosedRange<Moment>?

  /// Lines of chunks that repeat lines of the chunk before, and were counted once.
  public var repeatedLines = 0

  /// Places where lines are missing between chunks.
  public var gaps = 0

  /// How the dates of each transcript are read.
  public var dateOrders: [DateOrders] = []

  /// How many rows of `problems` there are of each code, the most frequent first.
  public var problems: [ProblemCount] = []

  /// What became of a request.
  public struct Outcome: Sendable, Hashable {
    /// Chunks and exports that it led to, those too that another path had led to before.
    public var files: [File] = []
    /// Chunks and exports that it led to and that no other path had led to before.
    public var filesRead = 0
    /// Files that it led to and that are no chat or could not be read.
    public var filesSkipped = 0
    /// Why it gave nothing, or why a file that it names was not read; nil where all is well.
    public var failure: Diagnostic?

    /// A file that a request led to.
    public struct File: Sendable, Hashable {
      /// Its place among those of the corpus.
      public let place: Int
      /// Its path as the request writes it.
      public let path: String
    }
  }

  /// How the dates of a transcript are read.
  public struct DateOrders: Sendable, Hashable {
    /// The name of the transcript.
    public let source: String
    /// The header shapes met, each with its date order and how that was decided.
    public let shapes: [String]
    /// Whether nothing in the lines decided one of them.
    public let isGuess: Bool
  }

  /// How many rows of `problems` are of one code.
  public struct ProblemCount: Sendable, Hashable {
    /// The code.
    public let code: Problem.Code
    /// The gravest of its rows.
    public let severity: Problem.Severity
    /// How many rows.
    public let count: Int
  }
}

extension ReadingReport {
  /// Counts what a corpus holds.
  init(_ corpus: Corpus, _ reading: InputReading, outcomes: [Outcome], now: Moment?) {
    self.outcomes = outcomes
    for file in reading.files {
      switch file.content {
      case .chunk, .export: filesRead += 1
      case .other, .known: filesSkipped += 1
      case .failed: filesFailed += 1
      }
    }
    filesHidden = reading.search.hidden
    messages = corpus.messages.count
    people = corpus.people.values.count
    period = ReadingReport.period(of: corpus.messages.moments, now: now)
    repeatedLines = corpus.chunks.reduce(0) { $0 + $1.overlap }
    gaps = corpus.problems.count { $0.code == .gap }
    dateOrders = ReadingReport.dateOrders(of: corpus)
    problems = ReadingReport.counts(of: corpus.problems)
  }

  private static func period(of moments: [Int64], now: Moment?) -> ClosedRange<Moment>? {
    let future = now.map { FutureDates(after: $0) }
    var bounds: (first: Int64, last: Int64)?
    for moment in moments where moment != Moment.none {
      if let future, future.contain(moment) { continue }
      bounds =
        bounds.map { (Swift.min($0.first, moment), Swift.max($0.last, moment)) }
        ?? (moment, moment)
    }
    return bounds.map { Moment(seconds: $0.first)...Moment(seconds: $0.last) }
  }

  private static func dateOrders(of corpus: Corpus) -> [DateOrders] {
    let guessed = Set(corpus.problems.filter { $0.code == .dateOrderGuessed }.compactMap(\.file))
    return corpus.transcripts.map { transcript in
      let files = Set(transcript.runs.map(\.file))
      return DateOrders(
        source: transcript.source,
        shapes: transcript.runs.first.map { corpus.files[$0.file].shapes } ?? [],
        isGuess: !guessed.isEmpty && files.contains { guessed.contains(corpus.files[$0].path) })
    }
  }

  private static func counts(of problems: [Problem]) -> [ProblemCount] {
    let rank = { (severity: Problem.Severity) in
      Problem.Severity.allCases.firstIndex(of: severity) ?? 0
    }
    var counts: [Problem.Code: ProblemCount] = [:]
    for problem in problems {
      let before = counts[problem.code]
      let gravest = before.map { rank($0.severity) < rank(problem.severity) } ?? true
      counts[problem.code] = ProblemCount(
        code: problem.code, severity: gravest ? problem.severity : before?.severity ?? .note,
        count: (before?.count ?? 0) + 1)
    }
    return counts.values.sorted { ($1.count, $0.code.rawValue) < ($0.count, $1.code.rawValue) }
  }
}
