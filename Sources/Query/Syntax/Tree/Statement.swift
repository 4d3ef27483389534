public import Diagnostics

/// One statement of a line or a script.
public struct Statement: Sendable, Hashable {
  /// What it is.
  public let kind: Kind
  /// Where it stands in the text that was parsed.
  public let span: SourceSpan

  /// A statement at a place.
  public init(_ kind: Kind, at span: SourceSpan) {
    self.kind = kind
    self.span = span
  }

  /// The forms of a statement.
  public enum Kind: Sendable, Hashable {
    /// `let name = pipeline`.
    case binding(Name, Pipeline)
    /// `explain pipeline`.
    case explanation(Pipeline)
    /// Anything else; a session verb is a pipeline of one call, and so is `let` alone.
    case pipeline(Pipeline)
  }
}

/// Calls joined by `|`, from left to right.
public struct Pipeline: Sendable, Hashable {
  /// Whether it begins with `|`, and so goes on from the last result.
  public let continues: Bool
  /// One or more calls.
  public let calls: [Call]
  /// Where it stands.
  public let span: SourceSpan

  /// A pipeline at a place.
  public init(_ calls: [Call], continues: Bool = false, at span: SourceSpan) {
    self.calls = calls
    self.continues = continues
    self.span = span
  }
}

/// One verb of a pipeline with its arguments.
public struct Call: Sendable, Hashable {
  /// What it is.
  public let kind: Kind
  /// Where it stands.
  public let span: SourceSpan

  /// A call at a place.
  public init(_ kind: Kind, at span: SourceSpan) {
    self.kind = kind
    self.span = span
  }

  /// The forms of a call.
  public enum Kind: Sendable, Hashable {
    /// A name alone that is no verb: a table, a `let`, or `_`.
    case source(Name)
    /// A verb of the language itself, whose arguments are expressions.
    case stage(Stage)
    /// A verb of the shell, whose arguments are words.
    case words(Name, [Word])
  }
}

/// One blank-separated argument of a word verb.
public struct Word: Sendable, Hashable {
  /// Its pieces in order; `from:"Bo Li"` is the bare piece `from:` and the quoted piece `Bo Li`.
  public let pieces: [Piece]
  /// Where it stands.
  public let span: SourceSpan

  /// A word at a place.
  public init(_ pieces: [Piece], at span: SourceSpan) {
    self.pieces = pieces
    self.span = span
  }

  /// A part of a word that was written one way.
  public enum Piece: Sendable, Hashable {
    /// As written, with `\ ` of paths already a blank.
    case bare(String)
    /// Between quotes, the quotes taken off and escapes replaced.
    case quoted(String)
    /// Between slashes in a verb that takes patterns, without the slashes.
    case pattern(String)
    /// `$name` of a declared parameter.
    case parameter(String)
  }

  /// The word with quotes taken off; patterns keep their slashes and parameters their `$`.
  public var text: String {
    pieces.map { piece in
      switch piece {
      case .bare(let text), .quoted(let text): text
      case .pattern(let text): "/\(text)/"
      case .parameter(let name): "$\(name)"
      }
    }.joined()
  }
}

/// A saved script: its parameters, then its statements.
public struct Script: Sendable, Hashable {
  /// What its top declares.
  public let parameters: [ParameterDeclaration]
  /// What it does, in order.
  public let statements: [Statement]

  /// A script of these parts.
  public init(parameters: [ParameterDeclaration], statements: [Statement]) {
    self.parameters = parameters
    self.statements = statements
  }
}

/// `param name: type = default  # help`.
public struct ParameterDeclaration: Sendable, Hashable {
  /// The name, without `$`.
  public let name: Name
  /// The declared type; text where none is written.
  public let type: ParameterType
  /// The value where the caller gives none; nil makes the parameter required.
  public let initial: Expression?
  /// The comment at the end of its line, without `#`; nil where there is none.
  public let help: String?

  /// A declaration of these parts.
  public init(name: Name, type: ParameterType, initial: Expression?, help: String?) {
    self.name = name
    self.type = type
    self.initial = initial
    self.help = help
  }
}

/// The types a script's parameter may have; the raw value is how they are written.
public enum ParameterType: String, Sendable, Hashable, CaseIterable {
  case text
  case number
  case date
  case path
  case list
}
