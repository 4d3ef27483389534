import Diagnostics
import Model

@testable import Reading

extension FuzzTarget {
  /// The reader of archives: damaged ones, and those that we make of members by chance.
  static let archive = FuzzTarget(name: "archive") { input throws(Fault) in
    guard let input = ArchiveInput(input) else { return }
    let (corpus, hidden) = try input.loaded()
    try input.check(corpus, hidden: hidden)
  }
}

/// An archive to load, and what must hold of what is loaded.
///
/// The first byte of an input: bits 0 and 1 for its form (0 for an archive as it is, 1 for members of
/// a tar, 2 of a zip, 3 of a zip in a tar), bit 2 for limits that are soon met. U+001C stands between
/// members, U+001D behind the name of each.
struct ArchiveInput {
  let bytes: [UInt8]
  var limits = ArchiveLimits()
  /// What was put into it where we know that all of it must be found; nil for an archive by chance.
  private var members: [MemoryArchive.Member]?
  /// What the paths of members begin with.
  private let folder: String

  init?(_ input: [UInt8]) {
    guard let flags = input.first else { return nil }
    let members = ArchiveInput.members(of: input[1...])
    folder = flags & 3 == 3 ? "-:a.zip:" : "-:"
    switch flags & 3 {
    case 0: bytes = Array(input[1...])
    case 1: bytes = MemoryArchive.tar(members)
    case 2: bytes = MemoryArchive.zip(members)
    default:
      let zip = MemoryArchive.zip(members)
      bytes = MemoryArchive.tar([.init(name: Array("a.zip".utf8), content: zip)])
    }
    limits.totalBytes = 1 << 24
    if flags & 4 == 4 {
      limits = ArchiveLimits()
      (limits.entryBytes, limits.totalBytes, limits.entries, limits.depth) = (256, 512, 4, 2)
    } else if flags & 3 != 0 {
      self.members = members
    }
  }

  private static func members(of bytes: ArraySlice<UInt8>) -> [MemoryArchive.Member] {
    bytes.split(separator: 0x1C, omittingEmptySubsequences: false).prefix(20).map { part in
      let name = part.prefix { $0 != 0x1D }
      // A tar has room for a hundred bytes.
      return MemoryArchive.Member(
        name: Array(name.prefix(100)), content: Array(part.dropFirst(name.count + 1)))
    }
  }

  /// What was read, and how many members were hidden.
  func loaded() throws(Fault) -> (corpus: Corpus, hidden: Int) {
    var options = ReadingOptions(directory: "/", standardInput: bytes)
    options.limits = limits
    do throws(Diagnostic) {
      let (corpus, report) = try read([LoadRequest(path: "-")], options: options)
      return (corpus, report.filesHidden)
    } catch {
      throw Fault("is not loaded: \(error.message)")
    }
  }

  func check(_ corpus: Corpus, hidden: Int) throws(Fault) {
    try checkLimits(of: corpus)
    try MessageAccount(corpus).check()
    guard let members else { return }
    try check(members, in: corpus, hidden: hidden)
    try check(textsOf: corpus, against: members)
  }

  /// What was kept is within the limits, and what was not is in a row of problems.
  private func checkLimits(of corpus: Corpus) throws(Fault) {
    let problems = corpus.problems
    var total = 0
    for file in corpus.files {
      guard file.kind == .other else {
        try Fault.unless(
          file.path == "-" || file.bytes <= limits.entryBytes, "\(file.path) is over the limit")
        if file.path != "-" { total += file.bytes }
        continue
      }
      try Fault.unless(
        problems.contains { $0.file == file.path },
        "\(file.path) is skipped, and no row of problems says so")
    }
    try Fault.unless(total <= limits.totalBytes, "\(total) bytes are over the limit")
    try Fault.unless(corpus.files.count <= limits.entries + 1, "there are too many members")
  }

  /// Each member is a file that was looked at, in a row of problems, or counted as hidden.
  private func check(
    _ members: [MemoryArchive.Member], in corpus: Corpus, hidden: Int
  ) throws(Fault) {
    // A name that ends with a slash is a folder's, in a zip with one of either kind; the library ends
    // names at NUL.
    let files = members.filter { member in
      let last = member.name.prefix { $0 != 0 }.last
      return !member.content.isEmpty || last != UInt8(ascii: "/") && last != UInt8(ascii: "\\")
    }
    let known = corpus.files.count { $0.path != "-" }
    let isWhole = !corpus.problems.contains { $0.severity == .error }
    try Fault.unless(
      !isWhole || known + hidden >= files.count,
      "of \(files.count) members \(known) are looked at and \(hidden) are hidden")
  }

  /// An export has the text of the member that alone is called so: in transcripts one behind the other where it
  /// holds several exports. Pieces that were put together are the other target's.
  private func check(
    textsOf corpus: Corpus, against members: [MemoryArchive.Member]
  ) throws(Fault) {
    var texts: [Int: [UInt8]] = [:]
    for transcript in corpus.transcripts where transcript.chunks.isEmpty {
      guard let run = transcript.runs.first else { throw Fault("a transcript has no file") }
      texts[run.file, default: []] += Array(transcript.text)
    }
    for transcript in corpus.transcripts where transcript.runs.count > 1 {
      for run in transcript.runs { texts[run.file] = nil }
    }
    for (file, text) in texts {
      let path = corpus.files[file].path
      let named = members.filter { folder + String(decoding: $0.name, as: UTF8.self) == path }
      guard let member = named.first, named.count == 1, ArchiveKind.of(member.content) == nil
      else { continue }
      try Fault.unless(
        corpus.files[file].bytes == member.content.count,
        "\(path) has \(member.content.count) bytes")
      try Fault.unless(
        ByteAccount.isText(SharedBytes(text), of: DecodedText(member.content).bytes),
        "the text of \(path) is not that of the member")
    }
  }
}
