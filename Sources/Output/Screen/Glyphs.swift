/// What rules, boxes, bars and plots are drawn with. Each mark takes one column.
struct Glyphs: Sendable {
  /// A column filled from the left, the least first, full last.
  let fromLeft: [String]
  /// A column filled from its right half, and full: for bars that grow to the left.
  let fromRight: [String]
  /// A column filled from below, the least first, full last.
  let fromBelow: [String]
  /// Nothing, then each of the ``Shades``, each darker.
  let shades: [String]
  /// What tells the lines of a plot apart, one each.
  let marks: [String]
  /// Where several of them meet.
  let several: String
  /// A line that goes on, and one that climbs.
  let horizontal, vertical: String
  /// Where a line turns: from the left up, from below right, from the left down, from above right.
  let leftUp, belowRight, leftDown, aboveRight: String
  /// An axis: the upright one, its ticks, the corner, the lying one, its ticks.
  let axis, axisTick, corner, base, baseTick: String
  /// The cut end of a text.
  let dots: String
  /// No value.
  let null: String
  /// Rows that are left out.
  let gap: String
  /// The corners and crossings of a box, row by row, and what stands between its cells.
  let box: (top: [String], middle: [String], bottom: [String], side: String)

  /// The marks for a screen.
  static func of(_ screen: Screen) -> Glyphs { screen.drawsUnicode ? unicode : ascii }

  static let unicode = Glyphs(
    fromLeft: ["▏", "▎", "▍", "▌", "▋", "▊", "▉", "█"], fromRight: ["▐", "█"],
    fromBelow: ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"], shades: ["·", "░", "▒", "▓", "█"],
    marks: ["●", "▲", "■", "◆", "○", "△", "□", "◇"], several: "✱",
    horizontal: "─", vertical: "│", leftUp: "╯", belowRight: "╭", leftDown: "╮", aboveRight: "╰",
    axis: "│", axisTick: "┤", corner: "└", base: "─", baseTick: "┬",
    dots: "…", null: "·", gap: "⋯",
    box: (["┌", "┬", "┐"], ["├", "┼", "┤"], ["└", "┴", "┘"], "│"))

  static let ascii = Glyphs(
    fromLeft: ["#"], fromRight: ["#"],
    fromBelow: ["_", ".", "-", "=", "+", "*", "%", "#"], shades: [".", ":", "+", "#", "@"],
    marks: ["o", "x", "*", "+", "#", "@", "%", "&"], several: "!",
    horizontal: "-", vertical: "|", leftUp: "'", belowRight: ".", leftDown: ".", aboveRight: "'",
    axis: "|", axisTick: "+", corner: "+", base: "-", baseTick: "+",
    dots: "~", null: "-", gap: ":",
    box: (["+", "+", "+"], ["+", "+", "+"], ["+", "+", "+"], "|"))
}

extension Glyphs {
  /// A bar that takes a share of a length; anything over 0 shows.
  ///
  /// - Parameters:
  ///   - share: from 0 to 1.
  ///   - length: columns of the whole.
  ///   - isFromRight: whether it grows from the right end to the left.
  func bar(_ share: Double, of length: Int, isFromRight: Bool = false) -> String {
    guard share > 0, length > 0 else { return "" }
    let parts = isFromRight ? fromRight : fromLeft
    let filled = Swift.max(1, wholeNumber(Swift.min(1, share) * Double(length * parts.count)))
    let whole = String(repeating: parts[parts.count - 1], count: filled / parts.count)
    let rest = filled % parts.count
    guard rest > 0 else { return whole }
    return isFromRight ? parts[rest - 1] + whole : whole + parts[rest - 1]
  }

  /// A cell of so many columns in one of the ``Shades``, from 0 for nothing.
  func cell(_ level: Int, of width: Int) -> String {
    String(repeating: level == 0 ? " " : shades[level], count: width - 1) + shades[level]
  }
}

/// The nearest whole number, kept within what every calculation with it can bear; 0 for what is none.
func wholeNumber(_ number: Double) -> Int {
  guard !number.isNaN else { return 0 }
  return Int(Swift.max(-9e15, Swift.min(9e15, number.rounded())))
}
