public import Model

/// What the world around a session adds to the requests: nothing is read from it anywhere else.
public struct ReadingOptions: Sendable {
  /// The folder that relative paths start from.
  public var directory: String

  /// What `~` stands for; nil where there is no home.
  public var home: String?

  /// What the user says about the dates; nil to decide by the lines of each transcript.
  public var dateOrder: DateOrder?

  /// The moment of the load on the user's clock, so that later dates can be doubted; nil not to.
  public var now: Moment?

  /// The bytes of standard input, for a request that asks for it: see
  /// ``readStandardInput(interrupt:)``.
  public var standardInput: [UInt8]

  /// Options for a session that works in a folder.
  public init(
    directory: String, home: String? = nil, dateOrder: DateOrder? = nil, now: Moment? = nil,
    standardInput: [UInt8] = []
  ) {
    self.directory = directory
    self.home = home
    self.dateOrder = dateOrder
    self.now = now
    self.standardInput = standardInput
  }
}

/// How far a load has come.
public struct ReadingProgress: Sendable, Hashable {
  /// Files read so far.
  public let files: Int
  /// Files to read.
  public let allFiles: Int
  /// Bytes read so far.
  public let bytes: Int
}
