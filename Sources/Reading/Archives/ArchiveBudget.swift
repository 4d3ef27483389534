import Model
import Synchronization

/// What the archives of a load have used of their limits, counted by the threads that read them.
final class ArchiveBudget: Sendable {
  let limits: ArchiveLimits
  private let entries = Atomic(0)
  private let bytes = Atomic(0)

  init(_ limits: ArchiveLimits) {
    self.limits = limits
  }

  /// Counts a member.
  func addEntry() throws(InputFailure) {
    guard entries.add(1, ordering: .relaxed).newValue <= limits.entries else {
      throw InputFailure(
        .limit, "has more members than the setting entries allows, \(limits.entries) in all")
    }
  }

  /// Counts bytes that are kept.
  func add(_ count: Int) throws(InputFailure) {
    guard bytes.add(count, ordering: .relaxed).newValue <= limits.totalBytes else {
      throw InputFailure(
        .limit, "has more text than the setting total-bytes allows, \(limits.totalBytes) in all")
    }
  }

  /// What an archive gives at least before anybody asks how large it is itself.
  private static let unasked = 16 << 20

  /// The most bytes that a member of an archive of a size may have.
  func most(of size: Int) -> Int {
    let (most, isTooMuch) = size.multipliedReportingOverflow(by: limits.ratio)
    let byRatio = isTooMuch ? Int.max : Swift.max(most, ArchiveBudget.unasked)
    return Swift.min(byRatio, limits.entryBytes, FileContents.limit)
  }

  /// Says whether an archive of a size may have given so many bytes, perhaps through those in it.
  ///
  /// - Parameter isOuter: whether it only holds the one that is read.
  func check(_ given: Int, of size: Int, isOuter: Bool = false) throws(InputFailure) {
    guard given > ArchiveBudget.unasked, given / limits.ratio > size else { return }
    throw InputFailure(
      .limit,
      (isOuter ? "stands in an archive that unpacks" : "unpacks")
        + " to more than \(limits.ratio) times its size: if you trust it, set ratio higher")
  }

  /// What is wrong with a member of more bytes than are allowed; nil for a number that is.
  func failure(ofEntry count: Int) -> InputFailure? {
    if count > FileContents.limit { return .tooLarge }
    guard count > limits.entryBytes else { return nil }
    return InputFailure(
      .limit, "has more bytes than the setting entry-bytes allows, \(limits.entryBytes)")
  }
}
