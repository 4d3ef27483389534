import Model

extension PlainFunctions {
  // MARK: - Text

  static let texts: [Production] =
    [
      onText("lower") { $0.lowercased() }, onText("upper") { $0.uppercased() },
      onText("fold") { PlainText.string(PlainText.folded($0)) },
      onText("trim") { text in
        let scalars = Array(text.unicodeScalars)
        let isBlank: (Unicode.Scalar) -> Bool = { " \u{A0}".unicodeScalars.contains($0) }
        return PlainText.string(
          scalars.drop(while: isBlank).reversed().drop(while: isBlank).reversed())
      },
      Production("left", [.text, .int], .text) { part($0) { $0.prefix($1) } },
      Production("right", [.text, .int], .text) { part($0) { $0.suffix($1) } },
      Production("upper", [.weekday], .text) { $0[0].text.map { .text($0.uppercased()) } ?? .null },
      Production("length", [.monthname], .int) { $0[0].text.map { _ in .int(3) } ?? .null },
      Production("length", [.text], .int) {
        $0[0].text.map { .int(Int64($0.unicodeScalars.count)) } ?? .null
      },
      Production("date", .date) { generator, depth in
        let (text, seconds) = generator.choices.pick(writtenDates)
        let argument =
          generator.choices.chance(1, of: 3)
          ? generator.term(.text, depth) : Term(.text(text), PlainText.quoted(text), .text)
        let isWritten = argument.source == PlainText.quoted(text)
        return .call("date", [argument], .date) { values in
          if isWritten { return seconds.map(Plain.date) ?? .null }
          return date(values[0])
        }
      },
      Production("format", .text) { generator, _ in format(&generator) },
    ]
    + addresses.map { url, host, canonical in
      Production("host", .text) { _, _ in
        .call("host", [Term(.text(url), PlainText.quoted(url), .text)], .text) { _ in .text(host) }
      }
    }
    + addresses.map { url, host, canonical in
      Production("canonical", .text) { _, _ in
        .call("canonical", [Term(.text(url), PlainText.quoted(url), .text)], .text) { _ in
          .text(canonical)
        }
      }
    }

  private static func onText(_ name: String, _ change: @escaping @Sendable (String) -> String)
    -> Production
  {
    Production(name, [.text], .text) { $0[0].text.map { .text(change($0)) } ?? .null }
  }

  private static func part(
    _ values: [Plain], _ cut: ([Unicode.Scalar], Int) -> ArraySlice<Unicode.Scalar>
  ) -> Plain {
    guard let text = values[0].text, let count = values[1].int else { return .null }
    return .text(PlainText.string(cut(Array(text.unicodeScalars), Int(max(0, count)))))
  }

  /// Addresses with their host and their canonical form, by hand.
  private static let addresses = [
    ("https://www.example.org/a?utm_source=x&b=1#c", "example.org", "https://example.org/a?b=1"),
    ("http://Sub.Example.org:8080/É", "sub.example.org", "http://sub.example.org:8080/É"),
  ]

  /// Texts with the moment that they name, or nil.
  private static let writtenDates: [(String, Int64?)] = [
    ("2024-02-29", PlainCalendar.start(2024, 2, 29)), ("2023-02-29", nil),
    ("31/12/2023 23:59", PlainCalendar.start(2024) - 60), (" 2024-W01 ", PlainCalendar.start(2024)),
    ("2024-Q2", PlainCalendar.start(2024, 4)), ("2020-W53", PlainCalendar.start(2020, 12, 28)),
    ("2024-02-29T23:59:59", PlainCalendar.start(2024, 3) - 1), ("yesterday", nil),
    ("2021-W53", nil),
  ]

  /// Of the characters that texts are made of only a year can come.
  private static func date(_ text: Plain) -> Plain {
    guard let text = text.text else { return .null }
    var digits = Substring(text)
    while digits.first == " " { digits.removeFirst() }
    while digits.last == " " { digits.removeLast() }
    guard digits.unicodeScalars.count == 4, digits.allSatisfy({ "12".contains($0) }),
      let year = Int64(digits)
    else { return .null }
    return .date(PlainCalendar.start(year))
  }

  private static func format(_ generator: inout TermGenerator) -> Term? {
    let columns = generator.scope.filter { term in
      term.source.unicodeScalars.allSatisfy { $0.isASCII && $0.properties.isAlphabetic }
    }
    guard !columns.isEmpty else { return nil }
    let chosen = generator.choices.some(1...3) { $0.pick(columns) }
    var parts: [@Sendable ([Plain]) -> String] = []
    var template = ""
    for (index, column) in chosen.enumerated() {
      let isWritten = column.type.isDate && generator.choices.chance(1, of: 2)
      template += "{\(column.source)\(isWritten ? ":dd/MM/yyyy HH:mm:ss" : "")} {{é}}"
      parts.append { values in
        guard let seconds = values[index].seconds, isWritten else {
          return values[index].isNull ? "" : values[index].shown
        }
        let (year, month, day) = PlainCalendar.parts(seconds)
        let time = PlainCalendar.shown(.second, seconds).suffix(8)
        return [(day, 2), (month, 2), (year, 4)].map { PlainCalendar.digits($0, $1) }
          .joined(separator: "/") + " \(time)"
      }
    }
    var term = Term("format", chosen, "format(\"\(template)\")", .primary, .text) {
      [parts] values in
      .text(parts.map { $0(values) + " {é}" }.joined())
    }
    term.name = "format"
    return term
  }

  // MARK: - Lists and patterns

  static let lists: [Production] = [
    Production("terms", [.text], .list) { .list($0[0].text.map(PlainText.words) ?? []) },
    Production("split", [.text, .text], .list) { values in
      .list(values[0].text.map { split($0, by: values[1].text ?? "") } ?? [])
    },
    Production("tail", [.list], .list) { .list(Array($0[0].elements.dropFirst())) },
    Production("head", [.list], .text) { $0[0].elements.first.map(Plain.text) ?? .null },
    Production("join", [.list, .text], .text) {
      .text($0[0].elements.joined(separator: $0[1].text ?? ""))
    },
    Production("length", [.list], .int) { .int(Int64($0[0].elements.count)) },
    searching("extract", .text) { pattern, text in
      text.flatMap { pattern.found(in: $0).matches.first }.map(Plain.text) ?? .null
    },
    searching("matches", .list) { pattern, text in
      .list(text.map { pattern.found(in: $0).matches } ?? [])
    },
    Production("replace", .text) { generator, depth in
      let source = generator.choices.pick(searched)
      let pattern = PlainPattern(source, exact: false)
      let (written, by) = generator.choices.pick([
        ("-", replaced("-")), ("", replaced("")), ("[$0$$]", replaced("[", "$]")),
      ])
      let text = generator.term(.text, depth)
      return .call(
        "replace",
        [
          text, Term(.null, PlainText.quoted(source), .text),
          Term(.null, PlainText.quoted(written), .text),
        ], .text
      ) { values in
        guard let text = values[0].text else { return .null }
        let (matches, between) = pattern.found(in: text)
        return .text(zip(between, matches.map(by) + [""]).map { $0 + $1 }.joined())
      }
    },
  ]

  /// What a match becomes: itself between two texts, or one text.
  private static func replaced(
    _ before: String, _ after: String? = nil
  ) -> @Sendable (String) -> String {
    { match in after.map { before + match + $0 } ?? before }
  }

  private static func split(_ text: String, by separator: String) -> [String] {
    let mark = Array(separator.unicodeScalars)
    guard !mark.isEmpty else { return [text] }
    var parts: [[Unicode.Scalar]] = [[]]
    var rest = Array(text.unicodeScalars)[...]
    while let scalar = rest.first {
      if rest.starts(with: mark) {
        rest = rest.dropFirst(mark.count)
        parts.append([])
      } else {
        parts[parts.count - 1].append(scalar)
        rest = rest.dropFirst()
      }
    }
    return parts.map { PlainText.string($0) }
  }

  /// Patterns that match no empty text.
  static let searched = ["e", "É+", "a.", "^e", "b?e", "12*", "'", "e$", ". "]

  private static func searching(
    _ name: String, _ type: PlainType,
    _ meaning: @escaping @Sendable (PlainPattern, String?) -> Plain
  ) -> Production {
    Production(name, type) { generator, depth in
      let source = generator.choices.pick(searched)
      let pattern = PlainPattern(source, exact: false)
      let text = generator.term(.text, depth)
      return .call(name, [text, Term(.null, PlainText.quoted(source), .text)], type) {
        meaning(pattern, $0[0].text)
      }
    }
  }
}
