public import Diagnostics
import Model

/// A page of facts, ranked counts and grids: what `stats` and the summary of a load print.
public struct Report: Sendable {
  /// Its parts, in order.
  public var sections: [Section] = []

  /// An empty page.
  public init() {}

  /// A part of the page.
  public struct Section: Sendable {
    /// What stands above it; nil for nothing.
    public let title: String?
    /// What it shows.
    public let content: Content

    /// A part with a title or none.
    public init(_ title: String? = nil, _ content: Content) {
      self.title = title
      self.content = content
    }
  }

  /// What a part shows.
  public enum Content: Sendable {
    /// A label and what is said of it, a line each.
    case facts([(label: String, value: String)])
    /// A label, how many, and a bar as long as that; what is not listed is counted without one.
    case bars([(label: String, count: Int)], rest: (label: String, count: Int)? = nil)
    /// Counts in rows and columns, as shades.
    case grid(rows: [String], columns: [String], counts: [[Int]])
  }

  /// Writes the page: a blank line between parts, the values of all facts in one column.
  public func write(to sink: Sink, screen: Screen) throws(Diagnostic) {
    let ink = Ink(screen)
    var text = ""
    for (index, section) in sections.enumerated() {
      if index > 0 { text += "\n" }
      if let title = section.title { text += ink.paint(shown(title, on: screen), .heading) + "\n" }
      switch section.content {
      case .facts(let facts): text += lines(facts, screen)
      case .bars(let bars, let rest): text += lines(bars, rest, screen, ink)
      case .grid(let rows, let columns, let counts):
        text += lines(rows, columns, counts, screen)
      }
    }
    try sink.write(text)
  }

  private func shown(_ text: String, on screen: Screen) -> String {
    screen.isTerminal ? visible(text) : text
  }

  private func lines(_ facts: [(label: String, value: String)], _ screen: Screen) -> String {
    let labels = facts.map { shown($0.label, on: screen) }
    let width = labels.map { displayWidth(of: $0) }.max() ?? 0
    return zip(labels, facts).map { label, fact in
      let value = shown(fact.value, on: screen)
      let lead = padded(label, to: width) + "  "
      guard screen.isTerminal else { return lead + value + "\n" }
      return filledLines(
        value.split(separator: " "), to: screen.columns, after: lead, hanging: width + 2
      ).map { $0 + "\n" }.joined()
    }.joined()
  }

  /// Columns that a bar may take where the screen gives no other number.
  private static let barRoom = 40

  private func lines(
    _ bars: [(label: String, count: Int)], _ rest: (label: String, count: Int)?, _ screen: Screen,
    _ ink: Ink
  ) -> String {
    let most = bars.map(\.count).max() ?? 0
    let rows = bars + [rest].compactMap(\.self)
    let labels = rows.map {
      CutText(
        $0.label, to: screen.isTerminal ? 28 : nil, dots: Glyphs.of(screen).dots, matches: [],
        ink: ink)
    }
    let width = labels.map(\.width).max() ?? 0
    let counts = rows.map { grouped($0.count) }
    let countWidth = counts.map(\.count).max() ?? 0
    let room = screen.isTerminal ? screen.columns - width - countWidth - 4 : Report.barRoom
    return rows.indices.map { index in
      let label = labels[index].text + String(repeating: " ", count: width - labels[index].width)
      let count = padded(counts[index], to: countWidth, isRight: true)
      let length = Swift.min(Report.barRoom, Swift.max(0, room))
      let share = most == 0 || index >= bars.count ? 0 : Double(rows[index].count) / Double(most)
      let bar = Glyphs.of(screen).bar(share, of: length)
      return "\(label)  \(count)" + (bar.isEmpty ? "" : "  \(bar)") + "\n"
    }.joined()
  }

  /// Shades of counts; on a terminal in as many blocks one below the other as its width asks for.
  private func lines(
    _ rows: [String], _ columns: [String], _ counts: [[Int]], _ screen: Screen
  ) -> String {
    let glyphs = Glyphs.of(screen)
    let width = rows.map { displayWidth(of: $0) }.max() ?? 0
    let shades = Shades(of: counts)
    let cell = columns.map(\.count).max() ?? 1
    let fitting = screen.isTerminal ? (screen.columns - width - 1) / (cell + 1) : columns.count
    let blocks = columns.indices.pieces(of: Swift.max(1, fitting)).map { block in
      let head = columns[block].map { padded($0, to: cell, isRight: true) }
      var text = trimmed(padded("", to: width) + "  " + head.joined(separator: " ")) + "\n"
      for (row, line) in zip(rows, counts) {
        let cells = line[block].map { glyphs.cell(shades.level(Double($0)), of: cell) }
        text += trimmed(padded(row, to: width) + "  " + cells.joined(separator: " ")) + "\n"
      }
      return text
    }
    return blocks.joined(separator: "\n")
  }
}
