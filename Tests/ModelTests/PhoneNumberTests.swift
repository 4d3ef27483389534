import Model
import Testing

@Suite struct PhoneNumberTests {
  @Test(arguments: [
    "+33 6 12 34 56 78", "+33612345678", "0033 6 12 34 56 78", "+33 (0)6 12 34 56 78",
    "\u{202A}+33\u{A0}6 12 34 56\u{A0}78\u{202C}", "+33-6-12-34-56-78", "06 12 34 56 78",
    "06.12.34.56.78", "0612345678", "612345678",
  ])
  func `a number is one however it is written`(spelling: String) throws {
    let number = try #require(PhoneNumber(spelling))
    let whole = try #require(PhoneNumber("+33 6 12 34 56 78"))
    // The zero in brackets is dialled within the country only: no rule reads it.
    #expect(number.isSame(as: whole) == !spelling.contains("(0)"))
    #expect(whole.isSame(as: number) == number.isSame(as: whole))
  }

  @Test(arguments: [
    ("+33 6 12 34 56 78", "+41 6 12 34 56 78"), ("+33 6 12 34 56 78", "06 12 34 56 79"),
    ("06 12 34 56 78", "6 12 34 56 78"), ("+33 6 12 34 56 78", "34 56 78"),
    ("+1234 5678 9012", "5678 9012"),
  ])
  func `numbers that may be others' are two`(one: String, other: String) throws {
    let (one, other) = (try #require(PhoneNumber(one)), try #require(PhoneNumber(other)))
    #expect(!one.isSame(as: other) && !other.isSame(as: one))
  }

  @Test func `Italy keeps the zero behind its code, others drop it`() throws {
    let (rome, france) = (PhoneNumber("+39 06 1234 5678"), PhoneNumber("+33 6 12 34 56 78"))
    #expect(try #require(rome).isSame(as: #require(PhoneNumber("06 1234 5678"))))
    #expect(try #require(france).isSame(as: #require(PhoneNumber("06 12 34 56 78"))))
  }

  @Test(arguments: [
    "Karim", "", "+", "1234", "+1234567890123456", "12:30", "06 12 ou 34", "٠٦١٢٣٤",
  ])
  func `other texts are no numbers`(text: String) {
    #expect(PhoneNumber(text) == nil)
  }
}

@Suite struct AliasedCorpusTests {
  private var chat: SampleChat {
    var chat = SampleChat()
    chat.beginExport("s", file: "f.txt")
    chat.say(
      "2025-02-16 08:00", nil, "Nadia a ajouté +33 6 12 34 56 78", kind: .system,
      notices: [(.added, "Nadia", "+33 6 12 34 56 78")])
    chat.say("2025-02-17 09:00", "Bo", "@33612345678 tu viens ?")
    chat.say("2025-02-17 09:01", "+33 6 12 34 56 78", "oui")
    chat.say("2025-02-17 09:02", "Karim", "j'ai changé de numéro")
    chat.say(
      "2025-02-18 09:00", nil, "Karim a nommé le groupe « Bo »", kind: .system,
      notices: [(.subject, "Karim", "Bo")])
    return chat
  }

  private func values(_ corpus: Corpus, _ table: TableName, _ column: String) -> [Value] {
    TableDefinition.named(table).make(corpus, Lens()).values(column)
  }

  @Test func `an alias is for senders, people, notices and mentions`() {
    let corpus = chat.corpus.calling([Alias(name: "06 12 34 56 78", person: "Karim")])
    #expect(
      values(corpus, .messages, "sender")
        == [.null, .text("Bo"), .text("Karim"), .text("Karim"), .null])
    #expect(values(corpus, .messages, "mentions")[1] == .list(["Karim"]))
    #expect(values(corpus, .participants, "name") == ["Bo", "Karim", "Nadia"].map(Value.text))
    #expect(values(corpus, .participants, "messages") == [1, 2, 0].map(Value.int))
    #expect(values(corpus, .participants, "joined")[1] == .at("2025-02-16 08:00"))
    #expect(values(corpus, .events, "subject") == [.text("Karim"), .text("Bo")])
    #expect(values(corpus, .aliases, "name") == [.text("06 12 34 56 78")])
    #expect(values(corpus, .aliases, "person") == [.text("Karim")])
  }

  @Test func `what a notice names is no person where it is a title`() {
    let corpus = chat.corpus.calling([Alias(name: "Bo", person: "Bo Li")])
    #expect(values(corpus, .events, "subject")[1] == .text("Bo"))
    #expect(values(corpus, .messages, "sender")[1] == .text("Bo Li"))
  }

  @Test func `an alias changes no text and no key`() {
    let plain = chat.corpus
    let called = plain.calling([
      Alias(name: "+33 6 12 34 56 78", person: "Karim"), Alias(name: "Bo", person: "Bo Li"),
    ])
    for column in ["text", "key", "id"] {
      #expect(values(called, .messages, column) == values(plain, .messages, column))
    }
  }

  @Test func `without aliases everybody is called as before`() {
    let called = chat.corpus.calling([Alias(name: "Bo", person: "Karim")]).calling([])
    #expect(called.aliases.isEmpty)
    #expect(chat.corpus.calling([]).people.values == chat.corpus.people.values)
  }

  @Test func `a number that two aliases may be for stands for neither`() {
    let book = AliasBook([
      Alias(name: "+33 6 12 34 56 78", person: "Karim"),
      Alias(name: "+41 6 12 34 56 78", person: "Reto"),
    ])
    #expect(book.person(for: "06 12 34 56 78") == nil)
    #expect(book.person(for: "0033 612345678") == "Karim")
    #expect(book.person(for: "karim") == nil)
  }
}
