/// The statements of this session and of earlier ones.
struct History {
  /// How many statements are remembered.
  static let limit = 10_000

  /// The statements, oldest first, no two neighbours equal.
  private(set) var entries: [String] = []

  private var file: HistoryFile?
  private let complain: (String) -> Void

  /// A history that starts with what `file` holds and adds to it; nil keeps it for this session
  /// only. Whatever is wrong with the file, the history works, and `complain` is called, once for
  /// each cause, with what does not.
  init(file: HistoryFile?, complain: @escaping (String) -> Void) {
    self.file = file
    self.complain = complain
    guard let file else { return }
    do {
      let contents = try file.load()
      for entry in contents.entries { remember(entry) }
      if let refusal = contents.refusal { abandonFile(because: refusal) }
      if contents.damaged > 0 {
        complain("the history \(file.shortPath) has damaged lines, left out: \(contents.damaged)")
      }
    } catch {
      abandonFile(because: error)
    }
  }

  /// Adds a statement, here and in the file. Answers whether it was: the last one again is not.
  mutating func add(_ statement: String) -> Bool {
    guard remember(statement) else { return false }
    do {
      try file?.append(statement)
    } catch {
      abandonFile(because: error)
    }
    return true
  }

  private mutating func abandonFile(because failure: HistoryFile.Failure) {
    guard let path = file?.shortPath else { return }
    file = nil
    complain("the history is not kept: \(path): \(failure.reason)")
  }

  @discardableResult
  private mutating func remember(_ statement: String) -> Bool {
    guard entries.last != statement else { return false }
    if entries.count >= 2 * Self.limit { entries.removeFirst(Self.limit) }
    entries.append(statement)
    return true
  }
}
