/// How names and texts are written, so that they are read again as what they are.
public enum Spelling {
  /// A name, between back quotes where it would be read as something else.
  static func name(_ name: String) -> String {
    var scalars = name.unicodeScalars.makeIterator()
    guard let first = scalars.next(), first.properties.isAlphabetic, !Keyword.isReserved(name)
    else {
      return "`\(name)`"
    }
    while let scalar = scalars.next() {
      guard scalar.continuesName else { return "`\(name)`" }
    }
    return name
  }

  /// The name of a table at the head of a call.
  static func source(_ name: Name) -> String {
    name.text == "_" ? "_" : Spelling.name(name.text)
  }

  /// A text between double quotes. A backslash is doubled only where it would be an escape, so
  /// that `"\bcnil\b"` stays readable.
  public static func quoted(_ text: String) -> String {
    var written = "\""
    var scalars = text.unicodeScalars[...]
    while let scalar = scalars.popFirst() {
      switch scalar {
      case "\"": written += "\\\""
      case "\n": written += "\\n"
      case "\t": written += "\\t"
      case "\\": written += isEscape(before: scalars.first) ? "\\\\" : "\\"
      default:
        if isInvisible(scalar) {
          written += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
        } else {
          written.unicodeScalars.append(scalar)
        }
      }
    }
    return written + "\""
  }

  /// Whether a backslash before this is one of an escape; nil is the closing quote.
  private static func isEscape(before next: Unicode.Scalar?) -> Bool {
    switch next {
    case nil, "\\", "\"", "'", "n", "t", "u", "\n": true
    default: next.map(isInvisible) ?? false
    }
  }

  /// Controls and what turns the direction of writing: unseen, or harmful on a terminal.
  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0...0x1F, 0x7F...0x9F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF: true
    default: false
    }
  }

  /// A regular expression between slashes.
  static func pattern(_ pattern: String) -> String {
    var written = "/"
    var scalars = pattern.unicodeScalars[...]
    while let scalar = scalars.popFirst() {
      if scalar == "/" { written += "\\" }
      written.unicodeScalars.append(scalar)
      if scalar == "\\", let escaped = scalars.popFirst() {
        written.unicodeScalars.append(escaped)
      }
    }
    return written + "/"
  }

  /// A text as a word of a verb: in quotes unless it is made of letters, digits and signs that mean
  /// nothing there.
  public static func word(_ text: String) -> String {
    let isPlain = text.allSatisfy { $0.isLetter || $0.isNumber || "-_./~+@".contains($0) }
    return isPlain && !text.isEmpty && !text.hasPrefix("-") ? text : quoted(text)
  }

  /// A bare piece of a word, in which a blank can only be that of a path.
  static func bare(_ text: String) -> String {
    var written = ""
    for scalar in text.unicodeScalars {
      if scalar == " " || scalar == "\t" { written += "\\" }
      written.unicodeScalars.append(scalar)
    }
    return written
  }
}
