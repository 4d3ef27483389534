/// What a header says.
struct Header {
  let stamp: HeaderStamp

  /// The place after it, where the sender's name or the notice begins.
  let end: Int
}

/// Recognises the headers of a transcript.
///
/// A line that is none is refused after a few comparisons; of the shapes, the one that the line
/// before had is tried first.
struct HeaderReader {
  /// A part of a shape's layout.
  private enum Part {
    case date
    case time
    case half
    case connective
    case blanks
    case comma
    case byte(UInt8)
  }

  /// The parts of every shape, one after the other.
  private static let parts: [Part] = layouts.flatMap { $0 }

  /// Where each shape's parts begin, and where the last one's end.
  private static let bounds: [Int] = layouts.reduce(into: [0]) {
    $0.append($0[$0.count - 1] + $1.count)
  }

  private static let layouts: [[Part]] = HeaderShape.all.map { shape in
    shape.layout.unicodeScalars.flatMap { scalar -> [Part] in
      switch scalar {
      case "D": [.date]
      case "T": [.time]
      case "P": [.half]
      case "W": [.connective]
      case " ": [.blanks]
      case ",": [.comma]
      default: Array(String(Character(scalar)).utf8).map { .byte($0) }
      }
    }
  }

  private let parts = HeaderReader.parts
  private let bounds = HeaderReader.bounds
  private var latest = 0

  /// The header at `start`, the beginning of a line; nil where there is none.
  mutating func header(in bytes: Span<UInt8>, at start: Int) -> Header? {
    guard start < bytes.count else { return nil }
    let first = bytes[start]
    // Nearly every line of a message that runs on is refused here.
    guard first >= 0x80 || first == 0x5B || (0x30...0x39).contains(first) else { return nil }
    let begin = skippingMarks(bytes, at: start)
    if let header = match(latest, in: bytes, at: begin) { return header }
    guard HeaderReader.mayBegin(bytes, at: begin) else { return nil }
    for shape in 0..<(bounds.count - 1) where shape != latest {
      if let header = match(shape, in: bytes, at: begin) {
        latest = shape
        return header
      }
    }
    return nil
  }

  /// Every shape that a line has, by its place among ``HeaderShape/all``.
  func shapes(of line: Span<UInt8>) -> [Int] {
    let begin = skippingMarks(line, at: 0)
    return (0..<(bounds.count - 1)).filter { match($0, in: line, at: begin) != nil }
  }

  /// Whether a number of one to four digits followed by a separator begins at `at`, perhaps after
  /// a bracket: what all shapes have in common.
  private static func mayBegin(_ bytes: Span<UInt8>, at: Int) -> Bool {
    var place = at
    if place < bytes.count, bytes[place] == 0x5B { place = skippingMarks(bytes, at: place + 1) }
    guard readNumber(bytes, at: &place, digits: 4) != nil else { return false }
    place = skippingMarks(bytes, at: place)
    guard place < bytes.count else { return false }
    switch bytes[place] {
    case 0x2D, 0x2E, 0x2F, 0x3A: return true
    default: return false
    }
  }

  /// The header of one shape at `begin`.
  private func match(_ shape: Int, in bytes: Span<UInt8>, at begin: Int) -> Header? {
    var place = begin
    var date = WrittenDate()
    var time = WrittenTime()
    var isAfternoon: Bool?
    let last = bounds[shape + 1] - 1
    for index in bounds[shape]...last {
      switch parts[index] {
      case .blanks where index == last:
        // The blank that ends a header is one; what follows it is text.
        let length = blankLength(bytes, at: place)
        guard length > 0 else { return nil }
        place += length
        continue
      case .blanks:
        place = skippingMarks(bytes, at: place)
        let length = blankLength(bytes, at: place)
        // “2:30PM” and “下午9:41” are written without.
        guard length > 0 || touchesHalf(index) else { return nil }
        place = skippingBlanks(bytes, at: place + length)
        continue
      default:
        place = skippingMarks(bytes, at: place)
      }
      switch parts[index] {
      case .date:
        guard let written = WrittenDate(bytes, at: &place) else { return nil }
        date = written
      case .time:
        guard let written = WrittenTime(bytes, at: &place) else { return nil }
        time = written
      case .half:
        guard let half = readHalf(bytes, at: &place) else { return nil }
        isAfternoon = half
      case .connective:
        guard let end = endOfConnective(bytes, at: place) else { return nil }
        place = end
      case .comma:
        if place < bytes.count, bytes[place] == 0x2C {
          place += 1
        } else if place + 1 < bytes.count, bytes[place] == 0xD8, bytes[place + 1] == 0x8C {
          place += 2
        } else {
          return nil
        }
      case .byte(let byte):
        guard place < bytes.count, bytes[place] == byte else { return nil }
        place += 1
      case .blanks:
        break
      }
    }
    let form = HeaderForm(
      shape: shape, separator: date.separator, year: date.year, seconds: time.hasSeconds)
    return Header(
      stamp: HeaderStamp(
        form: form, first: date.first, second: date.second, third: date.third,
        secondOfDay: time.secondOfDay(isAfternoon: isAfternoon)),
      end: place)
  }

  /// Whether the part before or after the blanks at `index` is a word for the half of the day.
  private func touchesHalf(_ index: Int) -> Bool {
    if case .half = parts[index + 1] { return true }
    if case .half = parts[index - 1] { return true }
    return false
  }
}

/// Reads a word for the half of the day; nil, and `at` unmoved, where none stands there.
private func readHalf(_ bytes: Span<UInt8>, at: inout Int) -> Bool? {
  for (word, isAfternoon) in DayHalf.patterns {
    if let end = endOfWord(word, in: bytes, at: at) {
      at = end
      return isAfternoon
    }
  }
  return nil
}

/// Where a word between date and time ends that begins at `at`; nil where none stands there.
private func endOfConnective(_ bytes: Span<UInt8>, at: Int) -> Int? {
  for word in DayHalf.connectives {
    if let end = endOfWord(word, in: bytes, at: at), blankLength(bytes, at: end) > 0 { return end }
  }
  return nil
}
