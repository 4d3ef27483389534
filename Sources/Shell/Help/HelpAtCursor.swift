import Query

extension Session {
  /// The page of help on the verb or stage that the cursor is in the call of, or on the word before it
  /// where that has one; the overview where there is none.
  ///
  /// - Parameters:
  ///   - line: the statement.
  ///   - cursor: a byte offset in it.
  ///   - columns: the columns that a line of the page may take.
  /// - Returns: the page, and the line that shows it: `help grep`.
  public func help(
    in line: String, at cursor: Int, columns: Int
  ) -> (page: String, line: String) {
    let bytes = Array(line.utf8)
    // A word counts as a whole wherever in it the cursor is.
    var end = Swift.max(0, Swift.min(cursor, bytes.count))
    while end < bytes.count, bytes[end] == UInt8(ascii: "_") || isLetter(bytes[end]) { end += 1 }
    let place = CompletionPlace(atEndOf: String(decoding: bytes[..<end], as: UTF8.self))
    let word = String(
      place.typed.reversed().prefix { $0.isLetter || $0 == "_" }.reversed())
    let topic = [word, place.words.first ?? ""].first { !HelpPage.named($0).isEmpty }
    let page =
      topic.map { HelpPage.named($0).map(\.text).joined(separator: "\n\n") }
      ?? Verb.overview(of: self)
    return (HelpPage.fitted(page, to: columns), topic.map { "help \($0)" } ?? "help")
  }

  private func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) || byte >= 0x80
  }
}
