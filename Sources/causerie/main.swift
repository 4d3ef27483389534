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
}
Signals.dieOfTermination()
exit(status)
