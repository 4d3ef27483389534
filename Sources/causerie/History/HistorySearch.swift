/// Looking for a statement by any part of it, newest first, while the part is typed (Ctrl-R). Case
/// does not matter.
struct HistorySearch {
  /// The line before the search, to come back to.
  let original: Editline.Line

  /// The part looked for.
  private(set) var pattern = ""

  /// Whether nothing (more) was found.
  private(set) var hasFailed = false

  private var place: Int

  /// A search that has not begun to look.
  init(from line: Editline.Line, in entries: [String]) {
    original = line
    place = entries.count
  }

  /// What stands before the line.
  var prompt: String {
    "(\(hasFailed ? "not found" : "search")) \(pattern): "
  }

  /// Adds to the part looked for; answers the newest statement that fits, from the one shown on.
  mutating func type(_ scalar: Unicode.Scalar, in entries: [String]) -> Editline.Line? {
    pattern.unicodeScalars.append(scalar)
    return look(in: entries, upTo: place + 1)
  }

  /// Takes the last character from the part looked for, and starts again from the newest.
  mutating func erase(in entries: [String]) -> Editline.Line? {
    if !pattern.isEmpty { pattern.removeLast() }
    guard !pattern.isEmpty else {
      place = entries.count
      hasFailed = false
      return original
    }
    return look(in: entries, upTo: entries.count)
  }

  /// The next older statement that fits.
  mutating func older(in entries: [String]) -> Editline.Line? {
    pattern.isEmpty ? nil : look(in: entries, upTo: place)
  }

  private mutating func look(in entries: [String], upTo end: Int) -> Editline.Line? {
    let wanted = pattern.lowercased()
    for index in entries.indices.prefix(end).reversed() {
      guard let line = Self.parted(entries[index], at: wanted) else { continue }
      place = index
      hasFailed = false
      return line
    }
    hasFailed = true
    return nil
  }

  /// The entry with the cursor at the last place of `wanted`; nil where it is not in it.
  private static func parted(_ entry: String, at wanted: String) -> Editline.Line? {
    let folded = entry.lowercased()
    guard let found = folded.ranges(of: wanted).last else { return nil }
    // Lower case may be longer than the original: count characters.
    let start = folded.distance(from: folded.startIndex, to: found.lowerBound)
    return Editline.Line(
      before: String(entry.prefix(start)), after: String(entry.dropFirst(start)))
  }
}
