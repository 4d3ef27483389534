import Diagnostics
import Dispatch
import Model

/// A text put together from stretches of buffers.
struct JoinedText {
  /// Its length so far, in bytes.
  private(set) var count = 0

  private var parts: [Part] = []

  fileprivate struct Part: Sendable {
    let buffer: ChunkBuffer
    /// The bytes in the buffer.
    let source: Range<Int>
    /// Where they go.
    let target: Int
    /// What stands before them; nil where that is nothing.
    let parting: UInt8?
  }

  /// Makes room for so many stretches more.
  mutating func reserve(_ stretches: Int) { parts.reserveCapacity(parts.count + stretches) }

  /// Adds a stretch of a buffer, behind a line break or a blank where it is not the first.
  mutating func append(_ source: Range<Int>, of buffer: ChunkBuffer, behind parting: UInt8?) {
    let parting = parts.isEmpty ? nil : parting
    if parting != nil { count += 1 }
    parts.append(Part(buffer: buffer, source: source, target: count, parting: parting))
    count += source.count
  }

  /// The text. Linear; a long one is written on all cores.
  func bytes(interrupt: Interrupt) throws(Diagnostic) -> [UInt8] {
    let pieces = parts.indices.pieces(of: 1_024)
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      nonisolated(unsafe) let buffer = unsafe buffer
      unsafe HugePages.ask(for: buffer)
      DispatchQueue.concurrentPerform(iterations: pieces.count) { [parts] piece in
        guard !interrupt.isRaised else { return }
        // Copies of parts would count references to buffers that all threads have.
        let parts = parts.span
        for place in pieces[piece] { unsafe parts[place].write(to: buffer) }
      }
      // What was not written is no text; whoever raised the interrupt does not get it.
      filled = interrupt.isRaised ? 0 : count
    }
    try interrupt.check()
    return bytes
  }
}

extension JoinedText.Part {
  @unsafe
  fileprivate func write(to text: UnsafeMutableBufferPointer<UInt8>) {
    if let parting { unsafe text[target - 1] = parting }
    let room = unsafe UnsafeMutableRawBufferPointer(
      rebasing: UnsafeMutableRawBufferPointer(text)[target..<(target + source.count)])
    unsafe buffer.span.extracting(source).withUnsafeBytes { unsafe room.copyMemory(from: $0) }
  }
}
