import Output
import Query
import Reading

/// What merging sources gave, for the summary of a load.
struct MergeSummary {
  /// What there is to say, the second and further ones indented.
  let paragraphs: [String]

  init(_ merge: ReadingReport.Merge) {
    let shared = merge.messages - merge.only.reduce(0, +)
    let only = zip(merge.sources, merge.only).filter { $0.1 > 0 }
      .map { "\(grouped($0.1)) only in \($0.0)" }
    let both = merge.sources.count == 2 ? "in both" : "in several"
    let counts =
      [counted(merge.messages, "message"), "\(grouped(shared)) \(both)"] + only
    var paragraphs = [
      "\(LoadSummary.list(merge.sources)) are one chat: \(counts.joined(separator: ", "))"
    ]
    if shared == 0 { paragraphs.append("  they have no message in common: are they one chat?") }
    paragraphs += merge.joins.map { join in
      "  “\(join.name)” of \(join.source) is “\(join.person)”: "
        + "\(counted(join.count, "message")) of both coincide"
    }
    paragraphs += merge.namesakes.map { namesake in
      "  “\(namesake.name)” of \(namesake.source) is somebody else than “\(namesake.name)”, and "
        + "called “\(namesake.person)”"
    }
    for join in merge.doubts {
      let coincide = counted(join.count, "message coincides", "messages coincide")
      paragraphs += [
        "  “\(join.name)” of \(join.source) may be “\(join.person)”: \(coincide), too little to "
          + "say; if so:",
        "\(LoadSummary.lineIndent)alias \(Spelling.word(join.name)) = \(Spelling.word(join.person))",
      ]
    }
    self.paragraphs = paragraphs
  }
}
