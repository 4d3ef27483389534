import Diagnostics
import Model
import Query
import Reading

/// A script that was read and parsed.
struct SavedScript {
  /// The whole path, by which a script is known that runs itself.
  let path: String
  /// Its text, under the name that messages give it.
  let source: SourceText
  /// What it says.
  let script: Script

  /// Reads and parses a script; a fault in its text is an error that knows its place there.
  init(_ path: String, directory: String) throws(Located) {
    let whole = path.hasPrefix("/") ? path : "\(directory)/\(path)"
    self.path = whole
    let text: String
    do throws(Diagnostic) {
      text = try readText(at: path, directory: directory)
    } catch {
      var usage = error
      usage.cause = .usage
      throw Located(usage, in: nil)
    }
    source = SourceText(name: path, text: text)
    do throws(Diagnostic) {
      script = try parseScript(text, grammar: Verb.grammar)
    } catch {
      var usage = error
      usage.cause = .usage
      throw Located(usage, in: source)
    }
  }

  /// The folder it stands in, from which the scripts that it runs are found.
  var folder: String {
    path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "/"
  }
}

/// A complaint with the text that it points into, where several texts are about.
struct Located: Error {
  let diagnostic: Diagnostic
  let source: SourceText?

  init(_ diagnostic: Diagnostic, in source: SourceText?) {
    self.diagnostic = diagnostic
    self.source = source
  }
}
