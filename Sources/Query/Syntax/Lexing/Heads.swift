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

  /// The call from an offset to the next `|`, `;` or end of the line outside of quotes, without blanks at its
  /// end.
  func callFrom(_ start: Int) -> SourceSpan {
    var end = start
    var last = start
    while let byte = byte(at: end), byte != UInt8(ascii: "|"), byte != UInt8(ascii: ";"),
      !lineEnds(at: end)
    {
      let blank = blankLength(at: end)
      end = blank > 0 ? end + blank : quoteEnd(from: end, opening: start) ?? end + 1
      if blank == 0 { last = end }
    }
    return SourceSpan(start, last)
  }

  /// Bytes after which a quote that is not closed yet is taken for an apostrophe.
  private static let longestQuote = 1_000

  /// Where the quote that opens at an offset is closed, on the same line; nil where none opens there. One
  /// inside of a word, as in `l'été`, is an apostrophe.
  private func quoteEnd(from offset: Int, opening start: Int) -> Int? {
    guard let quote = byte(at: offset), quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'"),
      offset == start || isLead(before: offset)
    else { return nil }
    var end = offset + 1
    while let byte = byte(at: end), !lineEnds(at: end), end < offset + Lexer.longestQuote {
      if byte == quote { return end + 1 }
      end += byte == UInt8(ascii: "\\") ? 2 : 1
    }
    return nil
  }

  /// Whether a blank, or a sign after which a quote opens, stands before an offset.
  private func isLead(before offset: Int) -> Bool {
    guard offset > 0, let byte = byte(at: offset - 1) else { return true }
    return byte <= UInt8(ascii: " ") || "(,=:!~<>+".utf8.contains(byte)
  }

  /// Code points of a line that a message offers to type: of a longer one the beginning.
  private static let longestOffer = 160

  /// The call that stands at an offset, to be offered.
  func offer(from start: Int) -> String { excerpt(callFrom(start), most: Lexer.longestOffer) }

  /// The pipeline that stands at an offset, to be offered.
  func offer(ofPipelineFrom start: Int) -> String {
    var reader = self
    reader.position = start
    var end = start
    repeat {
      end = reader.callFrom(reader.position).upper
      reader.position = end
    } while reader.takeBar()
    return excerpt(SourceSpan(start, end), most: Lexer.longestOffer)
  }
}
