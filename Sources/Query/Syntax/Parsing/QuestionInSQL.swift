import Diagnostics
import Model

extension Parser {
  /// How the question in SQL that stands at an offset is asked; nil where none stands there.
  func helpInSQL(from start: Int) -> String? {
    guard !isTrial, grammar.isVerb("sql"), let question = lexer.questionInSQL(from: start) else {
      return nil
    }
    if let line = Parser.line(asking: question, in: grammar) { return "like: \(line)" }
    guard question.unicodeScalars.count <= 160 else { return "in SQL: write sql before it" }
    // SQL itself has both kinds of quotes.
    let isPlain = !question.contains { "'\\".contains($0) }
    let word = question.contains("\"") && isPlain ? "'\(question)'" : Spelling.quoted(question)
    return "in SQL: sql \(word)"
  }

  /// The line that asks what a question in SQL does, where it only names columns of a table, or counts its
  /// rows; nil for any other.
  private static func line(asking question: String, in grammar: Grammar) -> String? {
    let words = question.split(separator: " ")
    guard words[0].lowercased() == "select",
      let from = words.firstIndex(where: { $0.lowercased() == "from" }), words.count > from + 1,
      TableName(rawValue: words[from + 1].lowercased()) != nil
    else { return nil }
    let table = words[from + 1].lowercased()
    let columns = words[1..<from].joined(separator: " ")
    let limit = words.count == from + 4 && words[from + 2].lowercased() == "limit"
    guard limit || words.count == from + 2 else { return nil }
    var calls: [String] = []
    if columns.lowercased() == "count(*)" {
      calls = ["count"]
    } else if columns != "*" {
      calls = ["select \(columns)"]
    }
    if limit { calls.append("take \(words[from + 3])") }
    guard calls.allSatisfy({ Parser.reads(call: $0, in: grammar) }) else { return nil }
    return ([table] + calls).joined(separator: " | ")
  }

  /// The complaint about a stage that begins at an offset, with what is done here where it is a
  /// question in SQL, or a change.
  func answering(_ complaint: Diagnostic, in stage: StageSyntax, from start: Int) -> Diagnostic {
    var answer = complaint
    let words = lexer.excerpt(lexer.callFrom(start)).split(separator: " ")
    if words.count > 2, ForeignWord.isChange(stage.name, of: String(words[1])) {
      answer.help = ForeignWord.insteadOfChanges
    } else if stage.name == "select", let help = helpInSQL(from: start) {
      answer.help = help
    }
    return answer
  }
}

extension Lexer {
  /// Words that the lines of a question in SQL begin with, after the first.
  private static let clauses: Set<String> = [
    "from", "where", "group", "having", "order", "limit", "join", "left", "inner", "cross", "on",
    "and", "or", "union",
  ]

  /// The question in SQL that stands at an offset, on one line: what names its table after `from`.
  fileprivate func questionInSQL(from start: Int) -> String? {
    var reader = self
    reader.position = start
    reader.openBrackets = []
    var lines: [String] = []
    repeat {
      guard let line = reader.lineOfSQL() else { return nil }
      lines.append(line)
      guard reader.takeNewline() else { break }
      reader.skipBlanks()
    } while Lexer.clauses.contains(reader.text(reader.headName).lowercased())
    let question = lines.joined(separator: " ")
    return Lexer(question).namesTable ? question : nil
  }

  /// The call from here on, where `||` joins texts; nil where a quote is never closed.
  private mutating func lineOfSQL() -> String? {
    let start = position
    while let word = try? rawWord() {
      guard next(is: "|"), next(is: "|", ahead: 1) else {
        return text(SourceSpan(start, word.span.upper))
      }
      position += 2
      skipBlanks()
    }
    return nil
  }

  /// Whether a `from` stands outside of quotes, and something behind it.
  private var namesTable: Bool {
    var reader = self
    while !reader.isAtEnd {
      let name = reader.headName
      if name.upper > name.lower {
        reader.position = name.upper
        if text(name).lowercased() == "from" { return !reader.isAtEnd }
      } else if reader.next(is: "\"") || reader.next(is: "'") {
        guard (try? reader.skipQuoted()) != nil else { return false }
      } else {
        reader.position += 1
      }
    }
    return false
  }
}
