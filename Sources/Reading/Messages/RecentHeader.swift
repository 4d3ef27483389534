/// The header that was read last, to recognise the next one where it differs in the digits of its
/// time alone, as nearly all do: a few words are compared, and no part is read anew.
struct RecentHeader {
  /// Where a header has its time, and the word for the half of the day, if any, that it had.
  struct Clock {
    /// The first digit, from the beginning of the header.
    let start: Int
    /// The place after its last digit.
    let end: Int
    let hasSeconds: Bool
    let half: DayHalf.Half?
  }

  /// Bytes of the header; 0 where there is none to compare with.
  private var length = 0
  /// The header without its second of the day.
  private var stamp = HeaderStamp(rawValue: 0)
  private var half: DayHalf.Half?
  /// Where the eight bytes stand that hold the time, or as many as the header has, two for the hour, from
  /// its beginning; and the bits in them that tell the digits.
  private var clock = 0..<0
  private var clockBits: UInt64 = 0
  private var hasSeconds = false
  /// Its bytes, eight at a time, the last eight last.
  private var words = (Word(), Word(), Word(), Word())

  private static let lengths = 8...32

  init() {}

  /// Remembers what was read from `begin` on; nothing where the next header must be read whole: it is
  /// too long, or its time not written in plain digits with a character between them.
  init(_ header: Header, from begin: Int, _ clock: Clock, in bytes: Span<UInt8>) {
    let count = header.end - begin
    let isShort = bytes[begin + clock.start + 1] &- 0x30 > 9
    let hours = clock.start..<clock.start + (isShort ? 1 : 2)
    let parts = clock.hasSeconds ? [1, 2, 4, 5] : [1, 2]
    let digits = Array(hours) + parts.map { hours.upperBound + $0 }
    let start = hours.upperBound - 2
    guard RecentHeader.lengths.contains(count), clock.end < count, start >= 0,
      bytes[begin + hours.upperBound] == 0x3A || bytes[begin + hours.upperBound] == 0x2E,
      digits.allSatisfy({ bytes[begin + $0] &- 0x30 < 10 }),
      // What could be a part of the time must not lie behind the header.
      (clock.end..<count).contains(where: { isPlain(bytes[begin + $0]) })
    else { return }
    length = count
    stamp = HeaderStamp(rawValue: header.stamp.rawValue & ~Int64(HeaderStamp.noTime))
    (half, hasSeconds) = (clock.half, clock.hasSeconds)
    self.clock = start..<min(start + 8, count)
    clockBits = digits.reduce(0) { $0 | 0x0F << UInt64(8 * ($1 - start)) }
    func word(_ offset: Int) -> Word {
      Word(at: min(offset, count - 8), from: begin, of: bytes, digits: digits)
    }
    words = (word(0), word(8), word(16), word(24))
  }

  /// The header at `begin` where it is this one but for its time; nil where it is not, which says
  /// nothing.
  @inline(__always)
  func header(in bytes: Span<UInt8>, at begin: Int) -> Header? {
    guard length > 0, bytes.count - begin >= length, words.0.fits(bytes, begin),
      words.1.fits(bytes, begin), length <= 16 || words.2.fits(bytes, begin),
      length <= 24 || words.3.fits(bytes, begin)
    else { return nil }
    // Each byte becomes the number of two digits that begins there: hours at 0, minutes at 3, seconds at 6.
    let digits =
      loadBytes(bytes, at: begin &+ clock.lowerBound, count: clock.count) & clockBits
    let numbers = digits &* 10 &+ digits >> 8
    var time = WrittenTime()
    time.hour = Int(numbers & 0xFF)
    time.minute = Int(numbers >> 24 & 0xFF)
    if hasSeconds { time.second = Int(numbers >> 48 & 0xFF) }
    return Header(
      stamp: HeaderStamp(rawValue: stamp.rawValue | Int64(time.secondOfDay(half))),
      end: begin &+ length)
  }

  /// Eight bytes of a header, some of which may be any digit.
  private struct Word {
    private var offset = 0
    /// The bytes, `0` where any digit may be.
    private var pattern: UInt64 = 0
    /// All bits of the bytes that may be any digit.
    private var digits: UInt64 = 0

    init() {}

    init(at offset: Int, from begin: Int, of bytes: Span<UInt8>, digits places: [Int]) {
      self.offset = offset
      for place in places where (offset..<offset + 8).contains(place) {
        digits |= 0xFF << UInt64(8 * (place - offset))
      }
      let zeros: UInt64 = 0x3030_3030_3030_3030
      pattern = loadBytes(bytes, at: begin + offset, count: 8) & ~digits | zeros & digits
    }

    /// Whether eight bytes are these.
    @inline(__always)
    func fits(_ bytes: Span<UInt8>, _ begin: Int) -> Bool {
      let difference = loadBytes(bytes, at: begin &+ offset, count: 8) ^ pattern
      // Of a digit the difference from `0` is its value; 0x76 more sets the top bit of what is over 9.
      let value = difference & digits
      let isNoDigit = (value &+ 0x7676_7676_7676_7676 | value) & 0x8080_8080_8080_8080
      return difference & ~digits | isNoDigit == 0
    }
  }
}

/// Whether a byte is no blank and no part of a character outside of ASCII.
private func isPlain(_ byte: UInt8) -> Bool { byte > 0x20 && byte < 0x7F }
