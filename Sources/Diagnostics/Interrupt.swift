/// The question “has the user asked to stop?”, handed to every long piece of work.
///
/// It is a value that asks the outside world; only the executable knows that signals exist.
public struct Interrupt: Sendable {
  private let raised: @Sendable () -> Bool

  /// An interrupt that is raised whenever `raised` says so. The closure is called from any
  /// thread, often, and must be quick.
  public init(_ raised: @escaping @Sendable () -> Bool) {
    self.raised = raised
  }

  /// One that is never raised.
  public static let never = Interrupt { false }

  /// Whether the user has asked to stop.
  public var isRaised: Bool { raised() }

  /// Throws ``Diagnostic/interrupted`` if the user has asked to stop. Ask at least every 50 ms
  /// of work.
  public func check() throws(Diagnostic) {
    if raised() { throw Diagnostic.interrupted }
  }
}
