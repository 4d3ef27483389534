/// The length of a text in words as a reader counts them: runs between white space that hold a
/// letter or a digit. “l’été” is one; a dash between blanks, a `!` after one and an emoji are none.
enum WordCount {
  /// How many words a text has.
  static func of(_ text: Span<UInt8>) -> Int {
    var words = 0
    var place = 0
    while place < text.count {
      let byte = text[place]
      if byte < 0x80 {
        place += 1
        guard Scalars.isASCIIWord(byte) else { continue }
      } else {
        let (scalar, length) = text.scalar(at: place)
        place += length
        guard Scalars.isLetterOrDigit(scalar) else { continue }
      }
      words += 1
      place = endOfRun(in: text, from: place)
    }
    return words
  }

  /// Where the next blank begins, or the text ends.
  private static func endOfRun(in text: Span<UInt8>, from start: Int) -> Int {
    var place = start
    while place < text.count {
      let byte = text[place]
      if byte < 0x80 {
        if Blanks.isASCIIBlank(byte) { break }
      } else if byte >= 0xE1 || byte == 0xC2 {
        if Blanks.length(in: text, at: place) > 0 { break }
      }
      place += 1
    }
    return place
  }
}
