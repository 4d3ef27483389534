/// What a message is; the raw value is how the language writes it.
public enum MessageKind: String, Sendable, BitwiseCopyable, Hashable, CaseIterable {
  case text
  /// An attachment, or the placeholder of one left out.
  case media
  /// A notice of WhatsApp itself.
  case system
  case deleted
  case call
  case poll
  case location
  case contact
  /// Lines whose header is missing: no date, no sender.
  case fragment
}

/// What a notice of WhatsApp tells; the raw value is how the language writes it.
public enum Event: String, Sendable, Hashable, CaseIterable {
  case encryption
  case securityCode = "security-code"
  case created
  case added
  case removed
  case left
  case joined
  case subject
  case icon
  case description
  case numberChanged = "number-changed"
  case pinned
  case disappearing
  case admin
  /// A notice whose wording no entry of the tables knows.
  case other

  /// Whether the subject of such a notice, where it has one, is a person.
  public var isAboutPerson: Bool {
    switch self {
    case .joined, .added, .left, .removed, .admin, .securityCode: true
    case .encryption, .created, .subject, .icon, .description, .numberChanged, .pinned,
      .disappearing, .other:
      false
    }
  }
}

/// What an attachment is; the raw value is how the language writes it.
public enum MediaType: String, Sendable, Hashable, CaseIterable {
  case image
  case video
  case audio
  case gif
  case sticker
  case document
  case contact
  case unknown
}
