import Diagnostics
import Model
import Query
import Reading

extension Verb {
  /// Forgets a loaded source.
  static let unload = Verb(
    "unload", .session, for: .session, summary: "forget a loaded source",
    usage: ["unload SOURCE…", "unload PATH…", "unload --all"],
    options: [Option("--all", "everything that is loaded")], completes: .sources
  ) { (arguments, _) throws(Diagnostic) in
    guard !arguments.words.isEmpty || arguments.has("--all") else {
      throw Diagnostic(
        "unload needs a source", at: arguments.verb.span, help: "load lists them; unload --all")
    }
    return .command("unload") { (session, console) throws(Diagnostic) in
      guard !arguments.has("--all") else {
        session.requests = []
        try session.reread(to: console)
        return
      }
      var kept = session.requests
      for word in arguments.words {
        let matching = kept.indices.filter { session.leads(kept[$0], to: word.text) }
        guard !matching.isEmpty else {
          throw Diagnostic(
            "nothing is loaded from “\(word.text)”", at: word.span,
            help: suggestion(
              for: word.text,
              among: session.corpus.transcripts.map(\.source) + session.requests.map(\.path)))
        }
        for index in matching.reversed() { kept.remove(at: index) }
      }
      session.requests = kept
      try session.reread(to: console)
    }
  }
}

extension Session {
  /// Whether a request is meant by a name: its own name, its path, or the source it gave.
  fileprivate func leads(_ request: LoadRequest, to name: String) -> Bool {
    if request.name == name || request.path == name { return true }
    return corpus.files.contains { file in
      file.source == name && (file.path == request.path || file.path.hasPrefix(request.path + "/"))
    }
  }
}
