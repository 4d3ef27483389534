import Reading

extension Setting {
  /// What may come out of archives at most: ``ArchiveLimits``. A new value counts from the next load on.
  static let archives: [Setting] = [
    size("entry-bytes", "bytes that a file in an archive may have", \.entryBytes),
    size("total-bytes", "bytes that a load may take from archives", \.totalBytes),
    number(
      "ratio", "times its own size that an archive may give", \.ratio,
      1...1_000_000, values: ["100", "1000"]),
    number(
      "entries", "files that the archives of a load may hold", \.entries, 1...1_000_000_000,
      values: ["10000", "1000000"]),
    number(
      "depth", "archives that may stand in each other", \.depth, 1...16, values: ["1", "3"]),
  ]

  private static func size(
    _ name: String, _ summary: String, _ limit: any WritableKeyPath<ArchiveLimits, Int> & Sendable
  ) -> Setting {
    Setting(
      name: name, summary: summary, takes: "a size, as 1000000, 512M or 2G",
      values: ["512M", "2G", "16G"],
      read: { sizeText($0.limits[keyPath: limit]) },
      write: { settings, text in
        guard let bytes = size(text) else { return false }
        settings.limits[keyPath: limit] = bytes
        return true
      })
  }

  private static func number(
    _ name: String, _ summary: String, _ limit: any WritableKeyPath<ArchiveLimits, Int> & Sendable,
    _ range: ClosedRange<Int>, values: [String]
  ) -> Setting {
    Setting(
      name: name, summary: summary, takes: "a number from 1 to \(range.upperBound)",
      values: values, read: { String($0.limits[keyPath: limit]) },
      write: { settings, text in
        guard let number = Int(text), range.contains(number) else { return false }
        settings.limits[keyPath: limit] = number
        return true
      })
  }

  /// The letters that stand for 1 024 bytes, for 1 024 of those, and so on.
  private static let sizeUnits = "KMGT"

  /// Bytes as ``size(_:)`` reads them, in the largest unit of which they are a whole number.
  static func sizeText(_ bytes: Int) -> String {
    var text = String(bytes)
    var size = bytes
    for unit in sizeUnits {
      guard size > 0, size % 1_024 == 0 else { break }
      size /= 1_024
      text = "\(size)\(unit)"
    }
    return text
  }

  /// The bytes that a text such as `1000000`, `512M` or `2g` stands for; nil for none at all, for too
  /// many and for anything else.
  static func size(_ text: String) -> Int? {
    let unit = text.last.flatMap { letter in
      sizeUnits.firstIndex { String($0) == letter.uppercased() }
    }
    let digits = unit == nil ? text[...] : text.dropLast()
    guard digits.allSatisfy({ ("0"..."9").contains($0) }), var bytes = Int(digits), bytes > 0
    else { return nil }
    let steps = unit.map { sizeUnits.distance(from: sizeUnits.startIndex, to: $0) + 1 } ?? 0
    for _ in 0..<steps {
      let (product, isTooLarge) = bytes.multipliedReportingOverflow(by: 1_024)
      guard !isTooLarge else { return nil }
      bytes = product
    }
    return bytes
  }
}
