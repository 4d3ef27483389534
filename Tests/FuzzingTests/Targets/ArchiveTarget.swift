import Diagnostics
import Model

@testable import Reading

extension FuzzTarget {
  /// The reader of archives: damaged ones, and those that we make of members by chance.
  ///
  /// The first byte of an input: bits 0 and 1 for its form (0 for an archive as it is, 1 for members of
  /// a tar, 2 of a zip, 3 of a zip in a tar), bit 2 for limits that are soon met. U+001C stands between
  /// members, U+001D behind the name of each.
  static let archive = FuzzTarget(name: "archive") { input throws(Fault) in
    guard let flags = input.first else { return }
    let members = flags & 3 == 0 ? nil : ArchiveTarget.members(of: input[1...])
    var limits = ArchiveLimits()
    limits.totalBytes = 1 << 24
    if flags & 4 == 4 {
      limits = ArchiveLimits()
      (limits.entryBytes, limits.totalBytes, limits.entries, limits.depth) = (256, 512, 4, 2)
    }
    var options = ReadingOptions(directory: "/", standardInput: Array(input[1...]))
    options.limits = limits
    if let members {
      let zip = flags & 3 == 1 ? [] : MemoryArchive.zip(members)
      options.standardInput =
        switch flags & 3 {
        case 1: MemoryArchive.tar(members)
        case 2: zip
        default: MemoryArchive.tar([.init(name: Array("a.zip".utf8), content: zip)])
        }
    }
    let loaded: (corpus: Corpus, report: ReadingReport)
    do throws(Diagnostic) {
      loaded = try read([LoadRequest(path: "-")], options: options)
    } catch {
      throw Fault("is not loaded: \(error.message)")
    }
    try ArchiveTarget.check(loaded.corpus, limits)
    guard let members, flags & 4 == 0 else { return }
    try ArchiveTarget.check(members, in: loaded.corpus, hidden: loaded.report.filesHidden)
  }
}

private enum ArchiveTarget {
  static func members(of bytes: ArraySlice<UInt8>) -> [MemoryArchive.Member] {
    bytes.split(separator: 0x1C, omittingEmptySubsequences: false).prefix(20).map { part in
      let name = part.prefix { $0 != 0x1D }
      // A tar has room for a hundred bytes.
      return MemoryArchive.Member(
        name: Array(name.prefix(100)), content: Array(part.dropFirst(name.count + 1)))
    }
  }

  /// What was kept is within the limits, and what was not is in a row of problems.
  static func check(_ corpus: Corpus, _ limits: ArchiveLimits) throws(Fault) {
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
    try MessageAccount(corpus).check()
  }

  /// Each member is a file that was looked at, in a row of problems, or counted as hidden.
  static func check(
    _ members: [MemoryArchive.Member], in corpus: Corpus, hidden: Int
  ) throws(Fault) {
    // A name that ends with a slash is a folder's; the library ends names at NUL.
    let files = members.filter { member in
      !member.content.isEmpty || member.name.prefix { $0 != 0 }.last != UInt8(ascii: "/")
    }
    let known = corpus.files.count { $0.path != "-" }
    let isWhole = !corpus.problems.contains { $0.severity == .error }
    try Fault.unless(
      !isWhole || known + hidden >= files.count,
      "of \(files.count) members \(known) are looked at and \(hidden) are hidden")
  }
}
