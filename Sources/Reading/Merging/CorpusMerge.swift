import Diagnostics
import Model

/// Makes one transcript each of groups of transcripts that hold the same chat:
/// docs/formats.md#the-same-chat-twice.
struct CorpusMerge {
  /// The corpus with every group merged, in the place of its first transcript.
  private(set) var corpus: Corpus

  /// What was not merged, and why.
  private(set) var problems: [Problem] = []

  /// For each chunk of the corpus before its place in this one; nil where nothing was merged.
  private var chunkPlaces: [Int]?

  /// What merging each group gave.
  private(set) var reports: [ReadingReport.Merge] = []

  /// Transcripts to merge.
  struct Group {
    /// The number that they were asked for under.
    let number: Int
    /// Their places among those of the corpus, ascending.
    let transcripts: [Int]
  }

  /// Merges groups of transcripts; one of a single transcript stays as it is. A group whose texts are
  /// together too large for offsets does too, with a row of problems. Costs n log n in the
  /// messages of a group of many, for two it is linear.
  init(
    _ corpus: Corpus, _ groups: [Group], interrupt: Interrupt
  ) throws(Diagnostic) {
    self.corpus = corpus
    var merged: [MergedGroup] = []
    for group in groups where group.transcripts.count > 1 {
      let texts = group.transcripts.map { corpus.transcripts[$0].text.count + 1 }
      guard texts.reduce(0, +) < Int(UInt32.max) else {
        problems.append(
          Problem(
            .error, .limit,
            "“\(corpus.transcripts[group.transcripts[0]].source)” and \(texts.count - 1) more are "
              + "not merged: their texts together have 4 GiB or more"))
        continue
      }
      merged.append(try MergedGroup(group, of: corpus, interrupt: interrupt))
    }
    guard !merged.isEmpty else { return }
    let rebuilt = RebuiltCorpus(corpus, merged)
    self.corpus = rebuilt.corpus
    chunkPlaces = rebuilt.chunkPlaces
    reports = merged.map { ReadingReport.Merge($0, in: rebuilt) }
    try interrupt.check()
  }

  /// Findings about the chunks of the corpus before, as those about the chunks of this one.
  func moved(_ findings: [Finding]) -> [Finding] {
    guard let chunkPlaces else { return findings }
    let moved = findings.map { finding in
      Finding(
        chunk: chunkPlaces[finding.chunk], field: finding.field, declared: finding.declared,
        found: finding.found, verdict: finding.verdict, reason: finding.reason)
    }
    return moved.enumerated()
      .sorted { ($0.element.chunk, $0.offset) < ($1.element.chunk, $1.offset) }.map(\.element)
  }
}

/// Transcripts merged, before they take their place in the corpus.
struct MergedGroup {
  /// The number that they were asked for under.
  let number: Int

  /// The transcripts, as places among those of the corpus, ascending.
  let transcripts: [Int]

  /// The messages, in their order.
  private(set) var messages: [Strand.Message]

  /// Who writes.
  let people: [Strand.Person]

  /// What each person is called, no two alike.
  let names: [String]

  /// For each message that is another one's copy that other one.
  private(set) var originals: [Int32: Int32] = [:]

  /// Two names that are one person's, or might be.
  struct Join: Sendable {
    let one: Strand.Spelling
    let other: Strand.Spelling
    /// Messages of both that coincide.
    let count: Int
  }

  private(set) var joins: [Join] = []
  private(set) var doubts: [Join] = []

  /// Merges the transcripts of a group, neighbours first, so that none is gone through more often
  /// than the logarithm of their number.
  init(_ group: CorpusMerge.Group, of corpus: Corpus, interrupt: Interrupt) throws(Diagnostic) {
    number = group.number
    transcripts = group.transcripts
    let ownWords = NoticeReader.ownNames
    var contents = MessageContents(of: corpus)
    var strands: [Strand] = []
    for (part, transcript) in transcripts.enumerated() {
      try interrupt.check()
      strands.append(
        Strand(corpus.transcripts[transcript], part: part, of: corpus, &contents))
    }
    while strands.count > 1 {
      var next: [Strand] = []
      for place in stride(from: 0, to: strands.count, by: 2) {
        guard place + 1 < strands.count else {
          next.append(strands[place])
          continue
        }
        let (a, b) = (strands[place], strands[place + 1])
        let merge = try StrandMerge(a, b, of: corpus, ownWords: ownWords, interrupt: interrupt)
        for (copy, original) in merge.copies { originals[copy] = original }
        joins += merge.people.joins.map { MergedGroup.join($0, a, b) }
        doubts += merge.people.doubts.map { MergedGroup.join($0, a, b) }
        next.append(merge.result)
      }
      strands = next
    }
    messages = strands[0].messages
    people = strands[0].people
    names = MergedGroup.names(
      of: people, ownWords: ownWords, sources: transcripts.map { corpus.transcripts[$0].source })
  }

  /// The message that a message is a copy of in the end; itself where it is kept.
  func original(of message: Int32) -> Int32 {
    var message = message
    while let next = originals[message] { message = next }
    return message
  }

  private static func join(_ join: PeopleMatching.Join, _ a: Strand, _ b: Strand) -> Join {
    Join(
      one: a.people[Int(join.left)].spellings[0], other: b.people[Int(join.right)].spellings[0],
      count: join.count)
  }

  /// What people are called: by a name rather than a number, by either rather than a name that
  /// another source gives to somebody else, and by “You” last of all; among names as the first
  /// source has it that has any. Of two who would be called alike one gets the name of the source
  /// too.
  private static func names(
    of people: [Strand.Person], ownWords: Set<String>, sources: [String]
  ) -> [String] {
    let owners = Dictionary(grouping: people.flatMap { Set($0.spellings.map(\.name)) }) { $0 }
    func rank(_ name: String) -> Int {
      if ownWords.contains(name) { return 3 }
      if (owners[name] ?? []).count > 1 { return 2 }
      return PhoneNumber(name) != nil ? 1 : 0
    }
    let choices = people.map { person -> [String] in
      let names = person.spellings.map(\.name)
      let ranked = names.map(rank)
      let order = names.indices.sorted { (ranked[$0], $0) < (ranked[$1], $1) }
      var seen: Set<String> = []
      return order.map { names[$0] }.filter { seen.insert($0).inserted }
    }
    var taken: Set<String> = []
    var called = [String](repeating: "", count: people.count)
    // Who has one name only takes it first.
    let order = people.indices.sorted { (choices[$0].count, $0) < (choices[$1].count, $1) }
    for place in order {
      let source = sources[people[place].spellings[0].part]
      let first = choices[place][0]
      var name = choices[place].first { !taken.contains($0) } ?? "\(first) (\(source))"
      while taken.contains(name) { name += "'" }
      taken.insert(name)
      called[place] = name
    }
    return called
  }
}
