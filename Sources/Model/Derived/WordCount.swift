import CKernels

/// The length of a text in words as a reader counts them: runs between white space that hold a
/// letter or a digit. “l’été” is one; a dash between blanks, a `!` after one and an emoji are none.
enum WordCount {
  /// How many words a text has.
  static func of(_ text: Span<UInt8>) -> Int {
    unsafe text.withUnsafeBufferPointer { bytes in
      var words = 0
      var place = 0
      // Whether the run that goes on at the place holds a letter or a digit.
      var isWord = false
      while true {
        words += unsafe kernels_count_words(bytes.baseAddress, bytes.count, &place, &isWord)
        guard place < text.count else { return words + (isWord ? 1 : 0) }
        // Beside what the kernel does not know there is often more of it.
        repeat {
          let (scalar, length) = text.scalar(at: place)
          if Blanks.length(in: text, at: place) > 0 {
            words += isWord ? 1 : 0
            isWord = false
          } else if !isWord {
            isWord = Scalars.isLetterOrDigit(scalar)
          }
          place += length
        } while place < text.count && text[place] >= 0x80
      }
    }
  }
}
