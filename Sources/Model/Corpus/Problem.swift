/// A doubt about the input, kept as data: a row of the table `problems`.
public struct Problem: Sendable, Hashable {
  /// How much it matters; the raw value is how the language writes it.
  public enum Severity: String, Sendable, Hashable, CaseIterable {
    /// Nothing is wrong with the answer; the user may want to know.
    case note
    /// Something was guessed, or differs from what a file declares.
    case warning
    /// Something could not be read.
    case error
  }

  /// What kind of doubt; the raw value is how the language writes it.
  public enum Code: String, Sendable, Hashable, CaseIterable {
    case periodMismatch = "period-mismatch"
    case participantsMismatch = "participants-mismatch"
    case topicsMismatch = "topics-mismatch"
    case tokensMismatch = "tokens-mismatch"
    case messagesMismatch = "messages-mismatch"
    case headerUnrecognised = "header-unrecognised"
    case gap
    case overlapSize = "overlap-size"
    case fragment
    case preamble
    case malformedField = "malformed-field"
    case missingField = "missing-field"
    case unknownField = "unknown-field"
    case invalidDate = "invalid-date"
    case outOfOrder = "out-of-order"
    case futureDate = "future-date"
    case dateOrderGuessed = "date-order-guessed"
    case invalidUTF8 = "invalid-utf8"
    case duplicateTranscript = "duplicate-transcript"
    case skippedFile = "skipped-file"
    case unreadable
    case limit
  }

  /// How much it matters.
  public let severity: Severity
  /// What kind of doubt.
  public let code: Code
  /// The path of the file it is about; nil where it is about none.
  public let file: String?
  /// The line of the file, from 1; nil where it is about no line.
  public let line: Int?
  /// What is doubted, in words.
  public let detail: String

  /// A doubt at a place.
  public init(
    _ severity: Severity, _ code: Code, file: String? = nil, line: Int? = nil, _ detail: String
  ) {
    self.severity = severity
    self.code = code
    self.file = file
    self.line = line
    self.detail = detail
  }
}
