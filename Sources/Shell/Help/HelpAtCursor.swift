import Query

extension Session {
  /// The page of help on the verb or stage that the cursor is in the call of, or on the word before it
  /// where that has one; the overview where there is none.
  ///
  /// - Parameters:
  ///   - line: the statement.
  ///   - cursor: a byte offset in it.
  public func help(in line: String, at cursor: Int) -> String {
    let bytes = Array(line.utf8)
    // A word counts as a whole wherever in it the cursor is.
    var end = Swift.max(0, Swift.min(cursor, bytes.count))
    while end < bytes.count, bytes[end] == UInt8(ascii: "_") || isLetter(bytes[end]) { end += 1 }
    let place = CompletionPlace(atEndOf: String(decoding: bytes[..<end], as: UTF8.self))
    let word = String(
      place.typed.reversed().prefix { $0.isLetter || $0 == "_" }.reversed())
    let pages = [word, place.words.first ?? ""].lazy.map { HelpPage.named($0) }
      .first { !$0.isEmpty }
    return pages.map { $0.map(\.text).joined(separator: "\n\n") } ?? Verb.overview(of: self)
  }

  private func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) || byte >= 0x80
  }
}
