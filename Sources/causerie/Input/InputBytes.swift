import Diagnostics
import Glibc

/// The bytes of standard input, read ahead in blocks and given out one by one. Waiting ends early
/// when a signal comes.
struct InputBytes: IteratorProtocol {
  /// Why there was no byte.
  enum Pause {
    /// A signal came; there may be more input.
    case signal
    /// The input is at its end, or gone: a terminal that was closed, a read error.
    case end
  }

  /// Why ``next()`` or ``nextLine()`` last answered nil.
  private(set) var pause = Pause.signal

  private var block: [UInt8] = []
  private var position = 0

  /// The next byte; nil as ``pause`` says.
  mutating func next() -> UInt8? {
    if position == block.count, !fill() { return nil }
    defer { position += 1 }
    return block[position]
  }

  /// The bytes up to the next line feed (taken, but not among them) or the end; nil at the end,
  /// and where the user or a signal asks to stop: then the beginning of a line is dropped.
  mutating func nextLine() -> [UInt8]? {
    var line: [UInt8] = []
    while true {
      while position == block.count, !fill() {
        if pause == .end { return line.isEmpty ? nil : line }
        if Signals.interrupt.isRaised { return nil }
      }
      let rest = block[position...]
      guard let end = rest.firstIndex(of: UInt8(ascii: "\n")) else {
        line += rest
        position = block.count
        continue
      }
      line += rest[..<end]
      position = end + 1
      return line
    }
  }

  /// Forgets what was read but not given out yet.
  mutating func discard() {
    position = block.count
  }

  /// Reads a block; false as ``pause`` says.
  private mutating func fill() -> Bool {
    let capacity = 65_536
    while true {
      guard Signals.waitForInput() else {
        pause = .signal
        return false
      }
      var failure: Int32 = 0
      unsafe block = [UInt8](unsafeUninitializedCapacity: capacity) { space, count in
        let got = unsafe read(0, space.baseAddress, capacity)
        failure = got < 0 ? errno : 0
        count = Swift.max(0, got)
      }
      position = 0
      if !block.isEmpty { return true }
      if failure == EINTR || failure == EAGAIN { continue }
      pause = .end
      return false
    }
  }
}
