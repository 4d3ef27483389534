/// Somebody who writes in invented chats.
struct InventedPerson {
  /// The name as exports have it.
  let written: String
  /// The name as causerie spells it.
  let name: String

  /// Some people, among them all kinds of names in turn.
  static func some(hasTraps: Bool, using random: inout Seeded) -> [InventedPerson] {
    let people = (all + (hasTraps ? [trap] : [])).shuffled(using: &random)
    return Array(people.prefix(Int.random(in: 2...7, using: &random)))
  }

  private static let all = [
    InventedPerson("Ana"), InventedPerson("Zoé 🌸"), InventedPerson("Paul - voisin"),
    InventedPerson("Noé 👩‍👩‍👧‍👦"), InventedPerson("Thandi \"Tita\" M."),
    InventedPerson("Inès (bureau)"), InventedPerson("+1 (555) 010‑0199"),
    InventedPerson("~\u{202F}Bo Li", "Bo Li"), InventedPerson("~ Ida", "Ida"),
    InventedPerson("\u{202A}+41\u{A0}79\u{A0}000\u{A0}00\u{A0}00\u{202C}", "+41 79 000 00 00"),
    InventedPerson("ليلى\u{200F}", "ليلى"),
  ]

  /// The name goes on after a colon.
  private static let trap = InventedPerson("Cap: Nord")

  /// As notices write it, which would be a riddle with a colon.
  var plain: String { written.replacing(": ", with: " ") }

  private init(_ written: String, _ name: String? = nil) {
    self.written = written
    self.name = name ?? written
  }
}

/// Writes the messages of an invented chat.
struct InventedWriter {
  private let phone: InventedPhone
  private let people: [InventedPerson]
  /// Whether there are names and lines that only a longer chat tells from what they look like.
  private let hasTraps: Bool

  init(_ phone: InventedPhone, hasTraps: Bool, using random: inout Seeded) {
    self.phone = phone
    self.hasTraps = hasTraps
    people = InventedPerson.some(hasTraps: hasTraps, using: &random)
  }

  /// What follows a stamp.
  struct Entry {
    /// What stands before the colon; nil for nothing.
    let author: String?
    /// Who it is that speaks, as causerie spells it; nil for a notice.
    let sender: String?
    let text: String
  }

  private static let words = [
    "ok", "mdr", "oui", "à demain", "👍", "rendez-vous à la gare, quai no 3", "merci",
    "le modèle suisse est prêt", "un podcast sur l'EPFL, à écouter",
  ]

  /// A message or, now and then, a notice.
  func entry(using random: inout Seeded) -> Entry {
    let person = people.randomElement(using: &random) ?? people[0]
    if Int.random(in: 0..<20, using: &random) == 0 { return notice(person, using: &random) }
    return Entry(
      author: person.written, sender: person.name, text: text(using: &random))
  }

  private func word(using random: inout Seeded) -> String {
    InventedWriter.words.randomElement(using: &random) ?? "ok"
  }

  private func text(using random: inout Seeded) -> String {
    let word = word(using: &random)
    switch Int.random(in: 0..<40, using: &random) {
    case 0..<9: return ([word] + lines(using: &random)).joined(separator: "\n")
    case 9: return programme
    case 10 where hasTraps: return "tu te rappelles ?\n" + pasted(using: &random)
    case 11: return "https://exemple.org/page: à lire"
    case 12: return ""
    case 13: return "\n  " + word + "\n\n\t- " + word + "  "
    case 14: return attachment("PHOTO-2025-06-07-15-13-20.jpg", "IMG-20250217-WA0001.jpg", word)
    case 15: return document
    case 16: return phone.isIOS ? "\u{200E}image absente" : "<Médias omis>"
    case 17: return word + " \u{200E}<Ce message a été modifié>"
    case 18: return phone.isIOS ? "\u{200E}Ce message a été supprimé." : "Ce message a été supprimé"
    case 19: return "famille 👩‍👩‍👧‍👦, de\u{301}ja\u{300} là"
    case 20: return "=== CONTENU ===\nTokens: 9"
    case 21: return (1...12).map { _ in "ok" }.joined(separator: "\n")
    default: return word
    }
  }

  /// Further lines, some of them equal or empty.
  private func lines(using random: inout Seeded) -> [String] {
    (0..<Int.random(in: 1...7, using: &random)).map { _ in
      switch Int.random(in: 0..<6, using: &random) {
      case 0: ""
      case 1: "  \(word(using: &random)) \u{A0}"
      default: word(using: &random)
      }
    }
  }

  /// Lines that look a little like headers.
  private var programme: String {
    """
    Programme
    12:30 - ok
    2/11/19: Arrivée
    2016-04-29 10:30:00
    [2,4,0,4,11,2602,36] ->
    10:30 - Départ: tous
    """
  }

  /// A line of an old export of another phone.
  private func pasted(using random: inout Seeded) -> String {
    let minute = Int.random(in: 0..<1_440, using: &random)
    let day = "\(InventedClock.two(Int.random(in: 1...28, using: &random)))/06/2012"
    let time = "\(InventedClock.two(minute / 60)):\(InventedClock.two(minute % 60))"
    return phone.isIOS
      ? "\(day), \(time) - Ancien: salut" : "[\(day), \(time):10] Ancien: salut"
  }

  private func attachment(_ ios: String, _ android: String, _ caption: String) -> String {
    phone.isIOS
      ? "\u{200E}<pièce jointe : 00000042-\(ios)>" : "\(android) (fichier joint)\n\(caption)"
  }

  private var document: String {
    let title = "Plan du jardin v2.pdf"
    return phone.isIOS
      ? "\(title) • \u{200E}3 pages \u{200E}< pièce jointe : 00000012-\(title) >"
      : "\(title) (fichier joint)"
  }

  private func notice(_ person: InventedPerson, using random: inout Seeded) -> Entry {
    let text = [
      "\(person.plain) a ajouté Ugo", "\(person.plain) a quitté le groupe",
      "\(person.plain) a créé le groupe « Famille : été »",
      "\(person.plain) a changé le nom du groupe en « Cap : Sud »",
      "Votre code de sécurité avec \(person.plain) a changé.",
    ].randomElement(using: &random)
    let mark = phone.isIOS ? "\u{200E}" : ""
    let authors = phone.isIOS ? ["Les voisins", person.written, nil] : [nil]
    let author = authors.randomElement(using: &random) ?? nil
    return Entry(author: author, sender: nil, text: mark + (text ?? ""))
  }
}
