/// Candidates laid out in columns, read downwards as `ls` does, or one a line with notes.
struct CandidateList {
  /// The candidates; what they show is clean.
  let candidates: [Completion.Candidate]

  /// The columns that a text takes on the screen.
  let columns: (String) -> Int

  /// The list for a screen, with a last line that counts what did not fit.
  ///
  /// - Parameters:
  ///   - width: columns of the screen; a note that is longer is cut.
  ///   - height: lines that the list may take.
  func lines(width: Int, height: Int) -> [String] {
    let hasNotes = candidates.contains { $0.note != nil }
    // One or two long names do not push the notes of all others to the edge.
    let nameWidth = Swift.min(candidates.map { columns($0.display) }.max() ?? 0, width / 2)
    let cells = candidates.map { candidate in
      guard let note = candidate.note else { return candidate.display }
      let padding = String(
        repeating: " ", count: Swift.max(0, nameWidth - columns(candidate.display)))
      return cut("\(candidate.display)\(padding)  \(note)", to: width)
    }
    let cellWidth = (cells.map(columns).max() ?? 0) + 2
    let across = hasNotes ? 1 : Swift.max(1, width / cellWidth)
    let down = (cells.count + across - 1) / across
    let shownDown = down <= height ? down : Swift.max(1, height - 1)
    // Of a list that is too long, the first screenful in its order is laid out.
    let shown = Array(cells.prefix(shownDown * across))
    var lines = (0..<shownDown).map { row in
      let places = stride(from: row, to: shown.count, by: shownDown)
      return places.reduce(into: "") { line, place in
        line += shown[place]
        if place + shownDown < shown.count {
          line += String(repeating: " ", count: cellWidth - columns(shown[place]))
        }
      }
    }
    if shown.count < cells.count { lines.append("… \(cells.count - shown.count) more") }
    return lines
  }

  /// As much of a line as the screen has room for.
  private func cut(_ line: String, to width: Int) -> String {
    guard columns(line) > width else { return line }
    var (kept, used) = ("", 1)
    for character in line {
      used += columns(String(character))
      if used > width { break }
      kept.append(character)
    }
    return kept + "…"
  }
}
