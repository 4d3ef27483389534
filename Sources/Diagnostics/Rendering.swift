extension Diagnostic {
  /// The complaint as text, without a line break at its end:
  ///
  ///     error: messages has no column “sendr”
  ///       messages | where sendr ~ "ana" | count
  ///                        ^^^^^ did you mean “sender”?
  ///
  /// - Parameters:
  ///   - text: the text that ``span`` points into unless the complaint knows its own ``source``;
  ///     nil where it is not at hand.
  ///   - width: columns that the quoted line may take; of a longer one the part around the fault
  ///     is shown.
  ///   - measure: the columns a character takes on the screen.
  public func text(
    in text: SourceText? = nil, width: Int = 80,
    measuring measure: (Character) -> Int = { _ in 1 }
  ) -> String {
    let layout = layout(in: text, width: width, measuring: measure)
    return (layout.head + layout.rest).joined(separator: "\n")
  }

  /// The lines of a complaint.
  public struct Layout {
    /// What is wrong, and in which script.
    public var head: [String]
    /// The line at fault with carets below it, and what to try.
    public var rest: [String]
  }

  /// Breaks words into lines: the text, what stands before it, the blanks before further lines.
  public typealias Filling = (_ text: String, _ lead: String, _ indent: Int) -> [String]

  /// The lines of ``text(in:width:measuring:)``; sentences wider than `width` are broken by `fill`, and
  /// stay as they are where there is none. What to try stands behind the carets if it fits there or has
  /// half of the width and does not make the complaint longer than a glance, else below them.
  public func layout(
    in text: SourceText? = nil, width: Int, measuring measure: (Character) -> Int,
    filling fill: Filling? = nil
  ) -> Layout {
    let fill = fill ?? { text, lead, _ in [lead + text] }
    let source = self.source ?? text
    var layout = Layout(head: fill(head(in: source), "", 2), rest: [])
    guard let source, let span, !source.text.isEmpty else {
      if let help { layout.rest = fill(help, "  ", 2) }
      return layout
    }
    let (line, start) = source.line(holding: span.lower)
    let fault = Fault(line: line, span: span.shifted(by: -start))
    let (quoted, carets) = fault.picture(within: Swift.max(20, width - 2), measuring: measure)
    layout.rest = ["  " + quoted]
    guard let help else {
      layout.rest.append("  " + carets)
      return layout
    }
    let lead = "  \(carets) "
    let beside = fill(help, lead, lead.count)
    let isShort = layout.head.count + 1 + beside.count <= Diagnostic.mostLines
    let isRoomy = lead.count <= width / 2 && beside[0].count > lead.count && isShort
    if beside.count == 1 || isRoomy {
      layout.rest += beside
    } else {
      layout.rest += ["  " + carets] + fill(help, "  ", 2)
    }
    return layout
  }

  /// The lines that a complaint takes at most where its sentences are not too long for that.
  private static let mostLines = 6

  private func head(in source: SourceText?) -> String {
    let said = "\(severity.rawValue): \(message)"
    guard let source, let name = source.name else { return said }
    guard let span else { return "\(name): \(said)" }
    let place = source.place(of: span.lower)
    return "\(name):\(place.line):\(place.column): \(said)"
  }
}

/// A line of source with the characters at fault in it.
private struct Fault {
  let before: Substring
  let marked: Substring
  let after: Substring

  init(line: Substring, span: SourceSpan) {
    let bytes = line.utf8
    func index(_ offset: Int) -> Substring.Index {
      let place = bytes.index(
        bytes.startIndex, offsetBy: Swift.max(0, offset), limitedBy: line.endIndex)
      guard let place, place < line.endIndex else { return line.endIndex }
      return line.index(before: line.index(after: place))
    }
    let lower = index(span.lower)
    let upper = Swift.max(lower, index(span.upper))
    before = line[..<lower]
    marked = line[lower..<upper]
    after = line[upper...]
  }

  func picture(within width: Int, measuring measure: (Character) -> Int) -> (String, String) {
    // No further than decides: a line may have millions of characters.
    func columns(_ characters: some Sequence<Character>) -> Int {
      var columns = 0
      for character in characters {
        columns += measure(character)
        if columns > width { break }
      }
      return columns
    }
    // Keep the fault, or its beginning where the line does not fit, then as much of what is before
    // and after it as fits beside the signs of cutting.
    let fits = columns(before) + columns(marked) + columns(after) <= width
    let markedWidth = fits ? columns(marked) : Swift.min(columns(marked), width / 2)
    let room = width - markedWidth - (fits ? 0 : 3)
    let lead = cut(
      before.reversed(), to: Swift.max(room / 2, room - columns(after)), measuring: measure)
    let tail = cut(after, to: room - lead.width, measuring: measure)
    let core = cut(marked, to: markedWidth, measuring: measure)
    let opening = lead.isCut ? "…" : ""
    let closing = tail.isCut ? "…" : ""
    let shown =
      opening + String(lead.kept.reversed()) + String(core.kept) + (core.isCut ? "…" : "")
      + String(tail.kept) + closing
    let indent = String(repeating: " ", count: columns(opening) + lead.width)
    let carets = String(repeating: "^", count: Swift.max(1, core.width))
    return (shown, indent + carets)
  }

  private func cut(
    _ characters: some Sequence<Character>, to width: Int, measuring measure: (Character) -> Int
  ) -> (kept: [Character], width: Int, isCut: Bool) {
    var kept: [Character] = []
    var used = 0
    for character in characters {
      let columns = measure(character)
      if used + columns > width { return (kept, used, true) }
      kept.append(character)
      used += columns
    }
    return (kept, used, false)
  }
}
