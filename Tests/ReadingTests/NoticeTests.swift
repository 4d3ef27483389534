import Foundation
import Model
import Testing

@testable import Reading

private func read(_ text: String) -> NoticeReader.Notice? {
  let bytes = Array(text.utf8)
  var reader = NoticeReader()
  return reader.notice(in: 0..<bytes.count, of: bytes.span)
}

extension WordingList {
  /// A text that is a phrase, with something in each slot.
  func example(_ phrase: Int, _ filling: [Wording.Slot: String]) -> String {
    wordings[phrase].pieces.map { place in
      let piece = pieces[place]
      return piece.slot.map { filling[$0, default: "tout"] }
        ?? String(decoding: bytes[piece.bytes], as: UTF8.self)
    }.joined()
  }

  /// Whether a phrase has a slot.
  func has(_ slot: Wording.Slot, _ phrase: Int) -> Bool {
    wordings[phrase].pieces.contains { pieces[$0].slot == slot }
  }

  /// Each phrase with `{}` for what varies, a number apart.
  var skeletons: [String] {
    let braces = Dictionary(
      uniqueKeysWithValues: Wording.Slot.allCases.map { ($0, $0 == .count ? "{n}" : "{}") })
    return wordings.indices.map { example($0, braces) }
  }
}

@Test(arguments: Phrasebook.all.indices)
func `each phrase of a notice reads its own example`(_ book: Int) throws {
  let (list, events) = SystemEvent.all
  let names: [Wording.Slot: String] = [
    .actor: "Zoé 🌸 : la vraie", .subject: "+33 6 12 34 56 78", .both: "Jean-Pierre - Lyon",
    .title: "“Vélo : été”", .old: "«\u{A0}Vélo\u{A0}»", .number: "+33 6 99 99 99 99",
    .count: "7",
  ]
  let you = Phrasebook.all[book].you
  for (phrase, event) in events.enumerated() where event.book == book {
    let text = list.example(phrase, names)
    let notice = try #require(read(text), "\(text)")
    #expect(notice.meaning == event.meaning, "\(text)")
    func filling(_ slots: [Wording.Slot]) -> String? {
      slots.first { list.has($0, phrase) }.flatMap { names[$0] }
    }
    var actor = filling([.actor, .both])
    var subject = list.has(.title, phrase) ? "Vélo : été" : filling([.subject, .both, .number])
    if let own = list.wordings[phrase].own {
      if own != .subject { actor = you }
      if own != .actor { subject = you }
    }
    #expect(notice.actor == actor, "\(text)")
    #expect(notice.subject == subject, "\(text)")
  }
}

@Test func `no phrase tells two things`() {
  let (list, events) = SystemEvent.all
  var meanings: [String: SystemEvent.Meaning] = [:]
  for (text, event) in zip(list.skeletons, events) {
    let before = meanings.updateValue(event.meaning, forKey: text)
    #expect(before == nil || before == event.meaning, "\(text)")
  }
  let (markList, marks) = MessageMark.all
  var said: [String: MessageMark.Meaning] = [:]
  for (text, mark) in zip(markList.skeletons, marks) {
    let before = said.updateValue(mark.meaning, forKey: text)
    #expect(before == nil || before == mark.meaning, "\(text)")
  }
}

@Test func `every language has a table`() {
  #expect(Phrasebook.all.compactMap(\.language) == Phrasebook.Language.allCases)
}

@Test(arguments: [
  ("You created group \"Vélo\"", "You created group “Vélo”"),
  ("Vous avez créé le groupe \"Vélo\"", "Vous avez créé le groupe «\u{A0}Vélo\u{A0}»"),
  ("Ana changed this group's icon", "\u{200E}~\u{202F}Ana changed this group’s icon."),
  ("Ana a été ajouté", "Ana a été ajouté(e)"), ("Ana a été ajouté", "Ana a été ajouté·e"),
  ("You're now an admin", "You’re now an admin."),
  (
    "Votre code de sécurité avec Ana a changé",
    "Votre code de sécurité avec \u{202A}Ana\u{202C} a changé. \u{200E}Appuyez pour en savoir plus."
  ),
])
func `quotes, marks, endings and invitations make no other notice`(
  plain: String, written: String
) throws {
  let (one, other) = (try #require(read(plain)), try #require(read(written)))
  #expect(one.meaning == other.meaning)
  #expect(one.actor == other.actor)
  #expect(one.subject == other.subject)
}

@Test(arguments: [
  "", " ", "salut", "added", "left", " left", "Ana lefty", "Ana added", "You", "Vous avez",
  "Ana joined using this group's invite", "created group", "{actor} left}",
])
func `what is no notice is none`(_ text: String) {
  #expect(read(text) == nil)
}

/// Who acted, and upon whom, for each event of an invented group.
private func events(_ lines: String) throws -> [String] {
  try ReadTranscript(lines).read.messages.notices.map {
    "\($0.event.rawValue): \($0.actor ?? "-") → \($0.subject ?? "-")"
  }
}

@Test func `a notice that names several people is an event for each`() throws {
  #expect(
    try events("13/02/2025, 10:00 - Ana added Bo, +33 6 12 34 56 78 and Zoé 🌸") == [
      "added: Ana → Bo", "added: Ana → +33 6 12 34 56 78", "added: Ana → Zoé 🌸",
    ])
  #expect(
    try events("13/02/2025, 10:00 - Ana added Bo, Li, and Zoé") == [
      "added: Ana → Bo", "added: Ana → Li", "added: Ana → Zoé",
    ])
  #expect(
    try events("13.02.25, 10:00 - Bo und Li sind beigetreten\n13.02.25, 10:01 - Bo: hi").count == 1)
  #expect(
    try events("13/02/2025, 10:00 - Bo et Li a rejoint ce groupe grâce à son lien d'invitation")
      == [
        "joined: Bo → Bo", "joined: Li → Li",
      ])
  #expect(
    try events("[2025/02/13 10:00:00] 班级: \u{200E}小明 添加了 Bo、Li 和 Zoé") == [
      "added: 小明 → Bo", "added: 小明 → Li", "added: 小明 → Zoé",
    ])
}

@Test func `people in a list are called as senders are, in anybody's contacts or not`() throws {
  #expect(
    try events(
      """
      13/02/2025, 10:00 - ~ Ana added ~ Bo, +33 6 12 34 56 78 and ~\u{202F}Li, Ltd
      13/02/2025, 10:01 - ~\u{202F}Li, Ltd: thanks
      """) == [
        "added: Ana → Bo", "added: Ana → +33 6 12 34 56 78", "added: Ana → Li, Ltd",
      ])
}

@Test func `a message that had not arrived is still its sender's`() throws {
  let read = try ReadTranscript(
    """
    [13/02/2025, 10:00:00] Ana: \u{200E}Waiting for this message. This may take a while.
    [13/02/2025, 10:00:30] Bo: \u{200E}<attached: 00000001-PHOTO-2025-02-13-10-00-30.jpg>
    [13/02/2025, 10:01:00] Bo: \u{200E}Warte auf diese Nachricht.
    [13/02/2025, 10:02:00] Bo: \u{200E}Menunggu pesan ini. Mungkin perlu waktu.
    [13/02/2025, 10:03:00] Bo: \u{200E}في انتظار هذه الرسالة، قد يطول ذلك
    [13/02/2025, 10:04:00] Bo: \u{200E}This message can't be displayed here. Look on your phone.
    [13/02/2025, 10:05:00] Bo: hi
    """)
  #expect(read.messages.map(\.sender) == ["Ana", "Bo", "Bo", "Bo", "Bo", "Bo", "Bo"])
  #expect(read.messages.map(\.kind) == [.text, .media, .text, .text, .text, .text, .text])
  #expect(read.messages.map(\.body) == [nil, nil, nil, nil, nil, nil, "hi"])
}

@Test func `notices of communities name no people that are none`() throws {
  let read = try ReadTranscript(
    """
    13/02/2025, 10:00 - This chat has added privacy for your phone number. Tap to learn more.
    13/02/2025, 10:01 - You created the group: Rowing
    13/02/2025, 10:02 - You joined a group via invite in the community: Lake
    13/02/2025, 10:03 - Ana added you to a group in the community: Lake
    13/02/2025, 10:04 - Bo joined using a community link
    13/02/2025, 10:05 - Ana assigned Bo as the new owner.
    13/02/2025, 10:06 - Bo a rejoint le groupe via le lien d'invitation
    13/02/2025, 10:07 - Bo est désormais admin
    13/02/2025, 10:08 - Ana: hello
    """
  ).read
  #expect(read.people == ["Ana"])
  #expect(
    read.messages.notices.map { "\($0.event): \($0.actor ?? "-") → \($0.subject ?? "-")" } == [
      "other: - → -", "created: You → Rowing", "joined: You → You", "added: Ana → You",
      "joined: Bo → Bo", "admin: Ana → Bo", "joined: Bo → Bo", "admin: - → Bo",
    ])
}

@Test func `thousands of notices behind a group's name are read in their order`() throws {
  let lines = (0..<3_000).map { number in
    "[2025-02-13, 10:00:00] Team: \u{200E}"
      + (number % 3 == 2 ? "hello \(number)" : "Ana added P\(number)")
  }
  let read = try ReadTranscript(lines.joined(separator: "\n") + "\n[2025-02-14, 10:00:00] Bo: hi")
    .read
  #expect(read.people == ["Bo"])
  #expect(read.messages.notices.map(\.message) == Array(0..<3_000))
  #expect(
    read.messages.notices.map(\.subject) == (0..<3_000).map { $0 % 3 == 2 ? nil : "P\($0)" })
}

@Test func `a title is one, whatever stands between its words`() throws {
  #expect(
    try events(
      """
      13/02/2025, 10:00 - Ana created group "Fun, Games and Co"
      13/02/2025, 10:01 - Ana changed the subject from "Old, one" to "Salt, Pepper & Ana"
      13/02/2025, 10:02 - You're now an admin
      """) == [
        "created: Ana → Fun, Games and Co", "subject: Ana → Salt, Pepper & Ana", "admin: - → You",
      ])
}

@Test func `the name of somebody who writes stays whole in a list`() throws {
  #expect(
    try events(
      """
      13/02/2025, 10:00 - You added Salt and Pepper, Bo and Pixel, Ltd
      13/02/2025, 10:01 - Salt and Pepper: thanks
      13/02/2025, 10:02 - Pixel, Ltd: hello
      """) == [
        "added: You → Salt and Pepper", "added: You → Bo", "added: You → Pixel, Ltd",
      ])
}

@Test func `a name with a colon that a notice names is whole from its first message on`() throws {
  let read = try ReadTranscript(
    """
    13/02/2025, 10:00 - Ana added Bo: the cook
    13/02/2025, 10:01 - Bo: the cook: hello
    13/02/2025, 10:02 - Ana: note: hello
    """)
  #expect(read.senders == [nil, "Bo: the cook", "Ana"])
  #expect(read.texts[1...] == ["hello", "note: hello"])
}

@Test(arguments: [
  ("Zoé changed the settings so only admins can edit the group settings", "other: Zoé → -"),
  ("Zoé is a contact.", "other: - → -"),
  ("הקבוצה “שמש” נוצרה על ידי Zoé", "created: Zoé → שמש"),
  ("יצרת קבוצה זו", "created: את/ה → -"),
  ("Bo הסיר/ה את ~\u{202F}Zoé", "removed: Bo → Zoé"),
  ("~\u{202F}Zoé הצטרף/ה לקבוצה באמצעות קישור.", "joined: Zoé → Zoé"),
  ("ההודעות והשיחות מוצפנות מקצה לקצה. רק מי שכאן יקרא אותן.", "encryption: - → -"),
  ("لقد أضفت ~\u{202F}Zoé", "added: أنت → Zoé"),
  ("لقد أزلت Zoé", "removed: أنت → Zoé"),
  ("انضم ~\u{202F}Zoé باستخدام رابط المجموعة.", "joined: Zoé → Zoé"),
  ("لقد غيّرت اسم المجموعة إلى \"شمس\"", "subject: أنت → شمس"),
  ("ثبّتت جهة الاتصال Zoé رسالة", "pinned: Zoé → -"),
  ("طلبت جهة الاتصال ~\u{202F}Zoé الانضمام", "other: Zoé → -"),
  ("Zoé afixou uma mensagem", "pinned: Zoé → -"),
  ("Zoé hat eine neue Telefonnummer. Tippe, um ihr zu schreiben.", "number-changed: Zoé → -"),
  ("Zoé hat eine Nachricht angepinnt", "pinned: Zoé → -"),
  ("Se te añadió al grupo.", "added: - → Tú"),
  ("Advanced chat privacy was turned on. Some things cannot be shared.", "other: - → -"),
  ("Zoé is now a verified account. Tap to learn more.", "other: - → -"),
  ("Zoé已離開群組", "left: Zoé → Zoé"),
  ("Zoé退出了群组", "left: Zoé → Zoé"),
])
func `a notice of an iPhone that carries its person as sender is told by its wording`(
  notice: String, event: String
) throws {
  // Zoé writes without marks too, so that the mark alone would say nothing.
  let lines = """
    [13/02/2025, 10:00:00] Zoé: \u{200E}\(notice)
    [13/02/2025, 10:01:00] Zoé: salut
    [13/02/2025, 10:02:00] Zoé: \(notice)
    """
  #expect(try events(lines) == [event])
  #expect(try ReadTranscript(lines).kinds == [.system, .text, .text])
}

@Test
func `a notice of an iPhone that begins with its person is told in a language that is not known`()
  throws
{
  let read = try ReadTranscript(
    """
    [13/02/2025, 10:00:00] Zoé: \u{200E}Zoé skifti um mynd
    [13/02/2025, 10:01:00] \u{202A}+354 555 12 34\u{202C}: \u{200E}\u{202A}+354 555 12 34\u{202C} skifti um mynd
    [13/02/2025, 10:02:00] ~\u{202F}Jón: \u{200E}~\u{202F}Jón fór
    [13/02/2025, 10:03:00] Zoé: \u{200E}Zoégin fór
    [13/02/2025, 10:04:00] Zoé: \u{200E}Zoé
    [13/02/2025, 10:05:00] Zoé: \u{200E}Zoé - skrá.pdf • \u{200E}2 síður \u{200E}skjali sleppt
    [13/02/2025, 10:06:00] Zoé: Zoé skifti um mynd
    [13/02/2025, 10:07:00] Zoé: \u{200E}Zoé skifti\num mynd
    [13/02/2025, 10:08:00] Jón: já
    [13/02/2025, 10:09:00] +354 555 12 34: nei
    """)
  #expect(
    read.kinds == [.system, .system, .system, .text, .text, .text, .text, .text, .text, .text])
  #expect(
    read.read.messages.notices.map { "\($0.event.rawValue): \($0.actor ?? "-")" } == [
      "other: Zoé", "other: +354 555 12 34", "other: Jón",
    ])
  #expect(read.read.people == ["Zoé", "Jón", "+354 555 12 34"])
}

@Test(arguments: [
  ("安娜", "安娜换了照片"), ("李 娜", "李 娜、王伟来了"), ("花子", "花子さんが何かをしました"), ("민수", "민수님이 사진을 바꿨습니다"),
])
func `a notice of an iPhone begins with its person in scripts without blanks too`(
  name: String, notice: String
) throws {
  let read = try ReadTranscript(
    """
    [13/02/2025, 10:00:00] \(name): \u{200E}\(notice)
    [13/02/2025, 10:01:00] \(name): ok
    [13/02/2025, 10:02:00] \(name): \(notice)
    """)
  #expect(read.kinds == [.system, .text, .text])
  #expect(read.read.messages.notices.map(\.actor) == [name])
}

@Test func `what is known of further languages is read too`() throws {
  #expect(
    try events("13/02/2025, 10:00 - Mã bảo mật của bạn với Ana đã thay đổi. Nhấn để tìm hiểu thêm.")
      == ["security-code: - → Ana"])
  #expect(
    try events("13.2.2025 klo 10.00 - Viestit ja puhelut salataan täysin. Kukaan muu ei lue niitä.")
      == ["encryption: - → -"])
  #expect(try events("13.02.25 10:00 - Ana vytvořil/a skupinu „les“.") == ["created: Ana → les"])
}
