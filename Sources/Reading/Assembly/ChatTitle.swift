/// What WhatsApp calls the file of an exported chat in one language: words around the chat's title
/// (docs/formats.md#exports).
struct ChatTitle: Sendable {
  /// The name without its ending, `…` standing for the title.
  let pattern: String

  /// Such a name, without the ending.
  let example: String

  /// The title in ``example``.
  let title: String

  /// The letters before and after the title, as ``letters(of:)`` gives them.
  private let before: [String]
  private let after: [String]

  private init(_ pattern: String, _ example: String, _ title: String) {
    self.pattern = pattern
    self.example = example
    self.title = title
    let parts = pattern.split(separator: "…", omittingEmptySubsequences: false)
    before = ChatTitle.letters(of: parts.first ?? "")
    after = ChatTitle.letters(of: parts.last ?? "")
  }

  /// The title in the name of a file without its ending, or of a folder; nil where WhatsApp names
  /// nothing so.
  ///
  /// A browser's number behind a name (` (1)`) is not part of the title. Where `_` stands for every
  /// blank of a name, it does so in the title.
  static func title(of name: String) -> String? {
    let name = withoutCopyNumber(name)
    let letters = letters(of: name)
    let fitting = all.filter { $0.fits(letters) }
    guard let form = fitting.max(by: { $0.length < $1.length }) else { return nil }
    let title = name.dropFirst(form.before.count).dropLast(form.after.count)
    return name.contains(" ") ? String(title) : String(title.map { $0 == "_" ? " " : $0 })
  }

  /// Whether a name, without its ending, is the one that iOS gives the text of any chat.
  static func isMissing(in name: String) -> Bool {
    withoutCopyNumber(name).lowercased() == "_chat"
  }

  /// A name without the number that a browser puts behind that of a second copy: `(1)`, and the blank
  /// before it. A number of more than two digits is rather a year, and part of a title.
  private static func withoutCopyNumber(_ name: String) -> Substring {
    guard name.last == ")", let mark = name.lastIndex(of: "(") else { return name[...] }
    let digits = name[mark...].dropFirst().dropLast()
    guard (1...2).contains(digits.count), digits.allSatisfy({ ("0"..."9").contains($0) })
    else { return name[...] }
    let stem = name[..<mark]
    return stem.last == " " || stem.last == "_" ? stem.dropLast() : stem
  }

  /// Whether a name has the words, and something between them.
  private func fits(_ letters: [String]) -> Bool {
    letters.count > length && letters.starts(with: before)
      && letters.suffix(after.count) == after[...]
  }

  /// Letters of the words.
  private var length: Int { before.count + after.count }

  /// The letters of a text, one by one, as they are compared: small, the marks that stand for a blank
  /// in file names as one. `String` itself takes composed and decomposed letters for equal.
  private static func letters(of text: Substring) -> [String] {
    text.map { letter in
      letter.isWhitespace || "-_:".contains(letter) ? " " : letter.lowercased()
    }
  }
}

extension ChatTitle {
  /// Every name that is known: that of iOS, then those of Android by language.
  static let all: [ChatTitle] = [
    ChatTitle("WhatsApp Chat - …", "WhatsApp Chat - Rowing 2026", "Rowing 2026"),
    // English, German, Dutch, Afrikaans, Filipino
    ChatTitle("WhatsApp Chat with …", "WhatsApp Chat with Rowing Club", "Rowing Club"),
    ChatTitle("WhatsApp Chat mit …", "WhatsApp-Chat mit Ruderclub", "Ruderclub"),
    ChatTitle("WhatsApp-chat met …", "WhatsApp-chat met Roeiclub", "Roeiclub"),
    ChatTitle("WhatsApp Gesprek met …", "WhatsApp Gesprek met Roeiklub", "Roeiklub"),
    ChatTitle("WhatsApp Chat kay …", "WhatsApp Chat kay Ana", "Ana"),
    // Danish, Norwegian, Swedish, Finnish, Estonian
    ChatTitle("WhatsApp chat med …", "WhatsApp chat med Roklub", "Roklub"),
    ChatTitle("WhatsApp-samtale med …", "WhatsApp-samtale med Roklubb", "Roklubb"),
    ChatTitle("WhatsApp-chatt med …", "WhatsApp-chatt med Roddklubb", "Roddklubb"),
    ChatTitle(
      "WhatsApp-keskustelu henkilön … kanssa", "WhatsApp-keskustelu henkilön Ana kanssa", "Ana"),
    ChatTitle("WhatsApp'i vestlus kontaktiga …", "WhatsApp'i vestlus kontaktiga Ana", "Ana"),
    // French, Spanish, Italian, Catalan, Romanian, Portuguese of Brazil and of Portugal
    ChatTitle("Discussion WhatsApp avec …", "Discussion WhatsApp avec L’aviron", "L’aviron"),
    ChatTitle("Chat de WhatsApp con …", "Chat de WhatsApp con Remo", "Remo"),
    ChatTitle("Chat WhatsApp con …", "Chat WhatsApp con Canottieri", "Canottieri"),
    ChatTitle("Xat de WhatsApp amb …", "Xat de WhatsApp amb Rem", "Rem"),
    ChatTitle("Conversație WhatsApp cu …", "Conversație WhatsApp cu Canotaj", "Canotaj"),
    ChatTitle("Conversa do WhatsApp com …", "Conversa do WhatsApp com Remo", "Remo"),
    ChatTitle("Conversa no WhatsApp com …", "Conversa no WhatsApp com Remo", "Remo"),
    // Polish, Czech, Slovak, Slovenian, Croatian, Serbian, Macedonian, Bulgarian
    ChatTitle("Czat WhatsApp z …", "Czat WhatsApp z Wioślarze", "Wioślarze"),
    ChatTitle("Chat WhatsApp s uživatelem …", "Chat WhatsApp s uživatelem Ana", "Ana"),
    ChatTitle("WhatsApp chat s používateľom …", "WhatsApp chat s používateľom Ana", "Ana"),
    ChatTitle("WhatsApp klepet z …", "WhatsApp klepet z Ana", "Ana"),
    ChatTitle("WhatsApp razgovor s …", "WhatsApp razgovor s Ana", "Ana"),
    ChatTitle("WhatsApp Ћаскање са …", "WhatsApp Ћаскање са Ана", "Ана"),
    ChatTitle("WhatsApp разговор со …", "WhatsApp разговор со Ана", "Ана"),
    ChatTitle("WhatsApp Чат с …", "WhatsApp Чат с Ана", "Ана"),
    // Russian, Ukrainian, Kazakh, Lithuanian, Latvian, Hungarian, Albanian, Greek
    ChatTitle("Чат WhatsApp с …", "Чат WhatsApp с Гребля", "Гребля"),
    ChatTitle("Чат WhatsApp с контактом …", "Чат WhatsApp с контактом Ана", "Ана"),
    ChatTitle("Бесіда WhatsApp з …", "Бесіда WhatsApp з Ана", "Ана"),
    ChatTitle("WhatsApp чат: …", "WhatsApp чат: Ана", "Ана"),
    ChatTitle("WhatsApp pokalbis su …", "WhatsApp pokalbis su Ana", "Ana"),
    ChatTitle("WhatsApp sarakste ar …", "WhatsApp sarakste ar Ana", "Ana"),
    ChatTitle("WhatsApp csevegés vele: …", "WhatsApp csevegés vele: Ana", "Ana"),
    ChatTitle("Biseda me … në WhatsApp", "Biseda me Ana në WhatsApp", "Ana"),
    ChatTitle("Συνομιλία WhatsApp με …", "Συνομιλία WhatsApp με Άνα", "Άνα"),
    // Turkish, Azerbaijani, Uzbek, Arabic, Persian, Urdu, Hebrew, Swahili
    ChatTitle("… ile WhatsApp Sohbeti", "Kürek Takımı ile WhatsApp Sohbeti", "Kürek Takımı"),
    ChatTitle("… ilə WhatsApp Söhbəti", "Ana ilə WhatsApp Söhbəti", "Ana"),
    ChatTitle("… bilan WhatsApp chati", "Ana bilan WhatsApp chati", "Ana"),
    ChatTitle("دردشة واتساب مع …", "دردشة واتساب مع آنا", "آنا"),
    ChatTitle("گفتگوی WhatsApp با …", "گفتگوی WhatsApp با آنا", "آنا"),
    ChatTitle("… کے ساتھ WhatsApp بات چیت", "آنا کے ساتھ WhatsApp بات چیت", "آنا"),
    ChatTitle("צ'אט WhatsApp עם …", "צ'אט WhatsApp עם אנה", "אנה"),
    ChatTitle("Soga za WhatsApp na …", "Soga za WhatsApp na Ana", "Ana"),
    // Hindi, Marathi, Gujarati, Punjabi, Bengali, Tamil, Telugu, Kannada, Malayalam
    ChatTitle("… के साथ WhatsApp चैट", "आना के साथ WhatsApp चैट", "आना"),
    ChatTitle("… सोबतच्या WhatsApp गप्पा", "आना सोबतच्या WhatsApp गप्पा", "आना"),
    ChatTitle("… સાથેની WhatsApp વાત", "આના સાથેની WhatsApp વાત", "આના"),
    ChatTitle("… ਨਾਲ WhatsApp ਗੱਲਬਾਤ", "ਆਨਾ ਨਾਲ WhatsApp ਗੱਲਬਾਤ", "ਆਨਾ"),
    ChatTitle("… এর সাথে WhatsApp চ্যাট", "আনা এর সাথে WhatsApp চ্যাট", "আনা"),
    ChatTitle("… உடன் WhatsApp உரையாடல்", "ஆனா உடன் WhatsApp உரையாடல்", "ஆனா"),
    ChatTitle("… తో WhatsApp సంభాషణ", "ఆనా తో WhatsApp సంభాషణ", "ఆనా"),
    ChatTitle("… ಜೊತೆ WhatsApp ಸಂಭಾಷಣೆ", "ಆನಾ ಜೊತೆ WhatsApp ಸಂಭಾಷಣೆ", "ಆನಾ"),
    ChatTitle("… മായുള്ള WhatsApp ചാറ്റുകൾ", "ആനാ മായുള്ള WhatsApp ചാറ്റുകൾ", "ആനാ"),
    // Indonesian, Malay, Vietnamese, Thai, Japanese, Korean, Chinese
    ChatTitle("Chat WhatsApp dengan …", "Chat WhatsApp dengan Dayung", "Dayung"),
    ChatTitle("Sembang WhatsApp dengan …", "Sembang WhatsApp dengan Dayung", "Dayung"),
    ChatTitle("Trò chuyện WhatsApp với …", "Trò chuyện WhatsApp với Ana", "Ana"),
    ChatTitle("แชท WhatsApp กับ …", "แชท WhatsApp กับ อานา", "อานา"),
    ChatTitle("…とのWhatsAppチャット", "ボート部とのWhatsAppチャット", "ボート部"),
    ChatTitle("…님과의 WhatsApp 대화", "아나님과의 WhatsApp 대화", "아나"),
    ChatTitle("与…的 WhatsApp 聊天", "与赛艇队的 WhatsApp 聊天", "赛艇队"),
    ChatTitle("WhatsApp 与 … 的对话", "WhatsApp 与 赛艇队 的对话", "赛艇队"),
    ChatTitle("WhatsApp 與 … 的對話", "WhatsApp 與 划船隊 的對話", "划船隊"),
    ChatTitle("與…的WhatsApp對話", "與划船隊的WhatsApp對話", "划船隊"),
    ChatTitle("與…的 WhatsApp 對話", "與划船隊的 WhatsApp 對話", "划船隊"),
  ]
}
