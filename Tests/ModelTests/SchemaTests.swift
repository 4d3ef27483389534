import Model
import Testing

/// The columns that users, scripts and tests rely on, table by table.
private let contract: [(table: TableName, columns: String)] = [
  (
    .messages,
    """
    id key date sender text body kind event media media_type edited links mentions emoji topics \
    words chars tokens gap conversation source sources chunk chunks file line
    """
  ),
  (
    .chunks,
    """
    id key file series ordinal text period_start period_end participants topics tokens messages \
    first last senders lines found_tokens found_messages overlap cut_start cut_end problems
    """
  ),
  (
    .participants,
    "name messages words chars media links first last joined left days share"
  ),
  (.links, "url host sender date text message"),
  (.media, "name type sender date message file bytes"),
  (.events, "date event actor subject text message"),
  (.problems, "severity code file line detail"),
  (.files, "path kind bytes chunks messages source shapes first last"),
  (.aliases, "name person"),
  (.topics, "name pattern messages"),
]

struct SchemaTests {
  /// A little of everything: two transcripts, one of them cut into chunks.
  private static let chat: SampleChat = {
    var chat = SampleChat()
    chat.beginExport("atelier", file: "atelier")
    chat.say(nil, nil, "fin d'un message\net sa suite", kind: .fragment)
    chat.say("2025-02-17 09:00:10", "Ana", "bonjour @Bo Li https://a.fr/x 🙂")
    chat.say(
      "2025-02-17 09:01:00", "Bo Li", "IMG-1.jpg (fichier joint)", body: "", kind: .media,
      attachment: ("IMG-1.jpg", .image))
    chat.say(
      "2025-02-17 21:00:00", nil, "Ana a ajouté Cy", kind: .system,
      notices: [(.added, "Ana", "Cy")])
    chat.cut(0..<4, file: "atelier/temporal_1.txt", overlap: 0, ordinal: 1, cutStart: true)
    chat.cut(2..<5, file: "atelier/temporal_2.txt", overlap: 2, ordinal: 2)
    chat.beginExport("voisins", file: "voisins.txt")
    chat.say("2025-03-01 10:00", "Ana", "salut <modifié>", body: "salut", edited: true)
    chat.call([Alias(name: "Cy", person: "Cyrille"), Alias(name: "Bo", person: "Bo Li")])
    chat.add(Problem(.warning, .gap, file: "atelier/temporal_1.txt", line: 3, "il manque 2"))
    return chat
  }()

  private static let lens = Lens(topics: [
    Lens.Topic(name: "saluer", pattern: "salut|bonjour") { texts in
      (0..<texts.count).map { row in
        ["salut", "bonjour"].contains { texts[row]?.contains($0) ?? false }
      }
    }
  ])

  @Test func `the tables come in the order of their names`() {
    #expect(TableDefinition.all.map(\.name) == TableName.allCases)
    #expect(contract.map(\.table) == TableName.allCases)
  }

  @Test(arguments: contract)
  func `a table has the columns that are promised`(table: TableName, columns: String) {
    let definition = TableDefinition.named(table)
    #expect(definition.columns.map(\.name).joined(separator: " ") == columns)
    #expect(definition.shown?.allSatisfy(definition.columns.map(\.name).contains) ?? true)
  }

  @Test(arguments: TableName.allCases)
  func `every column has the declared name and type and a value a row`(name: TableName) {
    let definition = TableDefinition.named(name)
    for table in [
      SchemaTests.chat.table(name, SchemaTests.lens), definition.make(Corpus(), Lens()),
    ] {
      #expect(table.name == name.rawValue)
      #expect(table.fields.map(\.name) == definition.columns.map(\.name))
      #expect(table.shown == definition.shown)
      for (place, column) in definition.columns.enumerated() {
        #expect(table.fields[place].type == column.type)
        #expect(table.column(at: place).type == column.type)
        #expect(table.column(at: place).count == table.rowCount)
        #expect(!column.summary.isEmpty && !column.summary.hasSuffix("."))
      }
    }
  }

  @Test(arguments: TableName.allCases)
  func `rows in batches or picked out are the rows of the whole`(name: TableName) throws {
    let table = SchemaTests.chat.table(name, SchemaTests.lens)
    try #require(table.rowCount > 0)
    let backwards = Rows.list((0..<Int32(table.rowCount)).reversed())
    for place in table.fields.indices {
      let whole = table.column(at: place)
      let turned = table.column(at: place, rows: backwards)
      for row in 0..<table.rowCount {
        #expect(table.column(at: place, rows: .range(row..<(row + 1)))[0] == whole[row])
        #expect(turned[table.rowCount - 1 - row] == whole[row])
        #expect(table.selecting(.list([Int32(row)])).column(at: place)[0] == whole[row])
      }
    }
  }

  @Test(arguments: [TableName.links, .media, .events])
  func `what stands in messages has rows of its own, with the ids of those`(name: TableName) throws
  {
    let table = SchemaTests.chat.table(name)
    let origin = try #require(table.origin)
    #expect(origin.table == name)
    #expect(origin.rows == .range(0..<table.rowCount))
    let senders = SchemaTests.chat.table(.messages).values("sender")
    #expect(table.rowCount > 0)
    let messages = table.values("message").compactMap { value -> Int? in
      if case .int(let id) = value { Int(id) } else { nil }
    }
    #expect(messages.count == table.rowCount)
    if name != .events { #expect(table.values("sender") == messages.map { senders[$0 - 1] }) }
  }
}
