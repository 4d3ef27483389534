// Commands that carry out what was queued, and that read keys by themselves.
extension LineEditor {
  /// Carries out what ``KeyQueue/actionKey`` stands for.
  func act() -> Editline.Effect {
    switch queue.takeAction() {
    case .insert(let scalar):
      editline.insert(String(scalar))
      return redrawing
    case .search(let key): return search(with: key)
    case .show(let lines, let beforeEnd): return show(lines, beforeEnd: beforeEnd)
    case .abandon: return abandon()
    case nil: return .refused
    }
  }

  /// Shows that the line is dropped; the key that ends it follows.
  private func abandon() -> Editline.Effect {
    search = nil
    editline.setPrompt(prompt)
    editline.replace(with: Editline.Line(before: editline.line.text + "^C"))
    return .redisplayed
  }

  /// Has lines shown below the line being edited, which is drawn anew under them.
  func showBelow(_ lines: [String]) -> Editline.Effect {
    let beforeEnd = editline.line.after.unicodeScalars.count
    queue.append(.show(lines, beforeEnd: beforeEnd))
    // libedit brings the screen's cursor to the last row.
    editline.move(by: beforeEnd)
    return .moved
  }

  private func show(_ lines: [String], beforeEnd: Int) -> Editline.Effect {
    editline.write((["\n"] + lines.map { $0 + "\n" }).joined())
    editline.move(by: -beforeEnd)
    editline.redraw()
    return .none
  }

  /// Shows the page of help on the verb at the cursor, as far as there is room.
  func help() -> Editline.Effect {
    let head = statementSoFar.isEmpty ? "" : statementSoFar + "\n"
    let help = context.help(
      head + editline.line.text, (head + editline.line.before).utf8.count, screen.width)
    let lines = help.page.split(separator: "\n", omittingEmptySubsequences: false)
      .map { context.clean(String($0)) }
    let room = Swift.max(1, screen.height - 2)
    guard lines.count > room else { return showBelow(lines) }
    return showBelow(
      lines.prefix(room - 1) + ["… \(lines.count - room + 1) more lines: \(help.line)"])
  }

  /// Inserts what the terminal marks as pasted.
  func paste() -> Editline.Effect {
    var pasted = PastedText()
    while !pasted.isComplete {
      guard let key = typedKey() else { return .none }
      pasted.append(key)
    }
    guard let text = pasted.text else {
      return showBelow(["left out: a paste of over \(PastedText.limit) characters"])
    }
    guard editline.hasViKeys else {
      editline.insert(text)
      return redrawing
    }
    // The mark's Escape has left insert mode, and with that gone back one character.
    editline.move(by: 1)
    editline.insert(text)
    editline.move(by: -1)
    queue.append("a")
    return redrawing
  }
}
