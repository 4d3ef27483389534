import Model

/// What chunk files were read into, some of them one behind the other perhaps, and what they are called. An object,
/// since every chunk holds it.
@safe
final class ChunkBuffer: Sendable {
  /// The files, and other things between them.
  let bytes: SharedBytes

  /// Where those are, for as long as somebody holds them.
  private nonisolated(unsafe) let start: UnsafePointer<UInt8>?

  /// What they are called: ``WrittenName``.
  let names: [UInt8]

  /// Files in memory of somebody else, and what they are called.
  init(_ bytes: SharedBytes, names: [UInt8]) {
    self.bytes = bytes
    self.names = names
    unsafe start = bytes.withContiguousStorageIfAvailable { $0.baseAddress } ?? nil
  }

  /// Files among which stands what they are called.
  convenience init(_ bytes: [UInt8]) { self.init(SharedBytes(bytes), names: bytes) }

  /// The files, to be read while they are held.
  var span: Span<UInt8> {
    @_lifetime(borrow self)
    get {
      let memory = unsafe UnsafeBufferPointer(start: start, count: bytes.count)
      return unsafe _overrideLifetime(Span(_unsafeElements: memory), borrowing: self)
    }
  }
}
