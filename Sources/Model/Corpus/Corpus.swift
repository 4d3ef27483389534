/// All that is loaded, put in order: the model that questions are asked of.
///
/// Reading makes it whole and nothing changes it afterwards; a copy shares the storage.
public struct Corpus: Sendable {
  /// The conversations, ordered by path.
  public var transcripts: [Transcript] = []

  /// Their messages, transcript after transcript.
  public var messages = Messages()

  /// The first and the last of their moments; nil where nobody has looked.
  public var bounds: MomentBounds?

  /// The senders, each person once, in the order of their first message.
  public var people = Categories([])

  /// The senders as the exports spell them, where some are called otherwise; nil where none is.
  public var written: Written?

  /// Names that a merge found to be those of people called otherwise, and that nobody has now.
  public var joined: [Alias] = []

  /// The aliases that people are called by.
  public var aliases: [Alias] = []

  /// The chunks, transcript after transcript.
  public var chunks: [Chunk] = []

  /// Every file that was looked at, also those that were skipped.
  public var files: [InputFile] = []

  /// The archives that were opened: files of theirs stand in ``files``, and messages may have one attached.
  public var archives: [InputFile] = []

  /// What the header of each chunk says, in their order.
  public var declarations = Lazy<[Chunk.Declaration]>(known: [])

  /// What is doubtful about the input. To compare the headers of chunks with what they hold takes a
  /// while, so it is done when somebody asks.
  public var doubts = Lazy(known: Doubts())

  /// What the headers of chunks declare against what was found, chunk by chunk: the same comparison in
  /// words, likewise.
  public var findings = Findings()

  /// Nothing.
  public init() {}

  /// The sources of the transcripts, in their order.
  public var sources: [String] { transcripts.flatMap { $0.parts.map(\.source) } }

  /// The first and the last moment of the messages, without those at or after `end`, in seconds; nil where
  /// none is left. Linear in the messages where that leaves any out, or nobody has looked at them.
  public func period(before end: Int64 = .max) -> ClosedRange<Moment>? {
    let period = (bounds ?? MomentBounds(of: messages.moments[...])).period
    guard let period, period.upperBound.seconds >= end else { return period }
    return MomentBounds(of: messages.moments[...], before: end).period
  }

  /// The transcript that holds a message, from 0; nil for a message out of range. Logarithmic in
  /// the number of transcripts.
  public func transcript(ofMessage message: Int) -> Int? {
    var low = 0
    var high = transcripts.count
    while low < high {
      let middle = (low + high) / 2
      if transcripts[middle].messages.upperBound <= message {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low < transcripts.count && message >= 0 ? low : nil
  }
}

extension Corpus {
  /// The doubts about the input as ``doubts`` has them; none where working them out is interrupted,
  /// which whoever asks has to look at.
  public var problems: [Problem] { (try? doubts.value)?.problems ?? [] }

  /// The senders of the messages as the text of each spells them: what a message's key is made of,
  /// which no alias changes.
  public struct Written: Sendable {
    /// The spellings, each once.
    public let names: [String]
    /// Each message's sender as a place in ``names``; -1 for notices and fragments.
    public let senders: [Int32]

    /// Senders as places among spellings.
    public init(names: [String], senders: [Int32]) {
      self.names = names
      self.senders = senders
    }
  }
}

/// A file that was looked at.
public struct InputFile: Sendable, Hashable {
  /// What it was recognised as; the raw value is how the language writes it.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    case chunk
    case export
    /// Neither: skipped, and counted.
    case other
  }

  /// The path as the user would write it.
  public var path: String
  /// What it is.
  public var kind: Kind
  /// Its size.
  public var bytes: Int
  /// Chunks read from it.
  public var chunks: Int
  /// Messages whose header it is the first to hold.
  public var messages: Int
  /// The source its messages belong to; nil where it gave none.
  public var source: String?
  /// The header shapes met, each with its date order and how that was decided.
  public var shapes: [String]
  /// Earliest and latest moment of its messages; nil where none has a date.
  public var first: Moment?
  /// See ``first``.
  public var last: Moment?

  /// A file from which nothing has been read yet.
  public init(path: String, kind: Kind, bytes: Int) {
    self.path = path
    self.kind = kind
    self.bytes = bytes
    chunks = 0
    messages = 0
    shapes = []
  }
}

/// One field of a chunk's header compared with what its lines hold.
public struct Finding: Sendable, Hashable {
  /// The chunk among those of the corpus.
  public let chunk: Int
  /// The field as the header names it, in English: `period`, `participants`, `topics`, `tokens`,
  /// `messages`.
  public let field: String
  /// What the header declares, as text.
  public let declared: String
  /// What its lines hold, as text.
  public let found: String
  /// How the two compare.
  public let verdict: Verdict
  /// Why, in words.
  public let reason: String

  /// How declared and found compare.
  public enum Verdict: Sendable, Hashable {
    /// Equal.
    case agrees
    /// Equal once a known rule of the chunker is taken into account.
    case explained
    /// Nothing is declared: the field is missing, or its value is none that it may have.
    case unread
    /// Unequal whatever rule is applied.
    case mismatch
  }

  /// A comparison of these parts.
  public init(
    chunk: Int, field: String, declared: String, found: String, verdict: Verdict, reason: String
  ) {
    self.chunk = chunk
    self.field = field
    self.declared = declared
    self.found = found
    self.verdict = verdict
    self.reason = reason
  }

  /// The field with a capital, as sentences begin.
  public var title: String { field.prefix(1).uppercased() + field.dropFirst() }

  /// The comparison in words: “Period null → null: why they differ; found 17/02/2025”.
  public var sentence: String {
    let none = verdict == .unread ? "" : " none"
    return "\(title)\(declared.isEmpty ? none : " " + declared): \(reason); found "
      + (found.isEmpty ? "none" : found)
  }
}
