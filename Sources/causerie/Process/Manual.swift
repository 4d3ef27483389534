import ArgumentParser
import Shell

extension Options {
  /// The manual page.
  static var manual: String {
    // In a wide message each option has a line: two spaces, its name, spaces, what it does.
    let lines = helpMessage(columns: 2_000)
      .split(separator: "\n", omittingEmptySubsequences: false)
    let options = lines.drop { $0 != "OPTIONS:" }.dropFirst().prefix { !$0.isEmpty }
      .map { line -> (name: String, summary: String) in
        let parts = line.dropFirst(2).split(separator: "  ", maxSplits: 1)
        let summary = parts.dropFirst().first?.drop { $0 == " " } ?? ""
        return (String(parts.first ?? ""), String(summary))
      }
    return ManualPage(version: version, usage: forms, options: options).text
  }
}
