import Diagnostics
import Model
import Output

extension Verb {
  /// Compares what chunks declare with what they hold.
  static let verify = Verb(
    "verify", .session, for: .check,
    summary: "compare what chunk headers declare with what is in them, and say why they differ",
    usage: ["verify", "verify --all"],
    details: """
      First how often each cause occurs, then, chunk by chunk, the fields that are wrong and what \
      they should have been; with --all also those that differ for a known reason. A field agrees \
      if it equals what the lines hold with the repeated ones, without them, or by the chunker's \
      last-line rule; only what agrees with none is wrong, and a row of problems.
      """,
    options: [Option("--all", "list also the fields that differ for a known reason")],
    examples: ["verify"]
  ) { (arguments, _) throws(Diagnostic) in
    try arguments.atMost(0)
    let listsAll = arguments.has("--all")
    return .command("compare headers with contents") {
      (session, console) throws(Diagnostic) in
      try Verification(session.corpus, listsAll: listsAll)
        .write(to: console, settings: session.settings)
    }
  }
}

/// The findings of a load as `verify` prints them.
private struct Verification {
  private let corpus: Corpus
  private let differing: [Finding]
  /// Those of the differing fields that are listed chunk by chunk.
  private let listed: [Finding]

  init(_ corpus: Corpus, listsAll: Bool) {
    self.corpus = corpus
    differing = corpus.findings.filter { $0.verdict != .agrees }
    listed = listsAll ? differing : differing.filter { $0.verdict == .mismatch }
  }

  func write(to console: Console, settings: Settings) throws(Diagnostic) {
    guard !corpus.chunks.isEmpty else {
      try console.write("no chunks are loaded\n")
      return
    }
    let mismatches = differing.count { $0.verdict == .mismatch }
    try console.write(
      """
      \(grouped(corpus.chunks.count)) chunk\(corpus.chunks.count == 1 ? "" : "s"), \
      \(grouped(corpus.findings.count)) header fields: \
      \(grouped(corpus.findings.count - differing.count)) agree, \
      \(grouped(differing.count - mismatches)) differ for a known reason, \
      \(grouped(mismatches)) are wrong

      """)
    guard !differing.isEmpty else { return }
    try console.write("\n")
    try causes().write(to: console.results, screen: settings.screen(console.screen))
    guard !listed.isEmpty else { return }
    try console.write("\n")
    try writeChunks(to: console, settings: settings)
  }

  /// How many chunks each cause holds for, the most frequent first.
  private func causes() -> Report {
    var counts: [String: Int] = [:]
    for finding in differing { counts["\(title(finding)): \(finding.reason)", default: 0] += 1 }
    let rows = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    var report = Report()
    report.sections = [
      .init("causes", .facts(rows.map { (label: grouped($0.value), value: $0.key) }))
    ]
    return report
  }

  /// Chunk by chunk what was declared and what was found; on a terminal no more chunks than
  /// `set limit` allows.
  private func writeChunks(to console: Console, settings: Settings) throws(Diagnostic) {
    var shown = 0
    var previous = -1
    let chunks = Set(listed.map(\.chunk)).count
    let most = console.screen.isTerminal ? settings.limit ?? chunks : chunks
    for finding in listed {
      if finding.chunk != previous {
        if shown == most {
          try console.write("\(grouped(most)) of \(grouped(chunks)) chunks: set limit all\n")
          return
        }
        previous = finding.chunk
        shown += 1
        try console.write("\(corpus.files[corpus.chunks[finding.chunk].file].path)\n")
      }
      let declared = finding.declared.isEmpty ? "none" : finding.declared
      let found = finding.found.isEmpty ? "none" : finding.found
      try console.write("  \(title(finding)) \(declared): \(finding.reason); found \(found)\n")
    }
  }

  private func title(_ finding: Finding) -> String {
    finding.field.prefix(1).uppercased() + finding.field.dropFirst()
  }
}
