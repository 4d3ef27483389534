/// A picture in SVG: a title and a description for who cannot see it, shapes and texts in the colours of
/// their roles, which follow the reader's light or dark screen.
struct Drawing {
  /// What it is called.
  let title: String
  /// What it shows, in a sentence.
  var about = ""
  /// Its size in the units that shapes are placed in.
  var width = 800.0
  var height = 100.0

  private var body = ""

  init(title: String) {
    self.title = title
  }

  /// Where a text has its place: the start, the middle or the end of it.
  enum Anchor: String {
    case start
    case middle
    case end
  }

  /// About how wide a text of the size that labels have is.
  static func width(of text: String) -> Double { Double(displayWidth(of: visible(text))) * 7 }

  /// Adds a text; a long one is cut to about `most` wide.
  mutating func text(
    _ text: String, _ x: Double, _ y: Double, _ anchor: Anchor = .start, class role: String = "l",
    most: Double = 240
  ) {
    let columns = Swift.max(1, wholeNumber(most / 7))
    let shown = CutText(text, to: columns, matches: [], ink: Ink(.plain)).text
    body += "<text class=\"\(role)\" x=\"\(number(x))\" y=\"\(number(y))\""
    if anchor != .start { body += " text-anchor=\"\(anchor.rawValue)\"" }
    body += ">\(markupText(shown))</text>\n"
  }

  /// Adds a rectangle that says what it stands for where one points at it.
  mutating func rectangle(
    _ x: Double, _ y: Double, _ width: Double, _ height: Double, class role: String,
    opacity: Double? = nil, saying what: String
  ) {
    body += "<rect class=\"\(role)\" x=\"\(number(x))\" y=\"\(number(y))\""
    body += " width=\"\(number(Swift.max(0, width)))\" height=\"\(number(Swift.max(0, height)))\""
    if let opacity { body += " fill-opacity=\"\(number(opacity))\"" }
    body += "><title>\(markupText(visible(what)))</title></rect>\n"
  }

  /// Adds a straight line.
  mutating func line(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, class role: String) {
    body +=
      "<path class=\"\(role)\" d=\"M\(number(x1)) \(number(y1))L\(number(x2)) \(number(y2))\"/>\n"
  }

  /// Adds lines through points; nil parts them.
  mutating func path(_ points: [(x: Double, y: Double)?], class role: String) {
    var text = ""
    var isOpen = false
    for (place, point) in points.enumerated() {
      guard let point else {
        isOpen = false
        continue
      }
      text += "\(isOpen ? "L" : "M")\(number(point.x)) \(number(point.y))"
      // A point alone is a line of no length, which round ends make visible.
      let isAlone = !isOpen && (place + 1 == points.count || points[place + 1] == nil)
      if isAlone { text += "h0" }
      isOpen = true
    }
    body += "<path class=\"\(role)\" d=\"\(text)\"/>\n"
  }

  /// Adds the mark of a series: each has a shape of its own.
  mutating func mark(_ series: Int, _ x: Double, _ y: Double, saying what: String = "") {
    let shape: String =
      switch series % 4 {
      case 0: "M-4 0a4 4 0 1 0 8 0a4 4 0 1 0 -8 0z"
      case 1: "M0 -5L5 4L-5 4z"
      case 2: "M-4 -4H4V4H-4z"
      default: "M0 -5L5 0L0 5L-5 0z"
      }
    // Of the second four only the outline is drawn.
    let role = series < 4 ? "f\(series % 8)" : "o s\(series % 8)"
    body +=
      "<path class=\"\(role)\" transform=\"translate(\(number(x)) \(number(y)))\" d=\"\(shape)\">"
    body += what.isEmpty ? "</path>\n" : "<title>\(markupText(visible(what)))</title></path>\n"
  }

  /// The whole, as a file or a part of a page.
  var document: String {
    let size = "\(number(width)) \(number(height))"
    return """
      <svg xmlns="http://www.w3.org/2000/svg" class="plot" role="img" viewBox="0 0 \(size)" \
      width="\(number(width))" height="\(number(height))" font-family="system-ui, sans-serif" \
      font-size="13">
      <title>\(markupText(visible(title)))</title>
      <desc>\(markupText(visible(about)))</desc>
      <style>\(Drawing.style)</style>
      <rect class="bg" width="100%" height="100%"/>
      \(body)</svg>

      """
  }

  private func number(_ value: Double) -> String { floatText((value * 100).rounded() / 100) }

  /// Eight colours that who sees no red or no green can tell apart, darker on light ground; lines also
  /// differ by their dashes.
  private static let colors: [(light: String, dark: String)] = [
    ("#0b61a4", "#6cb6ff"), ("#b34e00", "#ffa657"), ("#1a7f4b", "#56d491"),
    ("#8a3ea8", "#d2a8ff"), ("#00737d", "#5ad4dd"), ("#a4133c", "#ff8fa3"),
    ("#6b5a00", "#e3c84b"), ("#4d4d4d", "#c9c9c9"),
  ]

  private static let dashes = ["", "7 4", "2 4", "10 4 2 4", "4 4", "12 4", "1 3", "8 3 2 3 2 3"]

  private static let style: String = {
    func rules(_ ground: String, _ text: String, _ rule: String, _ color: (Int) -> String) -> String
    {
      let series = colors.indices.map {
        ".plot .f\($0){fill:\(color($0))}.plot .s\($0){stroke:\(color($0))}"
      }
      return ".plot .bg{fill:\(ground)}.plot text{fill:\(text)}.plot .g{stroke:\(rule)}"
        + series.joined()
    }
    let dashed = dashes.indices.dropFirst().map { ".plot .d\($0){stroke-dasharray:\(dashes[$0])}" }
    return
      ".plot path{fill:none}.plot .p{stroke-width:2;stroke-linejoin:round;stroke-linecap:round}"
      + ".plot .o{stroke-width:1.6}.plot .t{font-weight:600;font-size:15px}" + dashed.joined()
      + rules("#ffffff", "#1f2328", "#d8dee4") { colors[$0].light }
      + "@media (prefers-color-scheme:dark){"
      + rules("#0d1117", "#e6edf3", "#30363d") { colors[$0].dark } + "}"
  }()
}

/// A text as it must stand in HTML or SVG to be read as it is.
func markupText(_ text: String) -> String {
  var escaped = ""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "&": escaped += "&amp;"
    case "<": escaped += "&lt;"
    case ">": escaped += "&gt;"
    case "\"": escaped += "&quot;"
    case "'": escaped += "&#39;"
    default: escaped.unicodeScalars.append(scalar)
    }
  }
  return escaped
}
