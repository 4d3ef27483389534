import Model

extension Session {
  /// Paths that are never written to: those of all files that are loaded, and of the archives that hold them, which
  /// stand before a colon in the path of a file. Some of these are no files, as a name may have a colon.
  var inputPaths: [String] {
    let paths = corpus.files.map(\.path)
    var archives: Set<Substring> = []
    for path in paths {
      var rest = path[...]
      while let colon = rest.utf8.firstIndex(of: UInt8(ascii: ":")) {
        archives.insert(path[..<colon])
        rest = rest[rest.utf8.index(after: colon)...]
      }
    }
    return paths + archives.map { String($0) }.sorted()
  }
}
