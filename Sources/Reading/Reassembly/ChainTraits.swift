import Model

/// What the ends of a chain look like: chats differ in the form of their headers and in who writes.
struct ChainTraits {
  /// The people that headers and declarations name.
  private(set) var people: Set<String> = []

  /// The shapes of the headers, by their places among ``HeaderShape/all``.
  private(set) var shapes: Set<Int> = []

  /// Headers that were read.
  private var headers = 0

  /// Fewer may be quoted ones.
  private static let enough = 4

  /// Chunks looked at from either end: a chain may have thousands.
  private static let depth = 8

  /// Nothing known.
  init() {}

  /// Reads some chunks of a chain. Linear in their lines.
  init(of chain: [Int], in chunks: [ChunkFile]) {
    var reader = HeaderReader()
    let ends =
      chain.count > 2 * ChainTraits.depth
      ? chain.prefix(ChainTraits.depth) + chain.suffix(ChainTraits.depth) : chain[...]
    for index in ends {
      people.formUnion(chunks[index].header.declaration.participants)
      let lines = chunks[index].lines
      let bytes = lines.buffer.span.extracting(0..<lines.range.upperBound)
      var start = lines.range.lowerBound
      while start < bytes.count {
        let end = lineEnd(bytes, from: start)
        if let header = reader.header(in: bytes, at: start) {
          headers += 1
          shapes.insert(header.stamp.form.shape)
          if let colon = place(of: UInt8(ascii: ":"), in: bytes, from: header.end), colon < end {
            people.insert(senderName(header.end..<colon, in: bytes))
          }
        }
        start = end + 1
      }
    }
  }

  /// Adds those of another chain of the same series.
  mutating func formUnion(_ other: ChainTraits) {
    people.formUnion(other.people)
    shapes.formUnion(other.shapes)
    headers += other.headers
  }

  /// Whether they can hardly be those of one chat: headers of other shapes, or nobody in common.
  func contradict(_ other: ChainTraits) -> Bool {
    guard Swift.min(headers, other.headers) >= ChainTraits.enough else { return false }
    return shapes.isDisjoint(with: other.shapes)
      || people.count > 2 && other.people.count > 2 && people.isDisjoint(with: other.people)
  }
}
