import Diagnostics
import Glibc
import Shell

Signals.install()
Surroundings.nameTimeZone()
let environment = Environment.ofProcess()
var status: Int32 = 0
let arguments = Array(CommandLine.arguments.dropFirst())
switch Invocation.read(arguments) {
case .answer(let text):
  status = Terminal.answer(text)
case .mistake(let mistake):
  Program.console(in: environment, isColored: !arguments.contains("--no-color")).say(mistake)
  status = 2
case .work(let invocation):
  do {
    try Surroundings.allowOpenFiles()
  } catch {
    Program.console(in: environment, isColored: !invocation.noColor).say(error)
    leave(1)
  }
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
