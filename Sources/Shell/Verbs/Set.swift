import Diagnostics
import Model
import Query

extension Verb {
  /// Settings.
  static let set = Verb(
    "set", .session, for: .session, summary: "list the settings, or change one",
    usage: ["set", "set NAME", "set NAME VALUE [--save]", "set --save"],
    details: """
      What is changed holds for the session; with --save the settings that differ from those at the \
      first start are written to the init file, $XDG_CONFIG_HOME/causerie/init.causerie or \
      ~/.config/causerie/init.causerie, whose other lines stay as they are.

      Settings:
      \(HelpPage.aligned(Setting.all.map { ($0.name, $0.summary) }))
      """,
    options: [Option("--save", "keep the settings for sessions to come")],
    examples: ["set limit 5"], completes: .settings
  ) { (arguments, preparation) throws(Diagnostic) in
    let saves = arguments.has("--save")
    if saves, preparation.session.world.initFile == nil {
      throw Diagnostic(
        "there is no folder for an init file", at: preparation.call.span,
        help: "HOME or XDG_CONFIG_HOME names one")
    }
    if let sign = arguments.words.dropFirst().first, sign.pieces == [.bare("=")] {
      throw Diagnostic(
        "a value follows its setting without =", at: sign.span,
        help:
          "like: set \(arguments.words[0].text) \(arguments.words.dropFirst(2).first?.text ?? "…")")
    }
    try arguments.atMost(2)
    guard let name = arguments.words.first else {
      if saves {
        return .command("keep the settings") { (session, console) throws(Diagnostic) in
          try session.keepSettings(console)
        }
      }
      return .command("list the settings") { (session, console) throws(Diagnostic) in
        // All of them, however few rows of an answer are shown.
        var whole = session
        whole.settings.limit = nil
        try whole.show(settingsTable(session.settings), to: console)
      }
    }
    guard let setting = Setting.named(name.text) else {
      let sides = name.text.split(separator: "=", maxSplits: 1).map(String.init)
      let joined = sides.first.flatMap(Setting.named).map { setting in
        "like: set \(setting.name) \(sides.count > 1 ? sides[1] : "VALUE")"
      }
      throw Diagnostic(
        "there is no setting “\(name.text)”", at: name.span,
        help: joined ?? suggestion(for: name.text, among: Setting.all.map(\.name))
          ?? "set lists them")
    }
    guard let value = arguments.words.dropFirst().first else {
      if saves {
        throw Diagnostic(
          "set \(setting.name) --save has no value to keep", at: preparation.call.span,
          help: "set \(setting.name) VALUE --save; or set --save for all of them")
      }
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
    let words = "set \(setting.name) to \(value.text)" + (saves ? ", and keep the settings" : "")
    return .command(words) { (session, console) throws(Diagnostic) in
      _ = setting.write(&session.settings, value.text)
      if saves { try session.keepSettings(console) }
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
