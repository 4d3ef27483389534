/// What joins the tables of a session in a database that holds them all.
///
/// Tables of links name messages and chunks by `key`, which stays the same whatever else is loaded, so
/// that two databases can be compared.
enum DatabaseLinks {
  /// Indexes, then tables of links, as statements of SQL.
  static let statements: [String] =
    indexes.map { table, column in
      "CREATE INDEX \(table)_\(column) ON \(table) (\(column))"
    } + links

  /// The tables whose words are indexed where that is asked for; the texts of others stand in these.
  static let searched = ["messages", "chunks"]

  /// Columns that rows are looked up by.
  private static let indexes = [
    ("messages", "key"), ("messages", "date"), ("messages", "sender"), ("chunks", "key"),
    ("participants", "name"), ("links", "message"), ("links", "url"), ("media", "message"),
    ("events", "message"),
  ]

  private static let links = [
    """
    CREATE TABLE message_chunks (message TEXT, chunk TEXT, PRIMARY KEY (message, chunk)) \
    WITHOUT ROWID;
    INSERT OR IGNORE INTO message_chunks SELECT m.key, c.key \
    FROM messages m, json_each(m.chunks) j JOIN chunks c ON c.id = j.value;
    CREATE INDEX message_chunks_chunk ON message_chunks (chunk)
    """,
    """
    CREATE TABLE message_links (message TEXT, url TEXT, PRIMARY KEY (message, url)) WITHOUT ROWID;
    INSERT OR IGNORE INTO message_links SELECT m.key, l.url \
    FROM links l JOIN messages m ON m.id = l.message;
    CREATE INDEX message_links_url ON message_links (url)
    """,
    """
    CREATE TABLE chunk_participants (chunk TEXT, participant TEXT, \
    PRIMARY KEY (chunk, participant)) WITHOUT ROWID;
    INSERT OR IGNORE INTO chunk_participants SELECT c.key, j.value \
    FROM chunks c, json_each(c.senders) j;
    CREATE INDEX chunk_participants_participant ON chunk_participants (participant)
    """,
  ]
}
