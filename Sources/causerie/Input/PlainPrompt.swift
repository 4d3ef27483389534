/// Lines without an editor: from a pipe or a file, and from a terminal that cannot move its
/// cursor, which is shown a prompt.
final class PlainPrompt {
  /// The stream that shows the prompt; nil where there is nobody to read it.
  private let stream: Terminal.Stream?

  private var bytes = InputBytes()
  private var isFirst = true

  init(stream: Terminal.Stream?) {
    self.stream = stream
  }

  /// The next line; `soFar` is what the statement has already.
  func readLine(soFar: String) -> TypedInput {
    if stream != nil { Signals.clearInterrupt() }
    stream?.write(soFar.isEmpty ? Prompt.first : Prompt.more)
    guard var line = bytes.nextLine() else {
      stream?.write("\n")
      return Signals.isTerminated || bytes.pause == .end ? .end : .interrupted
    }
    if isFirst, line.starts(with: [0xEF, 0xBB, 0xBF]) { line.removeFirst(3) }
    isFirst = false
    if line.last == UInt8(ascii: "\r") { line.removeLast() }
    return .text(String(decoding: line, as: UTF8.self))
  }
}
