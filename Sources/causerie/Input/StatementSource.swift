/// Where statements come from: the prompt with its editor, a terminal without one, or a pipe.
struct StatementSource {
  /// Whether a user is there to be asked again after a mistake.
  let isInteractive: Bool

  private var reader: StatementReader
  private let editor: LineEditor?

  /// The source that standard input is. `complain` is told what is wrong with the history file.
  init(
    _ context: PromptContext, in environment: Environment, complain: @escaping (String) -> Void
  ) {
    isInteractive = Terminal.has(.input)
    editor =
      isInteractive && Terminal.has(.output) && !environment.isDumb
      ? LineEditor(
        history: History(
          file: environment.historyPath.map { HistoryFile(path: $0) }, complain: complain),
        context: context, environment: environment) : nil
    if let editor {
      reader = StatementReader(isOpen: context.isOpen) { editor.readLine(soFar: $0) }
    } else {
      let plain = PlainPrompt(stream: isInteractive ? Self.promptStream : nil)
      reader = StatementReader(isOpen: context.isOpen) { plain.readLine(soFar: $0) }
    }
  }

  /// The next statement.
  mutating func next() -> TypedInput { reader.next() }

  /// The line of the input that the last statement began on, from 1.
  var firstLine: Int { reader.firstLine }

  /// The statements of earlier sessions, oldest first; none where there is no editor.
  var earlier: [String] { editor?.history.entries ?? [] }

  /// Keeps a statement in the history, where there is one.
  func remember(_ statement: String) {
    editor?.remember(statement)
  }

  /// The stream whose terminal shows a plain prompt, so that results in a pipe stay clean.
  private static var promptStream: Terminal.Stream? {
    [.output, .error].first(where: Terminal.has)
  }
}
