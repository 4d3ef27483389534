public import Diagnostics

extension Grammar {
  /// The complaint about a name at the head of a call that is no verb and no table, with what was
  /// probably meant.
  ///
  /// - Parameters:
  ///   - name: what stands there.
  ///   - line: the call as written, to be searched for instead; where it is the name alone, the
  ///     name.
  ///   - sources: the tables and the names given by `let`.
  public func unknownVerb(
    _ name: Name, line: String? = nil, sources: some Sequence<String>
  ) -> Diagnostic {
    if let foreign = ForeignWord.verb(name.text, in: self) {
      return .usage(foreign.message, at: name.span, help: foreign.example.map { "like: \($0)" })
    }
    let known = StageSyntax.all.map(\.name) + verbs.keys.sorted() + Grammar.ownVerbs + sources
    return .usage(
      "no verb \(name.text)", at: name.span,
      help: suggestion(for: name.text, among: known) ?? searchHint(line ?? name.text))
  }

  /// How to search for a text; nil where there is no verb for it.
  func searchHint(_ text: String, in table: String? = nil) -> String? {
    guard verbs["grep"] != nil else { return nil }
    return "to search for it: \(table.map { "\($0) | " } ?? "")grep \(text)"
  }
}
