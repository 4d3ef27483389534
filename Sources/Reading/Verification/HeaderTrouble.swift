import Model

extension HeaderLine {
  /// Whether the chunker could not tell what the header says.
  fileprivate var isTrouble: Bool { trouble == .form || trouble == .monthFirst }
}

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

  /// The trouble of the headers of a chunk; nil where the chunker knew all that it ought to.
  init?(in lines: ArraySlice<HeaderLine>, of text: [UInt8]) {
    guard let first = lines.first(where: \.isTrouble) else { return nil }
    self.first = first
    count = lines.count(where: \.isTrouble)
    var reader = HeaderReader()
    let start = Int(first.start)
    let read = reader.header(in: text.span, at: start)
    header = plainText(start..<(read?.end ?? lineEnd(text.span, from: start)), in: text.span)
    let isAll = count == lines.count(where: \.beginsMessage)
    let subject = isAll ? "its headers" : "\(count) of its headers"
    let verb = count == 1 && !isAll ? "is" : "are"
    if first.trouble == .monthFirst {
      words = "\(subject) have the month first, which the chunker took for the day"
    } else if let read, HeaderShape.all[read.stamp.form.shape].name.hasPrefix("android") {
      words = "\(subject) \(verb) Android's, which the chunker did not know"
    } else {
      words =
        "\(subject) \(verb) not of the one form that the chunker knew, [dd/mm/yyyy, hh:mm:ss]"
    }
  }
}
