public import Diagnostics
public import Model

/// Finds where a text matches: byte ranges of its UTF-8, half-open, in order, not overlapping. Throws where that would
/// take too long.
public typealias TextSearch = @Sendable (String) throws(Diagnostic) -> [Range<Int>]

/// What any of several searches finds in a text, overlapping matches joined.
public func matches(
  in text: String, foundBy searches: [TextSearch]
) throws(Diagnostic) -> [Range<Int>] {
  var ranges: [Range<Int>] = []
  for search in searches { ranges += try search(text) }
  return joined(ranges.sorted { $0.lowerBound < $1.lowerBound })
}

extension Table.Highlight {
  /// What any of several searches found in the named columns. Nothing is painted in a text that would take too long:
  /// the rows were selected without a complaint.
  public init(columns: Set<String>, foundBy searches: [TextSearch]) {
    self.init(columns: columns) { text in
      (try? Query.matches(in: text, foundBy: searches)) ?? []
    }
  }
}
