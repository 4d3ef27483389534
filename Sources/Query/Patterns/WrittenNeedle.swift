import CKernels
import Diagnostics
import Model

/// A needle for folded text, looked for in texts that are not folded: it tells which of them hold it, or may
/// do so and are worth folding.
///
/// It looks for one of its ASCII characters, in either case, and on both sides for those beside it or anything
/// outside of ASCII. That finds every text that holds the needle once it is folded, as long as nothing
/// outside of ASCII folds to the one in the middle; which characters that is so for, the texts tell
/// (``AccentedForms``). In French it is the consonants but for `c`, `n` and `s`.
struct WrittenNeedle: Sendable {
  private let bytes: [UInt8]
  /// Whether a text is to hold it and nothing else is asked.
  private let isAll: Bool
  /// Places in the needle, from 0, of ASCII characters; first where the rarest stand together.
  private let anchors: [Int]

  /// Nil for a needle that has no two bytes, or nothing of ASCII.
  init?(_ needle: Needle, isAll: Bool) {
    bytes = needle.bytes
    self.isAll = isAll
    // A side where there is none is as frequent as can be.
    let frequencies = [255] + bytes.map { Needle.frequency(of: $0) } + [255]
    anchors = bytes.indices.filter { needle.bytes[$0] < 0x80 }.sorted {
      frequencies[$0...$0 + 2].reduce(0, +) < frequencies[$1...$1 + 2].reduce(0, +)
    }
    guard bytes.count > 1, !anchors.isEmpty else { return nil }
  }

  /// Rows of a column, each ascending.
  struct Rows {
    /// Those whose texts are as is asked for.
    var certain: [Int] = []
    /// Others that may be.
    var possible: [Int] = []

    var count: Int { certain.count + possible.count }
  }

  /// The rows of a column whose texts hold the needle or may do so; nil where only their folds tell, or are worth
  /// keeping.
  func rows(of texts: TextColumn, _ interrupt: Interrupt) throws(Diagnostic) -> Rows? {
    guard let forms = texts.formsForSearch(),
      let anchor = anchors.first(where: { !forms.contains(bytes[$0]) })
    else { return nil }
    var rows = Rows()
    try TextBlocks.forEach(texts, from: 0, interrupt) { (text, block) throws(Diagnostic) in
      var row = block.rows.lowerBound
      var offset = 0
      while let (place, needle) = first(anchor, in: text, from: offset),
        let (next, range) = block.next(from: row, behind: place)
      {
        row = next
        if place < range.lowerBound {
          // Between two texts.
          offset = range.lowerBound
        } else if needle.is_whole, needle.start < range.lowerBound || needle.end > range.upperBound
        {
          // Over the border of one.
          offset = place + 1
        } else {
          if isAll && needle.is_whole {
            rows.certain.append(row)
          } else {
            rows.possible.append(row)
          }
          offset = range.upperBound
          row += 1
        }
      }
    }
    return rows
  }

  /// Where the character at a place in the needle next stands in a text with what the needle has beside it, at or
  /// after an offset, and what of the needle is there.
  private func first(
    _ anchor: Int, in text: Span<UInt8>, from offset: Int
  ) -> (place: Int, needle: kernels_place)? {
    var needle = kernels_place()
    let place = unsafe text.withUnsafeBufferPointer { text in
      unsafe bytes.withUnsafeBufferPointer { bytes in
        unsafe Fold.western.span.withUnsafeBufferPointer { western in
          unsafe kernels_find_written(
            text.baseAddress, text.count, offset, bytes.baseAddress, bytes.count, anchor,
            western.baseAddress, &needle)
        }
      }
    }
    return place < text.count ? (place, needle) : nil
  }
}
