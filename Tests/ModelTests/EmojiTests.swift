import Testing

@testable import Model

struct EmojiTests {
  private func emoji(_ text: String) -> [String] {
    let bytes = Array(text.utf8)
    var found: [String] = []
    Emoji.forEach(in: bytes.span) { found.append(String(decoding: bytes[$0], as: UTF8.self)) }
    return found
  }

  @Test(arguments: [
    "🙂", "👍🏽", "👩‍👩‍👧‍👦", "🇫🇷", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "🏳️‍🌈", "🏴‍☠️", "❤️", "❤️‍🔥", "1️⃣", "#⃣", "©️", "™️", "☎️", "⛹🏽‍♂",
    "🧑🏿‍🚀", "‼️", "〰️", "㊗️", "⌚", "🥹", "🫶", "ℹ️",
  ])
  func `an emoji is one, however many code points it has`(one: String) {
    #expect(emoji(one) == [one])
    #expect(emoji("a\(one)é \(one)\(one).") == [one, one, one])
  }

  @Test(arguments: [
    "", "123 #*", "© ® ™", "❤", "☎", "❤\u{FE0E}", "⌚\u{FE0E}", "€ … — « »", "→", "ᴀ", "日本", "한국",
    "🇫", "🇫 🇷",
    "1\u{FE0F}", "a\u{FE0F}", "\u{FE0F}", "\u{20E3}", "\u{200D}", "☠\u{200D}☎", "ﷺ",
  ])
  func `text is no emoji`(text: String) {
    #expect(emoji(text) == [])
  }

  @Test func `every emoji character of Unicode is found, as the standard says it shows`() {
    for scalar in (UInt32(0x80)...0x1FFFF).compactMap(Unicode.Scalar.init)
    where scalar.properties.isEmoji && !(0x1F1E6...0x1F1FF).contains(scalar.value) {
      #expect(emoji("a\(scalar)\u{FE0F}b") == ["\(scalar)\u{FE0F}"])
      #expect(
        emoji("a\(scalar)b") == (scalar.properties.isEmojiPresentation ? ["\(scalar)"] : []))
    }
  }

  @Test func `neighbours are told apart`() {
    #expect(emoji("🇫🇷🇨🇭🇫") == ["🇫🇷", "🇨🇭"])
    #expect(emoji("👍👍🏽❤️1️⃣2️⃣3") == ["👍", "👍🏽", "❤️", "1️⃣", "2️⃣"])
    #expect(emoji("🙂\u{200D}ok") == ["🙂"])
    #expect(emoji("❤❤️") == ["❤️"])
  }

  @Test(
    .timeLimit(.minutes(1)), arguments: ["☠\u{200D}", "🇫", "1\u{FE0F}", "🙂\u{200D}", "\u{20E0}"])
  func `a long run costs no more than its length`(piece: String) {
    let text = Array(String(repeating: piece, count: 200_000).utf8)
    var bytes = 0
    Emoji.forEach(in: text.span) { bytes += $0.count }
    #expect(bytes <= text.count)
  }
}
