import Diagnostics
import Model

extension Format {
  /// A page that works offline: the conversation for messages, a table that can be sorted for others.
  static let html = Format(
    name: "html", summary: "a page to search, sort and print: messages as a conversation",
    endings: ["html", "htm"], options: [.view, .title]
  ) { (table, options, writer) throws(Diagnostic) in
    let isConversation = options.isConversation ?? ReadingView.fits(table)
    let table =
      options.isConversation == true ? try options.surroundings.conversation(table) : table
    writer.append(HTMLPage.head(table, options, isConversation: isConversation))
    if isConversation {
      try writeConversation(table, &writer)
    } else {
      if let plot = plot(of: table) { writer.append("<figure>\n\(plot)</figure>\n") }
      try writeTable(table, &writer)
    }
    writer.append(HTMLPage.foot)
  }

  /// The picture of an answer whose rows are groups; nil for other tables, and where none fits.
  private static func plot(of table: Table) -> String? {
    let isGrouped = table.fields.contains { field in
      if case .cells = field.meaning { return true }
      return field.meaning == .key
    }
    guard isGrouped, table.rowCount > 1, table.rowCount <= 10_000 else { return nil }
    return try? PlotRequest().read(table).svg()
  }
}

/// What stands around the rows of a page.
enum HTMLPage {
  /// The beginning of a page, with its title, when it was made, and how much came of it. What was asked
  /// is not told: names may stand in it that the rows no longer have.
  static func head(
    _ table: Table, _ options: Format.Options, isConversation: Bool
  ) -> String {
    let surroundings = options.surroundings
    let title = markupText(visible(options.title ?? surroundings.tableName))
    let what = isConversation ? "message" : "row"
    let count = counted(table.rowCount, what)
    let made = surroundings.moment.map { moment in
      let text = String(moment.description.prefix(16))
      return " · made <time datetime=\"\(text)\">"
        + text.split(separator: "T").joined(separator: " ") + "</time>"
    }
    return """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; \
      style-src 'unsafe-inline'; script-src '\(scriptHash)'; base-uri 'none'; form-action 'none'">
      <meta name="color-scheme" content="light dark">
      <meta name="generator" content="causerie">
      <title>\(title)</title>
      <style>\(style)</style>
      <noscript><style>.tools{display:none}th button{pointer-events:none}</style></noscript>
      </head>
      <body>
      <header>
      <h1 dir="auto">\(title)</h1>
      <p>\(count)\(made ?? "")</p>
      <p class="tools"><label>Search <input type="search" id="q" autocomplete="off"></label> \
      <output id="n" for="q"></output></p>
      </header>
      <main>

      """
  }

  /// The end of a page.
  static let foot = "</main>\n<script>\(script)</script>\n</body>\n</html>\n"
}
