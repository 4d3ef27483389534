/// One thing that the user asked to load.
public struct LoadRequest: Sendable, Hashable {
  /// The name to give the source; nil to name it after its folder or file.
  public var name: String?

  /// The path as the user wrote it: of a file or a folder, of what is in an archive (`a.zip:2025`), a
  /// pattern of paths, with `~` for the home folder, or `-` for standard input.
  public var path: String

  /// Whether the path stood in quotes, so that `*`, `?`, `[` and `~` mean themselves.
  public var isQuoted: Bool

  /// Files that it leads to and that are left out, by their paths as it writes them: those of the
  /// sources that the user unloaded.
  public var omitted: Set<String> = []

  /// What it leads to is merged with what others of the same number lead to; nil for what stands by
  /// itself.
  public var merge: Int?

  /// A request for a path.
  public init(name: String? = nil, path: String, isQuoted: Bool = false) {
    self.name = name
    self.path = path
    self.isQuoted = isQuoted
  }

  /// Whether it asks for standard input.
  public var isStandardInput: Bool { path == "-" && !isQuoted }
}
