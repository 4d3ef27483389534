/// What a file is called, as bytes in the buffer that it was read into: its label, and behind that the
/// last part of its path. Thousands of chunks are handed from step to step, and strings of their own would
/// each be counted at every one.
struct WrittenName: Sendable, BitwiseCopyable {
  /// Where the label begins.
  private let start: Int
  private let labelCount: Int32
  private let nameCount: Int32

  /// Files with a longer label and name have a buffer of their own.
  static let most = 1 << 12

  /// Writes a label, in two parts, and a name behind the bytes of a buffer that has more room than
  /// ``most``, and counts them; nil where they are longer than that.
  @unsafe
  init?(
    _ label: String, _ rest: ArraySlice<UInt8>, _ name: ArraySlice<UInt8>,
    in buffer: UnsafeMutableBufferPointer<UInt8>, at count: inout Int
  ) {
    let labelCount = label.utf8.count + rest.count
    guard labelCount + name.count <= WrittenName.most else { return nil }
    (start, self.labelCount) = (count, Int32(clamping: labelCount))
    nameCount = Int32(clamping: name.count)
    count = unsafe buffer[count...].initialize(fromContentsOf: label.utf8)
    count = unsafe buffer[count...].initialize(fromContentsOf: rest)
    count = unsafe buffer[count...].initialize(fromContentsOf: name)
  }

  /// Appends a label and a name to a buffer.
  init(_ label: String, _ name: ArraySlice<UInt8>, appendedTo buffer: inout [UInt8]) {
    start = buffer.count
    labelCount = Int32(clamping: label.utf8.count)
    nameCount = Int32(clamping: name.count)
    buffer.reserveCapacity(buffer.count + label.utf8.count + name.count)
    buffer += label.utf8
    buffer += name
  }

  /// The bytes of what the user reads.
  var label: Range<Int> { start..<(start + Int(labelCount)) }

  /// The bytes of the last part of the path.
  var name: Range<Int> { label.upperBound..<(label.upperBound + Int(nameCount)) }
}
