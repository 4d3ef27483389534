import Diagnostics
public import Model

/// A cell as a table on a screen shows it: dates with a blank, durations in words, null as `·`.
struct ShownCell {
  /// The text, not yet made visible, line breaks in it.
  let text: String
  /// Whether it stands for null.
  let isNull: Bool

  init(_ value: Value, hidesSeconds: Bool, null: String = Glyphs.unicode.null) {
    isNull = value == .null
    text =
      switch value {
      case .null: null
      case .datetime(let moment): shownMoment(moment, hidesSeconds: hidesSeconds)
      case .duration(let seconds): shownDuration(seconds)
      case .float(let number): shownFloat(number)
      default: cellText(value)
      }
  }
}

extension CellStyle {
  /// Cells as ``ShownCell`` has them.
  static func shown(hidesSeconds: Bool, null: String) -> CellStyle {
    CellStyle(null: Array(null.utf8)) { text, bytes in
      bytes.append(copying: text)
    } value: { column, row, bytes in
      guard case .datetime(let moments) = column, let seconds = moments[row] else {
        let shown = ShownCell(column[row], hidesSeconds: hidesSeconds, null: null)
        return bytes.append(contentsOf: shown.text.utf8)
      }
      let start = bytes.count
      Moment(seconds: seconds).append(to: &bytes)
      if hidesSeconds { bytes.removeLast(3) }
      if let mark = bytes[start...].firstIndex(of: UInt8(ascii: "T")) { bytes[mark] = 0x20 }
    }
  }
}

extension Table {
  /// Whether all dates of a column are whole minutes, so that their seconds need not be shown.
  func hasNoSeconds(at index: Int, _ interrupt: Interrupt) throws(Diagnostic) -> Bool {
    guard fields[index].type == .datetime else { return false }
    for rows in (0..<rowCount).pieces(of: 1_024) {
      try interrupt.check()
      guard case .datetime(let moments) = column(at: index, rows: .range(rows)),
        (0..<moments.count).allSatisfy({ (moments[$0] ?? 0) % 60 == 0 })
      else { return false }
    }
    return true
  }
}

/// A value as a table on a screen shows it, not yet made visible: `3 min 20 s`, `0.3333`, `·`.
public func shownText(_ value: Value) -> String {
  ShownCell(value, hidesSeconds: false).text
}

/// `2025-02-17 16:14:00`, without the seconds where a whole column has none.
private func shownMoment(_ moment: Moment, hidesSeconds: Bool) -> String {
  let iso = moment.description
  let shown = hidesSeconds ? iso.dropLast(3) : iso[...]
  return shown.split(separator: "T").joined(separator: " ")
}

/// A number of seconds in its two largest units: `45 s`, `3 min 20 s`, `14 h 05 min`, `3 d 2 h`.
public func shownDuration(_ seconds: Int64) -> String {
  let sign = seconds < 0 ? "-" : ""
  let rest = seconds.magnitude
  func padded(_ number: UInt64) -> String { number < 10 ? "0\(number)" : "\(number)" }
  switch rest {
  case ..<60: return "\(sign)\(rest) s"
  case ..<3_600:
    return sign + (rest % 60 == 0 ? "\(rest / 60) min" : "\(rest / 60) min \(padded(rest % 60)) s")
  case ..<86_400:
    let minutes = rest / 60 % 60
    return sign + (minutes == 0 ? "\(rest / 3_600) h" : "\(rest / 3_600) h \(padded(minutes)) min")
  default:
    let hours = rest / 3_600 % 24
    return sign + (hours == 0 ? "\(rest / 86_400) d" : "\(rest / 86_400) d \(hours) h")
  }
}

/// A number with at most four decimals, as a table shows it; exports have them all.
func shownFloat(_ number: Double) -> String {
  guard number.isFinite, number.magnitude < 1e15 else { return floatText(number) }
  let rounded = (number * 10_000).rounded() / 10_000
  return floatText(rounded == 0 && number != 0 ? number : rounded)
}
