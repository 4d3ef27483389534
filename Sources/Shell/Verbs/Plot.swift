import Diagnostics
import Model
import Output
import Query

extension Verb {
  /// A drawing of a table.
  static let plot = Verb(
    "plot", .sink, for: .count, summary: "draw a table as bars, lines, shades or bins",
    usage: ["… | plot [KIND] [x, y] [--svg FILE]", "plot"],
    details: """
      Kinds:
      \(HelpPage.aligned(Plot.all.map { ($0.name, $0.summary) }))

      Without a kind the columns choose: one column of numbers, durations or dates is put into \
      bins; names, and up to 31 periods or numbers, get bars; more of them, or several columns \
      over periods, lines; two keys, pivoted or not, shades.

      x is the column along the axis, y what is drawn; without them x is the first column and y \
      the columns of numbers after it. A second column of names or periods makes a series, or a \
      column of shades, of each of its values. hist and spark take one name, that of the numbers.

      Bins are as wide as Freedman and Diaconis say, where half of the values are one as Sturges \
      says, made round: 1, 2 or 5 times a power of ten, or what clocks and calendars have. Few \
      values far away share the last; where one would hold most of them, bins grow.

      --svg writes a picture, light or dark as the reader's screen is.
      """,
    options: [
      Option(
        "--svg", value: "FILE", "write a picture to a file, or - for standard output",
        completes: .path),
      Option("--force", "replace an existing file"),
    ],
    examples: [
      "messages | count by month fill | plot",
      "messages | count by weekday, hour fill | pivot hour | plot heat",
      "messages | plot hist words",
    ],
    completes: .plots
  ) { (arguments, preparation) throws(Diagnostic) in
    let request = try plotRequest(arguments, preparation.input)
    let picture = arguments.value("--svg")
    if picture == nil, let force = arguments.options.first(where: { $0.name == "--force" }) {
      throw Diagnostic("--force goes with --svg FILE", at: force.span)
    }
    let replaces = arguments.has("--force")
    let words = request.plot.map { "draw it as \($0.name)" } ?? "draw it"
    return Step(schema: preparation.input, words: words, .ends) {
      (table, session, console) throws(Diagnostic) in
      guard let table else { return nil }
      let interrupt = session.world.interrupt
      let plotted: PlottedTable
      do throws(Diagnostic) {
        plotted = try request.read(table, interrupt: interrupt)
      } catch {
        throw error.placed(at: arguments.verb.span)
      }
      if table.rowCount == 0 { console.say(.note("no rows to draw")) }
      guard let picture else {
        try plotted.write(to: console.results, screen: session.settings.screen(console.screen))
        return table
      }
      if picture.text == "-", picture.pieces == [.bare("-")] {
        try plotted.writeSVG(to: console.results)
        return table
      }
      var file = TargetFile(
        path: session.world.expanded(picture.text), directory: session.world.directory)
      file.replaces = replaces
      file.inputs = session.inputPaths
      file.interrupt = interrupt
      do throws(Diagnostic) {
        try file.write { (sink) throws(Diagnostic) in try plotted.writeSVG(to: sink) }
      } catch {
        throw error.placed(at: picture.span)
      }
      console.tell("wrote \(file.path): \(plotted.plot.name) of: \(table.name)")
      return table
    }
  }

  /// The line that counts by what a plot is asked for, `month` or what stands behind `by`; nil where it is asked for
  /// columns.
  private static func countFirst(
    _ words: [String], _ wrong: String, _ input: Schema
  ) -> String? {
    let keys = Period.Unit.allCases.map(\.rawValue) + ["weekday", "hour"]
    var key = keys.contains(wrong) && input.column("date") != nil ? wrong : nil
    if let by = words.firstIndex(of: "by"), by + 1 < words.count { key = words[by + 1] }
    return key.map { "count first: count by \($0) | plot" }
  }

  /// The kind and the columns that the words name: the first word may be a kind, the others are columns
  /// with commas or blanks between them.
  private static func plotRequest(
    _ arguments: Arguments, _ input: Schema?
  ) throws(Diagnostic) -> PlotRequest {
    var words = arguments.words
    var request = PlotRequest()
    if let first = words.first, case .bare(let text)? = first.pieces.first, first.pieces.count == 1
    {
      request.plot = Plot.named(text)
      if request.plot != nil { words.removeFirst() }
    }
    for word in words {
      for name in word.separated(by: ",") where !name.text.isEmpty {
        request.columns.append(PlotRequest.Column(name.text, at: name.span))
      }
    }
    guard let input, !input.isOpen else { return request }
    for column in request.columns where input.column(column.text) == nil {
      let isFirst = request.plot == nil && column == request.columns[0]
      let kinds = Plot.all.map(\.name)
      throw Diagnostic.usage(
        isFirst
          ? "“\(column.text)” is neither a plot nor a column of \(input.name)"
          : "\(input.name) has no column “\(column.text)”",
        at: column.span,
        help: countFirst(request.columns.map(\.text), column.text, input) ?? suggestion(
          for: column.text, among: input.columns.map(\.name) + (isFirst ? kinds : []))
          ?? (isFirst ? "plots: \(kinds.joined(separator: ", "))" : nil))
    }
    return request
  }
}

extension Diagnostic {
  /// The same error with a place, where it is about the line and has none.
  fileprivate func placed(at place: SourceSpan) -> Diagnostic {
    guard cause == .line, span == nil else { return self }
    var placed = self
    placed.span = place
    return placed
  }
}

extension Word {
  /// The word cut at a character outside quotes.
  fileprivate func separated(by separator: Character) -> [Word] {
    var parts: [[Piece]] = [[]]
    for piece in pieces {
      guard case .bare(let text) = piece else {
        parts[parts.count - 1].append(piece)
        continue
      }
      for (place, part) in text.split(separator: separator, omittingEmptySubsequences: false)
        .enumerated()
      {
        if place > 0 { parts.append([]) }
        if !part.isEmpty { parts[parts.count - 1].append(.bare(String(part))) }
      }
    }
    return parts.map { Word($0, at: span) }
  }
}
