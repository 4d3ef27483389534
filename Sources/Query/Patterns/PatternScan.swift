import Diagnostics
import Model

/// The walk over all matches of a pattern in one text after another, told in true bytes.
struct PatternScan: ~Copyable {
  private let pattern: Pattern
  private let interrupt: Interrupt
  private let matcher: PatternMatcher
  private var folded = FoldedText()

  init(_ pattern: Pattern, interrupt: Interrupt) throws(Diagnostic) {
    self.pattern = pattern
    self.interrupt = interrupt
    matcher = try PatternMatcher(pattern.compiled)
  }

  /// Calls `body` for each match of a text, in order, until it says no, with the true bytes of the
  /// whole match and then of each group; nil for a group that took no part.
  ///
  /// Of matches that folding put into the same true character only the first one counts.
  mutating func forEachMatch(
    in text: Span<UInt8>, _ body: (_ whole: Range<Int>, _ groups: [Range<Int>?]) -> Bool
  ) throws(Diagnostic) {
    if pattern.isExact {
      try walk(text, body)
      return
    }
    folded.fold(text)
    let folded = self.folded
    var end = 0
    var lastEmpty = -1
    try walk(folded.bytes.span) { whole, groups in
      let whole = folded.trueRange(of: whole)
      if whole.lowerBound < end || whole.isEmpty && whole.lowerBound == lastEmpty { return true }
      end = whole.upperBound
      if whole.isEmpty { lastEmpty = end }
      return body(whole, groups.map { $0.map(folded.trueRange) })
    }
  }

  private func walk(
    _ subject: Span<UInt8>, _ body: (_ whole: Range<Int>, _ groups: [Range<Int>?]) -> Bool
  ) throws(Diagnostic) {
    if let literal = pattern.literal, literal.first(in: subject) == nil { return }
    var offset = 0
    var options: PatternMatcher.Options = []
    while offset <= subject.count {
      try interrupt.check()
      if try matcher.matches(subject, from: offset, options: options) {
        guard let whole = matcher.range(ofGroup: 0), body(whole, matcher.groups) else { return }
        // After an empty match one that is not empty may begin at the same place.
        options = whole.upperBound > offset ? [] : [.notEmptyAtStart, .anchored]
        offset = max(offset, whole.upperBound)
      } else if options.isEmpty {
        return
      } else {
        options = []
        offset += offset < subject.count ? subject.scalar(at: offset).length : 1
      }
    }
  }
}
