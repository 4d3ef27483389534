public import Diagnostics

/// Where the bytes of an answer go: standard output, a file, or a test's array.
public struct Sink {
  private let take: (borrowing [UInt8]) throws(Diagnostic) -> Void

  /// A sink that hands every stretch of bytes to a closure, which throws where they cannot be
  /// written.
  public init(_ take: @escaping (borrowing [UInt8]) throws(Diagnostic) -> Void) {
    self.take = take
  }

  /// Writes bytes.
  public func write(_ bytes: [UInt8]) throws(Diagnostic) {
    try take(bytes)
  }

  /// Writes a text as UTF-8.
  public func write(_ text: String) throws(Diagnostic) {
    try take(Array(text.utf8))
  }
}
