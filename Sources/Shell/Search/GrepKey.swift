import Diagnostics
import Model
import Query

/// A key of `grep`: `from:ana` and its like. Adding one is an entry in ``all``.
struct GrepKey: Sendable {
  /// How it is written, without the colon.
  let name: String

  /// One line for the help page.
  let summary: String

  /// The column whose values complete it; nil where its values are listed in ``values``.
  let column: String?

  /// The values it takes, where they are few and known.
  let values: [String]

  /// Whether its value is a date.
  let takesDate: Bool

  /// What others call it.
  let others: [String]

  /// The condition that one of its alternatives stands for.
  let condition: @Sendable (Alternative) throws(Diagnostic) -> Expression

  /// One value of a key, between commas.
  struct Alternative {
    let text: String
    let span: SourceSpan
    /// What is loaded; nil while a script is only checked.
    let names: LoadedNames
  }

  init(
    _ name: String, _ summary: String, column: String? = nil, values: [String] = [],
    takesDate: Bool = false, others: [String] = [],
    condition: @escaping @Sendable (Alternative) throws(Diagnostic) -> Expression
  ) {
    self.name = name
    self.summary = summary
    self.column = column
    self.values = values
    self.takesDate = takesDate
    self.others = others
    self.condition = condition
  }

  /// Every key, in the order help shows them.
  static let all: [GrepKey] = [
    GrepKey(
      "from", "the sender: the start of any word of the name", column: "sender",
      others: ["sender", "author", "by", "user", "who", "de", "par", "auteur"]
    ) {
      (value) throws(Diagnostic) in value.names.condition(on: "sender", value)
    },
    GrepKey(
      "since", "from the first moment of a date on: since:2025-02, since:newest-7d",
      takesDate: true, others: ["after", "start", "depuis", "newer"]
    ) {
      (value) throws(Diagnostic) in
      try dateCondition(.greaterOrEqual, value)
    },
    GrepKey(
      "until", "to the last moment of a date: until:2025-03 includes March",
      takesDate: true, others: ["before", "to", "end", "avant", "jusque", "older"]
    ) {
      (value) throws(Diagnostic) in
      try dateCondition(.lessOrEqual, value)
    },
    GrepKey(
      "on", "within a date, or between two: on:2025-02-17, on:2025-02..2025-04",
      takesDate: true, others: ["date", "day", "le", "jour", "during", "when"]
    ) {
      (value) throws(Diagnostic) in
      let item = try parseDateWord(value.text, at: value.span)
      return .init(
        .membership(value.column("date"), negated: false, .items([item])), at: value.span)
    },
    GrepKey(
      "in", "the source: the start of any word of its name", column: "source",
      others: ["source", "chat", "group", "dans", "groupe"]
    ) {
      (value) throws(Diagnostic) in
      value.names.condition(on: value.names.sourceColumn, value)
    },
    GrepKey(
      "kind", "what the message is", values: MessageKind.allCases.map(\.rawValue),
      others: ["type"]
    ) {
      (value) throws(Diagnostic) in
      try oneOf(MessageKind.allCases.map(\.rawValue), "kind", value)
    },
    GrepKey("event", "what a notice tells", values: Event.allCases.map(\.rawValue)) {
      (value) throws(Diagnostic) in
      try oneOf(Event.allCases.map(\.rawValue), "event", value)
    },
    GrepKey(
      "has", "what the message holds", values: Content.allCases.map(\.rawValue),
      others: ["with", "contains", "avec", "media"]
    ) {
      (value) throws(Diagnostic) in
      guard let content = Content(rawValue: Fold.string(value.text)) else {
        throw unknown(value, among: Content.allCases.map(\.rawValue))
      }
      return content.condition(at: value)
    },
    GrepKey("is", "what the message is", values: Quality.allCases.map(\.rawValue)) {
      (value) throws(Diagnostic) in
      guard let quality = Quality(rawValue: Fold.string(value.text)) else {
        throw unknown(value, among: Quality.allCases.map(\.rawValue))
      }
      return quality.condition(at: value)
    },
    GrepKey(
      "topic", "a named topic: the start of any word of its name", column: "topics",
      others: ["topics", "tag", "label", "sujet"]
    ) {
      (value) throws(Diagnostic) in value.names.condition(on: "topics", value)
    },
    GrepKey("chunk", "the id of a chunk that holds a part of it: chunk:12, chunk:12..15") {
      (value) throws(Diagnostic) in
      let range = try idRange(value)
      value.names.noteMissing(chunks: range)
      // The column is a list of ids as text; only the chunk that holds the header is a number.
      let ids = range.map { Item(value.literal(.text(String($0)))) }
      return .init(.membership(value.column("chunks"), negated: false, .items(ids)), at: value.span)
    },
    GrepKey(
      "file", "the file: the start of any word of its path", column: "file",
      others: ["path", "fichier"]
    ) {
      (value) throws(Diagnostic) in value.names.condition(on: "file", value)
    },
    GrepKey("id", "the number of the message: id:12, id:12..20") {
      (value) throws(Diagnostic) in
      let range = try idRange(value)
      let item = Item(
        value.literal(.int(Int64(range.lowerBound))),
        to: value.literal(.int(Int64(range.upperBound))))
      return .init(.membership(value.column("id"), negated: false, .items([item])), at: value.span)
    },
  ]

  /// The keys with their meaning, a line each.
  static var list: String {
    HelpPage.aligned(
      all.map { key in
        let values = key.values.isEmpty ? "" : ": " + key.values.joined(separator: " ")
        return ("\(key.name):", key.summary + values)
      })
  }

  /// The key with a name, nil where there is none.
  static func named(_ name: String) -> GrepKey? {
    all.first { $0.name == name }
  }

  private typealias Item = Expression.Item

  /// What `has:` asks for.
  private enum Content: String, CaseIterable {
    case link
    case media
    case emoji
    case mention

    func condition(at value: Alternative) -> Expression {
      switch self {
      case .media: value.comparison(value.column("kind"), .equal, value.literal(.text("media")))
      case .link: isNotEmpty("links", value)
      case .emoji: isNotEmpty("emoji", value)
      case .mention: isNotEmpty("mentions", value)
      }
    }
  }

  /// What `is:` asks for.
  private enum Quality: String, CaseIterable {
    case edited
    case deleted
    case system
    case fragment

    func condition(at value: Alternative) -> Expression {
      guard self != .edited else { return value.column("edited") }
      return value.comparison(value.column("kind"), .equal, value.literal(.text(rawValue)))
    }
  }

  private static func dateCondition(
    _ relation: Expression.Relation, _ value: Alternative
  ) throws(Diagnostic) -> Expression {
    let item = try parseDateWord(value.text, at: value.span)
    guard item.high == nil else {
      throw Diagnostic(
        "a range of dates stands after on:", at: value.span, help: "on:\(value.text)")
    }
    return value.comparison(value.column("date"), relation, item.low)
  }

  private static func oneOf(
    _ names: [String], _ name: String, _ value: Alternative
  ) throws(Diagnostic) -> Expression {
    guard names.contains(Fold.string(value.text)) else { throw unknown(value, among: names) }
    return value.comparison(value.column(name), .equal, value.literal(.text(value.text)))
  }

  private static func unknown(_ value: Alternative, among names: [String]) -> Diagnostic {
    func search(for type: MediaType) -> String {
      "grep has:media | where media_type = \"\(type.rawValue)\""
    }
    let word = Fold.string(value.text)
    let other = all.first { $0.values.contains(word) }
    let slip = nearestName(to: value.text, among: MediaType.allCases.map(\.rawValue))
    return Diagnostic(
      "“\(value.text)” is none of \(names.joined(separator: ", "))", at: value.span,
      help: MediaType(meantBy: value.text).map(search)
        ?? other.map { "grep \($0.name):\(word)" }
        ?? suggestion(for: value.text, among: names)
        ?? slip.flatMap(MediaType.init(rawValue:)).map(search))
  }

  /// The most ids that a range after `chunk:` may name.
  private static let mostIds = 100_000

  private static func idRange(_ value: Alternative) throws(Diagnostic) -> ClosedRange<Int> {
    let ends = value.text.split(separator: "..", omittingEmptySubsequences: false).map { Int($0) }
    guard ends.count <= 2, let low = ends.first ?? nil, let high = ends.last ?? nil, low <= high,
      low >= 0, high - low <= mostIds
    else {
      throw Diagnostic("“\(value.text)” is no number and no range like 12..20", at: value.span)
    }
    return low...high
  }

  private static func isNotEmpty(_ name: String, _ value: Alternative) -> Expression {
    let length = Expression(
      .call(Name("length", at: value.span), [value.column(name)]), at: value.span)
    return value.comparison(length, .greater, value.literal(.int(0)))
  }
}

extension GrepKey.Alternative {
  /// A column, placed at the word that asks for it.
  func column(_ name: String) -> Expression {
    Expression(.name(name), at: span)
  }

  /// A value, placed at the word that asks for it.
  func literal(_ literal: Literal) -> Expression {
    Expression(.literal(literal), at: span)
  }

  /// A comparison, placed at the word that asks for it.
  func comparison(
    _ left: Expression, _ relation: Expression.Relation, _ right: Expression, exact: Bool = false
  ) -> Expression {
    Expression(
      .comparison(left, .init(relation, exact: exact, at: span), right), at: span)
  }
}

extension MediaType {
  /// The type that a word means, in the singular or the plural; nil where it means none.
  fileprivate init?(meantBy word: String) {
    let small = Fold.string(word)
    let name = small.hasSuffix("s") ? String(small.dropLast()) : small
    switch name {
    case "photo", "picture": self = .image
    case "voice", "vocal", "voicenote": self = .audio
    case "pdf", "file", "fichier", "doc": self = .document
    default: self.init(rawValue: name)
    }
  }
}
