/// A file to read.
struct InputEntry: Sendable {
  /// Where it is.
  let place: Place

  /// What the user reads: the path as written for a file named outright, else what was written for
  /// its folder with the way down from there.
  let label: String

  /// The requests that led to it, among those made, each with the path as it writes it; the first
  /// gives its name to the source.
  var requests: [(request: Int, label: String)]

  /// Those among ``requests`` that name the file itself, so that not reading it is a failure.
  var naming: [Int]

  /// Its folder among those of the search.
  let folder: Int

  enum Place: Hashable, Sendable {
    case path(Path)
    case standardInput
  }
}

/// A folder that holds files to read.
struct InputFolder {
  /// Its absolute path.
  let path: Path

  /// What the user reads.
  let label: String

  /// Its name, whichever way it was written.
  let name: String

  /// The names of the folders that it stands in, the nearest first.
  let parentNames: [String]
}
