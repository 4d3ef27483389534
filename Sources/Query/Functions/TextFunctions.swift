import Model

extension Function {
  static let textFunctions: [Function] = [
    text("lower", "a text in lower case", "lower(\"ÉTÉ\")", "été") { $0.lowercased() },
    text("upper", "a text in upper case", "upper(\"été\")", "ÉTÉ") { $0.uppercased() },
    text("trim", "a text without the blanks around it", "trim(\" a b \")", "a b") { text in
      let isBlank: (Unicode.Scalar) -> Bool = \.properties.isWhitespace
      let scalars = text.unicodeScalars.drop(while: isBlank)
      guard let last = scalars.lastIndex(where: { !isBlank($0) }) else { return "" }
      return String(scalars[...last])
    },
    text(
      "fold", "a text as comparisons see it: lower case, no accents", "fold(\"L’Été\")", "l'ete"
    ) { Fold.string($0) },
    Function(
      "terms", [Parameter("t", .text)], "the words of a text, folded, as a list",
      [Example("terms(\"L’Été, déjà !\")", "l; ete; deja")], gives: .list
    ) { arguments in
      let texts = TextReader(arguments[0])
      return .list(ListColumn((0..<texts.count).map { texts[$0].map(Words.folded) ?? [] }))
    },
    Function(
      "split", [Parameter("t", .text), Parameter("sep", .text)],
      "the parts of a text between separators, as a list",
      [Example("split(\"a, b\", \", \")", "a; b")], gives: .list
    ) { arguments in
      let (texts, separators) = (TextReader(arguments[0]), TextReader(arguments[1]))
      return .list(
        ListColumn(
          (0..<arguments.count).map { row in
            texts[row].map { parts(of: $0, separator: separators[row] ?? "") } ?? []
          }))
    },
    part("left", "the first n characters of a text", "left(\"été\", 2)", "ét") { text, count in
      text.prefix(count)
    },
    part("right", "the last n characters of a text", "right(\"été\", 2)", "té") { text, count in
      text.suffix(count)
    },
    .format,
    Function(
      "number", [Parameter("t", .text)], "the number that a text writes; null where it is none",
      [Example("number(\"12.5\")", "12.5"), Example("number(\"x\")", "null")], gives: .float
    ) { arguments in
      let texts = TextReader(arguments[0])
      let numbers = (0..<texts.count).map { texts[$0].flatMap(number(written:)) }
      return .float(PlainColumn(numbers).unwrapped(or: 0) {})
    },
    Function(
      "date", [Parameter("t", .text)],
      "the moment that a text names, of a period its first; null where it names none",
      [
        Example("date(\"2025-02-17 16:14\")", "2025-02-17T16:14:00"),
        Example("date(\"17/02/2025\")", "2025-02-17T00:00:00"),
      ], gives: .datetime
    ) { arguments in
      let texts = TextReader(arguments[0])
      let seconds = (0..<texts.count).map { texts[$0].flatMap { Period(written: $0)?.start } }
      return .datetime(PlainColumn(seconds).unwrapped(or: 0) {})
    },
  ]

  /// A function from a text to a text.
  static func text(
    _ name: String, of parameter: String = "t", _ summary: String, _ example: String,
    _ value: String,
    _ change: @escaping @Sendable (String) -> String?
  ) -> Function {
    Function(
      name, [Parameter(parameter, .text)], summary, [Example(example, value)], gives: .text
    ) { arguments in
      let texts = TextReader(arguments[0])
      return .text(TextColumn((0..<texts.count).map { texts[$0].flatMap(change) }))
    }
  }

  /// A function from a text and a number of code points to a part of the text.
  private static func part(
    _ name: String, _ summary: String, _ example: String, _ value: String,
    _ cut:
      @escaping @Sendable (String.UnicodeScalarView, Int) -> Substring.UnicodeScalarView
  ) -> Function {
    Function(
      name, [Parameter("t", .text), Parameter("n", .int)], summary, [Example(example, value)],
      gives: .text
    ) { arguments in
      let texts = TextReader(arguments[0])
      let counts = arguments[1].asInts
      return .text(
        TextColumn(
          (0..<arguments.count).map { row in
            guard let text = texts[row], let count = counts[spread: row] else { return nil }
            return String(cut(text.unicodeScalars, Int(Swift.max(0, count))))
          }))
    }
  }
}

/// The number that a text writes as the language does, blanks around it aside; nil for infinities
/// and what is no number.
private func number(written text: String) -> Double? {
  let trimmed = text.split(separator: " ")
  guard trimmed.count == 1,
    trimmed[0].utf8.allSatisfy({ !(0x61...0x7A).contains($0 | 0x20) || $0 | 0x20 == 0x65 })
  else { return nil }
  return Double(trimmed[0]).flatMap { $0.isFinite ? $0 : nil }
}

/// The stretches of a text between separators, compared by their bytes; without a separator the
/// text itself.
private func parts(of text: String, separator: String) -> [String] {
  let (bytes, mark) = (Array(text.utf8), Array(separator.utf8))
  guard !mark.isEmpty else { return [text] }
  var parts: [String] = []
  var start = 0
  var place = 0
  while place + mark.count <= bytes.count {
    if bytes[place] == mark[0], bytes[place..<(place + mark.count)].elementsEqual(mark) {
      parts.append(String(decoding: bytes[start..<place], as: UTF8.self))
      place += mark.count
      start = place
    } else {
      place += 1
    }
  }
  parts.append(String(decoding: bytes[start...], as: UTF8.self))
  return parts
}
