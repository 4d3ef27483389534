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
    if known.allSatisfy({ moment($0) != nil }) {
      return .datetime(
        PlainColumn(moments: texts.map { $0.flatMap(moment)?.seconds ?? Moment.none }))
    }
    return .text(TextColumn(texts))
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
    return number
  }

  private static func truth(_ text: String) -> Bool? {
    text == "true" ? true : text == "false" ? false : nil
  }

  /// ISO 8601: `2025-02-17`, perhaps with `T` or a blank and `16:14` or `16:14:05`.
  private static func moment(_ text: String) -> Moment? {
    let bytes = Array(text.utf8)
    guard [10, 16, 19].contains(bytes.count) else { return nil }
    let pattern = "dddd-dd-ddTdd:dd:dd".utf8.prefix(bytes.count)
    for (byte, shape) in zip(bytes, pattern) {
      switch Unicode.Scalar(shape) {
      case "d": guard (0x30...0x39).contains(byte) else { return nil }
      case "T": guard byte == shape || byte == UInt8(ascii: " ") else { return nil }
      default: guard byte == shape else { return nil }
      }
    }
    let numbers = text.split { !$0.isNumber }.compactMap { Int($0) }
    guard let date = CivilDate(year: numbers[0], month: numbers[1], day: numbers[2]) else {
      return nil
    }
    return Moment(
      date, hour: numbers.count > 3 ? numbers[3] : 0, minute: numbers.count > 4 ? numbers[4] : 0,
      second: numbers.count > 5 ? numbers[5] : 0)
  }
}
