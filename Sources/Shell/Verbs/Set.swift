import Diagnostics
import Model
import Query

extension Verb {
  /// Settings.
  static let set = Verb(
    "set", .session, for: .session, summary: "list the settings, or change one",
    usage: ["set", "set NAME", "set NAME VALUE"],
    details: "Settings:\n" + HelpPage.aligned(Setting.all.map { ($0.name, $0.summary) }),
    examples: ["set limit 5"], completes: .settings
  ) { (arguments, _) throws(Diagnostic) in
    if let sign = arguments.words.dropFirst().first, sign.pieces == [.bare("=")] {
      throw Diagnostic(
        "a value follows its setting without =", at: sign.span,
        help:
          "like: set \(arguments.words[0].text) \(arguments.words.dropFirst(2).first?.text ?? "…")")
    }
    try arguments.atMost(2)
    guard let name = arguments.words.first else {
      return .command("list the settings") { (session, console) throws(Diagnostic) in
        // All of them, however few rows of an answer are shown.
        var whole = session
        whole.settings.limit = nil
        try whole.show(settingsTable(session.settings), to: console)
      }
    }
    guard let setting = Setting.named(name.text) else {
      throw Diagnostic(
        "there is no setting “\(name.text)”", at: name.span,
        help: suggestion(for: name.text, among: Setting.all.map(\.name)) ?? "set lists them")
    }
    guard let value = arguments.words.dropFirst().first else {
      return .command("say what \(setting.name) is") { (session, console) throws(Diagnostic) in
        try console.write("\(setting.read(session.settings))\n")
      }
    }
    // Tried on a copy, so that a wrong value is found before the script runs.
    var trial = Settings()
    guard setting.write(&trial, value.text) else {
      throw Diagnostic(
        "\(setting.name) cannot be “\(value.text)”", at: value.span,
        help: "it takes \(setting.takes)")
    }
    return .command("set \(setting.name) to \(value.text)") { (session, _) in
      _ = setting.write(&session.settings, value.text)
    }
  }

  private static func settingsTable(_ settings: Settings) -> Table {
    Table(
      name: "settings", rowCount: Setting.all.count,
      fields: [
        .init("setting", .text(TextColumn(Setting.all.map(\.name)))),
        .init("value", .text(TextColumn(Setting.all.map { $0.read(settings) }))),
        .init("meaning", .text(TextColumn(Setting.all.map(\.summary)))),
      ])
  }
}
