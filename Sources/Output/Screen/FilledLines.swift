/// Words in lines of at most so many columns; a word that is longer than a line stays whole, so that a
/// path can still be copied.
///
/// - Parameters:
///   - words: what is set.
///   - columns: the columns that a line may take.
///   - lead: what stands before the first word, with the blanks between the two.
///   - indent: blanks before each line but the first.
///   - measuring: the columns that a word takes.
public func filledLines<Word: StringProtocol>(
  _ words: some Sequence<Word>, to columns: Int, after lead: String = "", hanging indent: Int = 0,
  measuring: (Word) -> Int = { displayWidth(of: $0) }
) -> [String] {
  let start = String(repeating: " ", count: indent)
  var lines: [String] = []
  var line = lead
  var used = displayWidth(of: lead)
  var hasWord = false
  for word in words {
    let width = measuring(word)
    if hasWord, used + 1 + width > columns {
      lines.append(line)
      (line, used, hasWord) = (start, indent, false)
    }
    line += (hasWord ? " " : "") + word
    used += (hasWord ? 1 : 0) + width
    hasWord = true
  }
  return lines + [line]
}
