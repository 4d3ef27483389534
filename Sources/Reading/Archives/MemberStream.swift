import CArchive
import Diagnostics
import Model

/// Reads the members of an archive, and of the archives in it, in their order, some at a time.
///
/// It is used by one thread at a time, which need not be the same one.
final class MemberStream: @unchecked Sendable {
  /// The archive, and those that stand in each other down to the one that is being read.
  private var open: [OpenArchive]

  /// Of a zip several streams read in turns: which this one is, from 0, of how many.
  private let share: (number: Int, of: Int)

  /// Batches that were given.
  private var batches = 0

  let budget: ArchiveBudget
  let interrupt: Interrupt

  /// Larger members have memory of their own.
  static let largest = 1 << 16

  /// Room for the small members of a batch, and how many of them there are at most.
  private static let (room, most) = (1 << 22, 4_096)

  /// Members of a zip that a stream reads before it is another's turn.
  static let turn = 512

  init(
    _ archive: OpenArchive, share: (number: Int, of: Int) = (0, 1), budget: ArchiveBudget,
    interrupt: Interrupt
  ) {
    open = [archive]
    self.share = share
    self.budget = budget
    self.interrupt = interrupt
  }

  /// The next members, of one archive.
  func nextBatch() -> MemberBatch {
    let first = open.last
    var batch = MemberBatch(whole: first?.whole, number: batches * share.of + share.number)
    batches += 1
    batch.buffer = unsafe [UInt8](unsafeUninitializedCapacity: MemberStream.room) { buffer, count in
      while batch.members.count < MemberStream.most,
        buffer.count - count > WrittenName.most + MemberStream.largest, !interrupt.isRaised,
        let archive = open.last, archive === first,
        batch.whole == nil || archive.whole != nil
      {
        do throws(InputFailure) {
          let isLarge = unsafe try readMember(of: archive, into: buffer, at: &count, &batch)
          if isLarge { return }
        } catch {
          close(archive, error, &batch)
        }
      }
    }
    batch.isLast = open.isEmpty || interrupt.isRaised
    return batch
  }

  /// Closes an archive that was read to its end or cannot be read further.
  private func close(_ archive: OpenArchive, _ failure: InputFailure?, _ batch: inout MemberBatch) {
    open.removeLast()
    // That all members were met one stream says for all; what stopped this one it says itself.
    let saysEnd = share.number == 0 || !open.isEmpty
    let reason = failure ?? (saysEnd ? failureAtEnd(of: archive, &batch) : nil)
    open.last?.count(archive)
    guard let failure = reason, !interrupt.isRaised else { return }
    if open.isEmpty {
      batch.failure = failure
    } else {
      batch.problems.append(Problem(archive.top.label, failure))
    }
  }

  /// Says whether an archive keeps to the limits, and those that it stands in with all that comes out of it.
  func checkGiven(by archive: OpenArchive) throws(InputFailure) {
    var given = archive.given
    try budget.check(given, of: archive.size)
    for outer in open.reversed() where outer !== archive {
      given += outer.given
      try budget.check(given, of: outer.size, isOuter: true)
    }
  }

  /// What is wrong with an archive of which every member was met; nil where nothing is.
  private func failureAtEnd(
    of archive: OpenArchive, _ batch: inout MemberBatch
  ) -> InputFailure? {
    do throws(InputFailure) {
      if let doubt = try archive.finish(checking: check) {
        batch.problems.append(Problem(.warning, .unreadable, file: archive.top.label, doubt))
      }
      return archive.failureAtEnd()
    } catch {
      return error
    }
  }

  /// Reads the next member, if there is one; tells whether it took much memory.
  @unsafe
  private func readMember(
    of archive: OpenArchive, into buffer: UnsafeMutableBufferPointer<UInt8>, at count: inout Int,
    _ batch: inout MemberBatch
  ) throws(InputFailure) -> Bool {
    let index = archive.count
    let step = try archive.next()
    guard open.count > 1 || (index / MemberStream.turn) % share.of == share.number else {
      if case .end = step { close(archive, nil, &batch) }
      return false
    }
    let header: ArchiveReader.Member
    switch step {
    case .end, .broken:
      close(archive, nil, &batch)
      return false
    case .skipped(let message):
      try budget.addEntry()
      batch.problems.append(
        Problem("\(archive.top.prefix)member \(index + 1)", archive.memberDamage(message)))
      return false
    case .next(let member): header = member
    }
    try budget.addEntry()
    guard header.kind != ARCHIVE_MEMBER_FOLDER || header.size ?? 0 > 0 else { return false }
    let member = MemberPlace(of: header, index, in: archive)
    if member.isHidden {
      batch.hidden += 1
      try pass(archive)
      return false
    }
    if let reason = MemberStream.reason(toSkip: header) {
      batch.members.append(member.failed(reason, size: header.size ?? 0))
      try pass(archive)
      return false
    }
    let start = count
    let written = unsafe member.write(to: buffer, at: &count)
    let rest = unsafe UnsafeMutableRawBufferPointer(
      UnsafeMutableBufferPointer(rebasing: buffer[count...]))
    if let written, let whole = batch.whole,
      let range = archive.takeMember(upTo: MemberStream.largest)
    {
      let content = unsafe whole.span.extracting(range).withUnsafeBytes { unsafe small($0) }
      guard case .small(let size) = content else {
        count = start
        return add(content, member, header, &batch)
      }
      try budget.add(size)
      batch.members.append(member.with(.shared(range, written)))
      return false
    }
    let content = unsafe try read(header, of: archive, into: rest)
    if case .small(let size) = content {
      try budget.add(size)
      if let written, batch.whole == nil {
        batch.members.append(member.with(.shared(count..<(count + size), written)))
        count += size
      } else {
        let bytes = unsafe [UInt8](rest[..<size])
        batch.members.append(member.with(.own(bytes, size: size, member.label)))
      }
      return false
    }
    count = start
    return add(content, member, header, &batch)
  }

  /// Adds what a member holds that does not stand in the buffer; tells whether it took much memory.
  private func add(
    _ content: Content, _ member: MemberPlace, _ header: ArchiveReader.Member,
    _ batch: inout MemberBatch
  ) -> Bool {
    switch content {
    case .small: return false
    case .other(let head, let size):
      batch.members.append(member.with(.own(head, size: size, member.label)))
      return false
    case .failed(let failure):
      batch.members.append(member.failed(failure, size: header.size ?? 0))
      return false
    case .large(let bytes):
      batch.members.append(member.with(.own(bytes, size: bytes.count, member.label)))
      return true
    case .archive(let kind, let bytes):
      guard open.count < budget.limits.depth else {
        batch.members.append(
          member.failed(
            InputFailure(
              .limit,
              "is an archive (\(kind.name)) inside \(open.count) others, "
                + "and the setting depth allows \(budget.limits.depth)"), size: bytes.count))
        return false
      }
      let top = ArchiveFolder(
        archive: member.label.path, name: String(decoding: member.name, as: UTF8.self),
        in: [member.above.name] + member.above.parentNames)
      let size = bytes.count
      do throws(InputFailure) {
        open.append(
          try OpenArchive(
            ArchiveSource(bytes, interrupt: interrupt), kind, top: top, name: member.name,
            folder: member.folder))
        batch.opened.append(InputFile(path: member.label.path, kind: .other, bytes: size))
      } catch {
        batch.members.append(member.failed(error, size: size))
      }
      return true
    }
  }

  /// Why a member is none to read; nil where it is one.
  private static func reason(toSkip header: ArchiveReader.Member) -> InputFailure? {
    if header.isEncrypted { return OpenArchive.encrypted }
    switch header.kind {
    case ARCHIVE_MEMBER_LINK:
      return InputFailure(.skippedFile, "is a link, and links in archives are not followed")
    case ARCHIVE_MEMBER_FOLDER:
      return InputFailure(.skippedFile, "is a folder by its name, and has bytes that are not read")
    case ARCHIVE_MEMBER_OTHER:
      return InputFailure(.skippedFile, "is no regular file: only those are read")
    default: return nil
    }
  }
}
