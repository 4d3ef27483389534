/// How much may come out of archives: no honest one comes near, and one that was made to fill memory
/// or to take forever ends in an error instead.
public struct ArchiveLimits: Sendable, Hashable {
  /// Bytes of one member that is kept; a text has 4 GiB less two at most, whatever this says.
  public var entryBytes = 2 << 30

  /// Bytes of all members that are kept in a load: what is no chat and no archive is not.
  public var totalBytes = 16 << 30

  /// How many times its own size an archive gives, with what comes out of those in it; the first 16 MiB are
  /// not asked about.
  public var ratio = 1_000

  /// Members of all archives of a load.
  public var entries = 2_000_000

  /// How many archives may stand in each other, the outermost counted.
  public var depth = 3

  /// The limits that hold where nobody sets others.
  public init() {}
}
