import Diagnostics
import Glibc
import Output

Signals.install()
Surroundings.nameTimeZone()
let environment = Environment.ofProcess()
var status: Int32 = 0
switch Invocation.read(Array(CommandLine.arguments.dropFirst())) {
case .answer(let text):
  status = Terminal.answer(text)
case .mistake(let mistake):
  Terminal.Stream.error.write(visibleLines(mistake.text()) + "\n")
  status = 2
case .work(let invocation):
  var program = Program(invocation, in: environment)
  status = program.run()
  // What is loaded the system takes back faster than it is given back piece by piece.
  withExtendedLifetime(program) { leave(status) }
}
leave(status)

/// Ends the process, with a status where no signal has asked for it.
func leave(_ status: Int32) -> Never {
  Signals.dieOfTermination()
  exit(status)
}
