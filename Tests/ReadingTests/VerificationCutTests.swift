import Model
import Testing

@testable import Reading

@Suite struct VerificationCutTests {
  /// A chunk as it lies in the folder: a cut, perhaps under another name and with another header.
  private struct Laid {
    let index: Int
    var name: String
    var fields: ChunkerFields
    /// What is done to the text of its header.
    var damage: @Sendable (String) -> String = { $0 }
    /// The code of the field that is damaged.
    var damaged: Problem.Code?

    init(_ chat: ReassemblyCase, _ index: Int) {
      (self.index, name, fields) = (index, chat.cuts[index].name, chat.cuts[index].header)
    }
  }

  private func load(_ laid: [Laid], of chat: ReassemblyCase) throws -> Corpus {
    let sandbox = try InputSandbox()
    for chunk in laid {
      let text = chunk.fields.text(over: chat.cuts[chunk.index].lines)
      try sandbox.write(chunk.damage(text), to: "archive/\(chunk.name)")
    }
    return try sandbox.load("archive").corpus
  }

  private func chat(_ phone: Int) -> ReassemblyCase {
    ReassemblyCase(phone, overlaps: 1...8, hasTraps: false, limits: 100...600)
  }

  private static let telling = InventedPhone.all.indices.filter {
    ["iOS", "iOS, month first", "Android", "Android, Persian"].contains(InventedPhone.all[$0].name)
  }

  /// Counts of rows by code, without that about the date order, which is not the cut's.
  private func counts(_ corpus: Corpus) -> [Problem.Code: Int] {
    Dictionary(grouping: corpus.problems, by: \.code).mapValues(\.count)
      .filter { $0.key != .dateOrderGuessed }
  }

  /// What the headers of some chunks imply.
  private func implied(_ laid: [Laid], of chat: ReassemblyCase) -> [Problem.Code: Int] {
    let implied = ImpliedVerification(chat: chat)
    var counts: [Problem.Code: Int] = [:]
    for chunk in laid {
      let codes = implied.mismatches(chunk.index, declaring: chunk.fields)
      for code in codes where code != chunk.damaged {
        counts[code, default: 0] += 1
      }
      // A header that is true was written by somebody who knew the form of the lines.
      let isTrue =
        chunk.damaged == nil
        && codes.allSatisfy { $0 == .tokensMismatch || $0 == .messagesMismatch }
      if !isTrue, implied.isUnknown(chunk.index) || implied.isMonthFirst(chunk.index) {
        counts[.headerUnrecognised, default: 0] += 1
      }
    }
    return counts
  }

  @Test(arguments: InventedPhone.all.indices)
  func `for each chunk verify says what its header should have been`(phone: Int) throws {
    let chat = chat(phone)
    let laid = chat.cuts.indices.map { Laid(chat, $0) }
    let corpus = try load(laid, of: chat)
    #expect(counts(corpus) == implied(laid, of: chat))
    let isDated = !corpus.problems.contains { $0.code == .dateOrderGuessed }
    let facts = ImpliedVerification(chat: chat)
    for finding in corpus.findings where finding.verdict != .agrees {
      let ordinal = try #require(corpus.chunks[finding.chunk].ordinal)
      let whole = facts.facts(of: chat.cuts[ordinal - 1].lines.indices)
      let right = [
        "period": isDated ? whole.period : finding.found, "participants": whole.participants,
        "topics": whole.listedTopics,
      ]
      #expect(finding.found == right[finding.field], "\(finding.field) of chunk \(ordinal)")
    }
  }

  @Test(arguments: telling)
  func `a field that declares something else is one mismatch of its code`(phone: Int) throws {
    let chat = chat(phone)
    let changes: [(code: Problem.Code, change: (inout ChunkerFields) -> Void)] = [
      (.periodMismatch, { $0.end = "01/01/2001" }),
      (.periodMismatch, { ($0.start, $0.end) = (nil, "31/12/2030") }),
      (.participantsMismatch, { $0.participants = ["Personne"] }),
      (.participantsMismatch, { $0.participants.append("Personne") }),
      (.topicsMismatch, { $0.topics.formSymmetricDifference(["NotebookLM"]) }),
      (.tokensMismatch, { $0.tokens += 9_999 }), (.messagesMismatch, { $0.messages += 999 }),
    ]
    var laid = chat.cuts.indices.map { Laid(chat, $0) }
    for (place, change) in changes.enumerated() where place + 1 < laid.count {
      change.change(&laid[place + 1].fields)
      let codes = ImpliedVerification(chat: chat).mismatches(
        place + 1, declaring: laid[place + 1].fields)
      #expect(codes.contains(change.code) || codes.contains(.malformedField))
    }
    let found = counts(try load(laid, of: chat))
    #expect(found == implied(laid, of: chat))
  }

  @Test(arguments: telling)
  func `a field that is missing, malformed or unknown is one row of its code`(phone: Int) throws {
    let chat = chat(phone)
    var laid = chat.cuts.indices.map { Laid(chat, $0) }
    try #require(laid.count > 6)
    func replacing(_ label: String, by line: String?) -> @Sendable (String) -> String {
      { text in
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let place = lines.firstIndex { $0.hasPrefix(label) } ?? 0
        let others = [lines[..<place], lines[(place + 1)...]].map { $0.joined(separator: "\n") }
        return others[0] + "\n" + (line.map { $0 + "\n" } ?? "") + others[1]
      }
    }
    (laid[1].damage, laid[1].damaged) = (replacing("Topics", by: nil), .topicsMismatch)
    (laid[2].damage, laid[2].damaged) = (replacing("Période", by: nil), .periodMismatch)
    (laid[3].damage, laid[3].damaged) = (replacing("Tokens", by: "Tokens: ∞"), .tokensMismatch)
    (laid[4].damage, laid[4].damaged) = (
      replacing("Messages", by: "Messages: 3.5"), .messagesMismatch
    )
    laid[5].damage = { $0.replacing("Tokens:", with: "Langue: fr\nTokens:", maxReplacements: 1) }
    laid[6].damage = { $0.replacing("Tokens:", with: "sans valeur\nTokens:", maxReplacements: 1) }
    var expected = implied(laid, of: chat)
    // The period that is missing may have been malformed: then the one row stands for the other.
    let codes = ImpliedVerification(chat: chat).mismatches(2, declaring: laid[2].fields)
    if codes.contains(.malformedField) { expected[.malformedField, default: 0] -= 1 }
    expected[.missingField, default: 0] += 2
    expected[.malformedField, default: 0] += 3
    expected[.unknownField, default: 0] += 1
    let found = counts(try load(laid, of: chat))
    #expect(found == expected)
  }

  @Test(arguments: telling, 0..<3)
  func `missing and doubled chunks change nothing for the others`(phone: Int, seed: Int) throws {
    var chat = chat(phone)
    var random = Seeded(seed)
    let kept = chat.cuts.indices.filter { _ in Int.random(in: 0..<6, using: &random) > 0 }
    guard !kept.isEmpty, ReassemblyCase.isTelling(kept) else { return }
    var laid = kept.map { Laid(chat, $0) }
    var copy = laid[laid.count / 2]
    copy.name = "temporal_copie_\(copy.index + 1).txt"
    laid.append(copy)
    laid.shuffle(using: &chat.random)
    let stretches = chat.stretches(of: kept)
    var expected = implied(laid, of: chat)
    expected[.overlapSize] = 1
    expected[.gap] = stretches.count - 1 + (kept.first == 0 ? 0 : 1)
    expected[.fragment] = stretches.count { !chat.transcript.lines[$0.lowerBound].isHeader }
    let joints = zip(kept, kept.dropFirst()).count { $0 + 1 != $1 } - (stretches.count - 1)
    expected[.overlapSize]? += joints
    let found = counts(try load(laid, of: chat))
    #expect(found == expected.filter { $0.value > 0 })
  }
}
