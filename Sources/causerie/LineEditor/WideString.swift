import CEditline

extension String {
  /// The text as C's wide characters, ended by a zero, for the time of one call; a zero in it
  /// becomes U+FFFD.
  var wideCharacters: [wchar_t] {
    unicodeScalars.map { wchar_t(bitPattern: $0.value == 0 ? 0xFFFD : $0.value) } + [0]
  }
}

/// A text as C's wide characters at a place of its own, for C to keep a pointer to.
@safe
final class WideString {
  /// The characters, ended by a zero; they live as long as this object.
  let characters: UnsafeMutablePointer<wchar_t>

  init(_ text: String) {
    let wide = text.wideCharacters
    unsafe characters = .allocate(capacity: wide.count)
    for (index, character) in wide.enumerated() {
      unsafe characters.advanced(by: index).initialize(to: character)
    }
  }

  deinit {
    unsafe characters.deallocate()
  }
}
