/// Words in lines of at most so many columns; a word that is longer than a line stays whole, so that a
/// path can still be copied.
///
/// - Parameters:
///   - words: what is set.
///   - columns: the columns that a line may take.
///   - lead: what stands before the first word, with the blanks between the two; where it leaves too
///     little room for one of the words, they stand below it.
///   - indent: blanks before each line but the first.
///   - measuring: the columns that a word takes.
public func filledLines<Word: StringProtocol>(
  _ words: some Collection<Word>, to columns: Int, after lead: String = "", hanging indent: Int = 0,
  measuring: (Word) -> Int = { displayWidth(of: $0) }
) -> [String] {
  var lines: [String] = []
  var line = lead
  var used = displayWidth(of: lead)
  var indent = indent
  if let end = lead.lastIndex(where: { $0 != " " }),
    used + (words.map(measuring).max() ?? 0) > columns
  {
    lines.append(String(lead[...end]))
    indent = lead.prefix { $0 == " " }.count + 4
    (line, used) = (String(repeating: " ", count: indent), indent)
  }
  let start = String(repeating: " ", count: indent)
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
