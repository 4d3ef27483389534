/// The messages of all transcripts, a column a fact, in transcript order.
///
/// What few messages have (an attachment, an event, a body that differs from the text) stands in
/// lists sorted by message, so that 10 million plain messages stay small.
public struct Messages: Sendable {
  /// Wall-clock second of each message in the phone's own zone, since 1970-01-01 00:00;
  /// ``Moment/none`` for a fragment without a header.
  public var moments: [Int64] = []

  /// Each message's sender as a place in ``Corpus/people``; -1 for notices and fragments.
  public var senders: [Int32] = []

  /// Byte offset of each message's text, header excluded, in the text of its transcript.
  public var starts: [UInt32] = []

  /// Bytes of each message's text.
  public var lengths: [UInt32] = []

  /// What each message is.
  public var kinds: [MessageKind] = []

  /// Each message's first line as a line of its transcript, from 0.
  public var lines: [UInt32] = []

  /// Messages that carry an edit mark, ascending.
  public var edited: [Int32] = []

  /// Bodies that are not the whole text, by message, ascending.
  public var bodies: [Body] = []

  /// Attachments, by message, ascending.
  public var attachments: [Attachment] = []

  /// Events, by message, ascending; every message of kind system has one.
  public var notices: [Notice] = []

  /// No messages.
  public init() {}

  /// How many there are.
  public var count: Int { moments.count }

  /// The part of a message's text that is its body, where that is not all of it.
  public struct Body: Sendable, Hashable {
    /// The message, from 0.
    public var message: Int32
    /// Where the body begins, in bytes from the start of the message's text.
    public let offset: UInt32
    /// Bytes of the body; 0 where nothing is left of the text, so that the body is null.
    public let length: UInt32

    /// A stretch of a message's text.
    public init(message: Int32, offset: UInt32, length: UInt32) {
      self.message = message
      self.offset = offset
      self.length = length
    }
  }

  /// What is attached to a message.
  public struct Attachment: Sendable, Hashable {
    /// The message, from 0.
    public var message: Int32
    /// The file's name; nil where the export left the file out.
    public let name: String?
    /// What it is.
    public let type: MediaType

    /// An attachment of a message.
    public init(message: Int32, name: String?, type: MediaType) {
      self.message = message
      self.name = name
      self.type = type
    }
  }

  /// What a notice tells.
  public struct Notice: Sendable, Hashable {
    /// The message, from 0.
    public var message: Int32
    /// What happened.
    public let event: Event
    /// Who did it; nil where the notice does not say.
    public let actor: String?
    /// Whom or what it is about: a person, the new title, the new number; nil where nothing is.
    public let subject: String?

    /// An event of a message.
    public init(message: Int32, event: Event, actor: String? = nil, subject: String? = nil) {
      self.message = message
      self.event = event
      self.actor = actor
      self.subject = subject
    }
  }
}
