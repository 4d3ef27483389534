import Model

/// What WhatsApp writes into a message in place of what text cannot hold: one line a phrase.
struct MessageMark: Sendable {
  /// What a mark says of its message.
  enum Meaning: Sendable, Hashable {
    /// An attachment that the export left out.
    case omitted(MediaType)
    /// An attachment, named.
    case attached
    case edited
    case deleted
    case call
    case poll
    case location

    /// Whether the message has something attached, left out or not.
    var isAttachment: Bool {
      switch self {
      case .omitted, .attached: true
      case .edited, .deleted, .call, .poll, .location: false
      }
    }
  }

  /// The language of the phone; nil where the mark is the same in all.
  let language: SystemEvent.Language?
  let platform: SystemEvent.Platform
  let source: SystemEvent.Source
  let meaning: Meaning
  /// In the notation of ``Wording``.
  let phrase: String

  /// Marks that have all but their words in common.
  private static func marks(
    _ language: SystemEvent.Language?, _ platform: SystemEvent.Platform,
    _ source: SystemEvent.Source, _ meaning: Meaning, _ phrases: String...
  ) -> [MessageMark] {
    phrases.map {
      MessageMark(
        language: language, platform: platform, source: source, meaning: meaning, phrase: $0)
    }
  }

  /// Every mark that is known.
  static let all: [MessageMark] = everywhere + english + french

  private static let everywhere: [MessageMark] = [
    // What Android writes for a message to be viewed once.
    marks(nil, .android, .exports, .omitted(.unknown), "null")
  ].flatMap { $0 }

  private static let english: [MessageMark] = [
    marks(.english, .android, .interface, .omitted(.unknown), "<Media omitted>"),
    marks(.english, .android, .exports, .omitted(.audio), "<View once voice message omitted>"),
    marks(.english, .android, .exports, .omitted(.video), "<Video note omitted>"),
    marks(
      .english, .ios, .interface, .omitted(.unknown),
      "You received a view once message", "You received a view once message. {…}"),
    marks(
      .english, .ios, .interface, .omitted(.image),
      "image omitted", "product image omitted", "<image omitted>", "Photo set to view once"),
    marks(
      .english, .ios, .interface, .omitted(.video),
      "video omitted", "<video omitted>", "Video set to view once", "video note omitted"),
    marks(.english, .ios, .interface, .omitted(.audio), "audio omitted", "<audio omitted>"),
    marks(.english, .ios, .interface, .omitted(.gif), "GIF omitted", "<GIF omitted>"),
    marks(.english, .ios, .interface, .omitted(.sticker), "sticker omitted", "<sticker omitted>"),
    marks(
      .english, .ios, .interface, .omitted(.document), "document omitted", "<document omitted>"),
    marks(
      .english, .ios, .interface, .omitted(.contact),
      "Contact card omitted", "<Contact card omitted>"),
    marks(.english, .android, .interface, .attached, "{name} (file attached)"),
    marks(.english, .ios, .interface, .attached, "<attached: {name}>", "{name} <attached>"),
    marks(.english, .both, .exports, .edited, "<This message was edited>"),
    marks(
      .english, .both, .interface, .deleted,
      "This message was deleted",
      "This message was deleted for everyone",
      "This message was deleted by admin {…}",
      "This message was deleted by an admin",
      "You deleted this message",
      "You deleted this message for everyone",
      "You deleted this message as admin",
      "Message deleted",
      "Message deleted for me"),
    marks(
      .english, .both, .interface, .call,
      "Missed voice call",
      "Missed video call",
      "Missed group voice call",
      "Missed group video call",
      "Missed Voice Call",
      "Missed Video Call",
      "Missed Group Voice Call",
      "Missed Group Video Call",
      "Missed voice call at {…}",
      "Missed video call at {…}",
      "Missed group voice call at {…}",
      "Missed group video call at {…}"),
    marks(
      .english, .both, .exports, .call,
      "Voice call. {…}", "Video call. {…}", "Voice call, {…}", "Video call, {…}",
      "Silenced voice call", "Silenced video call"),
    marks(.english, .both, .exports, .poll, "POLL:{…} OPTION: {…}"),
    marks(
      .english, .both, .interface, .location,
      "location: https://{…}", "Location: https://{…}", "live location shared"),
  ].flatMap { $0 }

  private static let french: [MessageMark] = [
    marks(.french, .android, .interface, .omitted(.unknown), "<Médias omis>", "<Fichier omis>"),
    marks(
      .french, .ios, .interface, .omitted(.unknown),
      "Vous avez reçu un message à vue unique", "Vous avez reçu un message à vue unique. {…}"),
    marks(
      .french, .ios, .interface, .omitted(.image),
      "image absente", "image produit oubliée", "La vue unique est activée pour cette photo"),
    marks(
      .french, .ios, .interface, .omitted(.video),
      "vidéo absente", "La vue unique est activée pour cette vidéo"),
    marks(.french, .ios, .interface, .omitted(.audio), "audio omis"),
    marks(.french, .ios, .interface, .omitted(.gif), "GIF retiré"),
    marks(.french, .ios, .interface, .omitted(.sticker), "sticker omis"),
    marks(.french, .ios, .interface, .omitted(.document), "document manquant"),
    marks(.french, .ios, .interface, .omitted(.contact), "Fiche contact manquante"),
    marks(.french, .android, .interface, .attached, "{name} (fichier joint)"),
    marks(
      .french, .ios, .interface, .attached,
      "< pièce jointe : {name} >", "<pièce jointe : {name}>"),
    marks(.french, .both, .exports, .edited, "<Ce message a été modifié>"),
    marks(
      .french, .both, .interface, .deleted,
      "Ce message a été supprimé",
      "Ce message a été supprimé pour tout le monde",
      "Ce message a été supprimé par l'admin {…}",
      "Ce message a été supprimé par un ou une admin",
      "Vous avez supprimé ce message",
      "Vous avez supprimé ce message pour tout le monde",
      "Vous avez supprimé ce message en tant qu'admin",
      "Message supprimé",
      "Message supprimé pour moi"),
    marks(
      .french, .both, .interface, .call,
      "Appel vocal manqué",
      "Appel vidéo manqué",
      "Appel vocal de groupe manqué",
      "Appel vidéo de groupe manqué",
      "Appel vocal manqué à {…}",
      "Appel vidéo manqué à {…}",
      "Appel vocal de groupe manqué à {…}",
      "Appel vidéo de groupe manqué à {…}"),
    marks(
      .french, .both, .hearsay, .call,
      "Appel vocal. {…}", "Appel vidéo. {…}", "Appel vocal, {…}", "Appel vidéo, {…}"),
    marks(.french, .both, .hearsay, .poll, "SONDAGE :{…} OPTION : {…}", "SONDAGE:{…} OPTION: {…}"),
    marks(
      .french, .both, .interface, .location,
      "localisation : https://{…}", "Localisation : https://{…}", "Localisation: https://{…}",
      "Localisation en direct partagée"),
  ].flatMap { $0 }
}
