import CEditline

/// libedit's editor and its history, with Swift strings on this side. It owns both pointers, and
/// only this file hands text to libedit or takes text from it.
///
/// Positions and counts in the line are in Unicode scalars, as libedit's wide characters are.
@safe
final class Editline {
  /// What a command did to the line; libedit redraws accordingly. The values are the `CC_…` of
  /// histedit.h.
  enum Effect: UInt8 {
    /// Nothing that shows.
    case none = 0
    /// There is no more input.
    case end = 2
    /// The text changed.
    case changed = 4
    /// Only the cursor moved.
    case moved = 5
    /// Nothing could be done; the terminal beeps.
    case refused = 6
    /// The text and the prompt changed.
    case redisplayed = 8
  }

  /// The line being edited, parted at the cursor.
  struct Line: Equatable {
    var before = ""
    var after = ""
    var text: String { before + after }
  }

  private let editor: OpaquePointer
  private let history: OpaquePointer
  private var names: [WideString] = []
  private var promptText: WideString

  /// An editor on the terminal of standard input and output, with emacs keys; nil where that
  /// terminal cannot do what editing needs, or the system has no UTF-8 locale.
  ///
  /// - Parameters:
  ///   - program: the name that lines of ~/.editrc may begin with.
  ///   - historySize: how many entries libedit's own history commands reach back.
  init?(program: String, historySize: Int32) {
    guard editline_use_utf8(), let editor = unsafe editline_open(program) else { return nil }
    guard unsafe editline_can_edit(editor), let history = unsafe history_winit() else {
      unsafe editline_close(editor)
      return nil
    }
    unsafe self.editor = editor
    unsafe self.history = history
    promptText = WideString("")
    unsafe editline_limit_history(history, historySize)
    unsafe editline_set_history(editor, history)
    unsafe editline_set_keys(editor, "emacs".wideCharacters)
  }

  deinit {
    unsafe editline_close(editor)
    unsafe history_wend(history)
  }

  // MARK: The way back from libedit

  /// Lets libedit ask `owner` for keys, the prompt and commands. It is not retained: it owns this
  /// object.
  func attach(to owner: LineEditor) {
    unsafe editline_set_owner(editor, Unmanaged.passUnretained(owner).toOpaque())
    unsafe editline_set_prompt(editor) { editor in
      unsafe Editline.owner(of: editor)?.editline.promptText.characters
    }
    unsafe editline_set_reader(editor) { editor, place in
      guard let place = unsafe place, let key = unsafe Editline.owner(of: editor)?.nextKey() else {
        return -1
      }
      unsafe place.pointee = wchar_t(bitPattern: key.value)
      return 1
    }
    unsafe editline_set_commands { editor, number in
      guard let owner = unsafe Editline.owner(of: editor) else { return -1 }
      return Int32(EditCommand.all[Int(number)].run(owner).rawValue)
    }
  }

  private static func owner(of editor: OpaquePointer?) -> LineEditor? {
    guard let pointer = unsafe editline_owner(editor) else { return nil }
    return unsafe Unmanaged<LineEditor>.fromOpaque(pointer).takeUnretainedValue()
  }

  // MARK: Setting up

  /// What stands before the line from the next redraw on.
  func setPrompt(_ text: String) {
    promptText = WideString(text)
  }

  /// Makes the commands of ``EditCommand/all`` known by their names.
  func addCommands() {
    for (number, command) in EditCommand.all.enumerated() {
      let name = WideString(command.name)
      let summary = WideString(command.summary)
      // libedit keeps the pointers.
      names += [name, summary]
      unsafe editline_add_command(
        editor, Int32(number), name.characters, summary.characters)
    }
  }

  /// Binds a key (as editrc(5) writes it) to a command's name; with `option` -s to the keys of a
  /// macro, with -a in vi's command mode.
  func bind(_ key: String, to action: String, option: String? = nil) {
    unsafe editline_bind(
      editor, option?.wideCharacters, key.wideCharacters, action.wideCharacters)
  }

  /// Carries out the lines of an editrc file, which has to be a regular one.
  func source(_ path: String) {
    _ = unsafe el_source(editor, path)
  }

  /// Whether the keys are vi's, as ~/.editrc may have asked.
  var hasViKeys: Bool { unsafe editline_has_vi_keys(editor) }

  /// Whether lines can be edited at all; ~/.editrc can switch that off.
  var isEditing: Bool { unsafe editline_is_editing(editor) }

  // MARK: Reading a line

  /// Lets the user edit a line until it is finished; nil where the reader or a command gave up.
  /// The line comes without its line break.
  func readLine() -> String? {
    var count: Int32 = 0
    guard let start = unsafe el_wgets(editor, &count), count > 0 else { return nil }
    let text = unsafe Self.text(from: start, count: Int(count))
    return text.last?.isNewline == true ? String(text.dropLast()) : text
  }

  /// The line as it is now.
  var line: Line {
    guard let info = unsafe el_wline(editor)?.pointee else { return Line() }
    guard let start = unsafe info.buffer, let cursor = unsafe info.cursor,
      let end = unsafe info.lastchar
    else { return Line() }
    return unsafe Line(
      before: Self.text(from: start, count: cursor - start),
      after: Self.text(from: cursor, count: end - cursor))
  }

  /// Puts text in at the cursor, which moves behind it.
  func insert(_ text: String) {
    guard !text.isEmpty else { return }
    _ = unsafe el_winsertstr(editor, text.wideCharacters)
  }

  /// Deletes characters before the cursor.
  func deleteBackward(_ count: Int) {
    unsafe el_deletestr(editor, Int32(clamping: count))
  }

  /// Moves the cursor: forward, or back where `count` is negative.
  func move(by count: Int) {
    _ = unsafe el_cursor(editor, Int32(clamping: count))
  }

  /// Puts another line in the place of this one.
  func replace(with line: Line) {
    let old = self.line
    move(by: old.after.unicodeScalars.count)
    deleteBackward(old.text.unicodeScalars.count)
    insert(line.text)
    move(by: -line.after.unicodeScalars.count)
  }

  /// Adds an entry to the history that libedit's own commands walk through.
  func addHistory(_ entry: String) {
    unsafe editline_add_history(history, entry.wideCharacters)
  }

  // MARK: The terminal

  /// Draws prompt and line anew; the screen's cursor has to be at the start of an empty row.
  func redraw() {
    unsafe editline_redraw(editor)
  }

  /// Learns the terminal's new size.
  func resize() {
    unsafe el_resize(editor)
  }

  /// Switches the terminal between the modes for editing and those it had before.
  func setRaw(_ raw: Bool) {
    unsafe editline_set_raw(editor, raw)
  }

  /// Writes to the terminal at once.
  func write(_ text: String) {
    var text = text
    text.withUTF8 { bytes in
      unsafe bytes.withMemoryRebound(to: CChar.self) { bytes in
        unsafe editline_write(editor, bytes.baseAddress, bytes.count)
      }
    }
  }

  private static func text(from start: UnsafePointer<wchar_t>, count: Int) -> String {
    var text = ""
    for character in unsafe Array(UnsafeBufferPointer(start: start, count: count)) {
      let scalar = UInt32(exactly: character).flatMap(Unicode.Scalar.init)
      text.unicodeScalars.append(scalar ?? "\u{FFFD}")
    }
    return text
  }
}
