public import Diagnostics
import Model

/// What a session knows of the world, as values: only the executable asks the world itself, so
/// that sessions in tests run side by side.
public struct World: Sendable {
  /// The folder that relative paths start from.
  public var directory: String

  /// The user's home folder; nil where there is none.
  public var home: String?

  /// The wall clock, asked once a line.
  let now: @Sendable () -> Moment

  /// Seconds on a clock that never goes back, for `set timing on`.
  public var uptime: @Sendable () -> Double

  /// What `sample` draws from where no seed is named.
  public var seed: UInt64

  /// Whether the user has asked to stop.
  public var interrupt: Interrupt

  /// Whether standard input may be loaded as a chat; not where lines come from it.
  public var standardInputIsData = false

  /// What a folder holds, for completion of paths; empty where it cannot be read. A relative path
  /// starts from ``directory``.
  public var listFolder: @Sendable (String) -> [(name: String, isFolder: Bool)]

  /// The script that runs before the prompt, in which settings are kept; nil where there is no place
  /// for one.
  public var initFile: String?

  /// Has the user edit a text, in a program of their own: what it has become. Nil where nobody is there
  /// to do so.
  public var edit: (@Sendable (String) throws(Diagnostic) -> String)?

  /// A world with a folder and a clock, and nothing else in it.
  ///
  /// - Parameter now: wall-clock seconds since 1970-01-01 00:00.
  public init(directory: String, now: @escaping @Sendable () -> Int64) {
    self.directory = directory
    self.now = { Moment(seconds: now()) }
    uptime = { 0 }
    seed = 0
    interrupt = .never
    listFolder = { _ in [] }
  }
}
