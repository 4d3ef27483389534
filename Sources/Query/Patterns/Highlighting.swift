import Diagnostics
public import Model

extension Table.Highlight {
  /// What any of several searches found in the named columns, overlapping matches joined.
  public init(columns: Set<String>, foundBy searches: [Search]) {
    self.init(columns: columns) { (text) throws(Diagnostic) in
      var ranges: [Range<Int>] = []
      for search in searches { ranges += try search(text) }
      return joined(ranges.sorted { $0.lowerBound < $1.lowerBound })
    }
  }
}
