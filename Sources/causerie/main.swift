import Diagnostics
import Glibc

Signals.install()
let environment = Environment.ofProcess()

/// Shows a complaint on standard error.
func report(_ diagnostic: Diagnostic) {
  Terminal.Stream.error.write(diagnostic.text() + "\n")
}

var status: Int32 = 0
switch Invocation.read(Array(CommandLine.arguments.dropFirst())) {
case .answer(let text):
  status = Terminal.Stream.output.write(text + "\n") ? 0 : 1
case .mistake(let mistake):
  report(mistake)
  status = 2
case .work(let invocation):
  // The seam: the session of module Shell takes the place of these closures, and carries out
  // `invocation.task` as a whole.
  let context = PromptContext(
    isOpen: { $0.hasSuffix("|") }, complete: { _, _ in nil }, clean: { $0 }, columns: { $0.count })
  let source = StatementSource(context, in: environment) { report(.note($0)) }
  let conversation = Conversation(
    carryOut: { statement, _ in
      Terminal.Stream.output.write(statement + "\n") ? .done : .failed(status: 1)
    }, keepsGoing: invocation.keepGoing)
  status = conversation.run(from: source)
}
Signals.dieOfTermination()
exit(status)
