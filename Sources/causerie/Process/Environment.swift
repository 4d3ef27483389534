import Glibc

/// What the environment variables say, read once at the start.
struct Environment {
  private let variables: [String: String]

  /// The environment of the process.
  static func ofProcess() -> Environment {
    var variables: [String: String] = [:]
    var entry = unsafe environ
    while let text = unsafe entry.pointee {
      let pair = unsafe String(cString: text)
      let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      if parts.count == 2 { variables[String(parts[0])] = String(parts[1]) }
      unsafe entry += 1
    }
    return Environment(variables)
  }

  /// An environment of these variables.
  init(_ variables: [String: String]) {
    self.variables = variables
  }

  /// A variable's value; nil where it is not set, or empty.
  subscript(name: String) -> String? {
    guard let value = variables[name], !value.isEmpty else { return nil }
    return value
  }

  /// The user's folder; nil where HOME names none.
  var home: String? { folder("HOME") }

  /// Where the history of statements is kept (XDG base directories); nil without a folder for it.
  var historyPath: String? {
    let state = folder("XDG_STATE_HOME") ?? home.map { $0 + "/.local/state" }
    return state.map { $0 + "/causerie/history" }
  }

  /// The script that runs before the prompt (XDG base directories); nil without a folder for it.
  var initPath: String? {
    let config = folder("XDG_CONFIG_HOME") ?? home.map { $0 + "/.config" }
    return config.map { $0 + "/causerie/init.causerie" }
  }

  /// libedit's settings, editrc(5); nil where there is no such regular file.
  var editrcPath: String? {
    guard let path = self["EDITRC"] ?? home.map({ $0 + "/.editrc" }) else { return nil }
    var status = stat()
    guard unsafe stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    return path
  }

  /// Whether the terminal can only write lines.
  var isDumb: Bool { (self["TERM"] ?? "dumb") == "dumb" }

  /// Whether colour is not wanted: NO_COLOR set to anything (no-color.org), or a dumb terminal.
  var refusesColor: Bool { self["NO_COLOR"] != nil || isDumb }

  /// Whether lines and blocks may be drawn beyond ASCII: not where the locale names another encoding
  /// than UTF-8, as C does. A locale that nobody has set, as in a container, says nothing.
  var readsUnicode: Bool {
    guard let locale = self["LC_ALL"] ?? self["LC_CTYPE"] ?? self["LANG"] else { return true }
    let name = locale.lowercased()
    return name.hasSuffix("utf-8") || name.contains("utf8") || name.contains("utf-8@")
  }

  /// The width that COLUMNS says; nil where it says none.
  var columns: Int? { positive("COLUMNS") }

  /// The height that LINES says; nil where it says none.
  var rows: Int? { positive("LINES") }

  /// The command that shows long output.
  var pager: String { self["PAGER"] ?? "less" }

  /// The folder for files that are gone in a moment.
  var temporaryFolder: String { folder("TMPDIR") ?? "/tmp" }

  /// The command that edits a file.
  var editor: String { self["VISUAL"] ?? self["EDITOR"] ?? "vi" }

  /// An absolute folder; the XDG rules ignore relative ones, and what is longer than the system's paths
  /// are (`PATH_MAX`, path_resolution(7)) is none.
  private func folder(_ name: String) -> String? {
    self[name].flatMap { $0.hasPrefix("/") && $0.utf8.count < Int(PATH_MAX) ? $0 : nil }
  }

  private func positive(_ name: String) -> Int? {
    self[name].flatMap { Int($0) }.flatMap { $0 > 0 ? $0 : nil }
  }
}
