/// One complaint, in the user's words: what is wrong, where, and what to try.
///
/// It is a value: thrown by `throws(Diagnostic)`, compared in tests, turned into text only at the
/// very end by ``text(in:width:measuring:)``.
public struct Diagnostic: Error, Sendable, Hashable {
  /// How much it matters. Only an error stops a line.
  public enum Severity: String, Sendable, Hashable {
    case error
    case warning
    case note
  }

  /// What the caller should make of an error: it decides the exit status of the program
  /// (product page: 1, 2, 3, 4, 130).
  public enum Cause: Sendable, Hashable {
    /// A line could not be carried out (status 1).
    case line
    /// The text is wrong before anything ran: syntax, names, types, parameters (status 2 in a
    /// script, 1 for a line typed or piped).
    case usage
    /// An `expect` did not hold (status 4).
    case expectation
    /// The user interrupted (status 130).
    case interrupted
    /// Whoever read the answer has closed the pipe: no failure, nothing more to say (status 0).
    case unheard
  }

  /// How much it matters.
  public var severity: Severity

  /// What kind of failure it is.
  public var cause: Cause

  /// What is wrong, without a full stop; names and values stand in “…”.
  public var message: String

  /// Where in the statement; nil where no place in its text is at fault.
  public var span: SourceSpan?

  /// The text that ``span`` points into, where it is another than the one being carried out: a
  /// script that a line runs. Nil for the statement itself, whose text whoever reports has at hand.
  public var source: SourceText?

  /// What to try, without a full stop; nil where there is nothing to suggest.
  public var help: String?

  /// An error of the text at `span`.
  public init(
    _ message: String, at span: SourceSpan? = nil, help: String? = nil,
    severity: Severity = .error, cause: Cause = .line
  ) {
    self.message = message
    self.span = span
    self.help = help
    self.severity = severity
    self.cause = cause
  }

  /// A remark that goes with a result.
  public static func note(_ message: String, help: String? = nil) -> Diagnostic {
    Diagnostic(message, help: help, severity: .note)
  }

  /// A doubt about the input or the answer.
  public static func warning(_ message: String, help: String? = nil) -> Diagnostic {
    Diagnostic(message, help: help, severity: .warning)
  }

  /// A mistake in the text itself, found before anything runs.
  public static func usage(
    _ message: String, at span: SourceSpan? = nil, help: String? = nil
  ) -> Diagnostic {
    Diagnostic(message, at: span, help: help, cause: .usage)
  }

  /// The work was given up because the user asked for it.
  public static let interrupted = Diagnostic("interrupted", cause: .interrupted)

  /// Nobody reads the answer any more.
  public static let unheard = Diagnostic("nobody reads the answer", cause: .unheard)

  /// The same complaint, known to be about a text; one that knows its text already keeps it.
  public func located(in text: SourceText) -> Diagnostic {
    var located = self
    located.source = source ?? text
    return located
  }

  /// The same complaint with its span moved by `offset` bytes: a statement's own offsets become
  /// those of the script it stands in.
  public func shifted(by offset: Int) -> Diagnostic {
    var moved = self
    moved.span = span?.shifted(by: offset)
    return moved
  }
}
