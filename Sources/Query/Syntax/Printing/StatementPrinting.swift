extension Script: CustomStringConvertible {
  /// The script as source: a line for each parameter and statement, an empty one before a
  /// statement that begins with `|` and would go on from the line before it.
  public var description: String {
    let lines = parameters.map(\.description) + statements.map(\.description)
    return lines.map { ($0.hasPrefix("|") ? "\n" : "") + $0 + "\n" }.joined()
  }
}

extension ParameterDeclaration: CustomStringConvertible {
  /// The declaration as source.
  public var description: String {
    "param \(Spelling.name(name.text))" + (type == .text ? "" : ": \(type.rawValue)")
      + (initial.map { " = \($0)" } ?? "") + (help.map { "  # \($0)" } ?? "")
  }
}

extension Statement: CustomStringConvertible {
  /// The statement as source, on one line.
  public var description: String {
    switch kind {
    case .binding(let name, let pipeline): "let \(Spelling.name(name.text)) = \(pipeline)"
    case .explanation(let pipeline): "explain \(pipeline)"
    case .pipeline(let pipeline): pipeline.description
    }
  }
}

extension Pipeline: CustomStringConvertible {
  /// The pipeline as source, on one line.
  public var description: String {
    (continues ? "| " : "") + calls.map(\.description).joined(separator: " | ")
  }
}

extension Call: CustomStringConvertible {
  /// The call as source.
  public var description: String {
    switch kind {
    case .source(let name): return Spelling.source(name)
    case .stage(let stage): return stage.description
    case .words(let verb, let words):
      let source = ([verb.text] + words.map(\.description)).joined(separator: " ")
      // At the end of a line a backslash would ask for another.
      return source.hasSuffix("\\") ? source + " " : source
    }
  }
}

extension Word: CustomStringConvertible {
  /// The word as source, for a verb that takes words of its kind.
  public var description: String {
    pieces.map { piece in
      switch piece {
      case .bare(let text): Spelling.bare(text)
      case .quoted(let text): Spelling.quoted(text)
      case .pattern(let text): Spelling.pattern(text)
      case .parameter(let name): "$\(name)"
      }
    }.joined()
  }
}
