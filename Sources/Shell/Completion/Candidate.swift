public import Model

/// One way to go on from what is typed.
public struct Candidate: Sendable, Hashable {
  /// What takes the place of the part that is completed.
  public let text: String

  /// A word on what it is: a type, a summary.
  public let note: String

  /// Whether nothing more belongs to the word, so that a blank may follow.
  public let isWhole: Bool

  init(_ text: String, note: String = "", isWhole: Bool = true) {
    self.text = text
    self.note = note
    self.isWhole = isWhole
  }
}

/// What the text at the cursor may become.
public struct Completions: Sendable, Hashable {
  /// The bytes of the line that a candidate replaces, half-open.
  public let range: Range<Int>

  /// The ways to go on, in the order to list them; perhaps none.
  public let candidates: [Candidate]
}

/// What a word of a verb may be.
public enum WordCompletion: Sendable, Hashable {
  case nothing
  /// Keys of `grep` and their values.
  case search
  /// A path of a file or folder.
  case path
  /// A path of a file to write, with the ending of a format.
  case target
  /// Export formats.
  case formats
  /// Columns of the table before it that have one of some types.
  case columns(of: [ValueType])
  /// Kinds of plot, then columns of the table before it.
  case plots
  /// One of a few words.
  case words([String])
  /// Settings, then values of the one named.
  case settings
  /// The tables and the names made by `let`.
  case tables
  /// The names made by `let` and `alias`.
  case forgettable
  /// Tables, names made by `let`, columns and words of SQL.
  case sql
  /// The people who write.
  case people
  /// The sources that are loaded.
  case sources
  /// What `show` takes: a day, a chunk, a file.
  case places
  /// The pages of help.
  case helpTopics
}
