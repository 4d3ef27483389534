import Diagnostics
import Model

@testable import Reading

extension FuzzTarget {
  /// The readers of chunks and exports, and the reassembly: a text by itself, or the files of a folder.
  static let chat = FuzzTarget(name: "chat") { input throws(Fault) in
    guard let input = ChatInput(input) else { return }
    let corpus = try input.corpus()
    try ByteAccount(of: corpus, from: input.files).check()
    if input.looksAtTables { try checkTables(of: corpus) }
    guard input.readsInPieces else { return }
    for transcript in corpus.transcripts where transcript.chunks.isEmpty {
      try checkCutting(of: transcript.text, input.options.dateOrder)
    }
  }

  /// Asks for every value of every table.
  static func checkTables(of corpus: Corpus) throws(Fault) {
    let lens = Lens()
    for definition in TableDefinition.all {
      let table = definition.make(corpus, lens)
      for field in table.fields.indices {
        let column = table.column(at: field)
        try Fault.unless(
          column.count == table.rowCount,
          "\(table.name).\(table.fields[field].name) has \(column.count) of \(table.rowCount) values"
        )
        for row in 0..<table.rowCount { _ = column[row] }
      }
    }
  }

  /// Checks that a text gives the same messages however it is cut for several cores.
  private static func checkCutting(of text: SharedBytes, _ dateOrder: DateOrder?) throws(Fault) {
    func messages(_ cutting: Cutting) throws(Fault) -> TranscriptMessages {
      do throws(Diagnostic) {
        return try readMessages(
          in: text, openings: nil, dateOrder: dateOrder, cutting: cutting, interrupt: .never)
      } catch {
        throw Fault("is not read: \(error.message)")
      }
    }
    let whole = try messages(.usual)
    let pieces = try messages(Cutting(bytes: 64, headers: 3))
    try Fault.unless(
      whole.people == pieces.people && whole.messages.starts == pieces.messages.starts
        && whole.messages.lengths == pieces.messages.lengths
        && whole.messages.kinds == pieces.messages.kinds
        && whole.messages.senders == pieces.messages.senders
        && whole.messages.moments == pieces.messages.moments
        && whole.messages.notices == pieces.messages.notices
        && whole.messages.bodies == pieces.messages.bodies,
      "is read otherwise in pieces: \(whole.messages) and \(pieces.messages)")
  }
}

/// Texts to load, and how.
///
/// The first byte of an input: bits 0 and 1 for what the user says about the dates, bit 2 for a clock,
/// bit 3 for files with numbers in their names, bit 4 for a look at all tables, bit 5 for a reading in
/// small pieces. U+001C stands between the files of a folder; without one, the text stands by itself.
struct ChatInput {
  /// The files by the path that the corpus gives them.
  let files: [String: [UInt8]]
  let options: ReadingOptions
  let looksAtTables: Bool
  let readsInPieces: Bool

  init?(_ input: [UInt8]) {
    guard let flags = input.first else { return nil }
    let texts = input[1...].split(separator: 0x1C, omittingEmptySubsequences: false).prefix(40)
    var bytes = Array(input[1...])
    var files = ["-": bytes]
    if texts.count > 1 {
      files = [:]
      let members = texts.enumerated().map { place, text in
        // Letters tell less than numbers: what follows what is found out from the lines then.
        let letters = UInt8(ascii: "a") + UInt8(place * 7 % 23)
        let name =
          flags & 8 == 8 ? "t_\(place + 1).txt" : "\(Unicode.Scalar(letters))\(place % 2).txt"
        return MemoryArchive.Member(name: Array(name.utf8), content: Array(text))
      }
      for member in members {
        files["-:" + String(decoding: member.name, as: UTF8.self)] = member.content
      }
      guard files.count == members.count else { return nil }
      bytes = MemoryArchive.tar(members)
    }
    let noon = CivilDate(year: 2026, month: 1, day: 15).flatMap { Moment($0, hour: 12) }
    self.files = files
    options = ReadingOptions(
      directory: "/",
      dateOrder: [nil, .dayMonthYear, .monthDayYear, .yearMonthDay][Int(flags & 3)],
      now: flags & 4 == 4 ? noon : nil, standardInput: bytes)
    looksAtTables = flags & 16 == 16
    readsInPieces = flags & 32 == 32
  }

  /// What loading them gives.
  func corpus() throws(Fault) -> Corpus {
    do throws(Diagnostic) {
      return try read([LoadRequest(path: "-")], options: options).corpus
    } catch {
      throw Fault("is not loaded: \(error.message)")
    }
  }
}
