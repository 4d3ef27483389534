import Diagnostics
import Query

extension Verb {
  /// Has the user edit what was typed.
  static let edit = Verb(
    "edit", .session, for: .session, summary: "change a line in your editor, then run it",
    usage: ["edit [N]"],
    details: """
      Opens the last statement, or number N of history, in the program that $VISUAL or $EDITOR names, \
      else vi. What is saved there runs as if it had been typed, over several lines too. Leaving \
      without a change, or with an empty text, does nothing.
      """,
    examples: ["messages | count by sender", "edit"], isSaved: false
  ) { (arguments, preparation) throws(Diagnostic) in
    try arguments.atMost(1)
    guard preparation.scope.scripts.isEmpty else {
      throw .usage("edit is for the prompt: a script is a file already", at: preparation.call.span)
    }
    guard let edit = preparation.session.world.edit else {
      throw Diagnostic(
        "edit needs a terminal", at: preparation.call.span,
        help: "a file of lines is run by: causerie run FILE")
    }
    let typed = preparation.session.typed
    let text: String
    if let word = arguments.words.first {
      guard let number = Int(word.text), number > 0, number <= typed.count else {
        throw Diagnostic(
          "there is no statement “\(word.text)”", at: word.span,
          help: typed.isEmpty
            ? "nothing was typed before" : "history lists them, from 1 to \(typed.count)")
      }
      text = typed[number - 1]
    } else {
      // The last one is this line itself.
      text = typed.dropLast().last { !$0.isCallOfEdit } ?? ""
    }
    return .command("edit a statement") { (session, console) throws(Diagnostic) in
      let edited = try edit(text)
      if edited.allSatisfy(\.isWhitespace) {
        console.say(.note("the text is empty: nothing is done"))
      } else if edited == text {
        console.say(.note("nothing was changed: nothing is done"))
      } else {
        session.wish = .revised(edited)
      }
    }
  }
}

extension String {
  /// Whether a statement is one of ``Verb/edit``, which nobody wants to edit.
  fileprivate var isCallOfEdit: Bool {
    split(separator: " ").first.map { $0 == "edit" } ?? true
  }
}
