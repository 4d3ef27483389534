public import Diagnostics
public import Model

// What a pattern gives back of the texts it matches: always true text, also where it ran folded.
extension Pattern {
  /// Where a text matches, as ranges of its UTF-8, in order, none empty, none overlapping. Throws where
  /// a match would take too long.
  public func ranges(in text: String) throws(Diagnostic) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var text = text
    text.makeContiguousUTF8()
    var scan = try PatternScan(self, interrupt: .never)
    try scan.forEachMatch(in: text.utf8.span) { whole, _ in
      if !whole.isEmpty { ranges.append(whole) }
      return true
    }
    return joined(ranges)
  }

  /// For each row what a group of the first match holds, group 0 the whole match; null where
  /// nothing matches or the group took no part.
  public func extract(
    group: Int = 0, from column: TextColumn, interrupt: Interrupt = .never
  ) throws(Diagnostic) -> TextColumn {
    var scan = try PatternScan(self, interrupt: interrupt)
    var starts = [UInt64](repeating: 0, count: column.count)
    var lengths = [UInt32](repeating: TextColumn.null, count: column.count)
    for row in 0..<column.count {
      guard let (number, bytes) = column.place(of: row) else { continue }
      let buffer = column.buffers[number]
      try scan.forEachMatch(in: buffer.span.extracting(bytes)) { _, groups in
        if groups.indices.contains(group), let range = groups[group] {
          starts[row] = TextColumn.start(
            buffer: number, offset: bytes.lowerBound + range.lowerBound)
          lengths[row] = UInt32(range.count)
        }
        return false
      }
    }
    return TextColumn(buffers: column.buffers, starts: starts, lengths: lengths)
  }

  /// For each row what a group holds in each match; nothing where it took no part.
  public func allMatches(
    group: Int = 0, in column: TextColumn, interrupt: Interrupt = .never
  ) throws(Diagnostic) -> ListColumn {
    var scan = try PatternScan(self, interrupt: interrupt)
    var starts: [UInt64] = []
    var lengths: [UInt32] = []
    var bounds: [Int32] = [0]
    for row in 0..<column.count {
      if let (number, bytes) = column.place(of: row) {
        let buffer = column.buffers[number]
        try scan.forEachMatch(in: buffer.span.extracting(bytes)) { _, groups in
          if groups.indices.contains(group), let range = groups[group] {
            starts.append(
              TextColumn.start(buffer: number, offset: bytes.lowerBound + range.lowerBound))
            lengths.append(UInt32(range.count))
          }
          return true
        }
      }
      bounds.append(Int32(clamping: lengths.count))
    }
    return ListColumn(
      items: TextColumn(buffers: column.buffers, starts: starts, lengths: lengths), bounds: bounds)
  }

  /// For each row the text with every match replaced; null stays null.
  public func replace(
    with replacement: Replacement, in column: TextColumn, interrupt: Interrupt = .never
  ) throws(Diagnostic) -> TextColumn {
    var scan = try PatternScan(self, interrupt: interrupt)
    var result = TextColumn.Builder()
    for row in 0..<column.count {
      guard let (number, place) = column.place(of: row) else {
        result.appendNull()
        continue
      }
      let text = column.buffers[number][place]
      let buffer = column.buffers[number]
      var replaced: [UInt8] = []
      var end = place.lowerBound
      try scan.forEachMatch(in: buffer.span.extracting(place)) { whole, groups in
        replaced += text[end..<(place.lowerBound + whole.lowerBound)]
        for part in replacement.parts {
          switch part {
          case .text(let bytes): replaced += bytes
          case .group(let number):
            guard let range = groups[number] else { continue }
            let start = place.lowerBound + range.lowerBound
            replaced += text[start..<(start + range.count)]
          }
        }
        end = place.lowerBound + whole.upperBound
        return true
      }
      replaced += text[end...]
      result.append(utf8: replaced)
    }
    return result.finish()
  }
}

/// What stands in the place of a match: text, in which `$1`, `${1}` and `${name}` are groups and
/// `$$` is a dollar sign. Any other `$` stands for itself.
public struct Replacement: Sendable {
  enum Part: Sendable, Hashable {
    case text([UInt8])
    case group(Int)
  }

  let parts: [Part]

  /// A replacement for matches of a pattern. Throws where it names a group that the pattern does
  /// not have; the span is of bytes of `template`.
  public init(_ template: String, for pattern: Pattern) throws(Diagnostic) {
    var parts: [Part] = []
    let bytes = Array(template.utf8)
    let dollar = UInt8(ascii: "$")
    var literal: [UInt8] = []
    var index = 0
    while index < bytes.count {
      guard bytes[index] == dollar, let (name, end) = Replacement.name(in: bytes, after: index)
      else {
        literal.append(bytes[index])
        // `$$` is one.
        index += bytes[index...].starts(with: [dollar, dollar]) ? 2 : 1
        continue
      }
      guard let group = Int(name) ?? pattern.group(named: name), group <= pattern.groupCount else {
        throw Diagnostic.usage(
          "the pattern has no group \(name)", at: SourceSpan(index, end),
          help: "write $$ for a dollar sign")
      }
      parts += [.text(literal), .group(group)]
      literal = []
      index = end
    }
    self.parts = parts + [.text(literal)]
  }

  /// The name or number of the group at a `$`, and where it ends; nil where none is named.
  private static func name(in bytes: [UInt8], after dollar: Int) -> (String, Int)? {
    let rest = bytes[(dollar + 1)...]
    if rest.first == UInt8(ascii: "{") {
      guard let end = rest.firstIndex(of: UInt8(ascii: "}")), end > dollar + 2 else { return nil }
      return (String(decoding: bytes[(dollar + 2)..<end], as: UTF8.self), end + 1)
    }
    let digits = rest.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    return digits.isEmpty ? nil : (String(decoding: digits, as: UTF8.self), digits.endIndex)
  }
}
