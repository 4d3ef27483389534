import Diagnostics
import Glibc
import Output

/// Long output on its way to the program that shows it page by page. What fits the screen is written
/// as it is; the program is started once there is more.
final class Pager {
  /// The command, as $PAGER has it.
  private let command: String

  /// Rows of the screen, without the one for the prompt.
  private let rows: Int

  /// What has not been written anywhere yet; later what was, as long as the command may turn out to be
  /// none.
  private var held: [UInt8] = []
  private var rowsHeld = 0

  /// What is to be said once the program has ended.
  private var remarks: [UInt8] = []

  private var way = Way.holding

  private enum Way {
    /// Nothing is written yet.
    case holding
    case paging(ChildProcess, TerminalModes)
    /// To the terminal.
    case direct
    /// The user has left the program: nobody reads the rest.
    case left
  }

  /// A pager for one answer.
  init(_ command: String, rows: Int) {
    self.command = command
    self.rows = rows
  }

  /// What takes the answer.
  var results: Sink {
    Sink { [self] (bytes) throws(Diagnostic) in try take(bytes) }
  }

  /// What takes remarks on it, which wait until the program has ended.
  var remarksSink: Sink {
    Sink { [self] (bytes) throws(Diagnostic) in
      guard case .paging = way else { return try Terminal.sink(.error).write(copy(bytes)) }
      remarks += copy(bytes)
    }
  }

  private func copy(_ bytes: borrowing [UInt8]) -> [UInt8] { Array(bytes[...]) }

  private func take(_ bytes: borrowing [UInt8]) throws(Diagnostic) {
    switch way {
    case .holding:
      held += bytes[...]
      for place in bytes.indices where bytes[place] == UInt8(ascii: "\n") { rowsHeld += 1 }
      if rowsHeld > rows { try start() }
    case .paging(let child, _):
      if held.count < Pager.most { held += bytes[...] }
      try send(copy(bytes), to: child)
    case .direct: try Terminal.sink(.output).write(copy(bytes))
    case .left: throw Diagnostic.unheard
    }
  }

  /// What is kept in case that the command turns out to be none.
  private static let most = 1 << 20

  private func start() throws(Diagnostic) {
    let modes = TerminalModes()
    // Colours as they come, nothing cleared, no paging of what fits, and Ctrl-C leaves.
    let script = "LESS=\"${LESS-FRXK}\"; LV=\"${LV--c}\"; export LESS LV; \(launch)"
    guard let child = ChildProcess(script, takesInput: true) else {
      return try goOnWithout("cannot start “\(command)”")
    }
    way = .paging(child, modes)
    try send(held, to: child)
  }

  /// The command as `sh` starts it: a plain one in its own place, so that a signal to end reaches the
  /// program and not a shell that waits for it.
  private var launch: String {
    command.contains { ";|&<>(){}`=\n".contains($0) } ? command : "exec \(command)"
  }

  private func send(_ bytes: [UInt8], to child: ChildProcess) throws(Diagnostic) {
    guard let input = child.input else { return }
    var written = 0
    while written < bytes.count {
      let count = unsafe bytes.withUnsafeBytes { all in
        unsafe write(input, all.baseAddress?.advanced(by: written), all.count - written)
      }
      let hasFailed = count < 0 && errno != EINTR
      // A call that is interrupted may have written a part of the bytes, which is no failure.
      if count >= 0 { written += count }
      if written < bytes.count, Signals.interrupt.isRaised {
        _ = end()
        throw .interrupted
      }
      if hasFailed {
        let status = end()
        guard status == Pager.notFound || status == Pager.notStarted else {
          throw Diagnostic.unheard
        }
        return try goOnWithout("cannot start “\(command)”")
      }
    }
  }

  private static let notFound: Int32 = 127
  private static let notStarted: Int32 = 126
  /// The status of a program that a signal ended is this and the number of the signal.
  private static let ended: Int32 = 128

  private func goOnWithout(_ reason: String) throws(Diagnostic) {
    way = .direct
    let note = Diagnostic.note("\(reason): $PAGER names the program, set pager off does without")
    try Terminal.sink(.error).write(note.text() + "\n")
    try Terminal.sink(.output).write(held)
    held = []
  }

  /// Waits until the user has left the program; its exit status.
  private func end() -> Int32 {
    guard case .paging(var child, let modes) = way else { return 0 }
    way = .left
    child.closeInput()
    func heed() { if Signals.interrupt.isRaised { child.terminate() } }
    heed()
    let status = child.wait(onSignal: heed)
    modes.restore()
    return status
  }

  /// Shows what is held and waits until the user has seen it; to be called once, at the end of the
  /// answer.
  func finish() throws(Diagnostic) {
    switch way {
    case .holding: try Terminal.sink(.output).write(held)
    case .paging:
      let status = end()
      if status == Pager.notFound || status == Pager.notStarted {
        try goOnWithout("cannot start “\(command)”")
      }
      // What the terminal shows of the key that ended it has no line end.
      if status > Pager.ended { try Terminal.sink(.error).write("\n") }
      Signals.clearInterrupt()
    case .direct, .left: break
    }
    if !remarks.isEmpty { try Terminal.sink(.error).write(remarks) }
    remarks = []
  }
}
