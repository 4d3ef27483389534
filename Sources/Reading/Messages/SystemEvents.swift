import Model

/// The wordings of WhatsApp's notices: one line a phrase.
///
/// A phrase is entered once, whatever it invites to: “Tap to change” and its like are cut off first
/// (``invitations``). Where two phrases fit a line, the one with more fixed bytes is meant. The person
/// who made the export is the “You” of the phrase, in its language.
struct SystemEvent: Sendable {
  /// What a notice tells.
  enum Meaning: Sendable, Hashable {
    case event(Event)
    /// A call, which is a message of its own kind.
    case call
  }

  /// The language of the phone that made the export, as in IETF language tags.
  enum Language: String, Sendable, CaseIterable {
    case english = "en"
    case french = "fr"
  }

  /// What writes the phrase.
  enum Platform: Sendable {
    case android
    case ios
    case both
    /// WhatsApp Web's own exporter.
    case web
  }

  /// How we know the phrase.
  enum Source: Sendable {
    /// WhatsApp's own interface strings.
    case interface
    /// Exports published by others.
    case exports
    /// Told by users; neither a string nor an export has shown it yet.
    case hearsay
  }

  let language: Language
  let platform: Platform
  let source: Source
  let meaning: Meaning
  /// In the notation of ``Wording``.
  let phrase: String

  init(
    _ language: Language, _ platform: Platform, _ source: Source, _ meaning: Meaning,
    _ phrase: String
  ) {
    self.language = language
    self.platform = platform
    self.source = source
    self.meaning = meaning
    self.phrase = phrase
  }

  /// The beginnings of the sentences that invite to tap: a notice is compared without them.
  static let invitations: [String] = ["Tap ", "Click ", "Appuyez ", "Cliquez "]

  /// Every phrase that is known.
  static let all: [SystemEvent] = english + french + web

  /// The phrases of ``all``, ready to be compared.
  static let wordings: [Wording] = all.map { Wording($0.phrase) }

  /// Phrases that tell of calls.
  static func calls(
    _ language: Language, _ platform: Platform, _ source: Source, _ phrases: String...
  ) -> [SystemEvent] {
    phrases.map { SystemEvent(language, platform, source, .call, $0) }
  }

  /// Phrases that have all but their words in common.
  static func phrases(
    _ language: Language, _ platform: Platform, _ source: Source, _ event: Event,
    _ phrases: String...
  ) -> [SystemEvent] {
    phrases.map { SystemEvent(language, platform, source, .event(event), $0) }
  }
}
