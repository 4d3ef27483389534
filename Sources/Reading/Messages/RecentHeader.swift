import CKernels

/// The header that was read last, to recognise the next one where it differs in the digits of its
/// time alone, as nearly all do: its bytes are compared at once, and no part is read anew.
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

  /// Its bytes; none where there is nothing to compare with.
  private var opening = kernels_opening()
  /// The header without its second of the day.
  private var stamp = HeaderStamp(rawValue: 0)
  private var half: DayHalf.Half?
  /// The bits that tell the digits in the eight bytes that hold the time, two for the hour.
  private var clockBits: UInt64 = 0
  private var hasSeconds = false

  private static let lengths = 8...Int(KERNELS_OPENING_MOST)

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
    stamp = HeaderStamp(rawValue: header.stamp.rawValue & ~Int64(HeaderStamp.noTime))
    (half, hasSeconds) = (clock.half, clock.hasSeconds)
    clockBits = digits.reduce(0) { $0 | 0x0F << UInt64(8 * ($1 - start)) }
    unsafe bytes.extracting(begin..<header.end).withUnsafeBufferPointer { bytes in
      unsafe kernels_opening_set(
        &opening, bytes.baseAddress, count, digits.reduce(0) { $0 | 1 << UInt32($1) }, start)
    }
  }

  /// Whether there is one to compare with.
  var isKnown: Bool { opening.length > 0 }

  /// The header at `begin` where it is this one but for its time; nil where it is not, which says
  /// nothing.
  @inline(__always)
  func header(in bytes: Span<UInt8>, at begin: Int) -> Header? {
    guard isKnown, begins(bytes, at: begin) else { return nil }
    let left = Int(opening.length) - Int(opening.clock)
    return header(
      at: begin,
      clock: loadBytes(bytes, at: begin &+ Int(opening.clock), count: min(8, left)))
  }

  private func begins(_ bytes: Span<UInt8>, at begin: Int) -> Bool {
    unsafe bytes.extracting(begin...).withUnsafeBufferPointer { rest in
      unsafe withUnsafePointer(to: opening) {
        unsafe kernels_begins(rest.baseAddress, rest.count, $0)
      }
    }
  }

  /// The header at `begin` whose time stands in eight bytes.
  @inline(__always)
  private func header(at begin: Int, clock: UInt64) -> Header {
    // Each byte becomes the number of two digits that begins there: hours at 0, minutes at 3, seconds at 6.
    let digits = clock & clockBits
    let numbers = digits &* 10 &+ digits >> 8
    var time = WrittenTime()
    time.hour = Int(numbers & 0xFF)
    time.minute = Int(numbers >> 24 & 0xFF)
    if hasSeconds { time.second = Int(numbers >> 48 & 0xFF) }
    return Header(
      stamp: HeaderStamp(rawValue: stamp.rawValue | Int64(time.secondOfDay(half))),
      end: begin &+ Int(opening.length))
  }
}

extension RecentHeader {
  /// The lines from `start` on, which is where one begins, as far as nothing has to be read: those that begin
  /// with this header, and those that no header begins.
  ///
  /// - Parameters:
  ///   - bytes: the text up to the end of a line.
  ///   - most: lines to read at most.
  ///   - body: called with each header, where its line begins and the number of that from 0.
  /// - Returns: how many lines; `start` becomes the beginning of the next one.
  func readAlike(
    _ bytes: Span<UInt8>, from start: inout Int, most: Int,
    _ body: (_ header: Header, _ start: Int, _ line: Int) -> Void
  ) -> Int {
    guard isKnown else { return 0 }
    var lines = kernels_lines(place: start, count: 0, most: most)
    var opening = opening
    unsafe bytes.withUnsafeBufferPointer { bytes in
      unsafe withUnsafeTemporaryAllocation(
        of: kernels_opened_line.self, capacity: RecentHeader.stretch
      ) { found in
        var count = 0
        repeat {
          count = unsafe kernels_opened_lines(
            bytes.baseAddress, bytes.count, &opening, RecentHeader.passed, &lines,
            found.baseAddress, found.count)
          for place in 0..<count {
            let line = unsafe found[place]
            let start = Int(line.start)
            body(header(at: start, clock: line.word), start, Int(line.line))
          }
        } while count == RecentHeader.stretch
      }
    }
    start = lines.place
    return lines.count
  }

  /// Headers that are found in one go.
  private static let stretch = 256

  /// For each byte whether a line that it begins tells nothing: neither a header nor the heading of a day.
  private static let passed = (0...UInt8.max).map { byte -> UInt8 in
    HeaderLead.mayBeginLine(byte) || byte == UInt8(ascii: "#") ? 0 : 1
  }
}

extension kernels_opened_line {
  /// The bytes of its clock, the first one the lowest.
  fileprivate var word: UInt64 {
    unsafe UInt64(littleEndian: unsafeBitCast(clock, to: UInt64.self))
  }
}

/// Whether a byte is no blank and no part of a character outside of ASCII.
private func isPlain(_ byte: UInt8) -> Bool { byte > 0x20 && byte < 0x7F }
