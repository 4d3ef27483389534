import Model

/// The source of a regular expression made ready for folded text.
///
/// Characters that stand for themselves and members of classes are folded; escapes, properties,
/// names and comments are not. A character that folds to two becomes a group, so that what
/// repeats it repeats both: `œ+` is `(?:oe)+`.
struct FoldedPattern {
  /// A token and what became of it.
  struct Part {
    let kind: PatternToken.Kind
    /// What stands for it in the source to compile.
    let source: String
    /// What a literal stands for once folded; empty for all others.
    let characters: [Unicode.Scalar]
  }

  /// The tokens, in order.
  private(set) var parts: [Part] = []

  /// The source to compile.
  var source: String { parts.map(\.source).joined() }

  /// The fold of a source that compiles as it is; with `isExact` it stays as it is.
  init(_ original: String, isExact: Bool) {
    let tokens = PatternTokens.all(of: original)
    let scalars = Array(original.unicodeScalars)
    // Neighbours decide over marks and joiners, as in a text.
    var last: Unicode.Scalar?
    var isQuoted = false
    // Whether a repetition that comes now would repeat a literal.
    var isRepeatable = false
    for (place, token) in tokens.enumerated() {
      let written = Array(scalars[token.range])
      var source = String(String.UnicodeScalarView(written))
      var characters: [Unicode.Scalar] = []
      switch token.kind {
      case .literal(let scalar) where isExact: characters = [scalar]
      case .literal(let scalar):
        characters = Fold.scalars(
          of: scalar, after: last, before: FoldedPattern.literal(after: place, in: tokens))
        let isPlain = written == [scalar] && !isQuoted
        if !isPlain || characters != [scalar] {
          source = FoldedPattern.source(
            of: characters, isSafe: isPlain && scalar.isASCII, isRepeatable: isRepeatable)
        }
      case .characterClass where !isExact: source = FoldedClass(written).source
      case .quotation where !isExact:
        isQuoted = written == ["\\", "Q"]
        source = ""
      default: break
      }
      parts.append(Part(kind: token.kind, source: source, characters: characters))
      switch token.kind {
      case .literal:
        last = characters.last ?? last
        isRepeatable = true
      case .quotation, .comment: break
      case .option: isRepeatable = false
      default:
        last = nil
        isRepeatable = false
      }
    }
  }

  /// The source that matches only where no word goes on at its ends, as ``Words/border(at:in:)``
  /// has it.
  var betweenWordBorders: String {
    // Rules for the whole pattern, `(*UTF)`, have to stay in front.
    let rules = parts.prefix { $0.kind == .rule && $0.source.hasPrefix("(*") }.count
    let head = parts[..<rules].map(\.source).joined()
    let rest = parts[rules...].map(\.source).joined()
    // A comment or a quotation that runs to the end must not take the bracket with it.
    let isComment = parts.last?.kind == .comment && parts.last?.source.unicodeScalars.first == "#"
    let border = #"(?:(?<![\p{L}\p{M}\p{N}])|(?![\p{L}\p{M}\p{N}]))"#
    return head + border + "(?:" + rest + (isComment ? "\n" : "") + #"\E)"# + border
  }

  /// The literal that comes next; nil where something else does.
  private static func literal(after place: Int, in tokens: [PatternToken]) -> Unicode.Scalar? {
    for token in tokens[(place + 1)...] {
      switch token.kind {
      case .literal(let scalar): return scalar
      case .quotation, .comment, .option: continue
      default: return nil
      }
    }
    return nil
  }

  /// What stands for the characters that a literal folds to.
  private static func source(
    of characters: [Unicode.Scalar], isSafe: Bool, isRepeatable: Bool
  ) -> String {
    switch characters.count {
    // A mark goes with its letter, which is what a repetition after it repeats.
    case 0: isRepeatable ? "" : "(?:)"
    case 1: escaped(characters[0], isSafe: isSafe)
    default: "(?:" + String(String.UnicodeScalarView(characters)) + ")"
    }
  }

  /// A character that stands for itself wherever it comes to stand. A letter or digit that is not
  /// safe is spelt by its number, lest it goes with the escape before it.
  static func escaped(_ scalar: Unicode.Scalar, isSafe: Bool) -> String {
    if !scalar.isASCII { return String(scalar) }
    if scalar.isASCIILetterOrDigit {
      return isSafe ? String(scalar) : "\\x{\(String(scalar.value, radix: 16))}"
    }
    return "\\" + String(scalar)
  }
}
