/// An invented export, and how splitters of texts cut it: by characters, bytes or lines.
enum SplitText {
  /// An export of messages of one to three lines.
  static func export(_ count: Int, using random: inout Seeded) -> String {
    let words = ["oui", "à demain", "le train est en retard", "👍", "ok\nok\nok", "merci pour tout"]
    return (0..<count).map { number in
      let stamp = "[27/07/2025, \(10 + number / 60):\(10 + number % 50):\(10 + number % 37)]"
      let text = (0...Int.random(in: 0..<4, using: &random)).map { _ in
        words.randomElement(using: &random) ?? "oui"
      }.joined(separator: Int.random(in: 0..<3, using: &random) == 0 ? "\n" : " ")
      return "\(stamp) \(number % 3 == 0 ? "Zoé 🌸" : "Bo"): \(text) \(number)"
    }.joined(separator: "\n") + "\n"
  }

  /// An export in the order of time, of messages of one to three lines.
  static func ordered(_ count: Int, by senders: [String] = ["Zoé 🌸", "Bo"]) -> String {
    (0..<count).map { number in
      let (hour, minute) = (number / 60 + 1, number % 60)
      let digits = { (value: Int) in value < 10 ? "0\(value)" : "\(value)" }
      let more = ["", " demain", "\npuis\ndemain"][number * 7 % 11 % 3]
      return "[27/07/2025, \(digits(hour)):\(digits(minute)):00] "
        + "\(senders[number % senders.count]): \(number)\(more)"
    }.joined(separator: "\n") + "\n"
  }

  /// The pieces of a text, each of which repeats some of the one before.
  static func pieces<Text: RandomAccessCollection>(
    of text: Text, size: Int, overlap: Int
  ) -> [Text.SubSequence] {
    stride(from: 0, to: max(1, text.count - overlap), by: size - overlap).map { start in
      text[text.index(text.startIndex, offsetBy: start)...].prefix(size)
    }
  }

  /// Lines in pieces of so many characters at most, each of which repeats as many of the last lines of the one
  /// before as have no more than `overlap`.
  static func lines(of text: String, size: Int, overlap: Int) -> [String] {
    var pieces: [String] = []
    var piece: [Substring] = []
    for line in text.split(separator: "\n") {
      if !piece.isEmpty, length(piece) + line.count > size {
        pieces.append(piece.joined(separator: "\n"))
        while length(piece) > overlap { piece.removeFirst() }
      }
      piece.append(line)
    }
    return pieces + [piece.joined(separator: "\n")]
  }

  private static func length(_ lines: [Substring]) -> Int {
    lines.reduce(0) { $0 + $1.count + 1 }
  }

  /// A text without blanks at its ends.
  static func trimmed(_ text: String) -> String {
    var text = text[...]
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
