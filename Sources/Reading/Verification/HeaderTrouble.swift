import Model

/// Why the chunker could not tell what some headers say.
struct HeaderTrouble {
  /// The reason, as the end of a sentence that begins with what a chunk declares.
  let words: String

  /// The first header that is in trouble.
  let first: HeaderLine

  /// The header itself, without what follows it.
  let header: String

  /// How many are.
  let count: Int

  /// The trouble of some kinds of the headers of a chunk; nil where the chunker knew all that it
  /// ought to.
  init?(
    _ kinds: HeaderLine.Troubles, in lines: ArraySlice<HeaderLine>, of text: SharedBytes
  ) {
    guard let first = lines.first(where: { !$0.trouble.isDisjoint(with: kinds) }) else {
      return nil
    }
    self.first = first
    count = lines.count { !$0.trouble.isDisjoint(with: kinds) }
    var reader = HeaderReader()
    let start = Int(first.start)
    let read = reader.header(in: text.span, at: start)
    header = plainText(start..<(read?.end ?? lineEnd(text.span, from: start)), in: text.span)
    let isAll = count == lines.count(where: \.beginsMessage)
    let subject = isAll ? "its headers" : "some of its headers"
    if first.trouble == .monthFirst {
      words = "\(subject) have the month first, which the chunker took for the day"
    } else if let read, HeaderShape.all[read.stamp.form.shape].name.hasPrefix("android") {
      words = "\(subject) are Android's, which the chunker did not know"
    } else {
      words =
        "\(subject) are not of the one form that the chunker knew, [dd/mm/yyyy, hh:mm:ss]"
    }
  }

  /// What the chunker made of the first of them, as a row of `problems` tells it.
  var detail: String {
    switch (first.trouble, count - 1) {
    case (.monthFirst, 0): "the chunker took the month of the header “\(header)” for the day"
    case (.monthFirst, let others):
      "the chunker took the month of the header “\(header)” for the day, and of \(others) more in "
        + "this chunk"
    case (_, 0): "the chunker did not know the header “\(header)”"
    case (_, let others):
      "the chunker did not know the header “\(header)”, nor \(others) more in this chunk"
    }
  }
}
