extension ForeignWord.Verb {
  /// The verb `word` with what follows it, as it is written here; nil where that does not read. Further
  /// verbs of other tools in it, as the clauses of SQL, are calls of their own.
  func calls(of word: String, with words: Substring, in grammar: Grammar) -> String? {
    if let call = call(of: word, with: words, in: grammar) { return call }
    for next in words.split(separator: " ") {
      let name = next.lowercased()
      guard let verb = ForeignWord.verbs.first(where: { $0.words.contains(name) }),
        StageSyntax.named(verb.native) != nil || verb.opening == "count by",
        let call = call(of: word, with: words[..<next.startIndex], in: grammar),
        let rest = verb.calls(of: name, with: words[next.endIndex...], in: grammar)
      else { continue }
      // SQL passes over the first rows before it takes any, wherever it says so.
      return rest.hasPrefix("skip ") && call.hasPrefix("take ")
        ? "\(rest) | \(call)" : "\(call) | \(rest)"
    }
    return nil
  }

  private func call(of word: String, with words: Substring, in grammar: Grammar) -> String? {
    var words = words.drop { $0 == " " }
    while words.last == " " { words.removeLast() }
    guard let opening, !words.isEmpty else { return nil }
    if opening == "count by", words.lowercased().hasPrefix("by ") { words = words.dropFirst(3) }
    if opening == "sort" { return ForeignWord.sort(by: String(words), in: grammar) }
    // `head -n 5`, `tail -5`.
    let number = words.drop { "-n ".contains($0) }
    if StageSyntax.named(opening)?.opening == .number, number.allSatisfy(\.isNumber) {
      words = number
    }
    let hasOptions = words.split(separator: " ").contains { $0.hasPrefix("-") }
    guard !hasOptions else { return nil }
    let name = Aggregate.named(word)?.name ?? ForeignFunction.named(word)?.native ?? word
    guard opening == "summarize", Aggregate.named(name) != nil else {
      return ForeignWord.ifRead("\(opening) \(words)", in: grammar)
    }
    // `avg words by sender`, `avg(words)`.
    let argument = words.prefix { !" ,".contains($0) }
    let rest = words.dropFirst(argument.count)
    let isCall = argument.hasPrefix("(")
    return ForeignWord.ifRead(
      "summarize \(name)\(isCall ? "\(argument)" : "(\(argument))")\(rest)", in: grammar)
  }
}

extension ForeignWord {
  /// A `sort` by keys as SQL writes them, `date desc`; nil where they are none.
  static func sort(by keys: String, in grammar: Grammar) -> String? {
    var words = keys.split(separator: " ")
    if words.first?.lowercased() == "by" { words.removeFirst() }
    let keys = words.joined(separator: " ").split(separator: ",").map { key in
      var words = key.split(separator: " ")
      let order = words.last?.lowercased() ?? ""
      let descends = ["desc", "descending"].contains(order)
      if descends || ["asc", "ascending"].contains(order) { words.removeLast() }
      let value = words.joined(separator: " ")
      guard descends, !value.hasPrefix("-") else { return value }
      return words.count > 1 ? "-(\(value))" : "-\(value)"
    }
    return ifRead("sort " + keys.joined(separator: ", "), in: grammar)
  }

  /// A call, if it reads.
  fileprivate static func ifRead(_ call: String, in grammar: Grammar) -> String? {
    Parser.reads(call: call, in: grammar) ? call : nil
  }
}
