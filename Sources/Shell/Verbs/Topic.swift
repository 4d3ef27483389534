import Diagnostics
import Model
import Query

extension Verb {
  /// Names patterns.
  static let topic = Verb(
    "topic", .session, for: .session,
    summary: "name a pattern; alone: list the topics",
    usage: ["topic", "topic NAME = PATTERN"],
    details: """
      PATTERN is as in grep: plain text found anywhere in a message, or /a regular expression/; \
      case and accents do not matter. The topics that a message matches are its column topics, and \
      grep topic:NAME finds them. A session begins with those that the chunker looked for; a name \
      that is there already gets the new pattern; forget NAME takes it away.
      """,
    examples: [
      "topic bicycles = /v[eé]los?|pneu|freins?/", "topic \"fer à souder\" = souder", "topic",
      "messages | explode t = topics | count by month, t",
    ], arguments: .patterns
  ) { (arguments, _) throws(Diagnostic) in
    guard !arguments.words.isEmpty else {
      return .command("list the topics") { (session, console) throws(Diagnostic) in
        try session.show(session.table(.topics), to: console)
      }
    }
    let topic = try Topic(arguments)
    return .command("name a topic “\(topic.name)”", changing: { $0.name(topic) }) {
      (session, _) in session.scope.name(topic)
    }
  }
}

extension Topic {
  /// The topic that words make: a name, `=`, and one pattern.
  fileprivate init(_ arguments: Arguments) throws(Diagnostic) {
    let sides = Assignment(arguments.words)
    let name = sides.name.joinedText
    guard !name.isEmpty, let value = sides.value, !value.isEmpty else {
      let known = sides.name.prefix(sides.name.count == 2 ? 1 : sides.name.count)
      let shown = name.isEmpty ? "bicycles" : Spelling.word(Array(known).joinedText)
      throw Diagnostic(
        "topic needs a name and a pattern", at: arguments.place,
        help: "topic \(shown) = /velo|pneu/")
    }
    guard value.count == 1 else {
      throw Diagnostic(
        "a topic has one pattern", at: value.span,
        help: "quote what belongs together; /one|other/ finds either")
    }
    let pattern = try SearchPattern(value[0].pieces, at: value[0].span, manner: .init())
    self.init(
      name: name,
      sought: pattern.isRegular
        ? .pattern(TopicPattern(try Pattern(pattern.text))) : .text(pattern.text))
  }
}
