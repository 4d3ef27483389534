import Diagnostics
import Model
import Output
import Query
import Reading

extension Verb {
  /// Loads chats.
  static let load = Verb(
    "load", .session, for: .session,
    summary: "load chunks and exports: files, folders, archives, globs",
    usage: [
      "load", "load PATH…", "load NAME=PATH…", "load --merge PATH…", "load --date-order mdy",
    ],
    details: """
      Each file is recognised by its content. Chunks of a folder are put back together; what was \
      loaded before stays. Alone it lists what is loaded. NAME= names the source. \
      Archives (zip, tar, 7z, gzip, bzip2, xz, zstd) are read in place, as folders are; \
      chats.zip:2025 is what stands below 2025 in one. \
      With --date-order alone, what is loaded is read again.

      --merge is for one chat that is there several times, as exports of two phones or chunks and \
      the export that they were cut from: the paths become one transcript with every message once. \
      Names that differ are one person's where their messages coincide; the answer lists them. \
      Loading a path without --merge lets it stand by itself again.
      """,
    options: [
      Option("--merge", "make one chat of what the paths lead to"),
      Option(
        "--date-order", value: "dmy|mdy|ymd", "the order of day, month and year",
        completes: .words(["dmy", "mdy", "ymd"])),
    ],
    examples: ["load examples/archive", "load cafe=examples/archive/repair-cafe", "load"],
    arguments: .paths, completes: .path
  ) { (arguments, _) throws(Diagnostic) in
    guard !arguments.words.isEmpty || !arguments.options.isEmpty else {
      return .command("list what is loaded") { (session, console) throws(Diagnostic) in
        guard !session.requests.isEmpty else {
          return console.say(.nothingLoaded(in: session.world))
        }
        try session.show(session.sourceList(), to: console)
      }
    }
    var order: DateOrder?
    if let word = arguments.value("--date-order") {
      order = DateOrder(rawValue: word.text)
      guard order != nil else {
        throw Diagnostic(
          "“\(word.text)” is no order of dates", at: word.span, help: "dmy, mdy or ymd")
      }
    }
    let merges = arguments.has("--merge")
    guard !merges || !arguments.words.isEmpty else {
      throw Diagnostic(
        "load --merge needs the paths of what to merge", at: arguments.verb.span,
        help: "load --merge PATH…; what is loaded already may be among it")
    }
    let requests = arguments.words.map { LoadRequest($0) }
    let spans = arguments.words.map(\.span)
    return .command("load \(arguments.words.map(\.text).joined(separator: " "))") {
      (session, console) throws(Diagnostic) in
      if session.requests.isEmpty, requests.isEmpty {
        session.dateOrder = order
      } else if requests.isEmpty {
        try session.reload(order, to: console)
      } else {
        try session.load(requests, at: spans, order, merging: merges, to: console)
      }
    }
  }
}

extension LoadRequest {
  /// The request that a word makes: `NAME=PATH` names the source, quotes take the meaning from
  /// globs.
  fileprivate init(_ word: Word) {
    var pieces = word.pieces
    var name: String?
    if let (left, right) = Assignment.sides(of: word), !left.isEmpty {
      let text = Word(left, at: word.span).text
      if !text.contains("/") { (name, pieces) = (text, right) }
    }
    let isQuoted = pieces.contains { if case .quoted = $0 { true } else { false } }
    self.init(name: name, path: Word(pieces, at: word.span).text, isQuoted: isQuoted)
  }
}
