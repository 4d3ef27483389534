/// What is doubtful about the input.
public struct Doubts: Sendable {
  /// The rows of the table `problems`, in the order of files and lines.
  public let problems: [Problem]

  /// How many of the problems are about a file, by its place among those of the corpus; where two
  /// files have one path, they count for the first.
  public let problemsOfFiles: [Int: Int]

  /// Doubts about files.
  ///
  /// - Parameters:
  ///   - problems: the problems in the order of their discovery, which those of one line keep.
  ///   - files: the paths of the files, in the order of the corpus.
  public init(problems: [Problem] = [], files: [InputFile] = []) {
    guard !problems.isEmpty else {
      (self.problems, problemsOfFiles) = ([], [:])
      return
    }
    let places = Dictionary(files.indices.map { (files[$0].path, $0) }) { first, _ in first }
    // Neighbours are mostly about one file.
    var (path, place) = (String?.none, Int.max)
    let keys = problems.map { problem in
      if problem.file != path {
        (path, place) = (problem.file, problem.file.map { places[$0] ?? -1 } ?? Int.max)
      }
      return (file: place, line: problem.line ?? 0)
    }
    let order = keys.indices.sorted { a, b in
      (keys[a].file, keys[a].line, a) < (keys[b].file, keys[b].line, b)
    }
    self.problems = order.map { problems[$0] }
    var counts: [Int: Int] = [:]
    for key in keys { counts[key.file, default: 0] += 1 }
    problemsOfFiles = counts
  }
}
