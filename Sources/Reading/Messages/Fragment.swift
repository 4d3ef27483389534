import Model

/// Lines that belong to no message, since lines before them are missing.
struct Fragment {
  /// The number of its first line, from 0.
  let line: Int
  /// Its lines, without the last line end.
  let text: Range<Int>
  /// The header that it stands before; as many as there are headers for the last one.
  let header: Int

  /// The fragments of a text, ascending: before lines that are missing there is none where a header
  /// stands right behind them.
  static func all(in headers: HeaderLines, of text: SharedBytes) -> [Fragment] {
    let openings = headers.marked
    let end = headers.end(of: text)
    return openings.indices.compactMap { opening in
      let (line, start) = openings[opening]
      let header = headers.place(from: start)
      let next = header < headers.count ? Int(headers.starts[header]) : end + 1
      guard next != start else { return nil }
      let limit = opening + 1 < openings.count ? min(openings[opening + 1].start, next) : next
      return Fragment(line: line, text: start..<max(start, limit - 1), header: header)
    }
  }
}
