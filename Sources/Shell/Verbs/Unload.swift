import Diagnostics
import Model
import Query
import Reading

extension Verb {
  /// Forgets a loaded source.
  static let unload = Verb(
    "unload", .session, for: .session, summary: "forget a loaded source",
    usage: ["unload SOURCE…", "unload PATH…", "unload --all"],
    details: """
      Of a folder that holds several sources only those named are forgotten; loading the folder \
      again brings them back. The rest is read anew: id changes, key does not.
      """,
    options: [Option("--all", "everything that is loaded")], examples: ["unload voisins"],
    completes: .sources
  ) { (arguments, _) throws(Diagnostic) in
    guard !arguments.words.isEmpty || arguments.has("--all") else {
      throw Diagnostic(
        "unload needs a source", at: arguments.verb.span, help: "load lists them; unload --all")
    }
    return .command("unload") { (session, console) throws(Diagnostic) in
      var kept = session.requests
      for word in arguments.words {
        guard let rest = session.requests(kept, without: word.text) else {
          throw Diagnostic(
            "nothing is loaded from “\(word.text)”", at: word.span,
            help: word.text == "all"
              ? "like: unload --all"
              : suggestion(
                for: word.text,
                among: session.corpus.sources + session.requests.map(\.path)))
        }
        kept = rest
      }
      let others = session.sources(besides: Set(arguments.words.map(\.text)))
      try session.keep(arguments.has("--all") ? [] : kept, to: console)
      if !others.isEmpty, !arguments.has("--all") {
        let names = others.map { "“\($0)”" }.joined(separator: ", ")
        console.say(.note("forgotten with it, since they are in one file: \(names)"))
      }
    }
  }
}
