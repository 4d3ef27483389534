/// A command of ours that a key, or a line of ~/.editrc, can be bound to.
struct EditCommand: Sendable {
  /// Its name; all begin with `causerie-`, so as never to hide one of libedit's.
  let name: String
  /// What it does, as `bind -l` lists it.
  let summary: String
  /// Does it.
  let run: @Sendable (LineEditor) -> Editline.Effect

  /// The commands, in the order of ``KeyBinding/all``; at most 32.
  static let all: [EditCommand] = [
    EditCommand(name: "causerie-act", summary: "Carry out what waits to be done") { $0.act() },
    EditCommand(name: "causerie-paste", summary: "Insert pasted text") { $0.paste() },
    EditCommand(name: "causerie-complete", summary: "Complete the word") { $0.complete() },
    EditCommand(name: "causerie-help", summary: "Show help on the verb") { $0.help() },
    EditCommand(name: "causerie-search", summary: "Search the history") { $0.beginSearch() },
    EditCommand(name: "causerie-older", summary: "Older statement that begins alike") {
      $0.walkHistory { walk, entries in walk.older(in: entries) }
    },
    EditCommand(name: "causerie-newer", summary: "Newer statement that begins alike") {
      $0.walkHistory { walk, entries in walk.newer(in: entries) }
    },
    EditCommand(name: "causerie-left", summary: "Move one character left") { $0.moveLeft() },
    EditCommand(name: "causerie-right", summary: "Move one character right") { $0.moveRight() },
    EditCommand(name: "causerie-delete-left", summary: "Delete backward") { $0.deleteLeft() },
    EditCommand(name: "causerie-delete-right", summary: "Delete forward") { $0.deleteRight() },
    EditCommand(name: "causerie-delete-or-leave", summary: "Delete forward; leave if empty") {
      $0.deleteRightOrLeave()
    },
    EditCommand(name: "causerie-word-left", summary: "Move one word left") { $0.moveWordLeft() },
    EditCommand(name: "causerie-word-right", summary: "Move one word right") {
      $0.moveWordRight()
    },
    EditCommand(name: "causerie-cut-word-left", summary: "Cut the word before") {
      $0.cutWordLeft()
    },
    EditCommand(name: "causerie-cut-to-space", summary: "Cut back to white space") {
      $0.cutToSpace()
    },
    EditCommand(name: "causerie-cut-word-right", summary: "Cut the word after") {
      $0.cutWordRight()
    },
    EditCommand(name: "causerie-cut-to-end", summary: "Cut the rest of the line") {
      $0.cutToEnd()
    },
    EditCommand(name: "causerie-cut-line", summary: "Cut the whole line") { $0.cutLine() },
    EditCommand(name: "causerie-put-back", summary: "Insert what was cut") { $0.putBack() },
    EditCommand(name: "causerie-undo", summary: "Undo the last change") { $0.undo() },
  ]
}
