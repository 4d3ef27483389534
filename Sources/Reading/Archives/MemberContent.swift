import CArchive
import Diagnostics
import Model

extension MemberStream {
  /// What a member holds, as far as its first bytes tell.
  enum Content {
    /// So many bytes, in the buffer of the batch.
    case small(Int)
    /// A text, perhaps: the bytes of one.
    case large([UInt8])
    case archive(ArchiveKind, [UInt8])
    /// No text: its first bytes, of so many.
    case other([UInt8], size: Int)
    case failed(InputFailure)
  }

  /// Reads a member, unless its first bytes say that nobody wants it: into the rest of the buffer
  /// where it is small.
  @unsafe
  func read(
    _ header: ArchiveReader.Member, of archive: OpenArchive,
    into rest: UnsafeMutableRawBufferPointer
  ) throws(InputFailure) -> Content {
    let room = Swift.min(rest.count, MemberStream.largest)
    var count = 0
    while count < room {
      let part = unsafe UnsafeMutableRawBufferPointer(rebasing: rest[count..<room])
      switch unsafe archive.read(into: part) {
      case .next(let more): count += more
      case .end:
        return unsafe small(UnsafeRawBufferPointer(rebasing: rest[..<count]))
      case .skipped(let message): return .failed(archive.memberDamage(message))
      case .broken(let message): return try .failed(resume(archive, message))
      }
      try checkGiven(by: archive)
    }
    let head = unsafe [UInt8](rest[..<count])
    return try large(head, header, of: archive)
  }

  /// What a member is of which all bytes are at hand.
  @unsafe
  func small(_ bytes: UnsafeRawBufferPointer) -> Content {
    if let failure = budget.failure(ofEntry: bytes.count) { return .failed(failure) }
    // Most are chunks; of the archives only a tar may begin as they do, with the name of a member.
    if unsafe bytes.first == UInt8(ascii: "="),
      unsafe !TarHeader.begins(Span(_unsafeElements: bytes.bindMemory(to: UInt8.self)))
    {
      return .small(bytes.count)
    }
    let own = unsafe [UInt8](bytes)
    if let kind = ArchiveKind.of(own) { return .archive(kind, own) }
    return DecodedText.isBinary(own) ? .other(own, size: own.count) : .small(own.count)
  }

  /// Goes on with a member of which only the first bytes were read.
  private func large(
    _ head: consuming [UInt8], _ header: ArchiveReader.Member, of archive: OpenArchive
  ) throws(InputFailure) -> Content {
    let kind = ArchiveKind.of(head)
    if kind == nil, DecodedText.isBinary(head) { return try other(head, header, of: archive) }
    let likely = header.size ?? archive.likelySizeInside
    if let failure = budget.failure(ofEntry: header.size ?? 0) {
      try pass(archive)
      return .failed(failure)
    }
    var bytes = head
    // An honest size saves moving the bytes; room that is not used is never touched.
    bytes.reserveCapacity(
      Swift.min(likely, budget.most(of: archive.size)) + bytes.count + MemberStream.piece)
    var isKnown = kind != nil
    while true {
      if let failure = budget.failure(ofEntry: bytes.count) {
        try pass(archive)
        return .failed(failure)
      }
      var step = ArchiveReader.Step<Int>.end
      bytes.append(addingCapacity: MemberStream.piece) { output in
        unsafe output.withUnsafeMutableBufferPointer { buffer, count in
          let part = unsafe UnsafeMutableRawBufferPointer(
            rebasing: UnsafeMutableRawBufferPointer(buffer)[count...])
          unsafe step = archive.read(into: part)
          if case .next(let more) = step { count += more }
        }
      }
      switch step {
      case .next: break
      case .end:
        try budget.add(bytes.count)
        return kind.map { .archive($0, bytes) } ?? .large(bytes)
      case .skipped(let message): return .failed(archive.memberDamage(message))
      case .broken(let message): return try .failed(resume(archive, message))
      }
      try check(archive)
      if !isKnown, bytes.count >= FileContents.head {
        isKnown = true
        guard InputFile.Kind(of: DecodedText(bytes).bytes) != .other else {
          return try other(bytes, header, of: archive)
        }
      }
    }
  }

  /// Passes over the rest of a member that is no text.
  private func other(
    _ head: [UInt8], _ header: ArchiveReader.Member, of archive: OpenArchive
  ) throws(InputFailure) -> Content {
    let rest = try pass(archive)
    return .other(head, size: header.size ?? head.count + rest)
  }

  /// Leaves out the rest of a member; how many bytes were read for that. Where the library would
  /// decompress them out of sight, that is done here, so that limits hold.
  @discardableResult
  func pass(_ archive: OpenArchive) throws(InputFailure) -> Int {
    guard !archive.skipsFreely else { return 0 }
    let before = archive.given
    // What a compressed file goes on with after its first bytes nobody asked for.
    guard !archive.isSingle else { return 0 }
    let buffer = UnsafeMutableRawBufferPointer.allocate(
      byteCount: MemberStream.piece, alignment: 16)
    defer { unsafe buffer.deallocate() }
    while case .next = unsafe archive.read(into: buffer) { try check(archive) }
    return archive.given - before
  }

  /// Says whether an archive may go on: the user has not asked to stop, and it keeps to the limits.
  func check(_ archive: OpenArchive) throws(InputFailure) {
    try checkGiven(by: archive)
    if interrupt.isRaised { throw archive.damage("") }
  }

  /// Goes on behind a member whose data broke the reading: what is wrong with it. One that is all there is in its
  /// file is told as that.
  private func resume(_ archive: OpenArchive, _ message: String) throws(InputFailure)
    -> InputFailure
  {
    guard !interrupt.isRaised, !archive.isSingle else { throw archive.damage(message) }
    return archive.goOn(behind: message)
  }

  private static let piece = 1 << 18
}
