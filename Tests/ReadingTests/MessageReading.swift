import Diagnostics
import Model

@testable import Reading

/// The messages of an invented transcript, as tests look at them.
struct ReadTranscript {
  /// One message with all that is known of it.
  struct Message {
    let date: String?
    let sender: String?
    let text: String
    let body: String?
    let kind: MessageKind
    let line: Int
    let isEdited: Bool
    let file: String?
    let type: MediaType?
    let notice: Messages.Notice?
  }

  let read: TranscriptMessages
  let messages: [Message]

  init(
    _ text: String, openings: [Int]? = nil, dateOrder: DateOrder? = nil, now: Moment? = nil
  ) throws {
    try self.init(Array(text.utf8), openings: openings, dateOrder: dateOrder, now: now)
  }

  /// The transcript of an export whose file has these bytes.
  init(file: String) throws {
    let text = DecodedText(Array(file.utf8))
    try self.init(text.bytes, softLines: text.softLines)
  }

  init(
    _ bytes: [UInt8], openings: [Int]? = nil, softLines: [UInt32] = [], dateOrder: DateOrder? = nil,
    now: Moment? = nil, cutting: Cutting = .usual
  ) throws {
    read = try readMessages(
      in: SharedBytes(bytes), openings: openings, softLines: softLines, dateOrder: dateOrder,
      now: now, cutting: cutting, interrupt: .never)
    let columns = read.messages
    let people = read.people
    messages = (0..<columns.count).map { index in
      let start = Int(columns.starts[index])
      let length = Int(columns.lengths[index])
      let body = columns.bodies.first { $0.message == index }
      let from = start + Int(body?.offset ?? 0)
      let count = body.map { Int($0.length) } ?? length
      let file = columns.attachments.first { $0.message == index }
      let sender = Int(columns.senders[index])
      return Message(
        date: columns.moments[index] == Moment.none
          ? nil : Moment(seconds: columns.moments[index]).description,
        sender: sender < 0 ? nil : people[sender],
        text: String(decoding: bytes[start..<start + length], as: UTF8.self),
        body: count == 0 ? nil : String(decoding: bytes[from..<from + count], as: UTF8.self),
        kind: columns.kinds[index], line: Int(columns.lines[index]),
        isEdited: columns.edited.contains(Int32(index)), file: file?.name, type: file?.type,
        notice: columns.notices.first { $0.message == index })
    }
  }

  var doubts: [String] { read.doubts.map { "\($0.line): \($0.code.rawValue)" } }
  var dates: [String?] { messages.map(\.date) }
  var senders: [String?] { messages.map(\.sender) }
  var texts: [String] { messages.map(\.text) }
  var kinds: [MessageKind] { messages.map(\.kind) }
}

/// Numbers that look random and are the same in every run: SplitMix64.
struct SeededNumbers: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = (state ^ state >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }
}
