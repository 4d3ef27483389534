/// What the keys do beyond libedit's own emacs and vi keys.
struct KeyBinding {
  /// The keys, as editrc(5) writes them: `^W` is Ctrl-W, `\e` is Escape.
  let keys: [String]
  /// A command of libedit (editrc(5)) or of ``EditCommand/all``.
  let command: String
  /// Whether vi's insert mode has it too. Not what begins with Escape, which leaves that mode.
  var isForVi = false

  /// The bindings, in the order of the guide.
  static let all: [KeyBinding] = [
    KeyBinding(keys: [#"\200"#], command: "causerie-act", isForVi: true),
    KeyBinding(keys: [#"\e[200~"#], command: "causerie-paste"),
    KeyBinding(keys: ["^I"], command: "causerie-complete", isForVi: true),
    KeyBinding(keys: [#"\eOP"#, #"\e[11~"#, #"\e[[A"#], command: "causerie-help"),
    KeyBinding(keys: ["^R"], command: "causerie-search", isForVi: true),
    KeyBinding(keys: ["^P", #"\e[A"#, #"\eOA"#], command: "causerie-older"),
    KeyBinding(keys: ["^N", #"\e[B"#, #"\eOB"#], command: "causerie-newer"),
    KeyBinding(keys: ["^B", #"\e[D"#, #"\eOD"#], command: "causerie-left"),
    KeyBinding(keys: ["^F", #"\e[C"#, #"\eOC"#], command: "causerie-right"),
    KeyBinding(keys: ["^?", "^H"], command: "causerie-delete-left"),
    KeyBinding(keys: [#"\e[3~"#], command: "causerie-delete-right"),
    KeyBinding(keys: ["^D"], command: "causerie-delete-or-leave"),
    KeyBinding(
      keys: [#"\eb"#, #"\e[1;5D"#, #"\e[5D"#, #"\eOd"#, #"\e[1;3D"#],
      command: "causerie-word-left"),
    KeyBinding(
      keys: [#"\ef"#, #"\e[1;5C"#, #"\e[5C"#, #"\eOc"#, #"\e[1;3C"#],
      command: "causerie-word-right"),
    KeyBinding(keys: [#"\e^?"#, #"\e^H"#], command: "causerie-cut-word-left"),
    KeyBinding(keys: ["^W"], command: "causerie-cut-to-space"),
    KeyBinding(keys: [#"\ed"#, #"\e[3;5~"#], command: "causerie-cut-word-right"),
    KeyBinding(keys: ["^K"], command: "causerie-cut-to-end"),
    KeyBinding(keys: ["^U"], command: "causerie-cut-line"),
    KeyBinding(keys: ["^Y"], command: "causerie-put-back"),
    KeyBinding(keys: ["^_", "^X^U"], command: "causerie-undo"),
    KeyBinding(keys: [#"\e[H"#, #"\eOH"#, #"\e[1~"#, #"\e[7~"#], command: "ed-move-to-beg"),
    KeyBinding(keys: [#"\e[F"#, #"\eOF"#, #"\e[4~"#, #"\e[8~"#], command: "ed-move-to-end"),
    // Keys without a meaning here would otherwise leave a part of their sequence in the line.
    KeyBinding(
      keys: [#"\e[2~"#, #"\e[5~"#, #"\e[6~"#, #"\e[1;2A"#, #"\e[1;2B"#, #"\e[1;5A"#, #"\e[1;5B"#],
      command: "ed-ignore"),
  ]

  /// In vi's command mode. Escape has led there, so what follows it in a key's sequence counts.
  static let viCommandMode: [KeyBinding] = [
    KeyBinding(keys: [#"\200"#], command: "causerie-act"),
    KeyBinding(keys: ["[200~"], command: "causerie-paste"),
    KeyBinding(keys: ["OP", "[11~", "[[A"], command: "causerie-help"),
    KeyBinding(keys: ["k", "[A", "OA"], command: "causerie-older"),
    KeyBinding(keys: ["j", "[B", "OB"], command: "causerie-newer"),
  ]

  /// Binds all keys, then lets the user's editrc file have its way; `settings` is its path. A file
  /// that asks for vi keys undoes what is bound before, so those are bound after it.
  static func bindAll(of editline: Editline, settings: String?) {
    editline.addCommands()
    for binding in all { binding.bind(in: editline) }
    if let settings { editline.source(settings) }
    guard editline.hasViKeys else { return }
    for binding in all where binding.isForVi { binding.bind(in: editline) }
    for binding in viCommandMode { binding.bind(in: editline, option: "-a") }
  }

  private func bind(in editline: Editline, option: String? = nil) {
    for key in keys { editline.bind(key, to: command, option: option) }
  }
}
