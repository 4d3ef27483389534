/// A stretch of a statement's text: UTF-8 byte offsets from 0, half-open.
public struct SourceSpan: Sendable, Hashable {
  /// Offset of the first byte.
  public let lower: Int

  /// Offset after the last byte; equal to `lower` for a place between two bytes.
  public let upper: Int

  /// A span from `lower` up to, not including, `upper`; an `upper` before `lower` counts as `lower`.
  public init(_ lower: Int, _ upper: Int) {
    self.lower = lower
    self.upper = Swift.max(lower, upper)
  }

  /// The smallest span that holds this one and `other`.
  public func union(_ other: SourceSpan) -> SourceSpan {
    SourceSpan(Swift.min(lower, other.lower), Swift.max(upper, other.upper))
  }

  /// The same stretch in a text in which `offset` bytes stand before the statement.
  public func shifted(by offset: Int) -> SourceSpan {
    SourceSpan(lower + offset, upper + offset)
  }
}
