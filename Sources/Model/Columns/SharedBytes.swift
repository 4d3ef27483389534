/// Bytes that never change and that many may hold: those of an array, or of a file that is mapped
/// into memory. Copying them copies a reference.
@safe
public struct SharedBytes: RandomAccessCollection, Sendable {
  /// The first of them; nil where there are none.
  @usableFromInline nonisolated(unsafe) let start: UnsafePointer<UInt8>?

  /// How many there are.
  public let count: Int

  /// Keeps them where they are.
  private let owner: Owner

  private enum Owner: Sendable {
    case array([UInt8])
    case memory(any AnyObject & Sendable)
  }

  /// Those of an array, which is not copied.
  public init(_ bytes: [UInt8]) {
    owner = .array(bytes)
    count = bytes.count
    // An array's elements stay where they are for as long as somebody holds it.
    unsafe start = bytes.withUnsafeBufferPointer { $0.baseAddress }
  }

  /// Those of memory that does not change and lasts for as long as its owner does.
  @unsafe
  public init(_ memory: UnsafeBufferPointer<UInt8>, of owner: any AnyObject & Sendable) {
    self.owner = .memory(owner)
    count = memory.count
    unsafe start = memory.baseAddress
  }

  /// A stretch of them, which holds on to all.
  public func extracting(_ range: Range<Int>) -> SharedBytes {
    precondition(range.lowerBound >= 0 && range.upperBound <= count)
    return unsafe SharedBytes(start.map { unsafe $0 + range.lowerBound }, range.count, owner)
  }

  private init(_ start: UnsafePointer<UInt8>?, _ count: Int, _ owner: Owner) {
    unsafe self.start = unsafe start
    self.count = count
    self.owner = owner
  }

  /// All of them, to be read while they are held.
  @inlinable public var span: Span<UInt8> {
    @_lifetime(borrow self)
    get {
      let bytes = unsafe UnsafeBufferPointer(start: start, count: count)
      return unsafe _overrideLifetime(Span(_unsafeElements: bytes), borrowing: self)
    }
  }

  /// 0.
  @inlinable public var startIndex: Int { 0 }

  /// As ``count``.
  @inlinable public var endIndex: Int { count }

  /// The byte at a place from 0; traps outside.
  @inlinable
  public subscript(place: Int) -> UInt8 { span[place] }

  /// Copies all of them at once where somebody makes an array.
  @inlinable
  public func withContiguousStorageIfAvailable<Result>(
    _ body: (UnsafeBufferPointer<UInt8>) throws -> Result
  ) rethrows -> Result? {
    try unsafe body(UnsafeBufferPointer(start: start, count: count))
  }
}

extension SharedBytes: ExpressibleByArrayLiteral {
  /// The bytes of a list.
  public init(arrayLiteral bytes: UInt8...) { self.init(bytes) }
}
