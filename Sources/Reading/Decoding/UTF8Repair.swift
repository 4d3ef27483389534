/// A text that is not quite UTF-8, with U+FFFD for what stands for no character.
struct UTF8Repair {
  /// The text, valid UTF-8.
  private(set) var bytes: [UInt8] = []

  /// How many U+FFFD were put in.
  private(set) var replacements = 0

  /// How many characters of two and more bytes were there and valid.
  private(set) var sequences = 0

  /// The first bytes of a text that stand for no character; nil where the text is valid.
  static func firstFault(in text: Span<UInt8>) -> Int? {
    fault(in: text)?.lowerBound
  }

  /// Repairs a text whose first fault is known. Linear.
  init(_ text: [UInt8], firstFault: Int) {
    var start = 0
    while start < text.count {
      let rest = text.span.extracting(start...)
      guard let fault = UTF8Repair.fault(in: rest) else { break }
      take(text[start..<(start + fault.lowerBound)])
      bytes.append(contentsOf: [0xEF, 0xBF, 0xBD])
      replacements += 1
      start += Swift.max(fault.upperBound, fault.lowerBound + 1)
    }
    take(text[start...])
  }

  private mutating func take(_ valid: ArraySlice<UInt8>) {
    bytes.append(contentsOf: valid)
    // Every such character begins with a byte of its own kind.
    sequences += valid.count { $0 >= 0xC0 }
  }

  private static func fault(in text: Span<UInt8>) -> Range<Int>? {
    do throws(UTF8.ValidationError) {
      _ = try UTF8Span(validating: text)
      return nil
    } catch {
      return error.byteOffsets
    }
  }
}
