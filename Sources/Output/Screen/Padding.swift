/// A text with blanks up to so many columns: behind it, or where it stands on the right before it. A wider
/// one stays as it is. It is measured as it is written, so it must be ``visible(_:)`` and without colour.
public func padded(_ text: String, to width: Int, isRight: Bool = false) -> String {
  let blanks = String(repeating: " ", count: Swift.max(0, width - displayWidth(of: text)))
  return isRight ? blanks + text : text + blanks
}

/// A line without the blanks at its end.
func trimmed(_ line: String) -> String {
  line.lastIndex { $0 != " " }.map { String(line[...$0]) } ?? ""
}
