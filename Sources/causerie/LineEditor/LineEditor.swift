import CEditline

/// The prompt: lines typed and edited at a terminal with libedit, completion, and the history.
///
/// libedit reads its keys through ``nextKey()``, and calls the commands of ``EditCommand``, which
/// stand in the files named after what they are about.
final class LineEditor {
  let editline: Editline
  let context: PromptContext
  private let environment: Environment
  private(set) var history: History

  /// The lines of the statement before this one.
  var statementSoFar = ""
  var walk: HistoryWalk?
  var search: HistorySearch?

  /// The line as the last Tab left it, so that a second one is known as such.
  var tabbedLine: Editline.Line?

  /// What emacs' keys can undo in the line; vi's have a way of their own.
  var changes = LineChanges()

  /// What was cut from the line last.
  var cutText = ""

  /// What libedit is to be given before what is typed.
  var queue = KeyQueue()

  private var keys = KeyDecoder()
  private var sequence = KeySequence()
  private var isInterrupted = false

  /// An editor on the terminal of standard input and output; nil where that cannot be edited on.
  init?(history: History, context: PromptContext, environment: Environment) {
    guard let editline = Editline(program: "causerie", historySize: Int32(History.limit)) else {
      return nil
    }
    self.editline = editline
    self.history = history
    self.context = context
    self.environment = environment
    for entry in history.entries { editline.addHistory(entry) }
    editline.attach(to: self)
    KeyBinding.bindAll(of: editline, settings: environment.editrcPath)
    if !editline.isEditing { return nil }
  }

  // MARK: Lines

  /// Lets the user type a line; `soFar` is what the statement has already.
  func readLine(soFar: String) -> TypedInput {
    statementSoFar = soFar
    (walk, search, tabbedLine) = (nil, nil, nil)
    (queue, sequence, isInterrupted) = (KeyQueue(), KeySequence(), false)
    changes = LineChanges()
    Signals.clearInterrupt()
    editline.setPrompt(prompt)
    // libedit itself would do so only after it has shown the prompt, and what the user types at
    // once would be echoed by the terminal.
    editline.setRaw(true)
    prepareTerminal(for: .editing)
    let line = editline.readLine()
    prepareTerminal(for: .printing)
    if isInterrupted { return .interrupted }
    guard let line else {
      editline.write("\n")
      return .end
    }
    return .text(line)
  }

  /// Remembers a statement, in this session and in the history file.
  func remember(_ statement: String) {
    if history.add(statement) { editline.addHistory(statement) }
  }

  /// What stands before the line now.
  var prompt: String {
    search?.prompt ?? (statementSoFar.isEmpty ? Prompt.first : Prompt.more)
  }

  /// Columns and rows of the terminal now.
  var screen: (width: Int, height: Int) { Terminal.size(in: environment) }

  private enum TerminalUse {
    case editing
    case printing
  }

  /// Asks for pasted text to come marked as such, and for Ctrl-Z to come to us, or no longer.
  private func prepareTerminal(for use: TerminalUse) {
    signals_watch_suspend(use == .editing)
    editline.write(use == .editing ? "\u{1B}[?2004h" : "\u{1B}[?2004l")
  }

  // MARK: Keys

  /// The next key for libedit; nil at the end of the input.
  func nextKey() -> Unicode.Scalar? {
    if let key = queue.next() { return key }
    // After Ctrl-C, the line is ended: once, or twice where a command of libedit's own has a
    // question open.
    if isInterrupted { return "\r" }
    guard let key = typedKey() else { return queue.next() }
    let line = editline.hasViKeys ? nil : editline.line
    if let line { changes.note(line) }
    if search != nil {
      queue.append(.search(key))
    } else if sequence.isText(key), needsInsertion(key, into: line) {
      queue.append(.insert(key))
    } else {
      return key
    }
    return queue.next()
  }

  /// Whether a typed character is not for libedit to put in: it counts a column for one that takes
  /// none, and see ``redrawing``. vi's keys may be commands; `line` is nil there.
  private func needsInsertion(_ key: Unicode.Scalar, into line: Editline.Line?) -> Bool {
    if key.isZeroWidth { return true }
    guard let line else { return false }
    return !line.after.isEmpty && !(line.text.isNarrow && String(key).isNarrow)
  }

  /// The next key typed; nil at the end of the input, and when Ctrl-C has come.
  func typedKey() -> Unicode.Scalar? {
    while true {
      if let key = keys.next() { return key }
      guard keys.pause == .signal, !Signals.isTerminated else { return nil }
      if Signals.isInterrupted {
        Signals.clearInterrupt()
        isInterrupted = true
        keys.discard()
        queue = KeyQueue()
        queue.append(.abandon)
        return nil
      }
      if signals_take_suspend() { suspend() }
      if signals_take_resize() { resize() }
    }
  }

  private func suspend() {
    prepareTerminal(for: .printing)
    editline.setRaw(false)
    signals_suspend()
    editline.setRaw(true)
    prepareTerminal(for: .editing)
    editline.redraw()
  }

  /// Draws the line anew for another width. Terminals of today move wrapped lines along when they
  /// are resized, so the first row is as far up as the new width makes it.
  private func resize() {
    let place = ScreenPlace(after: prompt + editline.line.before, width: screen.width)
    let up = place.row > 0 ? "\u{1B}[\(place.row)A" : ""
    editline.write("\r\(up)\u{1B}[J")
    editline.resize()
    editline.redraw()
  }
}
