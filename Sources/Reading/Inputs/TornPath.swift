/// A path with blanks that stood without quotes, so that its words are requests of their own: WhatsApp itself
/// calls its archives `WhatsApp Chat - Team.zip`.
public struct TornPath: Sendable {
  /// The requests, half-open from 0.
  public let words: Range<Int>

  /// The path that they make together, as the user would write it.
  public let path: String

  /// More words are not tried.
  private static let longest = 16

  /// The first such path among some requests: one of its words leads nowhere, and all of them, a blank between
  /// each, lead to something. Nil where there is none. Linear.
  public init?(in requests: [LoadRequest], from directory: String, home: String?) {
    func exists(_ path: String) -> Bool { isThere(path, from: directory, home: home) }
    let isMissing = requests.map { request in
      !request.isQuoted && !request.isStandardInput && !Glob.isPattern(Path(request.path))
        && !exists(request.path)
    }
    guard isMissing.contains(true) else { return nil }
    for first in requests.indices.dropLast() where !requests[first].isQuoted {
      var path = requests[first].path
      var holdsMissing = isMissing[first]
      for next in requests.indices[first...].dropFirst().prefix(TornPath.longest) {
        guard !requests[next].isQuoted, requests[next].name == nil else { break }
        path += " " + requests[next].path
        holdsMissing = holdsMissing || isMissing[next]
        guard holdsMissing, exists(path) else { continue }
        (words, self.path) = (first..<next + 1, path)
        return
      }
    }
    return nil
  }
}

/// Whether there is a file or a folder at a path, seen from a folder; `home` is what `~` means, nil where there
/// is none.
public func isThere(_ path: String, from directory: String, home: String?) -> Bool {
  let path = Path(path).expandingHome(home.map { Path($0) }).resolved(in: Path(directory))
  if case .success = FileStatus.of(path) { return true }
  return false
}
