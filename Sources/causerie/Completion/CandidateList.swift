/// Candidates laid out in columns, read downwards as `ls` does, or one a line with notes.
struct CandidateList {
  /// The candidates; what they show is clean.
  let candidates: [Completion.Candidate]

  /// The columns that a text takes on the screen.
  let columns: (String) -> Int

  /// The list for a screen, with a last line that counts what did not fit.
  ///
  /// - Parameters:
  ///   - width: columns of the screen; a longer line is cut by the terminal's edge.
  ///   - height: lines that the list may take.
  func lines(width: Int, height: Int) -> [String] {
    let cells = candidates.map { candidate in
      candidate.note.map { "\(candidate.display)  \($0)" } ?? candidate.display
    }
    let cellWidth = (cells.map(columns).max() ?? 0) + 2
    let across = candidates.contains { $0.note != nil } ? 1 : Swift.max(1, width / cellWidth)
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
}
