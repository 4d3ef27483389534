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

  /// How much may come out of archives.
  public var limits = ArchiveLimits()

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

/// What a load is at.
public enum ReadingStep: Sendable, Hashable {
  /// It reads files.
  case files(ReadingProgress)
  /// It finds out which chunk continues which.
  case joining
  /// It reads the messages of a chat, the first being 1, of so many.
  case messages(chat: Int, chats: Int)
}

/// How far the reading of files has come.
public struct ReadingProgress: Sendable, Hashable {
  /// Files read so far.
  public let files: Int
  /// Files to read; nil where nobody knows, as for archives, of which bytes are counted as they lie
  /// in the file.
  public let allFiles: Int?
  /// Bytes read so far.
  public let bytes: Int
  /// Bytes to read; nil where nobody knows yet.
  public let allBytes: Int?

  /// So many files and bytes of so many.
  public init(files: Int, allFiles: Int?, bytes: Int, allBytes: Int? = nil) {
    self.files = files
    self.allFiles = allFiles
    self.bytes = bytes
    self.allBytes = allBytes
  }
}
