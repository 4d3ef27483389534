import Diagnostics
import Model
import Query

/// What names mean: all that the check of a statement needs beside the language itself, so that a
/// script is checked whole before its first line runs.
struct Scope: Sendable {
  /// The views made by `let`, by name.
  var views: [String: View] = [:]

  /// The aliases that people are called by, in the order in which they were made.
  var aliases: [Alias] = []

  /// The named topics, in the order in which they were named.
  var topics = Topic.standard

  /// Whether a line that is checked but has not run takes further aliases from a file.
  var hasUnreadAliases = false

  /// The declared parameters of the script that is checked or run.
  var parameters: [String: Environment.Parameter] = [:]

  /// The columns of `_`; nil while there is no last result.
  var last: Schema?

  /// The scripts that are being run, outermost first, as whole paths; empty for lines that are
  /// typed, given with `-c` or piped.
  var scripts: [String] = []

  /// Views that are being prepared, so that none is defined by itself.
  var opening: [String] = []

  /// A pipeline under a name, evaluated when it is used.
  struct View: Sendable {
    /// The pipeline.
    let pipeline: Pipeline
    /// The text that its spans point into.
    let source: SourceText
    /// The parameters that it may name.
    let parameters: [String: Environment.Parameter]
    /// The columns that it gives.
    let schema: Schema
    /// The pipeline as written.
    var text: String { String(source.text.utf8[pipeline.span]) ?? source.text }
  }
}

extension String.UTF8View {
  /// The bytes of a span, cut where the text ends.
  subscript(span: SourceSpan) -> Substring.UTF8View {
    let lower = index(startIndex, offsetBy: span.lower, limitedBy: endIndex) ?? endIndex
    let upper = index(startIndex, offsetBy: span.upper, limitedBy: endIndex) ?? endIndex
    return Substring(String(Substring(self[lower..<upper]))).utf8
  }
}
