import Diagnostics
import Model

/// A transcript whose chunks' headers are compared with its lines.
struct VerifiedTranscript: Sendable {
  /// Its text.
  let text: [UInt8]

  /// What its lines hold.
  let facts: TranscriptFacts

  /// The senders of the corpus.
  let people: DeclaredPeople

  /// Lines that its chunks usually repeat.
  let overlap: Int

  /// What comparing a chunk gave.
  struct Outcome: Sendable {
    var findings: [Finding] = []
    var problems: [Problem] = []
  }

  /// Compares all chunks of the transcript, which are those of the corpus that `numbers` tells.
  func verify(
    _ chunks: [Chunk], _ numbers: Range<Int>, _ headers: [ChunkHeaders.Read], interrupt: Interrupt
  ) throws(Diagnostic) -> Outcome {
    let pieces = numbers.pieces(of: 512)
    let outcomes = try parallelMap(pieces.count, interrupt: interrupt) { piece in
      var outcome = Outcome()
      for number in pieces[piece] {
        guard let read = headers.ofFile(chunks[number].file) else { continue }
        let verification = ChunkVerification(chunks[number], number: number, read, in: self)
        let findings = verification.findings()
        outcome.findings += findings
        outcome.problems += verification.problems(findings)
      }
      return outcome
    }
    return Outcome(
      findings: outcomes.flatMap(\.findings), problems: outcomes.flatMap(\.problems))
  }
}

extension ChunkVerification {
  /// The rows of `problems` that findings are worth, about the lines of the file that they concern.
  func problems(_ findings: [Finding]) -> [Problem] {
    var rows: [Problem] = []
    for finding in findings where finding.verdict == .mismatch {
      guard let field = VerifiedField.all.first(where: { $0.name == finding.field }) else {
        continue
      }
      rows.append(
        Problem(
          .warning, field.code, file: file.label, line: file.header.field(field.kind)?.line,
          finding.sentence))
    }
    if let trouble {
      let line = file.firstLine + Int(trouble.first.line) - chunk.lines.lowerBound
      rows.append(
        Problem(.note, .headerUnrecognised, file: file.label, line: line, trouble.detail))
    }
    return rows
  }
}
