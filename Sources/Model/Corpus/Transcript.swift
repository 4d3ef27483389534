/// One conversation as one text: an export, or a series of chunks put back together.
public struct Transcript: Sendable {
  /// What the user calls it: the name given at `load`, or that of its folder or file.
  public var source: String

  /// Its lines as UTF-8, joined by `\n`: what a file had as CR or CRLF, and its encoding, is gone.
  public var text: [UInt8]

  /// Its messages among those of the corpus.
  public var messages: Range<Int>

  /// Where its lines stand in files, by first line, ascending; every line is in one run.
  public var runs: [LineRun]

  /// Its chunks among those of the corpus, in the order of the text; empty for an export.
  public var chunks: Range<Int>

  /// A transcript of these parts.
  public init(
    source: String, text: [UInt8], messages: Range<Int>, runs: [LineRun], chunks: Range<Int>
  ) {
    self.source = source
    self.text = text
    self.messages = messages
    self.runs = runs
    self.chunks = chunks
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

  /// The file, and the line in it from 1, of a line of the transcript; nil where it has no runs.
  /// Logarithmic in the number of runs.
  public func place(ofLine line: Int) -> (file: Int, line: Int)? {
    var low = 0
    var high = runs.count
    while low < high {
      let middle = (low + high) / 2
      if runs[middle].firstLine <= line { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return nil }
    let run = runs[low - 1]
    return (run.file, run.fileLine + line - run.firstLine)
  }
}
