/// What the headers of chunks declare against what their lines hold, chunk by chunk. Nearly all agree
/// and few are looked at, so they are put into words when somebody goes through them.
public struct Findings: Sequence, Sendable {
  /// Whether there are none, which is known at once.
  public let isEmpty: Bool

  private let findings: Lazy<[Finding]>

  /// No findings.
  public init() {
    isEmpty = true
    findings = Lazy(known: [])
  }

  /// What `compute` gives, which is one finding at least.
  public init(_ compute: @escaping @Sendable () throws(Interrupted) -> [Finding]) {
    isEmpty = false
    findings = Lazy(compute)
  }

  /// How many there are.
  public var count: Int { all.count }

  /// All of them; none where working them out is interrupted, which whoever asks has to look at.
  private var all: [Finding] { (try? findings.value) ?? [] }

  /// Goes through all of them.
  public func makeIterator() -> IndexingIterator<[Finding]> { all.makeIterator() }
}
