import Glibc

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
      var rest = Array(text.utf8)[...]
      while !rest.isEmpty {
        let written = unsafe rest.withUnsafeBytes { bytes in
          unsafe Glibc.write(rawValue, bytes.baseAddress, bytes.count)
        }
        if written < 0, errno != EINTR { return errno == EPIPE }
        rest = rest.dropFirst(Swift.max(0, written))
      }
      return true
    }
  }

  /// Whether a stream is a terminal.
  static func has(_ stream: Stream) -> Bool { isatty(stream.rawValue) == 1 }

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
