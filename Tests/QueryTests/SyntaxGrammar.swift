import Diagnostics
import Query

extension Grammar {
  /// The word verbs of the shell, as far as these tests speak of them.
  static let sample = Grammar(verbs: [
    "grep": .patterns, "load": .paths, "unload": .paths, "read": .paths, "export": .paths,
    "run": .paths, "show": .words, "stats": .words, "plot": .words, "set": .words,
    "help": .words, "alias": .words, "topic": .words, "schema": .words, "quit": .words,
    "sql": .raw,
  ])
}

/// The statements of a line as they print themselves, joined by ` ; `, or the error as the user
/// sees it.
func printed(_ text: String, parameters: Set<String> = []) -> String {
  do {
    return try parseLine(text, grammar: .sample, parameters: parameters)
      .map(\.description).joined(separator: " ; ")
  } catch {
    return error.text(in: SourceText(text: text))
  }
}
