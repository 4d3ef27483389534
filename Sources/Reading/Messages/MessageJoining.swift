import Model

extension MessageAssembly {
  /// Adds the messages that follow in the same transcript, read by another assembly.
  mutating func append(_ next: MessageAssembly, _ bytes: Span<UInt8>) {
    let first = Int32(truncatingIfNeeded: count)
    let places = table.append(next.table, from: count, in: bytes)
    let read = next.messages
    messages.senders.append(
      contentsOf: read.senders.map { $0 < 0 ? $0 : places[Int($0)] })
    messages.starts.append(contentsOf: read.starts)
    messages.lengths.append(contentsOf: read.lengths)
    messages.kinds.append(contentsOf: read.kinds)
    messages.append(listsOf: read, from: first)
    marked.append(contentsOf: next.marked.map { $0 + first })
    named.formUnion(next.named)
    for (message, and) in next.lists { lists[message + first] = and }
  }
}

extension Messages {
  /// Adds what few messages have, of messages that begin at a number.
  mutating func append(listsOf next: Messages, from first: Int32) {
    edited.append(contentsOf: next.edited.map { $0 + first })
    bodies.append(contentsOf: next.bodies.map { $0.moved(\.message, by: first) })
    attachments.append(contentsOf: next.attachments.map { $0.moved(\.message, by: first) })
    notices.append(contentsOf: next.notices.map { $0.moved(\.message, by: first) })
  }
}

/// What belongs to a message by its number.
private protocol OfMessage {}

extension Messages.Body: OfMessage {}
extension Messages.Attachment: OfMessage {}
extension Messages.Notice: OfMessage {}

extension OfMessage {
  /// The same of the message that is so many further on.
  fileprivate func moved(_ message: WritableKeyPath<Self, Int32>, by count: Int32) -> Self {
    var moved = self
    moved[keyPath: message] += count
    return moved
  }
}
