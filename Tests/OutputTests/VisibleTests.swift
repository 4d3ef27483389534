import Testing

@testable import Output

@Test(arguments: [
  ("plain é 日本", "plain é 日本"),
  ("a\u{1B}[31mred", "a␛[31mred"),
  ("bell\u{07} nul\u{00} del\u{7F}", "bell␇ nul␀ del␡"),
  ("c1\u{9B}31m", "c1⟨U+009B⟩31m"),
  ("over\u{202E}ride \u{2066}iso\u{2069}", "over⟨U+202E⟩ride ⟨U+2066⟩iso⟨U+2069⟩"),
  ("no\u{FFFE}ne\u{FFFF}", "no⟨U+FFFE⟩ne⟨U+FFFF⟩"),
  ("@\u{2068}Zoë\u{2069} !", "@Zoë !"),
  ("@\u{2068}Zoë", "@⟨U+2068⟩Zoë"),
  ("\u{202A}+44 7700 900\u{2011}123\u{202C} left", "+44 7700 900\u{2011}123 left"),
  ("\u{202A}exe.jpg\u{202C}", "⟨U+202A⟩exe.jpg⟨U+202C⟩"),
  ("\u{202A}+44 7700", "⟨U+202A⟩+44 7700"),
  ("two\nlines\tand\r", "two⏎lines⇥and␍"),
  ("👩‍👩‍👧 \u{200E}x 12:24\u{202F}PM", "👩‍👩‍👧 \u{200E}x 12:24\u{202F}PM"),
])
func `what could drive a terminal becomes a visible mark`(text: String, shown: String) {
  #expect(visible(text) == shown)
}

@Test func `nothing that is shown can hide again`() {
  let all = (0..<0x11_0000).compactMap { Unicode.Scalar(UInt32($0)) }
  for scalar in all {
    let shown = visible(String(scalar))
    #expect(visible(shown) == shown)
    #expect(!shown.unicodeScalars.contains { $0.properties.generalCategory == .control })
  }
}

@Test(arguments: [
  ("abc", 3), ("é", 1), ("e\u{301}", 1), ("日本", 4), ("👩‍👩‍👧", 2), ("🇨🇭", 2), ("❤️", 2), ("❤", 1),
  ("1️⃣", 2), ("سلام", 4), ("가", 2), ("\u{1100}\u{1161}", 2), ("\u{200E}x", 1), ("👍🏽", 2), ("", 0),
  ("ＡＢ", 4),
])
func `a text takes the columns that a terminal gives it`(text: String, width: Int) {
  #expect(displayWidth(of: text) == width)
  #expect(displayWidth(of: Array(text.utf8).span) == width)
}

@Test(arguments: 0..<40)
func `bytes take the columns of the characters that they make together`(seed: UInt64) {
  let parts: [Unicode.Scalar] = [
    "a", "1", "é", "®", "‼", "’", "ж", "\u{301}", "\u{200D}", "\u{FE0F}", "\u{20E3}", "👩", "🏽", "🇨",
    "🇭",
    "日", "ゟ", "か", "\u{3099}", "가", "\u{1100}", "\u{11A8}", "س", "\u{600}", "\u{D4E}", "क",
    "\u{94D}",
    "\u{AD}", "\u{A0}", "\t", "\r", "\n", "\u{1F}",
  ]
  var state = seed
  for _ in 0..<2_000 {
    var text = ""
    for _ in 0..<8 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      text.unicodeScalars.append(parts[Int(state >> 33) % parts.count])
    }
    #expect(
      displayWidth(of: Array(text.utf8).span) == displayWidth(of: text), "\(text.debugDescription)")
  }
}
