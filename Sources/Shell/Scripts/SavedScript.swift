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
  ///
  /// - Parameters:
  ///   - path: the script, with `~` expanded.
  ///   - directory: the folder that a relative path starts from.
  ///   - home: the session's folder; messages name the script as seen from there.
  init(_ path: String, directory: String, seenFrom home: String) throws(Diagnostic) {
    let whole = wholePath(path, in: directory)
    let name = whole.hasPrefix("\(home)/") ? String(whole.dropFirst(home.utf8.count + 1)) : whole
    self.path = whole
    let text: String
    do throws(Diagnostic) {
      text = try readText(at: path, directory: directory)
    } catch {
      throw error.asUsage
    }
    source = SourceText(name: name, text: text)
    do throws(Diagnostic) {
      script = try parseScript(text, grammar: Verb.grammar)
      try SavedScript.refuseOptionNames(script.parameters)
    } catch {
      var complaint = error.asUsage
      if isChat(text) { complaint.help = "that is of a chat, which is read by the verb load" }
      throw complaint.located(in: source)
    }
  }

  /// The options of the program that are known behind a script too, without dashes: no parameter of
  /// these names could be given a value there.
  static let optionNames: Set = [
    "load", "output", "quiet", "date-order", "no-color", "keep-going", "no-init", "version", "help",
    "generate-completion-script", "generate-manual",
  ]

  private static func refuseOptionNames(
    _ parameters: [ParameterDeclaration]
  ) throws(Diagnostic) {
    for name in parameters.map(\.name) where optionNames.contains(name.text) {
      throw .usage(
        "no parameter may be called \(name.text): --\(name.text) is an option of causerie",
        at: name.span, help: "give it another name, as my_\(name.text)")
    }
  }

  /// The folder it stands in, from which the scripts that it runs are found.
  var folder: String {
    path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "/"
  }
}

extension Diagnostic {
  /// The complaint as one of a text that nothing has run of yet; an interrupt stays one.
  var asUsage: Diagnostic {
    var usage = self
    if cause != .interrupted { usage.cause = .usage }
    return usage
  }
}
