import Dispatch
import Synchronization

/// Work that is done piece by piece on all cores.
///
/// `isStopped` is asked before each piece, which should take some milliseconds at most; where it says so
/// what is left is not begun, and the result is nil.
public enum Parallel {
  /// Threads that work at a time at most: no machine has more cores that this work would keep busy.
  @TaskLocal public static var most = 16

  /// What `body` makes of each number from 0 up to `count`, in order.
  public static func map<Result: Sendable>(
    _ count: Int, unless isStopped: @autoclosure @Sendable () -> Bool,
    _ body: @Sendable (Int) -> Result
  ) -> [Result]? {
    let results = Mutex([Result?](repeating: nil, count: count))
    let isWhole = perform(count, unless: isStopped()) { index in
      let result = body(index)
      results.withLock { $0[index] = result }
    }
    return isWhole ? results.withLock { $0.compactMap { $0 } } : nil
  }

  /// An array put together from pieces that follow each other from 0 on: `fill` is given the place of a
  /// piece among them and appends as many values as it has.
  public static func array<Value: Sendable>(
    _ pieces: [Range<Int>], unless isStopped: @autoclosure @Sendable () -> Bool,
    _ fill: @Sendable (Int, inout OutputSpan<Value>) -> Void
  ) -> [Value]? {
    let count = pieces.last?.upperBound ?? 0
    let values = unsafe [Value](unsafeUninitializedCapacity: count) { buffer, initialized in
      nonisolated(unsafe) let buffer = unsafe buffer
      let filled = Mutex([Int](repeating: 0, count: pieces.count))
      _ = perform(pieces.count, unless: isStopped()) { index in
        let part = unsafe UnsafeMutableBufferPointer(rebasing: buffer[pieces[index]])
        var output = unsafe OutputSpan(buffer: part, initializedCount: 0)
        fill(index, &output)
        let count = unsafe output.finalize(for: part)
        filled.withLock { $0[index] = count }
      }
      let counts = filled.withLock(\.self)
      initialized = counts.reduce(0, +) == count ? count : 0
      guard initialized == 0 else { return }
      // Values with holes between them are no array.
      for (piece, count) in zip(pieces, counts) {
        let start = piece.lowerBound
        _ = unsafe UnsafeMutableBufferPointer(rebasing: buffer[start..<(start + count)])
          .deinitialize()
      }
    }
    return values.count == count ? values : nil
  }

  /// Has an array changed where it stands: `change` is given the place of a piece among `pieces`, which
  /// are stretches of the array, and its values. Tells whether all were come to.
  @inlinable
  public static func change<Value: Sendable & BitwiseCopyable>(
    _ values: inout [Value], in pieces: [Range<Int>],
    unless isStopped: @autoclosure @Sendable () -> Bool,
    _ change: @Sendable (_ piece: Int, inout MutableSpan<Value>) -> Void
  ) -> Bool {
    unsafe values.withUnsafeMutableBufferPointer { buffer in
      nonisolated(unsafe) let buffer = unsafe buffer
      return perform(pieces.count, unless: isStopped()) { piece in
        let part = unsafe UnsafeMutableBufferPointer(rebasing: buffer[pieces[piece]])
        var span = unsafe MutableSpan(_unsafeElements: part)
        change(piece, &span)
      }
    }
  }

  /// Two things worked out at once, the second on the caller's thread. Either may work on all cores, which work
  /// within ``map(_:unless:_:)`` does not.
  public static func both<First: Sendable, Second>(
    _ first: @Sendable () -> First, _ second: () -> Second
  ) -> (First, Second) {
    guard most > 1 else { return (first(), second()) }
    let result = Handover<First>()
    let group = DispatchGroup()
    let value = withoutActuallyEscaping(first) { first in
      DispatchQueue.global(qos: .userInitiated).async(group: group) { result.give(first()) }
      defer { group.wait() }
      return second()
    }
    return (result.take(), value)
  }

  /// Holds what one thread worked out until another takes it.
  private final class Handover<Value: Sendable>: Sendable {
    private let value = Mutex<Value?>(nil)

    func give(_ given: Value) { value.withLock { $0 = given } }

    func take() -> Value {
      let taken = value.withLock { value in
        defer { value = nil }
        return value
      }
      guard let taken else { preconditionFailure("nothing was worked out yet") }
      return taken
    }
  }

  /// Calls `body` with each number from 0 up to `count`; tells whether it came to all.
  @usableFromInline
  static func perform(
    _ count: Int, unless isStopped: @autoclosure @Sendable () -> Bool,
    _ body: @Sendable (Int) -> Void
  ) -> Bool {
    let done = Atomic(0)
    @Sendable func step(_ index: Int) {
      guard !isStopped() else { return }
      body(index)
      done.add(1, ordering: .relaxed)
    }
    if most > 1 {
      DispatchQueue.concurrentPerform(iterations: count) { step($0) }
    } else {
      for index in 0..<count { step(index) }
    }
    return done.load(ordering: .relaxed) == count
  }

  /// Four arrays of one length that are filled at once, as columns of the same rows.
  ///
  /// `body` writes every row from 0 up to `count` once, from as many threads as it likes, and tells
  /// whether it did.
  @inlinable
  public static func arrays<A, B, C, D>(
    _ count: Int, _ body: (_ columns: Columns<A, B, C, D>) -> Bool
  ) -> ([A], [B], [C], [D])? {
    var second: [B] = []
    var third: [C] = []
    var fourth: [D] = []
    var isWhole = false
    let first = unsafe [A](unsafeUninitializedCapacity: count) { a, aCount in
      unsafe second = [B](unsafeUninitializedCapacity: count) { b, bCount in
        unsafe third = [C](unsafeUninitializedCapacity: count) { c, cCount in
          unsafe fourth = [D](unsafeUninitializedCapacity: count) { d, dCount in
            isWhole = unsafe body(Columns(a: a, b: b, c: c, d: d, count: count))
            dCount = isWhole ? count : 0
          }
          cCount = isWhole ? count : 0
        }
        bCount = isWhole ? count : 0
      }
      aCount = isWhole ? count : 0
    }
    return isWhole ? (first, second, third, fourth) : nil
  }

  /// Columns without values so far, which several threads write, each its own rows.
  @safe
  public struct Columns<
    A: Sendable & BitwiseCopyable, B: Sendable & BitwiseCopyable, C: Sendable & BitwiseCopyable,
    D: Sendable & BitwiseCopyable
  >: @unchecked Sendable {
    @usableFromInline let a: UnsafeMutableBufferPointer<A>
    @usableFromInline let b: UnsafeMutableBufferPointer<B>
    @usableFromInline let c: UnsafeMutableBufferPointer<C>
    @usableFromInline let d: UnsafeMutableBufferPointer<D>
    @usableFromInline let count: Int

    @usableFromInline
    init(
      a: UnsafeMutableBufferPointer<A>, b: UnsafeMutableBufferPointer<B>,
      c: UnsafeMutableBufferPointer<C>, d: UnsafeMutableBufferPointer<D>, count: Int
    ) {
      unsafe (self.a, self.b, self.c, self.d) = (a, b, c, d)
      self.count = count
    }

    /// Writes a row, from 0.
    @inlinable
    @inline(__always)
    public func set(_ row: Int, _ a: A, _ b: B, _ c: C, _ d: D) {
      precondition(row >= 0 && row < count, "there is no such row")
      unsafe self.a.initializeElement(at: row, to: a)
      unsafe self.b.initializeElement(at: row, to: b)
      unsafe self.c.initializeElement(at: row, to: c)
      unsafe self.d.initializeElement(at: row, to: d)
    }
  }
}

extension Range<Int> {
  /// The range in pieces of about `size`; none where it is empty.
  public func pieces(of size: Int) -> [Range<Int>] {
    let size = Swift.max(1, size)
    return stride(from: lowerBound, to: upperBound, by: size).map {
      $0..<Swift.min(upperBound, $0 + size)
    }
  }
}
