import Diagnostics
import Model
import Output
import Query

extension Verb {
  /// Help.
  static let help = Verb(
    "help", .session, for: .session, summary: "help, on everything or on one thing",
    usage: ["help", "help TOPIC"],
    details: """
      TOPIC is a verb, a stage, a function, a table, or dates, text, null, lists, keys, scripts. \
      Any other word is searched for in all pages.
      """,
    examples: ["help grep", "help dates"], completes: .helpTopics, isSaved: false
  ) { (arguments, _) throws(Diagnostic) in
    guard !arguments.words.isEmpty else {
      return .command("show help") { (session, console) throws(Diagnostic) in
        try write(overview(of: session), to: console, session.settings)
      }
    }
    let topic = arguments.words.map(\.text).joined(separator: " ")
    let pages = HelpPage.named(topic)
    if !pages.isEmpty {
      return .command("show help on \(topic)") { (session, console) throws(Diagnostic) in
        let text = pages.map(\.text).joined(separator: "\n\n") + "\n"
        try write(text, to: console, session.settings)
        // `limit` is a setting here and a stage elsewhere.
        if pages.count == 1, Setting.all.contains(where: { $0.name == topic }) {
          tellSpelling(of: topic, to: console)
        }
      }
    }
    let found = HelpPage.holding(topic)
    guard !found.isEmpty else {
      if var answer = Verb.grammar.spelling(of: topic) {
        answer.span = arguments.words[0].span
        throw answer
      }
      throw Diagnostic(
        "there is no help on “\(topic)”", at: arguments.words[0].span,
        help: suggestion(for: topic, among: HelpPage.all.map(\.name))
          ?? suggestion(for: arguments.words[0].text, among: HelpPage.all.map(\.name))
          ?? Verb.grammar.foreignVerb(closeTo: topic).map { "did you mean “\($0)”?" }
          ?? "help lists everything")
    }
    return .command("search help for \(topic)") { (session, console) throws(Diagnostic) in
      let list = HelpPage.aligned(found.map { ($0.name, $0.summary) })
      try write("pages with “\(topic)”:\n\(list)\n", to: console, session.settings)
      tellSpelling(of: topic, to: console)
    }
  }

  /// Says what a word of another language is called here, if it is one.
  private static func tellSpelling(of word: String, to console: Console) {
    guard var answer = Verb.grammar.spelling(of: word) else { return }
    (answer.severity, answer.span) = (.note, nil)
    console.say(answer)
  }

  /// Writes a page, set anew where a screen is narrower than it.
  private static func write(
    _ page: String, to console: Console, _ settings: Settings
  ) throws(Diagnostic) {
    let screen = settings.screen(console.screen)
    try console.write(screen.isTerminal ? HelpPage.fitted(page, to: screen.columns) : page)
  }

  /// One screen: the verbs by what one wants, the stages, the tables, and lines to try.
  static func overview(of session: Session) -> String {
    var rows: [(String, String)] = []
    for purpose in Purpose.allCases where purpose != .session {
      let verbs = Verb.all.filter { $0.purpose == purpose }
      let width = verbs.map(\.name.count).max() ?? 0
      for (place, verb) in verbs.enumerated() {
        let name = padded(verb.name, to: width)
        rows.append((place == 0 ? purpose.rawValue : "", "\(name)  \(verb.summary)"))
      }
    }
    let lists = [
      (Purpose.session.rawValue, Verb.all.filter { $0.purpose == .session }.map(\.name)),
      ("Stages", StageSyntax.all.map(\.name)), ("Tables", TableName.allCases.map(\.rawValue)),
    ]
    rows += lists.map { ($0.0, $0.1.joined(separator: " ")) }
    rows += lines(toTryIn: session).enumerated().map { ($0 == 0 ? "Try" : "", $1) }
    rows.append(
      ("More", "help grep, help where, help dates; help accent searches all"))
    return HelpPage.aligned(rows) + "\n"
  }

  /// Five lines made from what is loaded: who writes most, and the month it reaches to. Linear in the
  /// messages.
  private static func lines(toTryIn session: Session) -> [String] {
    let corpus = session.corpus
    var counts = [Int](repeating: 0, count: corpus.people.values.count)
    for sender in corpus.messages.senders where sender >= 0 { counts[Int(sender)] += 1 }
    guard let most = counts.indices.max(by: { counts[$0] < counts[$1] }) else {
      return ["load FOLDER", "messages", "help load"]
    }
    let person = corpus.people.values[most]
    let word = person.split(separator: " ").first.map { String($0) } ?? person
    let plain = Fold.string(word)
    let isPlain = !plain.isEmpty && plain.allSatisfy { $0.isLetter }
    let last = corpus.messages.moments.lazy.filter { $0 != Moment.none }.max()
    let month =
      last.map { "date in \(Period(.month, holding: Moment(seconds: $0)))" } ?? "date is null"
    return [
      "grep from:\(isPlain ? plain : "\"\(person)\"") has:link",
      "messages | where \(month) | count by sender | sort -count",
      "messages | count by month fill | plot", "links | count by host | sort -count | take 10",
      "stats",
    ]
  }
}
