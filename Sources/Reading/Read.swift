public import Diagnostics
public import Model

/// Reads all that the requests mean into one corpus: paths become files, files chunks or exports,
/// chunks the texts they were cut from, texts messages.
///
/// What cannot be read stops nothing else: it is a row of `problems`, and the failure of a request
/// that names it. The order of the requests makes no difference to the corpus.
///
/// - Parameter progress: told now and then what the load is at, on the caller's thread.
/// - Throws: ``Diagnostic/interrupted`` only.
public func read(
  _ requests: [LoadRequest], options: ReadingOptions, interrupt: Interrupt = .never,
  progress: (ReadingStep) -> Void = { _ in }
) throws(Diagnostic) -> (corpus: Corpus, report: ReadingReport) {
  FreedMemory.keep()
  Phrasebook.prepare()
  var reading = try InputReading(
    requests, options: options, interrupt: interrupt, progress: { progress(.files($0)) })
  defer { InputReading.letGo(reading) }
  return try corpus(of: &reading, requests, options, interrupt, progress)
}

/// Puts the files that were read into a corpus.
private func corpus(
  of reading: inout InputReading, _ requests: [LoadRequest], _ options: ReadingOptions,
  _ interrupt: Interrupt, _ progress: (ReadingStep) -> Void
) throws(Diagnostic) -> (corpus: Corpus, report: ReadingReport) {
  progress(.joining)
  var assembly = try CorpusAssembly(reading, interrupt: interrupt)
  let drafts = try TranscriptDraft.all(of: reading, requests, interrupt: interrupt)
  reading.handOn()
  var names = Set(drafts.map(\.source))
  for (place, draft) in drafts.enumerated() {
    progress(.messages(chat: place + 1, chats: drafts.count))
    let messages = try readMessages(
      in: draft.text, openings: draft.openings, softLines: draft.softLines,
      dateOrder: options.dateOrder, now: options.now, interrupt: interrupt)
    for export in try draft.exports(messages, names: &names, interrupt: interrupt) {
      try assembly.add(export.draft, export.messages, interrupt: interrupt)
    }
  }
  let (gaps, spreads) = (assembly.gaps, assembly.spreads)
  let assembled = try assembly.finish(now: options.now, interrupt: interrupt)
  var report = ReadingReport(
    assembled, reading, outcomes: reading.outcomes(of: requests), gaps: gaps, now: options.now)
  report.spreads = spreads
  try interrupt.check()
  return (assembled.corpus, report)
}
