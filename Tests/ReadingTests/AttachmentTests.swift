import Model
import Testing

@testable import Reading

@Test(arguments: MessageMark.all.marks.indices)
func `a mark reads its own example`(_ place: Int) throws {
  let example = MessageMark.all.wordings.example(
    place, [.name: "IMG-20250217-WA0001.jpg", .anything: " x 1 ", .count: "7"])
  let meaning = MessageMark.all.marks[place].meaning
  // Whatever sentence follows, behind U+200E alone.
  let sign = meaning == .unavailable && example.contains(" x 1 ") ? "\u{200E}" : ""
  let message = try #require(
    try ReadTranscript("13/02/2025, 10:00 - Ana: \(sign)\(example)").messages.first)
  #expect(message.sender == "Ana")
  switch meaning {
  case .omitted(let type):
    #expect(message.kind == (type == .contact ? .contact : .media), "\(example)")
    #expect(message.type == type, "\(example)")
    #expect(message.file == nil)
    #expect(message.body == nil)
  case .attached:
    #expect(message.kind == .media, "\(example)")
    #expect(message.file == "IMG-20250217-WA0001.jpg")
    #expect(message.type == .image)
    #expect(message.body == nil)
  case .edited:
    #expect(message.isEdited, "\(example)")
    #expect(message.kind == .text)
    #expect(message.body == nil)
  case .deleted:
    #expect(message.kind == .deleted, "\(example)")
    #expect(message.body == nil)
  case .call: #expect(message.kind == .call, "\(example)")
  case .poll: #expect(message.kind == .poll, "\(example)")
  case .location: #expect(message.kind == .location, "\(example)")
  case .unavailable:
    #expect(message.kind == .text, "\(example)")
    #expect(message.body == nil, "\(example)")
  }
}

/// A text with marks, and what is in it.
struct MarkedText: CustomTestStringConvertible {
  let text: String
  let kind: MessageKind
  let body: String?
  let file: String?
  let type: MediaType?
  var isEdited = false

  var testDescription: String { text }

  init(
    _ text: String, _ kind: MessageKind, body: String?, file: String? = nil,
    type: MediaType? = nil, isEdited: Bool = false
  ) {
    self.text = text
    self.kind = kind
    self.body = body
    self.file = file
    self.type = type
    self.isEdited = isEdited
  }

  static let all: [MarkedText] = [
    MarkedText(
      "IMG-20250217-WA0001.jpg (fichier joint)\nLa plage\nhier", .media, body: "La plage\nhier",
      file: "IMG-20250217-WA0001.jpg", type: .image),
    MarkedText(
      "\u{200E}Rapport final.pdf • \u{200E}3 pages \u{200E}(fichier joint)", .media, body: nil,
      file: "Rapport final.pdf", type: .document),
    MarkedText(
      "\u{200E}<attached: 00000042-PHOTO-2020-06-07-15-13-20.jpg>", .media, body: nil,
      file: "00000042-PHOTO-2020-06-07-15-13-20.jpg", type: .image),
    MarkedText(
      "La plage \u{200E}<attached: 00000042-VIDEO-2020-06-07-15-13-20.mp4>", .media,
      body: "La plage", file: "00000042-VIDEO-2020-06-07-15-13-20.mp4", type: .video),
    MarkedText(
      "\u{200E}< pièce jointe\u{A0}: 00000002-GIF-2020-06-07-15-13-20.mp4 >", .media, body: nil,
      file: "00000002-GIF-2020-06-07-15-13-20.mp4", type: .gif),
    MarkedText(
      "Plan du local.pdf • \u{200E}2 pages \u{200E}<attached: 00000047-Plan du local.pdf>",
      .media, body: nil, file: "00000047-Plan du local.pdf", type: .document),
    MarkedText(
      "Plan du local.pdf • \u{200E}2 pages \u{200E}document manquant", .media, body: nil,
      file: "Plan du local.pdf", type: .document),
    MarkedText(
      "2015-08-04-PHOTO-00004762.jpg <\u{200E}attached>", .media, body: nil,
      file: "2015-08-04-PHOTO-00004762.jpg", type: .image),
    MarkedText("<\u{200E}audio omitted>", .media, body: nil, type: .audio),
    MarkedText("<Médias omis>\nregarde", .media, body: "regarde", type: .unknown),
    MarkedText("regarde \u{200E}image absente", .media, body: "regarde", type: .image),
    MarkedText(
      "\u{200E}image omitted\nla plage: hier", .media, body: "la plage: hier", type: .image),
    MarkedText("image omitted\nla plage", .text, body: "image omitted\nla plage"),
    MarkedText(
      "Ana.vcf (file attached)", .contact, body: nil, file: "Ana.vcf", type: .contact),
    MarkedText(
      "STK-20250217-WA0003.webp (file attached)", .media, body: nil,
      file: "STK-20250217-WA0003.webp", type: .sticker),
    MarkedText(
      "PTT-20250217-WA0004.opus (fichier joint)", .media, body: nil,
      file: "PTT-20250217-WA0004.opus", type: .audio),
    MarkedText("\u{200E}Ce message a été supprimé.", .deleted, body: nil),
    MarkedText("à demain <Ce message a été modifié>", .text, body: "à demain", isEdited: true),
    MarkedText(
      "deux\nlignes \u{200E}<This message was edited>", .text, body: "deux\nlignes",
      isEdited: true),
    MarkedText(
      "IMG-20250217-WA0001.jpg (file attached)\nplage <This message was edited>", .media,
      body: "plage", file: "IMG-20250217-WA0001.jpg", type: .image, isEdited: true),
    MarkedText(
      "Jardin (Lyon, France): https://foursquare.com/v/4e89af95e5fa82ad4c0aa03b", .location,
      body: "Jardin (Lyon, France): https://foursquare.com/v/4e89af95e5fa82ad4c0aa03b"),
    MarkedText(
      "\u{200E}Localisation: https://maps.google.com/?q=45.75,4.85", .location,
      body: "Localisation: https://maps.google.com/?q=45.75,4.85"),
    MarkedText(
      "Jardin (Lyon): https://maps.google.com/?q=45.75,-4.85", .location,
      body: "Jardin (Lyon): https://maps.google.com/?q=45.75,-4.85"),
    MarkedText(
      "Jardin\nLyon\nlocation: https://maps.google.com/?q=45.753,4.85", .location,
      body: "Jardin\nLyon\nlocation: https://maps.google.com/?q=45.753,4.85"),
    MarkedText(
      "\u{200E}sijainti: https://maps.google.com/?q=60.1,24.9", .location,
      body: "sijainti: https://maps.google.com/?q=60.1,24.9"),
    MarkedText(
      "lieu：https://maps.google.com/?q=-1,2", .location,
      body: "lieu：https://maps.google.com/?q=-1,2"),
    MarkedText(
      "\u{200E}POLL:\nQuand ?\n\u{200E}OPTION: lundi (\u{200E}2 votes)", .poll,
      body: "POLL:\nQuand ?\n\u{200E}OPTION: lundi (\u{200E}2 votes)"),
    MarkedText(
      "\u{200E}סקר:\nמתי?\n\u{200E}אפשרות: מחר (\u{200E}3 הצבעות)", .poll,
      body: "סקר:\nמתי?\n\u{200E}אפשרות: מחר (\u{200E}3 הצבעות)"),
    MarkedText(
      "\u{200E}Missed voice call, \u{200E}Tap to call back", .call,
      body: "Missed voice call, \u{200E}Tap to call back"),
    MarkedText(
      "\u{200E}Voice call  \u{200E}21 sec", .call, body: "Voice call  \u{200E}21 sec"),
    MarkedText("Voice call me later", .text, body: "Voice call me later"),
    MarkedText(
      "\u{200E}Verpasster Sprachanruf, \u{200E}Zum Zurückrufen tippen", .call,
      body: "Verpasster Sprachanruf, \u{200E}Zum Zurückrufen tippen"),
    MarkedText(
      "\u{200E}Appel vidéo manqué, \u{200E}Touchez pour rappeler", .call,
      body: "Appel vidéo manqué, \u{200E}Touchez pour rappeler"),
    MarkedText(
      "\u{200E}Group call, \u{200E}3 joined", .call, body: "Group call, \u{200E}3 joined"),
    MarkedText("Missed group call", .call, body: "Missed group call"),
    MarkedText("\u{200E}Silenced unknown caller", .call, body: "Silenced unknown caller"),
    MarkedText("Waiting for this message", .text, body: nil),
    MarkedText(
      "\u{200E}En attente de ce message. Cela peut prendre un certain temps.", .text, body: nil),
    MarkedText("Waiting for this message. This may take a while.", .text, body: nil),
    MarkedText(
      "Waiting for this message. I will call then", .text,
      body: "Waiting for this message. I will call then"),
    MarkedText(
      "Waiting for this message to arrive", .text, body: "Waiting for this message to arrive"),
    MarkedText("Ligação de vídeo perdida", .call, body: "Ligação de vídeo perdida"),
    MarkedText("Missed voice call, sorry", .text, body: "Missed voice call, sorry"),
    MarkedText("\u{200E}ההודעה נמחקה על ידי Zoé, מנהל/ת הקבוצה.", .deleted, body: nil),
    MarkedText(
      "עדיין כאן \u{200E}<ההודעה נערכה>", .text, body: "עדיין כאן", isEdited: true),
    MarkedText(
      "<Anhang: 00000003-PHOTO-2025-02-13-10-00-00.jpg> am See", .media, body: "am See",
      file: "00000003-PHOTO-2025-02-13-10-00-00.jpg", type: .image),
    // The name of the file tells in languages that are not known.
    MarkedText(
      "\u{200E}<yapışdırıldı: 00000003-PHOTO-2025-02-13-10-00-00.jpg>", .media, body: nil,
      file: "00000003-PHOTO-2025-02-13-10-00-00.jpg", type: .image),
    MarkedText(
      "VID-20250213-WA0003.mp4 (ceangal)\nan trá", .media, body: "an trá",
      file: "VID-20250213-WA0003.mp4", type: .video),
    // A Bengali letter with its dot in one or in two.
    MarkedText(
      "<মিডি\u{9DF}া বাদ দেও\u{9DF}া হ\u{9DF}েছে>\nকাল", .media, body: "কাল", type: .unknown),
    MarkedText(
      "<মিডি\u{9AF}\u{9BC}া বাদ দেও\u{9AF}\u{9BC}া হ\u{9AF}\u{9BC}েছে>", .media, body: nil,
      type: .unknown),
    // U+200E and the form tell in languages that are not known.
    MarkedText(
      "vi ses \u{200E}<Denne besked blev redigeret>", .text, body: "vi ses", isEdited: true),
    MarkedText(
      "nähdään\nhuomenna \u{200E}<Viestiä muokattiin.>", .text, body: "nähdään\nhuomenna",
      isEdited: true),
    MarkedText(
      "\u{200E}AFSTEMNING:\nHvornår?\n\u{200E}VALG: nu (\u{200E}2 stemmer)", .poll,
      body: "AFSTEMNING:\nHvornår?\n\u{200E}VALG: nu (\u{200E}2 stemmer)"),
    MarkedText(
      "vi ses <Denne besked blev redigeret>", .text, body: "vi ses <Denne besked blev redigeret>"),
    MarkedText("vi ses \u{200E}<3>", .text, body: "vi ses \u{200E}<3>"),
    MarkedText("vi ses \u{200E}<>", .text, body: "vi ses \u{200E}<>"),
    MarkedText(
      "vi ses \u{200E}<vedlagt fil: plan.pdf>", .text,
      body: "vi ses \u{200E}<vedlagt fil: plan.pdf>"),
    MarkedText("plan.pdf \u{200E}<vedhæftet>", .text, body: "plan.pdf \u{200E}<vedhæftet>"),
    MarkedText("\u{200E}<medie udeladt>", .text, body: "<medie udeladt>"),
    MarkedText(
      "AFSTEMNING:\nHvornår?\nVALG: nu (2 stemmer)", .text,
      body: "AFSTEMNING:\nHvornår?\nVALG: nu (2 stemmer)"),
    MarkedText(
      "\u{200E}Plan:\n\u{200E}VALG: nu (\u{200E}2)", .text,
      body: "Plan:\n\u{200E}VALG: nu (\u{200E}2)"),
    // A word that ends notices too.
    MarkedText("\u{200E}görüntülü not çıkarıldı", .media, body: nil, type: .video),
    MarkedText(
      "\u{200E}Sesli arama. \u{200E}Cevaplanmadı", .call, body: "Sesli arama. \u{200E}Cevaplanmadı"),
    MarkedText("tamam <Bu mesaj düzenlendi>", .text, body: "tamam", isEdited: true),
    // A call and what iOS says of it.
    MarkedText(
      "\u{200E}Пропущенный аудиозвонок. \u{200E}Ещё раз?", .call,
      body: "Пропущенный аудиозвонок. \u{200E}Ещё раз?"),
    MarkedText(
      "\u{200E}Nieodebrane połączenie głosowe. \u{200E}Oddzwoń", .call,
      body: "Nieodebrane połączenie głosowe. \u{200E}Oddzwoń"),
    MarkedText(
      "Nieodebrane połączenie głosowe. \u{200E}Oddzwoń", .text,
      body: "Nieodebrane połączenie głosowe. \u{200E}Oddzwoń"),
    // A caption may end in a bracket.
    MarkedText(
      "VID-20250213-WA0003.mp4 (archivo adjunto)\nya llegamos :-)", .media, body: "ya llegamos :-)",
      file: "VID-20250213-WA0003.mp4", type: .video),
    MarkedText(
      "VID-20250213-WA0003.mp4 (ceangal)\nan trá :)", .media, body: "an trá :)",
      file: "VID-20250213-WA0003.mp4", type: .video),
    MarkedText(
      "IMG-20250213-WA0003.jpg (file attached)\nthe beach (old)", .media, body: "the beach (old)",
      file: "IMG-20250213-WA0003.jpg", type: .image),
    // What only looks like a mark.
    MarkedText("IMG-20250213-WA0003.jpg", .text, body: "IMG-20250213-WA0003.jpg"),
    MarkedText("IMG-1 (joli)", .text, body: "IMG-1 (joli)"),
    MarkedText("<note: 12345678>", .text, body: "<note: 12345678>"),
    MarkedText("il manque un document manquant", .text, body: "il manque un document manquant"),
    MarkedText("image absente de la page", .text, body: "image absente de la page"),
    MarkedText("<3", .text, body: "<3"),
    MarkedText(
      "viens\nlà: https://maps.google.com/?q=1,2", .text,
      body: "viens\nlà: https://maps.google.com/?q=1,2"),
    MarkedText(
      "https://maps.google.com/?q=1,2", .text, body: "https://maps.google.com/?q=1,2"),
    MarkedText(
      "là https://maps.google.com/?q=1,2", .text, body: "là https://maps.google.com/?q=1,2"),
    MarkedText(
      "là: https://maps.google.com/?q=12", .text, body: "là: https://maps.google.com/?q=12"),
    MarkedText(": https://maps.google.com/?q=1,2", .text, body: ": https://maps.google.com/?q=1,2"),
    MarkedText("a > b", .text, body: "a > b"),
    MarkedText("voir la pièce (jointe)", .text, body: "voir la pièce (jointe)"),
    MarkedText("null part", .text, body: "null part"),
    MarkedText("Message supprimé par erreur", .text, body: "Message supprimé par erreur"),
    MarkedText("merci 👩‍👩‍👧 ", .text, body: "merci 👩‍👩‍👧 "),
    MarkedText("", .text, body: nil),
    // Blank lines between messages, as a word processor or a mail leaves them, are nobody's words.
    MarkedText("oui ?\n\n", .text, body: "oui ?"),
    MarkedText("oui\n\n@\u{2068}Li\u{2069} ?\n  \n", .text, body: "oui\n\n@\u{2068}Li\u{2069} ?"),
    MarkedText("\n\n", .text, body: nil),
  ]
}

@Test(arguments: MarkedText.all)
func `marks are told from the words around them`(_ example: MarkedText) throws {
  // Another line shows that Ana writes without marks too.
  let read = try ReadTranscript(
    "13/02/2025, 10:00 - Ana: \(example.text)\n13/02/2025, 10:01 - Ana: ok")
  let message = try #require(read.messages.first)
  #expect(message.kind == example.kind)
  #expect(message.text == example.text)
  #expect(message.body == example.body)
  #expect(message.file == example.file)
  #expect(message.type == example.type)
  #expect(message.isEdited == example.isEdited)
  #expect(message.sender == "Ana")
}

@Test func `U+200E or a mark of iOS ends the sender's name without a blank, as on Chinese phones`()
  throws
{
  let name = "00000042-PHOTO-2025-06-07-15-13-20.jpg"
  let read = try ReadTranscript(
    """
    [2025/6/7 15:13:20] Anna:\u{200E}<附件：\(name)>
    [2025/6/7 15:13:21] ~\u{A0}Bo:<附件：\(name)>
    [2025/6/7 15:13:22] Anna:<attached:\u{A0}\(name)>
    [2025/6/7 15:13:23] Bo:\u{200E}圖像已省略
    [2025/6/7 15:13:23] Bo:\u{200E}好
    [2025/6/7 15:13:23] Bo: 好
    [2025/6/7 15:13:23] Anna: Bo:<附件：\(name)>
    [2025/6/7 15:13:24] Anna:<附件：\(name)> Bo: oui
    [2025/6/7 15:13:25] Anna:<x: 12> Bo: oui
    [2025/6/7 15:13:26] Anna:<00000042-PHOTO>
    [2025/6/7 15:13:27] Anna:<
    """)
  #expect(
    read.senders == [
      "Anna", "Bo", "Anna", "Bo", "Bo", "Bo", "Anna", "Anna", "Anna:<x", nil, nil,
    ])
  #expect(read.kinds[..<6] == [.media, .media, .media, .media, .text, .text])
  #expect(read.messages[4].body == "好")
  #expect(read.messages[..<3].map(\.file) == [name, name, name])
  #expect(read.messages[..<3].map(\.body) == [nil, nil, nil])
}

@Test(arguments: [
  ("IMG-20250217-WA0001.jpg", MediaType.image), ("VID-20250217-WA0001.mp4", .video),
  ("PTT-20250217-WA0001.opus", .audio), ("STK-20250217-WA0001.webp", .sticker),
  ("IMG-20250217-WA0001.webp", .image), ("00000002-GIF-2025-06-07-15-13-20.mp4", .gif),
  ("00000003-STICKER-2025-06-07-15-13-20.webp", .sticker),
  ("2015-08-04-PHOTO-00004762", .image), ("AUD-20250217-WA0001", .audio),
  ("00000047-My-GIF-collection.pdf", .document), ("Plan v1.2", .document), ("notes", .unknown),
  ("3f2a9c10-77aa-4b1e.heif", .image), ("Léa.VCF", .contact), ("x.webp", .sticker),
])
func `a file is what its name says`(name: String, type: MediaType) {
  #expect(MediaType(fileName: Array(name.utf8)) == type)
}
