import Model

/// What WhatsApp Web writes in place of what text cannot hold: one line a phrase, in the words of
/// its English interface; no export in another language has been seen.
extension MessageMark {
  /// The marks of the text form.
  static let webText =
    web(.omitted(.image), "<image omitted>")
    + web(.omitted(.video), "<video omitted>", "<video message omitted>")
    + web(.omitted(.audio), "<audio omitted>", "<voice message omitted>")
    + web(.omitted(.document), "<document omitted>")
    + web(.omitted(.sticker), "<sticker omitted>")
    + web(.omitted(.gif), "<GIF omitted>", "GIF attached")
    + web(.omitted(.unknown), "<media omitted>")
    + web(
      .omitted(.contact), "<Contact card omitted>", "Contact: {…}", "1 contact shared",
      "{…} contacts shared")
    + web(.attached, "{name} (file attached)")
    + web(
      .location, "<Location omitted>", "<Live location omitted>",
      "Location: {…} - https://maps.google.com/?q={…}",
      "Live location: {…} - https://maps.google.com/?q={…}",
      "{…}: Location: {…} - https://maps.google.com/?q={…}",
      "{…}: Live location: {…} - https://maps.google.com/?q={…}")

  /// The marks of the Markdown form.
  static let webMarkdown =
    web(.omitted(.image), "[Image]", "[Photo]")
    + web(.omitted(.video), "[Video]", "[Video message]")
    + web(.omitted(.audio), "[Audio]", "[Voice message]")
    + web(.omitted(.document), "[Document]")
    + web(.omitted(.sticker), "[Sticker]")
    + web(.omitted(.gif), "[GIF]")
    + web(.omitted(.unknown), "[Media]")
    + web(
      .omitted(.contact), "[Contact card]", "[Contact: {…}]", "[1 contact]", "[{…} contacts]")
    + web(
      .location, "[Location]", "[Live location]",
      "Location: {…} — https://maps.google.com/?q={…}",
      "Live location: {…} — https://maps.google.com/?q={…}",
      "{…}: Location: {…} — https://maps.google.com/?q={…}",
      "{…}: Live location: {…} — https://maps.google.com/?q={…}")

  private static func web(_ meaning: Meaning, _ phrases: String...) -> [MessageMark] {
    phrases.map {
      MessageMark(
        language: .english, platform: .web, source: .interface, meaning: meaning, phrase: $0)
    }
  }
}
