/// Options that searching has in other programs, with what is written here instead.
enum ForeignOption {
  /// What to write for an option that a verb does not have; nil where nobody knows.
  static func help(for option: String, of verb: String) -> String? {
    guard verb == "grep" else { return nil }
    return ofGrep[option] ?? key(for: option)
  }

  /// The key of `grep` that is given as an option, by its own name or by what others call it.
  private static func key(for option: String) -> String? {
    guard option.hasPrefix("--") else { return nil }
    let name = option.dropFirst(2)
    return GrepKey.all.first { $0.name == name || $0.others.contains(String(name)) }
      .map { "it is a key here: \($0.name):…, and help grep has its values" }
  }

  /// By their names in grep and ripgrep.
  static let ofGrep: [String: String] = [
    "--after-context": "it is -A here: -A 2",
    "--before-context": "it is -B here: -B 2",
    "--case-sensitive": "it is -s here",
    "--context": "it is -C here: -C 2",
    "--count": "it is -c here, by source; all together: | count",
    "--extended-regexp": "it is -E here, or /…/ around the pattern",
    "--file": "it is -f here: -f FILE",
    "--files-with-matches": "the files that match: | distinct file",
    "--fixed-strings": "patterns are plain text already",
    "--ignore-case": "case does not matter already",
    "--invert-match": "it is -v here",
    "--json": "as JSON: | export - --format jsonl",
    "--line-number": "with file and line: | select file, line, text",
    "--line-regexp": "the whole of a line: grep /^merci$/",
    "--max-count": "the first few: | take 3",
    "--only-matching": "it is -o here",
    "--perl-regexp": "it is -E here, or /…/ around the pattern",
    "--regexp": "either of two patterns: grep one or other",
    "--replace": "with another text: | extend body = replace(body, \"a\", \"b\")",
    "--smart-case": "case does not matter, with -s it does",
    "--sort": "rows are sorted by | sort date",
    "--word": "it is -w here",
    "--word-regexp": "it is -w here",
    "-P": "it is -E here, or /…/ around the pattern",
    "-R": "everything that is loaded is searched",
    "-S": "case does not matter, with -s it does",
    "-e": "either of two patterns: grep one or other",
    "-l": "the files that match: | distinct file",
    "-m": "the first few: | take 3",
    "-n": "with file and line: | select file, line, text",
    "-q": "whether there is any: | expect count() > 0",
    "-r": "everything that is loaded is searched",
    "-x": "the whole of a line: grep /^merci$/",
  ]
}
