/// The sender's name as the user reads it: marks dropped, other blanks made spaces, the `~` of an
/// unsaved contact dropped, outer blanks trimmed.
func senderName(_ range: Range<Int>, in bytes: Span<UInt8>) -> String {
  String(decoding: savedName(plainBytes(range, in: bytes)[...]), as: UTF8.self)
}

/// A name of plain text without the `~` of an unsaved contact; a name that is nothing else keeps it.
func savedName(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
  guard text.first == 0x7E else { return text }
  let name = text.dropFirst().drop { $0 == 0x20 }
  return name.isEmpty ? text : name
}

/// A stretch of text without marks, with plain spaces, outer blanks trimmed.
func plainText(_ range: Range<Int>, in bytes: Span<UInt8>) -> String {
  String(decoding: plainBytes(range, in: bytes), as: UTF8.self)
}

/// The bytes of ``plainText(_:in:)``.
func plainBytes(_ range: Range<Int>, in bytes: Span<UInt8>) -> [UInt8] {
  var text: [UInt8] = []
  text.reserveCapacity(range.count)
  var at = range.lowerBound
  while at < range.upperBound {
    if 0x21...0x7E ~= bytes[at] {
      text.append(bytes[at])
      at += 1
      continue
    }
    let mark = markLength(bytes, at: at)
    let blank = blankLength(bytes, at: at)
    if mark > 0 {
      at += mark
    } else if blank > 0 {
      if !text.isEmpty { text.append(0x20) }
      at += blank
    } else {
      text.append(bytes[at])
      at += 1
    }
  }
  while text.last == 0x20 { text.removeLast() }
  return text
}
