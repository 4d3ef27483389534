public import Diagnostics
import Glibc

/// Reads standard input to its end. It can be read once only, so whoever holds the session keeps
/// the bytes for the loads to come.
///
/// - Throws: ``Diagnostic/interrupted``, or what is wrong with standard input.
public func readStandardInput(interrupt: Interrupt) throws(Diagnostic) -> [UInt8] {
  var bytes: [UInt8] = []
  var piece = [UInt8](repeating: 0, count: 1 << 16)
  while true {
    try interrupt.check()
    var question = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
    // Waiting in short turns lets an interrupt through that does not break the call.
    if unsafe poll(&question, 1, 50) == 0 { continue }
    let count = unsafe read(STDIN_FILENO, &piece, piece.count)
    if count == 0 { return bytes }
    if count < 0 {
      if errno == EINTR || errno == EAGAIN { continue }
      throw Diagnostic("standard input cannot be read: \(SystemError(code: errno).words)")
    }
    bytes.append(contentsOf: piece[..<count])
    if bytes.count > FileContents.limit {
      throw Diagnostic("standard input \(InputFailure.tooLarge.reason)")
    }
  }
}
