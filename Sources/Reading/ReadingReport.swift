public import Diagnostics
public import Model

/// What a load did, for its summary and its status. The doubts themselves are rows of the corpus.
public struct ReadingReport: Sendable {
  /// What became of each request, in the order in which they were made.
  public var outcomes: [Outcome] = []

  /// Chunks and exports that were read.
  public var filesRead = 0

  /// Files that are no chat, pipes and the like among them.
  public var filesSkipped = 0

  /// Files and folders that could not be read.
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

  /// What merging gave, for each chat that was merged.
  public var merges: [Merge] = []

  /// Transcripts that were put together from several folders or files.
  public var spreads: [Spread] = []

  /// Chats that are there twice, in words: the details of such rows of `problems`, in their order.
  public let duplicates: [String]

  private let counts: Lazy<ProblemCounts>

  /// How many rows of `problems` there are of each code, the most frequent first; to count them, the
  /// headers of chunks are compared with what they hold when somebody asks first. None where that is
  /// interrupted.
  public var problems: [ProblemCount] { (try? counts.value)?.byFrequency ?? [] }

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
      /// Its path as the request writes it; nil where that is the path that the corpus has.
      private let path: String?

      /// A file that the request leads to by this path; nil for that of the corpus.
      init(place: Int, path: String? = nil) {
        self.place = place
        self.path = path
      }

      /// Its path as the request writes it.
      public func path(in corpus: Corpus) -> String { path ?? corpus.files[place].path }
    }
  }

  /// How the dates of a transcript are read.
  public struct DateOrders: Sendable, Hashable {
    /// The name of the transcript.
    public let source: String
    /// What was decided for each header shape met whose lines were taken for headers.
    public let decisions: [Decision]
    /// Whether nothing in the lines decided one of them.
    public var isGuess: Bool { decisions.contains { $0.reason == Reading.DateOrders.guess } }

    /// How the dates of a header shape are read.
    public struct Decision: Sendable, Hashable {
      /// The shape.
      public let shape: String
      /// The order of its dates.
      public let order: DateOrder
      /// How that was decided, in words.
      public let reason: String

      /// What a source says of a shape: `android 24 h: dmy, a day over 12`; nil where it says that
      /// its lines are text.
      init?(_ description: String) {
        let parts = description.split(separator: ": ", maxSplits: 1)
        let words = parts.last?.split(separator: ", ", maxSplits: 1) ?? []
        guard parts.count == 2, words.count == 2, let order = DateOrder(rawValue: String(words[0]))
        else { return nil }
        shape = String(parts[0])
        self.order = order
        reason = String(words[1].prefix { $0 != ";" })
      }
    }
  }

  /// A series whose chunks are in several folders, or an export that is in pieces.
  public struct Spread: Sendable, Hashable {
    /// The name of the transcript.
    public let source: String
    /// Whether it is an export in pieces.
    public let isInPieces: Bool
    /// The folders, or the pieces, in the order in which its text goes through them first.
    public let parts: [String]
  }

  /// Sources that were merged into one transcript.
  public struct Merge: Sendable, Hashable {
    /// What they were asked for under: ``LoadRequest/merge``.
    public let number: Int
    /// The sources, in their order.
    public let sources: [String]
    /// Messages of the transcript.
    public let messages: Int
    /// For each source the messages that it has.
    public let held: [Int]
    /// For each source the messages that no other one has.
    public let only: [Int]
    /// Names that differ and are one person's, by what they say.
    public let joins: [Join]
    /// Names of whom something coincides, but too little to call them one person's.
    public let doubts: [Join]
    /// People who are called otherwise than their source calls them, since another is called so.
    public let namesakes: [Namesake]

    /// A name that is, or might be, that of a person called otherwise.
    public struct Join: Sendable, Hashable {
      /// The name.
      public let name: String
      /// The source that has it.
      public let source: String
      /// What the person is called.
      public let person: String
      /// Messages of both that coincide.
      public let count: Int
    }

    /// Somebody whose name another person has.
    public struct Namesake: Sendable, Hashable {
      /// The name in the source.
      public let name: String
      /// The source.
      public let source: String
      /// What the person is called.
      public let person: String
    }
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
  init(
    _ assembled: AssembledCorpus, _ reading: InputReading, outcomes: [Outcome], gaps: Int,
    now: Moment?
  ) {
    let corpus = assembled.corpus
    (counts, duplicates) = (assembled.problemCounts, assembled.duplicates)
    self.outcomes = outcomes
    self.gaps = gaps
    merges = assembled.merges
    for file in reading.files {
      switch file.content {
      case .chunk, .export, .handedOn: filesRead += 1
      case .other, .known, .archive: filesSkipped += 1
      case .failed: filesFailed += 1
      }
    }
    // What was found and is no file, or leads to none.
    for problem in reading.search.problems {
      if problem.code == .skippedFile { filesSkipped += 1 } else { filesFailed += 1 }
    }
    filesHidden = reading.hidden
    messages = corpus.messages.count
    people = corpus.people.values.count
    let end = now.map { FutureDates(after: $0).limit } ?? .max
    period = corpus.period(before: end)
    repeatedLines = corpus.chunks.reduce(0) { $0 + $1.overlap }
    dateOrders = ReadingReport.dateOrders(of: corpus)
  }

  private static func dateOrders(of corpus: Corpus) -> [DateOrders] {
    corpus.transcripts.flatMap { transcript in
      transcript.parts.enumerated().map { place, part in
        let file = transcript.runs.lazy
          .filter { transcript.part(ofLine: $0.firstLine) == place }.map(\.file).min()
        let shapes = file.map { corpus.files[$0].shapes } ?? []
        return DateOrders(
          source: part.source, decisions: shapes.compactMap { DateOrders.Decision($0) })
      }
    }
  }
}
