import Model
import Output
import Query

/// The manual page of the program, man(7): what a prompt's `help` knows, from the same lists.
public struct ManualPage {
  /// The page, in the language of troff.
  public private(set) var text = ""

  /// The page.
  ///
  /// - Parameters:
  ///   - version: what `--version` says, as `causerie 0.1.0`.
  ///   - usage: the forms of the command line.
  ///   - options: the options of the process, each as it is written and what it does.
  public init(version: String, usage: [String], options: [(name: String, summary: String)]) {
    text = ".TH CAUSERIE 1 \"\" \"\(version)\" \"User Commands\"\n"
    section("NAME")
    line("causerie - an interactive shell over WhatsApp chat archives")
    synopsis(usage)
    description()
    section("OPTIONS", options.map { ($0.name, $0.summary) })
    for purpose in Verb.Purpose.allCases {
      section(
        "VERBS: " + purpose.rawValue.uppercased(),
        Verb.all.filter { $0.purpose == purpose }
          .map { ($0.usage.joined(separator: "\n"), $0.summary + ".") })
    }
    section("STAGES", StageSyntax.all.map { ($0.form, $0.summary + ".") })
    section("OPERATORS", OperatorSyntax.all.map { ($0.form, $0.summary + ".") })
    section("TABLES", TableDefinition.all.map { ($0.name.rawValue, $0.summary + ".") })
    section("SETTINGS", Setting.all.map { ("set \($0.name)", "\($0.summary): \($0.takes).") })
    section("EXIT STATUS", ManualPage.exitStatuses)
    section("ENVIRONMENT", ManualPage.variables)
    section("FILES", ManualPage.files)
    examples()
    section("SEE ALSO")
    line("editrc(5), rg(1), sqlite3(1)")
  }

  private static let exitStatuses = [
    ("0", "Success; also where whoever read the answer has closed the pipe."),
    ("1", "A line failed."),
    ("2", "Wrong usage; a script that does not parse or check; a parameter that is missing."),
    ("3", "The paths on the command line gave nothing."),
    ("4", "An expect did not hold."),
    ("130", "Interrupted."),
  ]

  private static let variables = [
    ("NO_COLOR", "No colour, whatever it is set to."),
    ("PAGER", "What shows long answers after set pager on; else less."),
    ("VISUAL, EDITOR", "What edit opens; else vi."),
    ("COLUMNS, LINES", "The size of a terminal that does not tell it."),
  ]

  private static let files = [
    ("$XDG_CONFIG_HOME/causerie/init.causerie", "Runs first; else below ~/.config."),
    (
      "$XDG_STATE_HOME/causerie/history",
      "The statements of the prompt; else below ~/.local/state."
    ),
    ("~/.editrc", "Keys of the prompt, editrc(5)."),
  ]

  /// The forms of the command line, a line each.
  private mutating func synopsis(_ forms: [String]) {
    section("SYNOPSIS")
    for form in forms {
      line(form)
      text += ".br\n"
    }
  }

  private mutating func description() {
    section("DESCRIPTION")
    line(
      """
      Loads chunks that a retrieval pipeline cut from a chat, WhatsApp's own exports, folders and \
      archives of either; puts chunks together again; and answers questions about who said what and \
      when: at a prompt, from -c, from standard input or from saved scripts.
      """)
    text += ".PP\n"
    line(
      """
      Every line is a pipeline: a table or a search, then stages, then what shows, draws or writes \
      the answer. help at the prompt tells more of everything below, as help grep or help dates.
      """)
  }

  /// Commands as they are typed, none of them broken into lines.
  private mutating func examples() {
    section("EXAMPLES")
    for example in [
      "causerie chats/", "causerie chats.zip -c 'grep cnil since:2025-02 | count by sender'",
      "causerie chats/ -c 'links | export links.csv'",
      "causerie run weekly.causerie --since 2025-02 --load chats/",
    ] {
      text += ".PP\n.RS 4\n.nf\n"
      line(example)
      text += ".fi\n.RE\n"
    }
  }

  private mutating func section(_ title: String) {
    text += ".SH \"\(ManualPage.escaped(title))\"\n"
  }

  /// A section of terms with what they mean; a term of several lines has as many.
  private mutating func section(_ title: String, _ entries: [(String, String)]) {
    section(title)
    for (term, meaning) in entries {
      let lines = term.split(separator: "\n").map { "\\fB\(ManualPage.escaped(String($0)))\\fR" }
      text += ".TP\n\(lines[0])\n"
      for line in lines.dropFirst() { text += ".TQ\n\(line)\n" }
      line(meaning.prefix(1).uppercased() + meaning.dropFirst())
    }
  }

  private mutating func line(_ text: String) {
    self.text += ManualPage.escaped(text) + "\n"
  }

  /// A text as troff takes it for what it is.
  static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": escaped += "\\e"
      case "-": escaped += "\\-"
      case "\"": escaped += "\\(dq"
      case "'": escaped += "\\(aq"
      case "`": escaped += "\\(ga"
      case "~": escaped += "\\(ti"
      case "^": escaped += "\\(ha"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped.hasPrefix(".") ? "\\&" + escaped : escaped
  }
}
