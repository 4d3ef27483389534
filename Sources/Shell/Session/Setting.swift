import Diagnostics
import Output
import Query

/// A setting: its name, what it means, and how it is read and changed. Adding one is an entry in
/// ``all``.
struct Setting: Sendable {
  /// How `set` calls it.
  let name: String

  /// One line on what it does.
  let summary: String

  /// What values it takes, in words.
  let takes: String

  /// Values to complete it with, and to try.
  let values: [String]

  /// Its value, as `set` takes it.
  let read: @Sendable (Settings) -> String

  /// Changes it; nil where the text is no value for it.
  let write: @Sendable (inout Settings, String) -> Bool

  /// Every setting, in the order `set` lists them.
  static let all: [Setting] = answers + archives

  /// How answers look, and what a conversation is.
  private static let answers: [Setting] = [
    Setting(
      name: "limit", summary: "rows that a screen shows",
      takes: "a number of rows, or all", values: ["20", "all"],
      read: { $0.limit.map { String($0) } ?? "all" },
      write: { settings, text in
        guard text != "all" else {
          settings.limit = nil
          return true
        }
        guard let rows = Int(text), rows >= 0 else { return false }
        settings.limit = rows
        return true
      }),
    Setting(
      name: "width", summary: "columns to fit tables into",
      takes: "a number of columns from 1 to 100 000, or auto", values: ["auto"],
      read: { $0.width.map { String($0) } ?? "auto" },
      write: { settings, text in
        guard text != "auto" else {
          settings.width = nil
          return true
        }
        guard let columns = Int(text), (1...100_000).contains(columns) else { return false }
        settings.width = columns
        return true
      }),
    Setting(
      name: "color", summary: "colour on a terminal",
      takes: "auto, on or off", values: ["auto", "on", "off"],
      read: { $0.color.map { $0 ? "on" : "off" } ?? "auto" },
      write: { settings, text in
        guard text != "auto" else {
          settings.color = nil
          return true
        }
        guard let isOn = flag(text) else { return false }
        settings.color = isOn
        return true
      }),
    flag("pager", "page answers taller than the screen with $PAGER, or less", \.pager),
    flag("timing", "say how long each line took", \.timing),
    Setting(
      name: "output", summary: "the form of tables",
      takes: outputForms.joined(separator: ", "), values: outputForms,
      read: { $0.output },
      write: { settings, text in
        guard outputForms.contains(text) else { return false }
        settings.output = text
        return true
      }),
    Setting(
      name: "conversation", summary: "the silence that ends a conversation",
      takes: "a time, as 30min or 3h", values: ["30min", "3h", "1d"],
      read: { durationText($0.conversation) },
      write: { settings, text in
        guard let seconds = seconds(text), seconds > 0 else { return false }
        settings.conversation = seconds
        return true
      }),
  ]

  /// The setting with a name, nil where there is none.
  static func named(_ name: String) -> Setting? {
    all.first { $0.name == name }
  }

  /// The forms that a table may be printed in: for a screen, and as exports are written.
  static let outputForms =
    TableView.Form.allCases.map(\.rawValue)
    + Format.all.filter { $0.isStream && !["html", "txt", "documents"].contains($0.name) }
    .map(\.name)

  /// A setting that is on or off.
  private static func flag(
    _ name: String, _ summary: String, _ place: any WritableKeyPath<Settings, Bool> & Sendable
  ) -> Setting {
    Setting(
      name: name, summary: summary, takes: "on or off", values: ["on", "off"],
      read: { $0[keyPath: place] ? "on" : "off" },
      write: { settings, text in
        guard let isOn = flag(text) else { return false }
        settings[keyPath: place] = isOn
        return true
      })
  }

  private static func flag(_ text: String) -> Bool? {
    switch text {
    case "on", "true", "yes": true
    case "off", "false", "no": false
    default: nil
    }
  }

  /// A duration as the language writes it, in its largest whole unit.
  private static func durationText(_ seconds: Int64) -> String {
    let units: [(Int64, String)] = [(86_400, "d"), (3_600, "h"), (60, "min")]
    for (size, name) in units where seconds % size == 0 { return "\(seconds / size)\(name)" }
    return "\(seconds)s"
  }

  /// The seconds of a duration as the language writes it; nil where it is none, or one in months.
  private static func seconds(_ text: String) -> Int64? {
    guard let literal = try? parseExpression(text),
      case .literal(.duration(let span)) = literal.kind
    else { return nil }
    return (try? span.seconds(at: literal.span)) ?? nil
  }
}
