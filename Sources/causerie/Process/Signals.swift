import CEditline
import Diagnostics

/// The signals the process has got, as facts to ask for. Handlers only set flags.
enum Signals {
  /// Starts to handle them, and sees to it that files opened later do not land on the place of a
  /// standard stream that was closed at start; to be called once, first of all.
  static func install() {
    signals_fill_standard_streams()
    _ = signals_install()
  }

  /// The question “has the user asked to stop?” for long work: Ctrl-C, or a signal to terminate.
  static let interrupt = Interrupt { signals_interrupted() || signals_termination() != 0 }

  /// Whether Ctrl-C came since ``clearInterrupt()``.
  static var isInterrupted: Bool { signals_interrupted() }

  /// Forgets a Ctrl-C that has been acted on.
  static func clearInterrupt() {
    signals_clear_interrupt()
  }

  /// Whether SIGTERM or SIGHUP came: what remains is to clean up and call ``dieOfTermination()``.
  static var isTerminated: Bool { signals_termination() != 0 }

  /// Ends the process by the signal that asked for it, if one did.
  static func dieOfTermination() {
    let signal = signals_termination()
    if signal != 0 { signals_die_of(signal) }
  }

  /// Waits until standard input can be read (true) or a signal comes (false).
  static func waitForInput() -> Bool {
    signals_wait_readable(0) == Int32(SIGNALS_READABLE)
  }
}
