// Commands that bring statements back from the history.
extension LineEditor {
  /// Shows the next statement in one direction; `step` is that of ``HistoryWalk``.
  func walkHistory(
    _ step: (inout HistoryWalk, [String]) -> Editline.Line?
  ) -> Editline.Effect {
    let line = editline.line
    var walk = self.walk ?? HistoryWalk(from: line, in: history.entries)
    if !walk.isStill(at: line) { walk = HistoryWalk(from: line, in: history.entries) }
    let next = step(&walk, history.entries)
    self.walk = walk
    guard let next else { return .refused }
    editline.replace(with: next)
    return .redisplayed
  }

  /// Begins to look for a statement by a part of it.
  func beginSearch() -> Editline.Effect {
    search = HistorySearch(from: editline.line, in: history.entries)
    editline.setPrompt(prompt)
    return .redisplayed
  }

  /// Goes on with the search by a key; one without a meaning for it ends it, and acts on the
  /// statement found.
  func search(with key: Unicode.Scalar) -> Editline.Effect {
    guard var search else { return .refused }
    let found: Editline.Line?
    switch key {
    case "\u{12}": found = search.older(in: history.entries)
    case "\u{08}", "\u{7F}": found = search.erase(in: history.entries)
    case "\u{07}":
      editline.replace(with: search.original)
      return endSearch()
    case _ where key.isControl:
      queue.append(key)
      return endSearch()
    default: found = search.type(key, in: history.entries)
    }
    if let found { editline.replace(with: found) }
    self.search = search
    editline.setPrompt(prompt)
    return .redisplayed
  }

  private func endSearch() -> Editline.Effect {
    search = nil
    editline.setPrompt(prompt)
    return .redisplayed
  }
}
