/// A chunk, mostly all of its file: where its lines stand in the transcript. What its header says is in
/// ``Corpus/declarations``.
public struct Chunk: Sendable {
  /// The file among those of the corpus.
  public var file: Int
  /// The line of its file with which its header begins, from 1: more than 1 behind others in one file.
  public var titleLine: Int
  /// The series it belongs to, named by its folder or archive.
  public var series: String
  /// The number at the end of its name; nil where the name has none.
  public var ordinal: Int?
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

  /// A chunk of these parts.
  public init(
    file: Int, titleLine: Int = 1, series: String, ordinal: Int?, transcript: Int,
    lines: Range<Int>,
    bytes: Range<Int>, overlap: Int, cutStart: Bool, cutEnd: Bool
  ) {
    self.file = file
    self.titleLine = titleLine
    self.series = series
    self.ordinal = ordinal
    self.transcript = transcript
    self.lines = lines
    self.bytes = bytes
    self.overlap = overlap
    self.cutStart = cutStart
    self.cutEnd = cutEnd
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
