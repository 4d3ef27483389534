import Diagnostics
import Model

/// A text whose messages are still to be read: an export, or a series put back together.
struct TranscriptDraft {
  /// What it is called.
  private(set) var source = ""

  /// The path that transcripts are ordered by: of the export, or of the folder of a series.
  let path: String

  /// The lines, joined by `\n`.
  let text: SharedBytes

  /// The lines before which lines are missing, from 0; nil for an export.
  let openings: [Int]?

  /// The lines of an export that may be pasted into a message: ``DecodedText/softLines``.
  let softLines: [UInt32]

  /// Where the lines stand in files.
  let runs: [Transcript.LineRun]

  /// Its chunks, in the order of the text.
  let placements: [JoinedSeries.Placement]

  /// Lines that its chunks usually repeat; 0 for none and where that is unknown.
  let overlap: Int

  /// The number that it is merged under with others: ``LoadRequest/merge``.
  private(set) var merge: Int?

  /// What joining the chunks left in doubt.
  let problems: [Problem]

  /// The transcripts that were read, ordered by path.
  static func all(
    of reading: InputReading, _ requests: [LoadRequest], interrupt: Interrupt
  ) throws(Diagnostic) -> [TranscriptDraft] {
    var drafts: [(draft: TranscriptDraft, origin: SourceOrigin)] = []
    var folders = ChunksByFolder()
    var merges: [Int: Int] = [:]
    let entries = reading.entries
    for index in entries.indices {
      let name = requests[entries[index].request].name
      // The last of several that want it merged.
      let merge = entries[index].others.reduce(requests[entries[index].request].merge) {
        [$0, requests[$1.request].merge].compactMap { $0 }.max()
      }
      switch reading.files[index].content {
      case .chunk(let chunk):
        folders.add(chunk, to: Folder(place: entries[index].folder, name: name))
        if let merge { merges[index] = merge }
      case .export(let text, let softLines):
        let folder = reading.folders[entries[index].folder]
        let origin = SourceOrigin(
          given: name, own: SourceOrigin.stem(of: entries[index], in: folder),
          folders: [folder.name] + folder.parentNames)
        var draft = TranscriptDraft(
          export: text, softLines, file: index, label: reading.files[index].label)
        draft.merge = merge
        drafts.append((draft, origin))
      case .other, .failed, .known, .archive, .handedOn: continue
      }
    }
    for (key, chunks) in zip(folders.folders, folders.chunks) {
      let folder = reading.folders[key.place]
      let origin = SourceOrigin(
        given: key.name, own: folder.name, folders: folder.parentNames)
      for series in try Reassembly.series(of: chunks, interrupt: interrupt) {
        var draft = TranscriptDraft(series: series, label: folder.label)
        draft.merge = draft.placements.compactMap { merges[$0.file] }.max()
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

  /// The file of the first line.
  private var firstFile: Int { runs.first?.file ?? placements.first?.file ?? 0 }

  /// Chunks that may be of one series: those of a folder that were given one name.
  private struct Folder: Hashable {
    let place: Int
    let name: String?
  }

  /// The chunks of each folder. Those of one mostly come one after the other.
  private struct ChunksByFolder {
    private(set) var folders: [Folder] = []
    private(set) var chunks: [[ChunkFile]] = []
    private var places: [Folder: Int] = [:]
    private var last = 0

    mutating func add(_ chunk: ChunkFile, to folder: Folder) {
      if folders.isEmpty || folders[last] != folder {
        last = places[folder] ?? folders.count
        if last == folders.count {
          places[folder] = last
          folders.append(folder)
          chunks.append([])
        }
      }
      chunks[last].append(chunk)
    }
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
