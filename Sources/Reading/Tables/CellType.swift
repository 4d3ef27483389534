import Model

/// The type of a column of which only texts are known: the narrowest that all of them fit, text
/// where they fit none.
///
/// A number must be written as numbers are written back, so that telephone numbers, `007` and other
/// names made of digits stay text.
enum CellType {
  /// The column of texts, nil for null.
  static func column(_ texts: [String?]) -> Column {
    let known = texts.compactMap { $0 }
    guard !known.isEmpty else { return .text(TextColumn(texts)) }
    if known.allSatisfy({ whole($0) != nil }) {
      return .int(PlainColumn(texts.map { $0.flatMap(whole) }, filler: 0))
    }
    if known.allSatisfy({ number($0) != nil }) {
      return .float(PlainColumn(texts.map { $0.flatMap(number) }, filler: 0))
    }
    if known.allSatisfy({ truth($0) != nil }) {
      return .bool(PlainColumn(texts.map { $0.flatMap(truth) }, filler: false))
    }
    if let (unit, ordinals) = periods(texts, known) { return .period(unit, ordinals) }
    if known.allSatisfy({ moment($0) != nil }) {
      return .datetime(
        PlainColumn(moments: texts.map { $0.flatMap(moment)?.seconds ?? Moment.none }))
    }
    return named(texts, known) ?? .text(TextColumn(texts))
  }

  /// The days of the week or the months, which have an order of their own; nil where a text is none.
  private static func named(_ texts: [String?], _ known: [String]) -> Column? {
    let names = [Categories.weekdays, .months].first { names in
      known.allSatisfy(names.values.contains)
    }
    return names.map { names in
      .category(
        CategoryColumn(
          names,
          codes: texts.map { text in
            text.flatMap(names.values.firstIndex(of:)).map { Int32(clamping: $0) } ?? -1
          }))
    }
  }

  private static func whole(_ text: String) -> Int64? {
    guard let number = Int64(text), String(number) == text else { return nil }
    return number
  }

  private static func number(_ text: String) -> Double? {
    let digits = text.hasPrefix("-") ? text.dropFirst() : text[...]
    guard let first = digits.utf8.first, (0x30...0x39).contains(first),
      digits.utf8.allSatisfy({ (0x30...0x39).contains($0) || ".eE+-".utf8.contains($0) }),
      !(digits.hasPrefix("0") && digits.count > 1 && !digits.hasPrefix("0.")),
      let number = Double(text), number.isFinite
    else { return nil }
    // A name of twenty digits would lose its last ones.
    let isWhole = digits.utf8.allSatisfy { (0x30...0x39).contains($0) }
    if isWhole, UInt64(exactly: number.magnitude).map(String.init) != String(digits) { return nil }
    return number
  }

  private static func truth(_ text: String) -> Bool? {
    text == "true" ? true : text == "false" ? false : nil
  }

  /// Periods of one kind, written as the language writes them: `2025-02-17`, `2025-W08`, `2025-02`,
  /// `2025-Q1`; nil where a text is none. A year looks like any other number.
  private static func periods(
    _ texts: [String?], _ known: [String]
  ) -> (Period.Unit, PlainColumn<Int64>)? {
    let unit = [Period.Unit.day, .week, .month, .quarter].first { unit in
      known.allSatisfy { Period(unit, iso: $0) != nil }
    }
    return unit.map { unit in
      (unit, PlainColumn(texts.map { $0.flatMap { Period(unit, iso: $0)?.ordinal } }, filler: 0))
    }
  }

  /// ISO 8601: a day, perhaps with `T` or a blank and `16:14` or `16:14:05`.
  private static func moment(_ text: String) -> Moment? {
    let joined =
      text.utf8.dropFirst(10).first == UInt8(ascii: " ")
      ? text.replacing(" ", with: "T", maxReplacements: 1) : text
    for unit in [Period.Unit.second, .minute, .day] {
      if let period = Period(unit, iso: joined) { return Moment(seconds: period.start) }
    }
    return nil
  }
}
