/// What the prompt asks of the rest of the program.
struct PromptContext {
  /// Whether a text is only the beginning of a statement: a bracket or a quote is open, or it ends
  /// in `|`.
  var isOpen: (_ statement: String) -> Bool

  /// What the text at the cursor may become; nil for nothing. `cursor` is a byte offset.
  var complete: (_ statement: String, _ cursor: Int) -> Completion?

  /// The page of help on the verb at the cursor, a byte offset, in lines of so many columns; and the line
  /// that shows it.
  var help: (_ statement: String, _ cursor: Int, _ columns: Int) -> (page: String, line: String)

  /// Makes a text fit for a terminal: nothing in it is acted on.
  var clean: (String) -> String

  /// The columns that a text takes on the screen.
  var columns: (String) -> Int
}
