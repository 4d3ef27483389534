import Diagnostics

extension Lexer {
  /// The name that starts here, up to the first character that no name has; empty where none does.
  var headName: SourceSpan { SourceSpan(position, nameEnd(from: position)) }

  /// The word that starts here, up to a blank, `|`, `;` or the end of the line.
  var headWord: SourceSpan {
    var end = position
    while let byte = byte(at: end), byte != UInt8(ascii: "|"), byte != UInt8(ascii: ";"),
      !lineEnds(at: end), blankLength(at: end) == 0
    {
      end += 1
    }
    return SourceSpan(position, end)
  }

  /// The call from an offset to the next `|`, `;` or end of the line, without blanks at its end.
  func callFrom(_ start: Int) -> SourceSpan {
    var end = start
    var last = start
    while let byte = byte(at: end), byte != UInt8(ascii: "|"), byte != UInt8(ascii: ";"),
      !lineEnds(at: end)
    {
      let blank = blankLength(at: end)
      end += Swift.max(blank, 1)
      if blank == 0 { last = end }
    }
    return SourceSpan(start, last)
  }
}
