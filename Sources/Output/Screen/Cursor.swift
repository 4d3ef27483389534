/// Where the cursor of a terminal is put.
enum Cursor {
  /// CHA of ECMA-48: to a column of its row, counted from 0.
  static func column(_ column: Int) -> String { "\u{1B}[\(column + 1)G" }
}

/// Whether terminals may differ on how wide a text is: those of characters that several scalars make,
/// such as an emoji with a colour of skin, each counts in its own way.
func hasDisputedWidth(_ text: String) -> Bool {
  text.utf8.contains { $0 >= 0x80 } && text.contains { $0.unicodeScalars.count > 1 }
}
