/// A chunk file: what its header declares and where its lines stand in the transcript.
public struct Chunk: Sendable {
  /// The file among those of the corpus.
  public var file: Int
  /// The series it belongs to, named by its folder or archive.
  public var series: String
  /// The number at the end of its name; nil where the name has none.
  public var ordinal: Int?
  /// What its header says.
  public var declared: Declaration
  /// Its transcript among those of the corpus.
  public var transcript: Int
  /// Its lines in the transcript, from 0, half-open; the first ``overlap`` are repeated ones.
  public var lines: Range<Int>
  /// The bytes of those lines in the transcript's text, half-open.
  public var bytes: Range<Int>
  /// Lines repeated from the chunk before.
  public var overlap: Int
  /// Whether it begins inside a message.
  public var cutStart: Bool
  /// Whether it ends inside a message.
  public var cutEnd: Bool
  /// Problem rows about it.
  public var problems: Int

  /// A chunk of these parts.
  public init(
    file: Int, series: String, ordinal: Int?, declared: Declaration, transcript: Int,
    lines: Range<Int>, bytes: Range<Int>, overlap: Int,
    cutStart: Bool, cutEnd: Bool, problems: Int
  ) {
    self.file = file
    self.series = series
    self.ordinal = ordinal
    self.declared = declared
    self.transcript = transcript
    self.lines = lines
    self.bytes = bytes
    self.overlap = overlap
    self.cutStart = cutStart
    self.cutEnd = cutEnd
    self.problems = problems
  }

  /// The header of a chunk as written: docs/formats.md#the-chunk-header.
  public struct Declaration: Sendable, Hashable {
    /// First day of the period; nil for `null` or a missing or malformed field.
    public var periodStart: CivilDate?
    /// Last day of the period, likewise.
    public var periodEnd: CivilDate?
    /// The names it lists.
    public var participants: [String] = []
    /// The topics it lists.
    public var topics: [String] = []
    /// Its count of tokens; nil where missing or malformed.
    public var tokens: Int?
    /// Its count of “messages”, which the chunker counted in lines; nil where missing or malformed.
    public var messages: Int?
    /// Fields that no chunker known to us writes, as `name: value`.
    public var unknown: [String] = []

    /// A header that declares nothing.
    public init() {}
  }
}
