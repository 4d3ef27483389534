import Diagnostics
import Model
import Output

extension Verb {
  /// Compares what chunks declare with what they hold.
  static let verify = Verb(
    "verify", .session, for: .check,
    summary: "compare what chunk headers declare with what is there",
    usage: ["verify", "verify --all"],
    details: """
      First how many chunks each cause holds for; then, chunk by chunk, the fields that are wrong, \
      missing or unreadable, and what they should have been; with --all also those that differ for \
      a known reason. A field agrees if it equals what the lines hold with the repeated ones, \
      without them, or by the chunker's last-line rule; only what agrees with none is wrong, and a \
      row of problems.
      """,
    options: [Option("--all", "list also the fields that differ for a known reason")],
    examples: ["verify"]
  ) { (arguments, _) throws(Diagnostic) in
    try arguments.atMost(0)
    let listsAll = arguments.has("--all")
    return .command("compare headers with contents") {
      (session, console) throws(Diagnostic) in
      let columns = session.settings.screen(console.screen).columns
      try Verification(session.corpus, listsAll: listsAll, columns: columns)
        .write(to: console, settings: session.settings)
    }
  }
}

/// The findings of a load as `verify` prints them.
private struct Verification {
  private let corpus: Corpus
  private let listsAll: Bool
  private let columns: Int

  init(_ corpus: Corpus, listsAll: Bool, columns: Int) {
    self.corpus = corpus
    self.listsAll = listsAll
    self.columns = columns
  }

  /// What is said of a verdict: after a number, and above the causes of it.
  private static let verdicts: [(verdict: Finding.Verdict, one: String, many: String)] = [
    (.mismatch, "is wrong", "are wrong"),
    (.unread, "is missing or unreadable", "are missing or unreadable"),
    (.explained, "differs for a known reason", "differ for a known reason"),
    (.agrees, "agrees", "agree"),
  ]

  private func findings(_ verdict: Finding.Verdict) -> [Finding] {
    corpus.findings.filter { $0.verdict == verdict }
  }

  func write(to console: Console, settings: Settings) throws(Diagnostic) {
    guard !corpus.chunks.isEmpty else {
      try console.write("no chunks are loaded\n")
      return
    }
    try console.write(wrapped(summary, hanging: 2))
    for (verdict, _, many) in Verification.verdicts where verdict != .agrees {
      let found = findings(verdict)
      guard !found.isEmpty else { continue }
      let heading = Ink(console.screen).paint("fields that \(many), by cause", .heading)
      try console.results.write("\n" + heading + "\n")
      try console.write(causes(of: found))
    }
    let listed = corpus.findings.filter { finding in
      finding.verdict == .mismatch || finding.verdict == .unread
        || listsAll && finding.verdict == .explained
    }
    guard !listed.isEmpty else { return }
    try console.write("\n")
    try write(listed, to: console, settings: settings)
  }

  private var summary: String {
    let parts = Verification.verdicts.reversed().compactMap { verdict, one, many -> String? in
      let count = findings(verdict).count
      guard count > 0 || verdict == .agrees || verdict == .mismatch else { return nil }
      return counted(count, one, many)
    }
    return "\(counted(corpus.chunks.count, "chunk")), "
      + "\(counted(corpus.findings.count, "header field")): "
      + parts.joined(separator: ", ")
  }

  /// How many chunks each cause holds for, the most frequent first.
  private func causes(of findings: [Finding]) -> String {
    var counts: [String: Int] = [:]
    for finding in findings { counts["\(finding.title): \(finding.reason)", default: 0] += 1 }
    let rows = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    let width = rows.map { grouped($0.value).count }.max() ?? 0
    return rows.map { cause, count in
      let lead = padded(grouped(count), to: width, isRight: true) + "  "
      return wrapped(cause, after: lead, hanging: width + 4)
    }.joined()
  }

  /// Chunk by chunk what was declared and what was found; on a terminal no more chunks than
  /// `set limit` allows.
  private func write(
    _ listed: [Finding], to console: Console, settings: Settings
  ) throws(Diagnostic) {
    let chunks = Set(listed.map(\.chunk)).count
    let most = console.screen.isTerminal ? settings.limit ?? chunks : chunks
    var shown = 0
    var previous = -1
    for finding in listed {
      if finding.chunk != previous {
        if shown == most {
          try console.write("\(grouped(most)) of \(grouped(chunks)) chunks: set limit all\n")
          return
        }
        previous = finding.chunk
        shown += 1
        try console.write(place(of: corpus.chunks[finding.chunk]) + "\n")
      }
      try console.write(wrapped(finding.sentence, after: "  ", hanging: 4))
    }
  }

  /// The path of a chunk's file, and its line in that where others stand before it.
  private func place(of chunk: Chunk) -> String {
    let path = corpus.files[chunk.file].path
    return chunk.titleLine == 1 ? path : "\(path):\(chunk.titleLine)"
  }

  /// A text in lines as wide as the screen, broken at blanks, those after the first indented; a
  /// word that is longer stays whole.
  private func wrapped(
    _ text: String, after lead: String = "", hanging indent: Int
  ) -> String {
    filledLines(
      text.split(separator: " "), to: columns, after: lead, hanging: indent,
      measuring: { displayWidth(of: visible(String($0))) }
    ).joined(separator: "\n") + "\n"
  }
}
