extension TableDefinition {
  /// One row an attachment, in the order of the text.
  static let media = TableDefinition(
    .media, summary: "one row an attachment, left out of the export or not",
    shown: ["name", "type", "sender", "date", "message", "bytes"], derived: columns
  ) { corpus, lens in
    let attachments = corpus.messages.attachments
    let files = Lazy { () throws(Interrupted) in
      try AttachedFiles(of: corpus, check: lens.check)
    }
    return (
      attachments.count,
      { rows in
        let things = rows.gather(attachments)
        return MediaSelection(
          found: Occurrences(
            corpus: corpus, lens: lens, messages: things.map(\.message), things: things),
          files: files)
      }
    )
  }

  private static let columns: [ColumnEntry<MediaSelection>] = [
    .init("name", .text, "the name of the file; null if the export left it out", isStored: true) {
      .text(TextColumn($0.found.things.map(\.name)))
    },
    .init("type", .text, "what it is: " + names(of: MediaType.self), isStored: true) {
      .category(CategoryColumn(kinds: $0.found.things.map(\.type)))
    },
    .init("sender", .text, "who sent it", isStored: true) { $0.found.senders },
    .init("date", .datetime, "when the message was written; null for a fragment", isStored: true) {
      $0.found.dates
    },
    .init("message", .int, "the id of the message", isStored: true) { $0.found.ids },
    .init("file", .text, "where the file is; null if it is not among what was loaded") {
      (media) throws(Interrupted) in
      .text(TextColumn(try media.loaded.map { $0?.path }))
    },
    .init("bytes", .int, "the size of the file; null if it is not among what was loaded") {
      (media) throws(Interrupted) in
      .int(PlainColumn(try media.loaded.map { $0.map { Int64($0.bytes) } }, filler: 0))
    },
  ]
}

/// Some of the attachments; a message has one at most.
private struct MediaSelection: Sendable {
  let found: Occurrences<[Messages.Attachment]>
  let files: Lazy<AttachedFiles>

  /// The file that each one names, nil where it was not loaded.
  var loaded: [InputFile?] {
    get throws(Interrupted) {
      let things = found.things
      guard things.contains(where: { $0.name != nil }) else {
        return [InputFile?](repeating: nil, count: things.count)
      }
      let files = try files.value
      var next = 0
      return found.corpus.mapMessages(found.rows) { message, transcript in
        defer { next += 1 }
        guard let name = things[next].name else { return nil }
        return files.file(named: name, in: message, of: transcript)
      }
    }
  }
}
