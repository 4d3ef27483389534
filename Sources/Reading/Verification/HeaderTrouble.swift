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

  /// The trouble of the headers of a chunk; nil where the chunker knew all that it ought to.
  init?(in lines: ArraySlice<HeaderLine>, of text: [UInt8]) {
    let troubled = lines.filter { $0.trouble == .form || $0.trouble == .monthFirst }
    guard let first = troubled.first else { return nil }
    self.first = first
    count = troubled.count
    var reader = HeaderReader()
    let read = reader.header(in: text.span, at: first.bytes.lowerBound)
    let end = read.map(\.end) ?? first.bytes.upperBound
    header = plainText(first.bytes.lowerBound..<end, in: text.span)
    let isAll = troubled.count == lines.count { $0.message != nil }
    let subject = isAll ? "its headers" : "\(troubled.count) of its headers"
    let verb = troubled.count == 1 && !isAll ? "is" : "are"
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
