import Model

/// What the ends of a chain look like: chats differ in the form of their headers and in who writes.
struct ChainTraits {
  /// The people that headers and declarations name.
  private(set) var people: Set<String> = []

  /// How many headers of each form were read; those of an old phone, which left out some years, are of
  /// one.
  private var forms: [HeaderForm: Int] = [:]

  /// Fewer headers may be quoted ones.
  private static let enough = 4

  /// A form that another is more than so many times as frequent as may be that of quoted lines.
  private static let rarity = 4

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
      add(chunks[index].lines, &reader)
    }
  }

  /// Reads some lines. Linear.
  init(of lines: ChunkLines) {
    var reader = HeaderReader()
    add(lines, &reader)
  }

  private mutating func add(_ lines: ChunkLines, _ reader: inout HeaderReader) {
    let bytes = lines.buffer.span.extracting(0..<lines.range.upperBound)
    var start = lines.range.lowerBound
    while start < bytes.count {
      let end = lineEnd(bytes, from: start)
      if let header = reader.header(in: bytes, at: start) {
        forms[header.stamp.form.kin, default: 0] += 1
        if let colon = place(of: UInt8(ascii: ":"), in: bytes, from: header.end), colon < end {
          people.insert(senderName(header.end..<colon, in: bytes))
        }
      }
      start = end + 1
    }
  }

  /// What the first header of a chunk tells, and nobody: enough where only forms are compared, and soon read.
  init(firstHeaderOf chunk: ChunkFile) {
    var reader = HeaderReader()
    if let stamp = chunk.lines.firstHeader(from: chunk.lines.range.lowerBound, &reader) {
      forms[stamp.form.kin] = 1
    }
  }

  /// Those of several chains of a series together.
  init(_ parts: [ChainTraits]) {
    for part in parts { formUnion(part) }
  }

  /// Adds those of another chain of the same series.
  mutating func formUnion(_ other: ChainTraits) {
    people.formUnion(other.people)
    forms.merge(other.forms, uniquingKeysWith: +)
  }

  /// Whether their headers have a form in common that neither has only in quoted lines.
  func sharesForm(with other: ChainTraits) -> Bool {
    !ownForms.isDisjoint(with: other.ownForms)
  }

  /// Whether nothing says that they are not those of one chat: a form in common, and somebody as far as people are
  /// known.
  func agree(with other: ChainTraits) -> Bool {
    sharesForm(with: other)
      && (people.isEmpty || other.people.isEmpty || !people.isDisjoint(with: other.people))
  }

  /// Whether they can hardly be those of one chat: headers of other forms, or nobody in common.
  func contradict(_ other: ChainTraits) -> Bool {
    guard Swift.min(headers, other.headers) >= ChainTraits.enough else { return false }
    return !sharesForm(with: other)
      || people.count > 2 && other.people.count > 2 && people.isDisjoint(with: other.people)
  }

  private var headers: Int { forms.values.reduce(0, +) }

  /// The forms of the headers without those that are rare beside another.
  private var ownForms: Set<HeaderForm> {
    let most = forms.values.max() ?? 0
    return Set(forms.filter { $0.value * ChainTraits.rarity >= most }.keys)
  }
}
