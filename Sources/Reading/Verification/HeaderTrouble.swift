import Model

/// Headers of which the chunker could not tell what they say. It is put into words where somebody reads them.
struct HeaderTrouble {
  /// The first of them.
  let first: HeaderLine

  /// The kinds of trouble that count.
  private let kinds: HeaderLine.Troubles

  /// The lines of the chunk that a header stands in.
  private let lines: ArraySlice<HeaderLine>

  /// The trouble of some kinds of the headers of a chunk; nil where the chunker knew all that it
  /// ought to.
  init?(_ kinds: HeaderLine.Troubles, in lines: ArraySlice<HeaderLine>) {
    guard let first = lines.first(where: { !$0.trouble.isDisjoint(with: kinds) }) else {
      return nil
    }
    self.first = first
    self.kinds = kinds
    self.lines = lines
  }

  /// How many are.
  private var count: Int { lines.count { !$0.trouble.isDisjoint(with: kinds) } }

  /// The reason, as the end of a sentence that begins with what a chunk declares.
  func words(in text: SharedBytes) -> String {
    let isAll = count == lines.count(where: \.beginsMessage)
    let subject = isAll ? "its headers" : "some of its headers"
    if first.trouble == .monthFirst {
      return "\(subject) have the month first, which the chunker took for the day"
    }
    if let form = header(in: text)?.stamp.form,
      HeaderShape.all[form.shape].name.hasPrefix("android")
    {
      return "\(subject) are Android's, which the chunker did not know"
    }
    return "\(subject) are not of the one form that the chunker knew, [dd/mm/yyyy, hh:mm:ss]"
  }

  /// What the chunker made of the first of them, as a row of `problems` tells it.
  func detail(in text: SharedBytes) -> String {
    let start = Int(first.start)
    let end = header(in: text)?.end ?? lineEnd(text.span, from: start)
    // The header itself, without what follows it.
    let header = plainText(start..<end, in: text.span)
    return switch (first.trouble, count - 1) {
    case (.monthFirst, 0): "the chunker took the month of the header “\(header)” for the day"
    case (.monthFirst, let others):
      "the chunker took the month of the header “\(header)” for the day, and of \(others) more in "
        + "this chunk"
    case (_, 0): "the chunker did not know the header “\(header)”"
    case (_, let others):
      "the chunker did not know the header “\(header)”, nor \(others) more in this chunk"
    }
  }

  private func header(in text: SharedBytes) -> Header? {
    var reader = HeaderReader()
    return reader.header(in: text.span, at: Int(first.start))
  }
}
