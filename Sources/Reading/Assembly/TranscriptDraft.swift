import Diagnostics
import Model

/// A text whose messages are still to be read: an export, or a series put back together.
struct TranscriptDraft {
  /// What it is called.
  private(set) var source = ""

  /// The path that transcripts are ordered by: of the export, or of the first folder of a series.
  let path: String

  /// What it was put together from, as the user reads it, each with its first file that has lines of its
  /// own: the folders over which a series is spread, or the pieces of an export; empty where there is one.
  private(set) var parts: [(label: String, file: Int)] = []

  /// The lines, joined by `\n`.
  private(set) var text: SharedBytes

  /// The lines before which lines are missing, from 0; nil for an export.
  let openings: [Int]?

  /// The lines of an export that may be pasted into a message: ``DecodedText/softLines``.
  let softLines: [UInt32]

  /// Where the lines stand in files.
  private(set) var runs: [Transcript.LineRun]

  /// Its chunks, in the order of the text.
  let placements: [JoinedSeries.Placement]

  /// Lines that its chunks usually repeat; 0 for none and where that is unknown.
  let overlap: Int

  /// The number that it is merged under with others: ``LoadRequest/merge``.
  private(set) var merge: Int?

  /// What joining the chunks left in doubt.
  private(set) var problems: [Problem]

  /// The transcripts that were read, ordered by path.
  static func all(
    of reading: InputReading, _ requests: [LoadRequest], interrupt: Interrupt
  ) throws(Diagnostic) -> [TranscriptDraft] {
    var drafts: [(draft: TranscriptDraft, origin: SourceOrigin)] = []
    var folders = ChunkFolders(likely: reading.files.count)
    var exports: [Export] = []
    var merges: [Int: Int] = [:]
    let namesakes = TranscriptDraft.namesakes(of: requests)
    let mayMerge = requests.contains { $0.merge != nil }
    // They are looked at where they stand: to copy them is to count their references.
    let (entries, files) = (reading.entries.span, reading.files.span)
    for index in files.indices {
      let (entry, place) = (reading.origins[index].entry, reading.origins[index].folder)
      let request = entries[entry].request
      switch files[index].content {
      case .chunk(let first, let further):
        let folder = ChunkFolders.Folder(place: place, request: namesakes[request])
        folders.add(first, of: index, to: folder)
        for chunk in further { folders.add(chunk, of: index, to: folder) }
        if mayMerge, let merge = TranscriptDraft.merge(entries[entry], requests) {
          merges[index] = merge
        }
      case .export(let text, let softLines):
        let folder = reading.folders[place]
        let origin = SourceOrigin(
          given: requests[request].name, own: SourceOrigin.stem(of: entries[entry], in: folder),
          folders: [folder.name] + folder.parentNames)
        var draft = TranscriptDraft(
          export: text, softLines, file: index, label: files[index].label)
        draft.merge = TranscriptDraft.merge(entries[entry], requests)
        exports.append(
          Export(
            draft: draft, origin: origin, name: entries[entry].name.map { Array($0) } ?? [],
            size: files[index].size, folder: .init(place: place, request: namesakes[request])))
      case .other, .failed, .known, .archive, .handedOn: continue
      }
    }
    drafts += joined(exports, in: reading.folders, requests)
    for group in try folders.pooled(interrupt: interrupt) {
      let folders = group.folders.map { reading.folders[$0.place] }
      let origin = SourceOrigin(
        given: requests[group.folders[0].request].name, in: folders)
      for series in try Reassembly.series(of: group.chunks, interrupt: interrupt) {
        var draft = TranscriptDraft(series: series, label: folders[0].label)
        draft.merge = draft.placements.compactMap { merges[$0.file] }.max()
        if folders.count > 1 {
          draft.parts = draft.firstFiles { reading.origins[$0].folder }
            .map { (reading.folders[$0.folder].label, $0.file) }
        }
        drafts.append((draft, origin))
      }
    }
    drafts.sort { a, b in
      let (first, second) = (Array(a.draft.path.utf8), Array(b.draft.path.utf8))
      if first != second { return NaturalOrder.areInOrder(first, second) }
      return a.draft.firstFile < b.draft.firstFile
    }
    let names = SourceOrigin.distinctNames(drafts.map(\.origin))
    return zip(drafts, names).map { item, name in
      var draft = item.draft
      draft.source = name
      return draft
    }
  }

  /// An export that may be a piece of one.
  private struct Export {
    let draft: TranscriptDraft
    let origin: SourceOrigin
    let name: [UInt8]
    /// Bytes of its file.
    let size: Int
    let folder: ChunkFolders.Folder
  }

  /// Exports, those that are pieces of one put together.
  private static func joined(
    _ exports: [Export], in folders: [InputFolder], _ requests: [LoadRequest]
  ) -> [(draft: TranscriptDraft, origin: SourceOrigin)] {
    var joined: [(draft: TranscriptDraft, origin: SourceOrigin)] = []
    for (folder, exports) in Dictionary(grouping: exports, by: \.folder) {
      let pieces = exports.map { export in
        PieceSeries.Piece(
          name: export.name, text: export.draft.text, softLines: export.draft.softLines,
          size: export.size, file: export.draft.firstFile)
      }
      for group in PieceSeries.groups(of: pieces) {
        let first = exports[group.places[0]]
        guard group.places.count > 1 else {
          joined.append((first.draft, first.origin))
          continue
        }
        let drafts = group.places.map { exports[$0].draft }
        var draft = TranscriptDraft(
          pieces: PieceSeries(group), label: first.draft.path)
        draft.merge = drafts.compactMap(\.merge).max()
        draft.parts = drafts.map { ($0.path, $0.firstFile) }
        draft.problems += group.doubles.map { place, original in
          Problem(
            .note, .overlapSize, file: exports[place].draft.path, line: 1,
            "holds the same lines as “\(exports[original].draft.path)”")
        }
        let origin = SourceOrigin(
          given: requests[folder.request].name, in: [folders[folder.place]])
        joined.append((draft, origin))
      }
    }
    return joined
  }

  /// For each request the first that gives the same name, or none as it does.
  private static func namesakes(of requests: [LoadRequest]) -> [Int] {
    var first: [String?: Int] = [:]
    for (index, request) in requests.enumerated() where first[request.name] == nil {
      first[request.name] = index
    }
    return requests.map { first[$0.name] ?? 0 }
  }

  /// The number that an entry is merged under: that of the last of several requests that want it merged.
  private static func merge(_ entry: InputEntry, _ requests: [LoadRequest]) -> Int? {
    entry.others.reduce(requests[entry.request].merge) {
      [$0, requests[$1.request].merge].compactMap { $0 }.max()
    }
  }

  /// The file of the first line.
  private var firstFile: Int { runs.first?.file ?? placements.first?.file ?? 0 }

  /// The folders of the files that lines stand in first, each with its first such file.
  private func firstFiles(folder: (Int) -> Int) -> [(folder: Int, file: Int)] {
    var seen: Set<Int> = []
    return runs.compactMap { run in
      let place = folder(run.file)
      return seen.insert(place).inserted ? (place, run.file) : nil
    }
  }

  /// An export as the part of this one that has some of its lines and their bytes.
  func part(_ bytes: Range<Int>, lines: Range<Int>) -> TranscriptDraft {
    var part = self
    part.text = text.extracting(bytes)
    let before = runs.lastIndex { $0.firstLine <= lines.lowerBound } ?? 0
    part.runs = runs[before...].prefix { $0.firstLine < lines.upperBound }.map { run in
      Transcript.LineRun(
        firstLine: max(0, run.firstLine - lines.lowerBound), file: run.file,
        fileLine: run.fileLine + max(0, lines.lowerBound - run.firstLine))
    }
    let files = Set(part.runs.map(\.file))
    part.parts = parts.filter { files.contains($0.file) }
    // What is said of the whole is said of the first part.
    if lines.lowerBound > 0 { part.problems = [] }
    return part
  }

  /// Calls a further export of a file after the first one, and like no other source.
  mutating func callFurther(of first: String, unlike names: inout Set<String>) {
    var number = 2
    while !names.insert("\(first) \(number)").inserted { number += 1 }
    source = "\(first) \(number)"
  }

  /// Notes that a further export of `whole` shares so many of its messages with the one before, unless they
  /// are merged.
  mutating func noteFurther(
    of whole: TranscriptDraft, after before: String, sharing shared: Int, of count: Int
  ) {
    guard merge == nil, let run = runs.first else { return }
    let paths = whole.parts.isEmpty ? [path] : whole.parts.map(\.label)
    let file = whole.parts.first { $0.file == run.file }?.label ?? path
    problems.append(
      Problem(
        .warning, .duplicateTranscript, file: file, line: run.fileLine,
        "at line \(run.fileLine) of \(file) a second export of the same chat begins, “\(source)”: "
          + "\(shared) of its \(count) messages are in “\(before)” as well and count twice; "
          + "to make them one: load --merge \(DuplicateTranscripts.line(of: paths))"))
  }

  private init(export text: SharedBytes, _ softLines: [UInt32], file: Int, label: String) {
    path = label
    self.text = text
    openings = nil
    self.softLines = softLines
    runs = [Transcript.LineRun(firstLine: 0, file: file, fileLine: 1)]
    placements = []
    overlap = 0
    problems = []
  }

  private init(pieces: PieceSeries, label: String) {
    path = label
    text = SharedBytes(pieces.text)
    openings = nil
    softLines = pieces.softLines
    runs = pieces.runs
    placements = []
    overlap = 0
    problems = pieces.heading.map { [TranscriptDraft.note(on: $0, in: label)] } ?? []
  }

  /// Notes that pieces begin with lines alike that are no messages.
  private static func note(on heading: String, in label: String) -> Problem {
    let lines = heading.split(whereSeparator: \.isNewline).filter { !$0.allSatisfy(\.isWhitespace) }
    return Problem(
      .note, .preamble, file: label, line: 1,
      "this and the pieces behind it begin with lines of their own, which are no messages: "
        + lines.map { "“\($0)”" }.joined(separator: ", "))
  }

  private init(series: JoinedSeries, label: String) {
    path = label
    text = series.text
    openings = series.openings
    softLines = []
    runs = series.runs.map { run in
      Transcript.LineRun(
        firstLine: run.firstLine, file: series.placements[run.placement].file,
        fileLine: run.fileLine)
    }
    placements = series.placements
    overlap = series.overlap
    problems = series.problems
  }
}
