/// What a header says.
struct Header {
  let stamp: HeaderStamp

  /// The place after it, where the sender's name or the notice begins.
  let end: Int
}

/// Recognises the headers of a transcript.
///
/// A line that is none is refused after a few comparisons. A header is first compared with the one
/// before; of the shapes, the one that this had is tried first, then those that begin as the line does.
struct HeaderReader {
  /// The parts of every shape, one after the other.
  private static let allParts: [HeaderLayout.Part] = HeaderLayout.all.flatMap(\.parts)

  /// Where each shape's parts begin, and where the last one's end.
  private static let allBounds: [Int] = HeaderLayout.all.reduce(into: [0]) {
    $0.append($0[$0.count - 1] + $1.parts.count)
  }

  private static let allLeads = HeaderLayout.all.map(\.lead)

  private let parts = HeaderReader.allParts
  private let bounds = HeaderReader.allBounds
  private let leads = HeaderReader.allLeads
  /// The shape of the header before, by its place among ``HeaderShape/all``.
  private(set) var latest: Int
  private var recent = RecentHeader()
  private var days = DayHeadings()

  /// A reader that tries one shape first.
  init(expecting shape: Int = 0) {
    latest = shape
  }

  /// Whether days have stood as headings over what was read, so that a line may mean what those before
  /// it say.
  var usesHeadings: Bool { days.isUsed }

  /// The header at `start`, the beginning of a line; nil where there is none.
  mutating func header(in bytes: Span<UInt8>, at start: Int) -> Header? {
    guard start < bytes.count else { return nil }
    // Nearly every line of a message that runs on is refused here.
    guard HeaderLead.mayBeginLine(bytes[start]), let header = anyHeader(in: bytes, at: start) else {
      days.pass(bytes, at: start)
      return nil
    }
    days.settle()
    return header
  }

  /// The lines from `start` on, as far as each begins with the header before but for its time, or cannot begin
  /// with any: ``RecentHeader/readAlike(_:from:most:_:)``. None where a heading waits for its first message.
  func readAlike(
    _ bytes: Span<UInt8>, from start: inout Int, most: Int,
    _ body: (_ header: Header, _ start: Int, _ line: Int) -> Void
  ) -> Int {
    days.isSettled ? recent.readAlike(bytes, from: &start, most: most, body) : 0
  }

  /// Forgets the day of the headings above: lines are missing.
  mutating func forgetDay() { days.forget() }

  /// The header of any shape at `start`.
  private mutating func anyHeader(in bytes: Span<UInt8>, at start: Int) -> Header? {
    let begin = skippingMarks(bytes, at: start)
    if let header = recent.header(in: bytes, at: begin) { return header }
    if let header = match(latest, in: bytes, at: begin) { return header }
    guard let lead = HeaderLead(of: bytes, at: begin) else { return nil }
    for shape in leads.indices where shape != latest && lead.fits(leads[shape]) {
      if let header = match(shape, in: bytes, at: begin) {
        latest = shape
        return header
      }
    }
    return nil
  }

  /// Every shape that a line has, by its place among ``HeaderShape/all``.
  mutating func shapes(of line: Span<UInt8>) -> [Int] {
    let begin = skippingMarks(line, at: 0)
    var shapes: [Int] = []
    for shape in leads.indices where match(shape, in: line, at: begin) != nil {
      shapes.append(shape)
    }
    return shapes
  }

  /// The header of one shape at `begin`.
  private mutating func match(_ shape: Int, in bytes: Span<UInt8>, at begin: Int) -> Header? {
    var place = begin
    var date = WrittenDate()
    var time = WrittenTime()
    var half: DayHalf.Half?
    var clock = 0..<0
    /// Whether the line says all, and the last part stands in it.
    var isWhole = true
    let last = bounds[shape + 1] - 1
    for index in bounds[shape]...last {
      place = skippingMarks(bytes, at: place)
      switch parts[index] {
      case .date:
        guard let written = WrittenDate(bytes, at: &place) else { return nil }
        date = written
      case .namedDate:
        guard let written = WrittenDate(named: bytes, at: &place) else { return nil }
        date = written
      case .dayAndMonth:
        guard let written = WrittenDate(withoutYear: bytes, at: &place) else { return nil }
        date = written
      case .time:
        let start = place - begin
        guard let written = WrittenTime(bytes, at: &place) else { return nil }
        time = written
        clock = start..<place - begin
      case .half:
        guard let word = readHalf(bytes, at: &place) else { return nil }
        half = word
      case .connective:
        guard let end = endOfConnective(bytes, at: place) else { return nil }
        place = end
      case .blanks where index == last:
        // The blank that ends a header is one; what follows it is text. Where nothing follows, a
        // chunker has trimmed it.
        let length = blankLength(bytes, at: place)
        guard length > 0 || mayEndLine(bytes, at: place) else { return nil }
        if length == 0 { isWhole = false }
        place += length
      case .blanks(let mayLack):
        let length = blankLength(bytes, at: place)
        guard length > 0 || mayLack else { return nil }
        place = skippingBlanks(bytes, at: place + length)
      case .comma:
        let length = commaLength(bytes, at: place)
        guard length > 0 else { return nil }
        place += length
      case .heading:
        guard let day = days.current else { return nil }
        date = day
        isWhole = false
      case .emphasis:
        guard isEmphasis(bytes, at: place) else { return nil }
        isWhole = false
      case .byte(let byte):
        guard place < bytes.count, bytes[place] == byte else { return nil }
        place += 1
      }
    }
    let form = HeaderForm(
      shape: shape, separator: date.separator, year: date.year, time: time)
    let header = Header(
      stamp: HeaderStamp(
        form: form, first: date.first, second: date.second, third: date.third,
        secondOfDay: time.secondOfDay(half)),
      end: place)
    recent = RecentHeader()
    if isWhole {
      let clock = RecentHeader.Clock(
        start: clock.lowerBound, end: clock.upperBound, hasSeconds: time.hasSeconds, half: half)
      recent = RecentHeader(header, from: begin, clock, in: bytes)
    }
    return header
  }
}

/// Whether the name, the notice or the excuse that WhatsApp Web's Markdown puts after a time begins
/// at `at`.
private func isEmphasis(_ bytes: Span<UInt8>, at: Int) -> Bool {
  guard at + 1 < bytes.count else { return false }
  switch bytes[at] {
  case 0x2A, 0x5F: return bytes[at + 1] == bytes[at]
  case 0x5B: return true
  default: return false
  }
}

/// Whether a line ends at `at` after the bracket or dash that ends a header.
private func mayEndLine(_ bytes: Span<UInt8>, at: Int) -> Bool {
  guard at == bytes.count || bytes[at] == 0x0A else { return false }
  return bytes[at - 1] == 0x5D || bytes[at - 1] == 0x2D
}

/// How many bytes of `bytes` at `at` are a comma: the Latin one, the Arabic U+060C, or the
/// full-width one; 0 where none is.
func commaLength(_ bytes: Span<UInt8>, at: Int) -> Int {
  guard at < bytes.count else { return 0 }
  switch bytes[at] {
  case 0x2C: return 1
  case 0xD8 where at + 1 < bytes.count: return bytes[at + 1] == 0x8C ? 2 : 0
  case 0xEF where at + 2 < bytes.count:
    return bytes[at + 1] == 0xBC && bytes[at + 2] == 0x8C ? 3 : 0
  default: return 0
  }
}

/// Reads a word for the half of the day; nil, and `at` unmoved, where none stands there.
private func readHalf(_ bytes: Span<UInt8>, at: inout Int) -> DayHalf.Half? {
  // Where a time of 24 hours ends, the words are not even made ready.
  guard at < bytes.count, DayHalf.mayBegin(bytes[at]) else { return nil }
  for (word, half) in DayHalf.byFirstByte[Int(bytes[at])] {
    if let end = endOfWord(word, in: bytes, at: at) {
      at = end
      return half
    }
  }
  return nil
}

/// Where a word between date and time ends that begins at `at`, perhaps after a comma; nil where
/// none stands there.
private func endOfConnective(_ bytes: Span<UInt8>, at: Int) -> Int? {
  for word in DayHalf.connectives {
    if let end = endOfWord(word, in: bytes, at: at), blankLength(bytes, at: end) > 0 { return end }
  }
  return nil
}
