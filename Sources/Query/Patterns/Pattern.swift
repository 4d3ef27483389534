public import Diagnostics
public import Model

/// A regular expression in PCRE2's syntax, run on folded text or on text as it is written.
///
/// Unicode throughout; `^` and `$` match at line ends, `.` within a line. On folded text its
/// literal characters and the members of its classes are folded, escapes and properties are not:
/// `É` finds *été*, `\x{C9}` and `\p{Lu}` find nothing unless the pattern is exact.
///
/// A value that any number of threads may use. A match that would take too long throws.
public struct Pattern: Sendable {
  /// The pattern as the user wrote it.
  public let source: String
  /// Whether it runs on text as it is written.
  public let isExact: Bool

  let compiled: CompiledPattern
  /// A text that every match holds, to pass over texts quickly; nil where none is known.
  let literal: Needle?
  /// The same, to be found in texts that are not folded yet; nil where it cannot be.
  private let written: WrittenNeedle?

  /// Compiles a pattern; with `wholeWords` it matches only where no word goes on at its ends.
  ///
  /// Throws where it does not compile; the span is of bytes of `source`.
  public init(_ source: String, exact: Bool = false, wholeWords: Bool = false) throws(Diagnostic) {
    self.source = source
    isExact = exact
    // The original is compiled for its complaints, which then point into what the user wrote.
    let original = try Pattern.compile(source, exact: exact)
    let folded = FoldedPattern(source, isExact: exact)
    if exact && !wholeWords {
      compiled = original
    } else {
      compiled = try Pattern.compile(
        wholeWords ? folded.betweenWordBorders : folded.source, exact: exact, standingFor: source)
    }
    literal = requiredLiteral(of: folded).flatMap { Needle($0) }
    written = exact ? nil : literal.flatMap { WrittenNeedle($0, isAll: false) }
  }

  /// How many capturing groups there are.
  public var groupCount: Int { compiled.groupCount }

  /// The number of the group with a name; nil where there is none.
  public func group(named name: String) -> Int? { compiled.group(named: name) }

  private static func compile(
    _ source: String, exact: Bool, standingFor original: String? = nil
  ) throws(Diagnostic) -> CompiledPattern {
    do {
      return try CompiledPattern(source, trustsText: !exact)
    } catch {
      if let original {
        throw Diagnostic.usage(
          "the pattern cannot be folded: \(error.message)", at: SourceSpan(0, original.utf8.count),
          help: "exact turns folding off")
      }
      throw Diagnostic.usage(
        "the pattern does not compile: \(error.message)",
        at: span(of: error.offset, in: source))
    }
  }

  /// The character at an offset, or the place after the last one.
  private static func span(of offset: Int, in source: String) -> SourceSpan {
    let bytes = Array(source.utf8)
    guard offset < bytes.count else { return SourceSpan(bytes.count, bytes.count) }
    return SourceSpan(offset, offset + bytes.span.scalar(at: offset).length)
  }

  /// For each row whether its text matches; null does not.
  public func select(
    _ column: TextColumn, interrupt: Interrupt = .never
  ) throws(Diagnostic) -> [Bool] {
    var selected = [Bool](repeating: false, count: column.count)
    let matcher = try PatternMatcher(compiled)
    let blocks = TextBlocks(column: column, folded: !isExact)
    try blocks.forEach(holding: written, interrupt) { (bytes, block) throws(Diagnostic) in
      var row = block.rows.lowerBound
      // With a literal only texts that hold it, or that it runs into, are matched.
      var hit = 0
      while true {
        if let literal {
          guard let next = literal.first(in: bytes, from: hit) else { return }
          hit = next
        }
        guard let (found, range) = block.next(from: row, behind: literal == nil ? hit - 1 : hit)
        else { return }
        row = found + 1
        hit = max(hit, range.upperBound)
        try interrupt.check()
        selected[found] = try matcher.matches(bytes.extracting(range))
      }
    }
    return selected
  }
}
