import Model
import Testing

@testable import Reading

/// The target of archives is shown loads that are wrong, and must notice.
struct ArchiveOracleTests {
  private let chat = "17/02/2025, 16:14 - Ana: la haie\n17/02/2025, 16:15 - Bo: oui\n"

  /// The forms of an input: a tar, a zip, a zip in a tar.
  private static let forms: [UInt8] = [1, 2, 3]

  private func archive(_ flags: UInt8, _ members: [(name: String, text: String)]) -> ArchiveInput? {
    let parts = members.map { "\($0.name)\u{1D}\($0.text)" }
    return ArchiveInput([flags] + Array(parts.joined(separator: "\u{1C}").utf8))
  }

  /// What is wrong with a load of a chat, a note and a hidden file, after something was changed in it.
  private func fault(
    _ flags: UInt8, in change: (inout ArchiveInput, inout Corpus, _ hidden: inout Int) -> Void
  ) throws -> String? {
    var input = try #require(
      archive(flags, [("a.txt", chat), ("note.txt", "rien"), (".b.txt", chat)]))
    do throws(Fault) {
      var (corpus, hidden) = try input.loaded()
      change(&input, &corpus, &hidden)
      try input.check(corpus, hidden: hidden)
      return nil
    } catch {
      return error.words
    }
  }

  @Test(arguments: forms)
  func `what is read as it should be is no fault`(flags: UInt8) throws {
    let found = try fault(flags) { _, corpus, hidden in
      #expect(corpus.messages.count == 2 && hidden == 1)
      #expect(corpus.files.count { $0.path.hasSuffix(":a.txt") } == 1)
    }
    #expect(found == nil)
  }

  @Test(arguments: forms)
  func `a member of which nothing is said is noticed`(flags: UInt8) throws {
    let lost = try fault(flags) { _, _, hidden in hidden = 0 }
    #expect(lost == "of 3 members 2 are looked at and 0 are hidden")
    let silent = try fault(flags) { _, corpus, _ in corpus.doubts = Lazy(known: Doubts()) }
    #expect(silent?.hasSuffix("note.txt is skipped, and no row of problems says so") == true)
  }

  @Test(arguments: forms)
  func `a member that has another text, or another length, is noticed`(flags: UInt8) throws {
    let changed = try fault(flags) { _, corpus, _ in
      var bytes = Array(corpus.transcripts[0].text)
      bytes[27] ^= 1
      corpus.transcripts[0].text = SharedBytes(bytes)
    }
    #expect(changed?.hasSuffix("a.txt is not that of the member") == true)
    let short = try fault(flags) { _, corpus, _ in
      for file in corpus.files.indices where corpus.files[file].kind == .export {
        corpus.files[file].bytes -= 1
      }
    }
    #expect(short?.hasSuffix("a.txt has \(chat.utf8.count) bytes") == true)
  }

  @Test(arguments: forms)
  func `more than the limits allow is noticed`(flags: UInt8) throws {
    let large = try fault(flags) { input, _, _ in input.limits.entryBytes = 60 }
    #expect(large?.hasSuffix("a.txt is over the limit") == true)
    let many = try fault(flags) { input, _, _ in input.limits.totalBytes = 60 }
    #expect(many == "\(chat.utf8.count) bytes are over the limit")
    let members = try fault(flags) { input, _, _ in input.limits.entries = 0 }
    #expect(members == "there are too many members")
  }
}
