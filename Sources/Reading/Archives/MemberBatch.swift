import Model

/// Members that came out of an archive one after the other, not yet looked at as texts.
struct MemberBatch: Sendable {
  /// The bytes of the small ones.
  var buffer: [UInt8] = []

  var members: [Member] = []

  /// What is wrong with the archive, or with one inside it.
  var problems: [Problem] = []

  /// Members that were not looked at because of their names.
  var hidden = 0

  /// Whether nothing more comes.
  var isLast = false

  /// Why the archive itself could not be read to its end; nil where it could or has not been yet.
  var failure: InputFailure?
}

/// A file in an archive.
struct Member: Sendable {
  /// Where it stands; nil for what a compressed file holds, which is that file to the user, where that
  /// stands in no archive.
  let folder: ArchiveFolder?

  /// The path that the user reads.
  let label: String

  /// The last part of its path, in UTF-8.
  let name: ArraySlice<UInt8>

  /// Its place among the members of its archive.
  let index: Int

  let content: Content

  enum Content: Sendable {
    /// Bytes in the buffer of its batch.
    case shared(Range<Int>)
    /// Bytes of its own, perhaps only the first of so many.
    case own([UInt8], size: Int)
    /// None: why.
    case failed(InputFailure, size: Int)
  }

  /// The member as a file that was read. Chunks hold on to the buffer.
  func reading(in buffer: [UInt8]) -> FileReading {
    switch content {
    case .shared(let range):
      FileReading(range, of: buffer, identity: nil, index: 0, label: label, name: name)
    case .own(let bytes, let size):
      FileReading(bytes, size: size, identity: nil, index: 0, label: label, name: name)
    case .failed(let failure, let size):
      FileReading(
        label: label, size: size, identity: nil,
        content: failure.code == .skippedFile ? .other(failure.reason) : .failed(failure),
        problems: [Problem(label, failure)])
    }
  }
}
