import CEditline
import Diagnostics
import Glibc
import Output

/// The terminal that standard input, output and error may each be connected to.
enum Terminal {
  /// One of the process's three streams.
  enum Stream: Int32 {
    case input = 0
    case output = 1
    case error = 2

    /// Writes a short text at once. Answers false where it cannot be written, but not where it is
    /// a pipe that nobody reads any more: that ends quietly.
    @discardableResult
    func write(_ text: String) -> Bool {
      do throws(Diagnostic) {
        try Terminal.sink(self).write(text)
        return true
      } catch {
        return error.cause == .unheard
      }
    }
  }

  /// A stream as the end of an answer's way. A closed pipe is ``Diagnostic/unheard``: whoever read
  /// has enough; anything else that keeps bytes from being written is an error.
  static func sink(_ stream: Stream) -> Sink {
    Sink { (bytes) throws(Diagnostic) in
      var written = 0
      while written < bytes.count {
        let count = unsafe bytes.withUnsafeBytes { all in
          unsafe Glibc.write(
            stream.rawValue, all.baseAddress?.advanced(by: written), all.count - written)
        }
        if count >= 0 {
          written += count
          // A call that is interrupted may have written a part of the bytes.
          if written < bytes.count { try Signals.interrupt.check() }
          continue
        }
        switch errno {
        case EINTR: try Signals.interrupt.check()
        case EPIPE: throw Diagnostic.unheard
        default:
          let name = stream == .output ? "standard output" : "standard error"
          throw Diagnostic("cannot write to \(name): \(unsafe String(cString: strerror(errno)))")
        }
      }
    }
  }

  /// Writes what somebody asked of the program itself; the exit status, which is 1 after an error that
  /// says why nothing came.
  static func answer(_ text: String) -> Int32 {
    do throws(Diagnostic) {
      try sink(.output).write(text + "\n")
      return 0
    } catch {
      guard error.cause != .unheard else { return 0 }
      Stream.error.write("error: \(error.message)\n")
      return 1
    }
  }

  /// Whether a stream is a terminal.
  static func has(_ stream: Stream) -> Bool { isatty(stream.rawValue) == 1 }

  /// Whether the kind of terminal that TERM names is known, and can do more than write lines.
  static let isKnown = editline_knows_terminal()

  /// Columns and rows of the terminal now: as it says, else as COLUMNS and LINES say, else 80 by
  /// 24.
  static func size(in environment: Environment) -> (width: Int, height: Int) {
    var size = winsize()
    for stream in [Stream.output, .error, .input] {
      let answer = unsafe ioctl(stream.rawValue, UInt(TIOCGWINSZ), &size)
      if answer == 0, size.ws_col > 0 {
        return (Int(size.ws_col), size.ws_row > 0 ? Int(size.ws_row) : 24)
      }
    }
    return (environment.columns ?? 80, environment.rows ?? 24)
  }
}
