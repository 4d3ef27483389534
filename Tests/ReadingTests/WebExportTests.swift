import Model
import Testing

@testable import Reading

/// The text form, an invented chat.
private let text = """
  Messages and calls are end-to-end encrypted.
  Some earlier messages may not be available.
  [1/2/26, 9:05:03 AM] - Ann created the group
  [1/2/26, 9:05:04 AM] - Ann said: hm
  [1/2/26, 9:05:10 AM] You: [Forwarded] hello
  second line
  [1/2/26, 12:00:00 PM] Ann: <image omitted> the beach
  [1/3/26, 1:02:03 PM] <This message could not be exported>
  """

@Test func `the text of WhatsApp Web has notices behind a dash and a day after its month`() throws {
  let read = try ReadTranscript(text)
  #expect(read.read.preamble == 0..<2)
  #expect(read.senders == [nil, nil, "You", "Ann", nil])
  #expect(
    read.texts == [
      "Ann created the group", "Ann said: hm", "[Forwarded] hello\nsecond line",
      "<image omitted> the beach", "<This message could not be exported>",
    ])
  #expect(read.dates[3] == "2026-01-02T12:00:00")
  #expect(read.kinds == [.system, .system, .text, .media, .system])
  #expect(read.messages[0].notice?.event == .created)
  #expect(read.read.shapes == ["ios 12 h: mdy, as WhatsApp Web writes it"])
  #expect(read.doubts.isEmpty)
}

@Test func `notices of WhatsApp Web have a wording of their own`() throws {
  let read = try ReadTranscript(
    """
    [1/2/26, 9:05:03 AM] - Ann changed the group name to 'a: b'
    [1/2/26, 9:05:03 AM] - You joined via invite link
    [1/2/26, 9:05:03 AM] - Ann removed Bo as admin
    [1/2/26, 9:05:03 AM] - [Call: Missed voice call]
    """)
  #expect(
    read.messages.map(\.notice) == [
      .init(message: 0, event: .subject, actor: "Ann", subject: "a: b"),
      .init(message: 1, event: .joined, actor: "You", subject: "You"),
      .init(message: 2, event: .admin, actor: "Ann", subject: "Bo"), nil,
    ])
  #expect(read.kinds.last == .call)
}

@Test func `what the user says about dates holds for WhatsApp Web too`() throws {
  let read = try ReadTranscript(text, dateOrder: .dayMonthYear)
  #expect(read.dates[3] == "2026-02-01T12:00:00")
}

@Test func `a chat from a phone knows no dash and no marks of WhatsApp Web`() throws {
  let read = try ReadTranscript(
    """
    [1/2/26, 9:05:03 AM] Ann: <image omitted> the beach
    [1/13/26, 9:05:04 AM] Ann: Poll: When?
    - Monday
    [1/13/26, 9:05:04 AM] Ann: [Forwarded] hello
    """)
  #expect(read.kinds == [.text, .text, .text])
  #expect(read.messages[2].body == "[Forwarded] hello")
}

/// The Markdown form, an invented chat.
private let markdown = """
  # WhatsApp Chat Export: Club
  Export date: January 20, 2026 at 10:05 AM

  ---

  ## January 2, 2026

  [9:05 AM] __Ann created the group__

  [9:05 AM] **You:** hello

  second line

  [12:00\u{202F}PM] **Dr: Who:** note: un

  ---

  ## January 3, 2026

  [12:01 AM] **Ann:**
  > _Dr: Who: note
  un_
  [Forwarded] yes

  [12:02 AM] **Ann:** ## January 9, 2026
  [12:03 AM] no name
  ---

  [12:04 AM] [This message could not be exported]

  [12:05 AM] **You:** _You deleted this message_

  """

@Test func `the Markdown of WhatsApp Web has days as headings`() throws {
  let read = try ReadTranscript(markdown)
  #expect(read.read.preamble == 0..<7)
  #expect(
    read.dates == [
      "2026-01-02T09:05:00", "2026-01-02T09:05:00", "2026-01-02T12:00:00", "2026-01-03T00:01:00",
      "2026-01-03T00:02:00", "2026-01-03T00:04:00", "2026-01-03T00:05:00",
    ])
  #expect(read.senders == [nil, "You", "Dr: Who", "Ann", "Ann", nil, "You"])
  #expect(
    read.texts == [
      "Ann created the group", "hello\n\nsecond line", "note: un",
      "> _Dr: Who: note\nun_\n[Forwarded] yes",
      "## January 9, 2026\n[12:03 AM] no name\n---", "[This message could not be exported]",
      "_You deleted this message_",
    ])
  #expect(read.messages[3].body == "yes")
  #expect(read.kinds == [.system, .text, .text, .text, .text, .system, .deleted])
  #expect(read.read.shapes == ["web markdown 12 h: dmy, the month is a word"])
}

@Test(arguments: [
  "2 janvier 2026", "2 Ιανουαρίου 2026", "2 януари 2026 г.", "2. јануар 2026.", "2. januára 2026",
  "2 มกราคม 2569", "2 tháng 1, 2026", "2 thg 1 2026", "2 Januari 2026", "Enero 2, 2026",
  "2 de xaneiro de 2026",
  "2 בינואר 2026", "2 جنوری، 2026", "۱۲ دی ۱۴۰۴", "২ জানুয়ারী, ২০২৬",
])
func `a day over the Markdown of WhatsApp Web is read in the language of the browser`(
  day: String
) throws {
  let read = try ReadTranscript("## \(day)\n\n[09:05] **Ann:** oui\n")
  #expect(read.dates == ["2026-01-02T09:05:00"])
}

@Test func `the Markdown of WhatsApp Web in chunks has no day after a gap`() throws {
  let lines = markdown.split(separator: "\n").map(String.init)
  let gap = try #require(lines.firstIndex { $0.hasPrefix("## January 3") })
  let rest = lines[..<gap] + lines[(gap + 1)...]
  let read = try ReadTranscript(rest.joined(separator: "\n"), openings: [0, gap])
  // The lines before the first header, three messages, and what follows the gap.
  #expect(read.kinds == [.fragment, .system, .text, .text, .fragment])
  #expect(read.dates.last == .some(nil))
}

@Test func `an export of WhatsApp Web without a message is one`() {
  #expect(
    InputFile.Kind(of: Array("# WhatsApp Chat Export: Club\nExport date: today\n".utf8)) == .export)
  #expect(
    InputFile.Kind(of: Array("# Chat\n## January 2, 2026\n[9:05 AM] no name\n".utf8)) == .other)
  #expect(
    InputFile.Kind(of: Array("# Discussion\n## 2 janvier 2026\n[09:05] **Ana:** oui\n".utf8))
      == .export)
}

@Test func `the Markdown of WhatsApp Web tells where a name ends`() throws {
  let lines = ["un", "deux", "trois"].map { "[9:05 AM] **19:00:** note: \($0)\n" }
  let read = try ReadTranscript("## January 2, 2026\n\n" + lines.joined(separator: "\n"))
  #expect(read.senders == ["19:00", "19:00", "19:00"])
  #expect(read.texts == ["note: un", "note: deux", "note: trois"])
}

/// A text of WhatsApp Web, and what it is.
struct WebText: CustomTestStringConvertible {
  let form: WebExport
  let text: String
  let body: String?
  let kind: MessageKind
  var file: String?
  var type: MediaType?

  var testDescription: String { text }

  static let all: [WebText] = [
    WebText(form: .text, text: "<image omitted>", body: nil, kind: .media, type: .image),
    WebText(
      form: .text, text: "<video message omitted> ho", body: "ho", kind: .media, type: .video),
    WebText(
      form: .text, text: "IMG 1.jpg (file attached) the beach\nagain", body: "the beach\nagain",
      kind: .media, file: "IMG 1.jpg", type: .image),
    WebText(
      form: .text, text: "voice message (file attached)", body: nil, kind: .media,
      file: "voice message", type: .audio),
    WebText(
      form: .text, text: "see there (file attached) no file",
      body: "see there (file attached) no file", kind: .text),
    WebText(form: .text, text: "GIF attached", body: nil, kind: .media, type: .gif),
    WebText(
      form: .text, text: "[Forwarded many times] <GIF omitted>", body: nil, kind: .media, type: .gif
    ),
    WebText(
      form: .text, text: "Home: Location: 48.1, 11.5 - https://maps.google.com/?q=48.1,11.5",
      body: "Home: Location: 48.1, 11.5 - https://maps.google.com/?q=48.1,11.5", kind: .location),
    WebText(
      form: .text, text: "2 contacts shared", body: "2 contacts shared", kind: .contact,
      type: .contact),
    WebText(
      form: .text, text: "Poll: When?\n    - Monday\n    - Friday",
      body: "Poll: When?\n    - Monday\n    - Friday", kind: .poll),
    WebText(
      form: .text, text: "Poll: When?\n    - Monday\nor Friday",
      body: "Poll: When?\n    - Monday\nor Friday", kind: .text),
    WebText(form: .text, text: "This message was deleted", body: nil, kind: .deleted),
    WebText(
      form: .markdown, text: "[Image] the beach", body: "the beach", kind: .media, type: .image),
    WebText(
      form: .markdown, text: "[Photo](media/IMG 1 (2).jpg) the beach", body: "the beach",
      kind: .media, file: "IMG 1 (2).jpg", type: .image),
    WebText(
      form: .markdown, text: "[Sprachnachricht](medien/a.opus)", body: nil, kind: .media,
      file: "a.opus", type: .audio),
    WebText(
      form: .markdown, text: "[Voice message](media/voice message)", body: nil, kind: .media,
      file: "voice message", type: .audio),
    WebText(
      form: .markdown, text: "[GIF](media/a.mp4)", body: nil, kind: .media, file: "a.mp4",
      type: .gif),
    WebText(
      form: .markdown, text: "[Document](media/plan.jpg) as it was", body: "as it was",
      kind: .media,
      file: "plan.jpg", type: .document),
    WebText(
      form: .markdown, text: "[home](https://example.org/a) is here",
      body: "[home](https://example.org/a) is here", kind: .text),
    WebText(
      form: .markdown, text: "[Contact: Bo Li]", body: "[Contact: Bo Li]", kind: .contact,
      type: .contact),
    WebText(
      form: .markdown, text: "**Poll: When?**\n- Monday\n- Friday",
      body: "**Poll: When?**\n- Monday\n- Friday", kind: .poll),
    WebText(
      form: .markdown, text: "> _Bo: hm_\n\n[Image] the beach", body: "the beach", kind: .media,
      type: .image),
    WebText(
      form: .markdown, text: "> _[Original message not available]_\nyes", body: "yes", kind: .text),
  ]
}

@Test(arguments: WebText.all)
func `what WhatsApp Web writes for a message is known as such`(_ example: WebText) throws {
  let read =
    switch example.form {
    case .text:
      try ReadTranscript(
        "[1/2/26, 9:05:03 AM] You: hello\n[1/2/26, 9:05:04 AM] Ann: \(example.text)")
    case .markdown:
      try ReadTranscript(
        "## January 2, 2026\n\n[9:05 AM] **You:** hello\n\n[9:05 AM] **Ann:** \(example.text)\n")
    }
  let message = try #require(read.messages.last)
  #expect(message.sender == "Ann")
  #expect(message.text == example.text)
  #expect(message.body == example.body)
  #expect(message.kind == example.kind)
  #expect(message.file == example.file)
  #expect(message.type == example.type)
}
