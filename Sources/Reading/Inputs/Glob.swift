import Glibc

/// A pattern that names files: `*`, `?` and `[…]` stand for parts of a name.
struct Glob {
  private let pattern: [UInt8]

  private init(pattern: [UInt8]) { self.pattern = pattern }

  /// A pattern as the user wrote it, seen from a folder, whose own name is no pattern.
  init(_ pattern: Path, in folder: Path) {
    self.pattern =
      pattern.isAbsolute
      ? pattern.bytes : Path(bytes: Glob.escaped(folder.bytes)).appending(pattern.bytes).bytes
  }

  /// Whether a path holds a sign that stands for others.
  static func isPattern(_ path: Path) -> Bool {
    path.bytes.contains { signs.contains($0) }
  }

  /// Whether a pattern has `**` for a part of it, by which other programs mean folders in folders.
  static func goesDeep(_ pattern: Path) -> Bool {
    pattern.bytes.split(separator: Path.slash).contains { $0.elementsEqual("**".utf8) }
  }

  /// What stands before the first part of a pattern that holds a sign; empty where that is the first of all.
  static func folder(of pattern: Path) -> Path {
    let end = pattern.bytes.firstIndex { signs.contains($0) } ?? pattern.bytes.endIndex
    let slash = pattern.bytes[..<end].lastIndex(of: Path.slash)
    return Path(bytes: slash.map { Array(pattern.bytes[..<Swift.max($0, 1)]) } ?? [])
  }

  /// The paths that match, in no order; none where nothing does.
  func matches() -> [Path] {
    var found = unsafe glob_t()
    defer { unsafe globfree(&found) }
    let result = unsafe Path(bytes: pattern).withCString { name in
      unsafe glob(name, GLOB_NOSORT, nil, &found)
    }
    guard result == 0, let names = unsafe found.gl_pathv else { return [] }
    return (0..<Int(unsafe found.gl_pathc)).compactMap { index in
      guard let name = unsafe names[index] else { return nil }
      return unsafe Path(cString: name)
    }
  }

  /// The one path whose text is that of another, in which U+FFFD stands for bytes that are not UTF-8, as names of old
  /// archives have them; nil where there is none or several. What the shell hands over comes as text.
  static func path(ofText path: Path) -> Path? {
    let mark = Array("\u{FFFD}".utf8)
    let parts = path.bytes.split(separator: mark, omittingEmptySubsequences: false)
    guard parts.count > 1 else { return nil }
    let pattern = parts.map { escaped(Array($0)) }.joined(separator: Array("*".utf8))
    let matches = Glob(pattern: Array(pattern)).matches().filter { $0.text == path.text }
    return matches.count == 1 ? matches[0] : nil
  }

  private static func escaped(_ bytes: [UInt8]) -> [UInt8] {
    let backslash = UInt8(ascii: "\\")
    return bytes.flatMap { signs.contains($0) || $0 == backslash ? [backslash, $0] : [$0] }
  }

  private static let signs = Array("*?[".utf8)
}
