// Commands on words and longer stretches of the line. What is cut can be put in again elsewhere.
extension LineEditor {
  func moveWordLeft() -> Editline.Effect {
    let before = editline.line.before
    editline.move(by: -before.dropFirst(before.upToLastWord.count).unicodeScalars.count)
    return .moved
  }

  func moveWordRight() -> Editline.Effect {
    editline.move(by: editline.line.after.throughFirstWord.unicodeScalars.count)
    return .moved
  }

  func cutWordLeft() -> Editline.Effect {
    cut(from: editline.line.before.upToLastWord.count)
  }

  /// Cuts back to white space, whatever the word is made of.
  func cutToSpace() -> Editline.Effect {
    cut(from: editline.line.before.upToLastSpace.count)
  }

  func cutWordRight() -> Editline.Effect {
    cut(after: editline.line.after.throughFirstWord.count)
  }

  func cutToEnd() -> Editline.Effect {
    cut(after: editline.line.after.count)
  }

  func cutLine() -> Editline.Effect {
    cut(from: 0, after: editline.line.after.count)
  }

  /// Puts in what was cut last.
  func putBack() -> Editline.Effect {
    guard !cutText.isEmpty else { return .refused }
    editline.insert(cutText)
    return redrawing
  }

  /// Makes the line what it was before its last change.
  func undo() -> Editline.Effect {
    guard let line = changes.undo() else { return .refused }
    let wasNarrow = editline.line.text.isNarrow
    editline.replace(with: line)
    return wasNarrow ? redrawing : .redisplayed
  }

  /// Cuts from a place before the cursor (nil for the cursor) through so many characters after it.
  private func cut(from start: Int? = nil, after count: Int = 0) -> Editline.Effect {
    let line = editline.line
    let kept = start.map { String(line.before.prefix($0)) } ?? line.before
    let left = Editline.Line(before: kept, after: String(line.after.dropFirst(count)))
    guard left != line else { return .refused }
    cutText = String(line.before.dropFirst(kept.count) + line.after.prefix(count))
    editline.replace(with: left)
    return redrawing
  }
}

extension String {
  /// What is before the last word, whatever follows that.
  fileprivate var upToLastWord: String {
    let word = reversed().drop { !$0.isOfWord }.drop(while: \.isOfWord)
    return String(word.reversed())
  }

  /// What is before the last stretch without white space.
  fileprivate var upToLastSpace: String {
    let word = reversed().drop(while: \.isWhitespace).drop { !$0.isWhitespace }
    return String(word.reversed())
  }

  /// All up to the end of the first word.
  fileprivate var throughFirstWord: Substring {
    let rest = drop { !$0.isOfWord }.drop(while: \.isOfWord)
    return self[..<rest.startIndex]
  }

  /// Whether each character takes one column, and is one scalar: below the combining marks.
  var isNarrow: Bool { utf8.allSatisfy { $0 < 0xCC } }
}

extension Character {
  fileprivate var isOfWord: Bool { isLetter || isNumber || self == "_" }
}
