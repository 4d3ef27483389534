import Model

/// Members of an archive one after the other, not yet looked at as texts.
struct MemberBatch: Sendable {
  /// What the small ones are called, and behind each its bytes, unless they are in ``whole``.
  var buffer: [UInt8] = []

  /// The archive, where all small ones stand in its bytes: ``ArchiveSource/whole``.
  let whole: SharedBytes?

  var members: [Member] = []

  /// Archives inside it that were opened.
  var opened: [InputFile] = []

  /// What is wrong with the archive, or with one inside it.
  var problems: [Problem] = []

  /// Members that were not looked at because of their names.
  var hidden = 0

  /// Its place among the batches of its archive, in the order of their members: they are looked at in any order.
  let number: Int

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

  /// Its place among the members of its archive.
  let index: Int

  let content: Content

  enum Content: Sendable {
    /// Bytes in the buffer of its batch, or in the whole archive, and what it is called in the buffer.
    case shared(Range<Int>, WrittenName)
    /// Bytes of its own, perhaps only the first of so many.
    case own([UInt8], size: Int, Label)
    /// None: why.
    case failed(InputFailure, size: Int, Label)
  }

  /// What it is called.
  struct Label: Sendable {
    /// The path that the user reads.
    let path: String
    /// The last part of its path, in UTF-8.
    let name: ArraySlice<UInt8>
  }

  /// The last part of its path, in UTF-8.
  func name(in buffer: [UInt8]) -> ArraySlice<UInt8> {
    switch content {
    case .shared(_, let written): buffer[written.name]
    case .own(_, _, let label), .failed(_, _, let label): label.name
    }
  }

  /// The member as a file that was read, in what its batch holds.
  func reading(in buffer: ChunkBuffer) -> FileReading {
    switch content {
    case .shared(let range, let written):
      FileReading(range, of: buffer, named: written, identity: nil)
    case .own(let bytes, let size, let label):
      FileReading(bytes, size: size, identity: nil, label: label.path, name: label.name)
    case .failed(let failure, let size, let label):
      FileReading(
        label: label.path, size: size, identity: nil,
        content: failure.code == .skippedFile ? .other(failure.reason) : .failed(failure),
        problems: [Problem(label.path, failure)])
    }
  }
}
