@testable import Reading

/// An invented chat as two phones export it: one an Android phone with the dates of America and
/// English words, the other an iPhone with the dates of Europe and French words.
struct TwoPhones {
  /// The exports.
  private(set) var android = ""
  private(set) var iphone = ""

  /// The messages that either has, in the order of time: who, what, and which exports have it.
  private(set) var truth: [(person: String, text: String, sources: [String])] = []

  /// What each phone calls people whom it does not call as the other one does.
  static let androidNames = ["Karim": "+33 6 12 34 56 78", "Odile": "Mamie"]
  static let iphoneNames = [
    "Zoé": "Maman", "Thandi": "+27 82 123 4567", "Ana": "~ Anouk", "Odile": "Odile D.",
  ]

  private static let people = ["Ana", "Bo Li", "Karim", "Zoé", "Thandi", "Odile"]
  private static let words = [
    "vélo", "café", "demain", "oui", "la clé", "l’atelier", "merci", "samedi", "pluie", "radio",
    "🌸", "compost", "lampe", "vis", "écrou",
  ]

  /// A chat of so many messages from 3 January 2025 on. The iPhone lacks some days, and each export
  /// some messages.
  init(messages count: Int, using random: inout Seeded) {
    var second = 9 * 3_600
    for _ in 0..<count {
      second += [3, 10, 40, 200, 4_000, 20_000].randomElement(using: &random) ?? 1
      let day = second / 86_400 + 3
      let person = TwoPhones.people.randomElement(using: &random) ?? "Ana"
      let onAndroid = Int.random(in: 0..<30, using: &random) > 0
      let onIPhone = Int.random(in: 0..<30, using: &random) > 0 && !(10...13).contains(day % 31)
      guard onAndroid || onIPhone else { continue }
      let (here, there, text) = TwoPhones.said(using: &random)
      if onAndroid { addToAndroid(second, person, here) }
      if onIPhone { addToIPhone(second, person, there) }
      truth.append((person, text, (onAndroid ? ["android"] : []) + (onIPhone ? ["iphone"] : [])))
    }
  }

  /// What somebody says, as each phone has it, and what a test may call it.
  private static func said(
    using random: inout Seeded
  ) -> (android: String, iphone: String, text: String) {
    func some(_ range: ClosedRange<Int>) -> String {
      let count = Int.random(in: range, using: &random)
      return (0..<count).map { _ in words.randomElement(using: &random) ?? "" }
        .joined(separator: " ")
    }
    switch Int.random(in: 0..<20, using: &random) {
    case 0:
      let kind = ["image absente", "vidéo absente", "audio omis"].randomElement(using: &random)
      return ("<Media omitted>", "\u{200E}\(kind ?? "")", "media")
    case 1: return ("This message was deleted", "\u{200E}Ce message a été supprimé.", "deleted")
    case 2: return ("@33612345678 ça va ?", "@\u{2068}Karim B.\u{2069} ça va ?", "mention")
    case 3...6:
      let text = ["ok", "oui", "merci", "😂"].randomElement(using: &random) ?? "ok"
      return (text, text, text)
    case 7:
      let text = some(2...6) + "\n\n" + some(2...6)
      return (text, text, text)
    default:
      let text = some(2...9)
      return (text, text, text)
    }
  }

  private mutating func addToAndroid(_ second: Int, _ person: String, _ text: String) {
    let (hour, minute) = (second / 3_600 % 24, second / 60 % 60)
    let day = second / 86_400 + 3
    android +=
      "\((day - 1) / 31 + 1)/\((day - 1) % 31 + 1)/25, \(hour % 12 == 0 ? 12 : hour % 12):"
      + "\(two(minute)) \(hour < 12 ? "AM" : "PM") - "
      + "\(TwoPhones.androidNames[person] ?? person): \(text)\n"
  }

  private mutating func addToIPhone(_ second: Int, _ person: String, _ text: String) {
    let day = second / 86_400 + 3
    iphone +=
      "[\(two((day - 1) % 31 + 1))/\(two((day - 1) / 31 + 1))/2025, \(two(second / 3_600 % 24)):"
      + "\(two(second / 60 % 60)):\(two(second % 60))] "
      + "\(TwoPhones.iphoneNames[person] ?? person): \(text)\r\n"
  }

  private func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
