import Diagnostics
import Model
import Query

extension Verb {
  /// Takes a name away.
  static let forget = Verb(
    "forget", .session, for: .session, summary: "forget a name made by let, alias or topic",
    usage: ["forget NAME"],
    examples: ["alias Mamadou = Momo", "forget Mamadou"], completes: .forgettable
  ) { (arguments, preparation) throws(Diagnostic) in
    guard let first = arguments.words.first, let last = arguments.words.last else {
      throw Diagnostic(
        "forget needs the name to forget", at: arguments.verb.span, help: "help forget shows how")
    }
    let name = arguments.words.map(\.text).joined(separator: " ")
    let span = SourceSpan(first.span.lower, last.span.upper)
    if preparation.scope.views[name] != nil {
      return .command("forget \(name)", changing: { $0.views[name] = nil }) {
        (session, _) in session.scope.views[name] = nil
      }
    }
    if let place = preparation.scope.place(ofTopic: name) {
      return .command("forget the topic \(name)", changing: { $0.topics.remove(at: place) }) {
        (session, _) in
        session.scope.place(ofTopic: name).map { _ = session.scope.topics.remove(at: $0) }
      }
    }
    // What a file makes stand for people is known once it is read.
    if !preparation.scope.hasUnreadAliases {
      _ = try aliasPlace(of: name, at: span, in: preparation.scope)
    }
    return .command(
      "forget the alias \(name)",
      changing: { scope in
        AliasList(scope.aliases).place(of: name).map { _ = scope.aliases.remove(at: $0) }
      },
      { (session, _) throws(Diagnostic) in
        session.forgetAlias(at: try aliasPlace(of: name, at: span, in: session.scope))
      })
  }

  /// The place of an alias among those of a scope.
  private static func aliasPlace(
    of name: String, at span: SourceSpan, in scope: Scope
  ) throws(Diagnostic) -> Int {
    if let place = AliasList(scope.aliases).place(of: name) { return place }
    let key = AliasBook.key(name)
    if let alias = scope.aliases.first(where: { AliasBook.key($0.person) == key }) {
      throw Diagnostic(
        "“\(name)” is a person, and no alias", at: span,
        help: "its alias is “\(alias.name)”: forget \(Spelling.word(alias.name))")
    }
    let names =
      scope.views.keys.sorted() + scope.aliases.map(\.name) + scope.topics.map(\.name)
    throw Diagnostic(
      "there is no let, alias or topic “\(name)”", at: span,
      help: suggestion(for: name, among: names) ?? "let, alias and topic list them")
  }
}
