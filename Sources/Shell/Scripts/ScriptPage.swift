import Diagnostics
import Query

/// What a script's `--help` prints: its first comment and its parameters.
func scriptPage(_ saved: SavedScript) -> String {
  let name = saved.source.name ?? "script"
  let parameters = saved.script.parameters
  let usage = parameters.map { parameter in
    let text = "--\(parameter.name.text) \(parameter.type.rawValue.uppercased())"
    return parameter.initial == nil ? text : "[\(text)]"
  }
  var page = "usage: causerie run \(name) " + usage.joined(separator: " ")
  page = page.last == " " ? String(page.dropLast()) : page
  let about = opening(of: saved.source.text)
  if !about.isEmpty { page += "\n\n" + about }
  if !parameters.isEmpty {
    let rows = parameters.map { parameter in
      let initial = parameter.initial.map { "default \($0)" } ?? "required"
      return (
        "--\(parameter.name.text)",
        [parameter.help, "(\(parameter.type.rawValue), \(initial))"].compactMap { $0 }
          .joined(separator: " ")
      )
    }
    page += "\n\n" + HelpPage.aligned(rows)
  }
  return page + "\n"
}

/// The comment that a script opens with, its `#` taken off.
private func opening(of text: String) -> String {
  var lines: [String] = []
  for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
    if line.hasPrefix("#!") { continue }
    guard line.hasPrefix("#") else {
      if lines.isEmpty, line.allSatisfy(\.isWhitespace) { continue }
      break
    }
    let words = line.drop { $0 == "#" }
    lines.append(words.hasPrefix(" ") ? String(words.dropFirst()) : String(words))
  }
  return lines.joined(separator: "\n")
}
