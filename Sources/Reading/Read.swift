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

/// A corpus of the files that were read, without messages so far, and the texts that hold those. What a series of
/// chunks waits for one after the other leaves a core to the files.
private func begun(
  _ reading: InputReading, _ requests: [LoadRequest], _ interrupt: Interrupt
) throws(Diagnostic) -> (assembly: CorpusAssembly, drafts: [TranscriptDraft]) {
  let (assembly, drafts) = Parallel.both {
    Result { () throws(Diagnostic) in try CorpusAssembly(reading, interrupt: interrupt) }
  } _: {
    Result { () throws(Diagnostic) in
      try TranscriptDraft.all(of: reading, requests, interrupt: interrupt)
    }
  }
  return (try assembly.get(), try drafts.get())
}

/// Puts the files that were read into a corpus.
private func corpus(
  of reading: inout InputReading, _ requests: [LoadRequest], _ options: ReadingOptions,
  _ interrupt: Interrupt, _ progress: (ReadingStep) -> Void
) throws(Diagnostic) -> (corpus: Corpus, report: ReadingReport) {
  progress(.joining)
  var (assembly, drafts) = try begun(reading, requests, interrupt)
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
