// Commands on characters: what a user takes for one, so that é, 👩‍👩‍👧 and 🇫🇷 each are, however
// many scalars they are made of.
extension LineEditor {
  func moveLeft() -> Editline.Effect {
    guard let character = editline.line.before.last else { return .refused }
    editline.move(by: -character.unicodeScalars.count)
    return .moved
  }

  func moveRight() -> Editline.Effect {
    guard let character = editline.line.after.first else { return .refused }
    editline.move(by: character.unicodeScalars.count)
    return .moved
  }

  func deleteLeft() -> Editline.Effect {
    guard let character = editline.line.before.last else { return .refused }
    editline.deleteBackward(character.unicodeScalars.count)
    return redrawing
  }

  func deleteRight() -> Editline.Effect {
    guard let character = editline.line.after.first else { return .refused }
    let count = character.unicodeScalars.count
    editline.move(by: count)
    editline.deleteBackward(count)
    return redrawing
  }

  /// Ends the input from an empty line; else deletes as the Delete key does.
  func deleteRightOrLeave() -> Editline.Effect {
    editline.line.text.isEmpty ? .end : deleteRight()
  }

  /// How the screen follows a change. libedit compares what it shows with what it has to show
  /// column by column, and takes the second half of a wide character for a character like others:
  /// where the line has any, the rows are cleared and written whole.
  var redrawing: Editline.Effect {
    editline.line.text.isNarrow ? .changed : .redisplayed
  }
}
