/// One conversation as one text: an export, a series of chunks put back together, or several of
/// those merged.
public struct Transcript: Sendable {
  /// What it is read from, in the order of its lines: one source, or those that were merged.
  public var parts: [Part]

  /// Its lines as UTF-8, joined by `\n`: what a file had as CR or CRLF, and its encoding, is gone.
  /// Those of merged sources stand one source after the other.
  public var text: SharedBytes

  /// Its messages among those of the corpus.
  public var messages: Range<Int>

  /// Where its lines stand in files, by first line, ascending; every line is in one run.
  public var runs: [LineRun]

  /// Its chunks among those of the corpus, in the order of the text; empty for exports.
  public var chunks: Range<Int>

  /// Where merged messages stand in the text, each as often as sources have it, ascending by line;
  /// nil where every message stands there once, in the order of the messages.
  public var copies: [Copy]?

  /// A transcript of one source.
  public init(
    source: String, text: SharedBytes, messages: Range<Int>, runs: [LineRun], chunks: Range<Int>
  ) {
    parts = [Part(source: source, firstLine: 0)]
    self.text = text
    self.messages = messages
    self.runs = runs
    self.chunks = chunks
  }

  /// What it is called: as its source, or as all that were merged.
  public var source: String { parts.map(\.source).joined(separator: " + ") }

  /// A source and its lines.
  public struct Part: Sendable, Hashable {
    /// What the user calls it: the name given at `load`, or that of its folder or file.
    public let source: String
    /// Its first line in the transcript, from 0; it ends where the next part begins.
    public let firstLine: Int

    /// A source whose lines begin at a line.
    public init(source: String, firstLine: Int) {
      self.source = source
      self.firstLine = firstLine
    }
  }

  /// A message as one source has it.
  public struct Copy: Sendable, Hashable {
    /// Its first line in the transcript, from 0.
    public let line: UInt32
    /// The message of the corpus that it is.
    public let message: Int32
    /// Whether that line is its header; not for the end of a message whose beginning is missing.
    public let hasHeader: Bool

    /// A copy of a message that begins on a line.
    public init(line: UInt32, message: Int32, hasHeader: Bool) {
      self.line = line
      self.message = message
      self.hasHeader = hasHeader
    }
  }

  /// Neighbouring lines of a transcript that are neighbouring lines of one file: the first file
  /// that holds them.
  public struct LineRun: Sendable, Hashable {
    /// First line in the transcript, from 0; the run ends where the next one begins.
    public let firstLine: Int
    /// The file among those of the corpus.
    public let file: Int
    /// The line of the file that ``firstLine`` is, from 1.
    public let fileLine: Int

    /// Lines from `firstLine` on are those of a file from `fileLine` on.
    public init(firstLine: Int, file: Int, fileLine: Int) {
      self.firstLine = firstLine
      self.file = file
      self.fileLine = fileLine
    }
  }

  /// The place among ``parts`` of the one that a line is of. Logarithmic in their number.
  public func part(ofLine line: Int) -> Int {
    Swift.max(0, parts.firstPlace { $0.firstLine > line } - 1)
  }

  /// The file, and the line in it from 1, of a line of the transcript; nil where it has no runs.
  /// Logarithmic in the number of runs.
  public func place(ofLine line: Int) -> (file: Int, line: Int)? {
    let next = runs.firstPlace { $0.firstLine > line }
    guard next > 0 else { return nil }
    let run = runs[next - 1]
    return (run.file, run.fileLine + line - run.firstLine)
  }
}

extension RandomAccessCollection where Index == Int {
  /// The first place from which on a condition holds, of those at which it holds for all or none
  /// that follow; the end where it holds for none. Logarithmic.
  @inlinable
  public func firstPlace(where holds: (Element) -> Bool) -> Int {
    var low = startIndex
    var high = endIndex
    while low < high {
      let middle = (low + high) / 2
      if holds(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
