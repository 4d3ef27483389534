import Diagnostics
import Query
import Testing

/// A tree without its places, as text: what has to be equal for two trees to mean the same.
func shape(_ value: Any) -> String {
  let children = Mirror(reflecting: value).children
  guard !children.isEmpty else { return "\(value)" }
  let parts = children.compactMap { label, child in
    child is SourceSpan ? nil : "\(label ?? "")(\(shape(child)))"
  }
  return parts.joined(separator: ",")
}

@Test(arguments: 1...8)
func `a tree prints itself as what is read as the same tree`(seed: Int) throws {
  var trees = RandomTrees(seed: UInt64(seed))
  for _ in 0..<150 {
    let tree = trees.pipeline()
    let source = tree.description
    do {
      let again = try parsePipeline(source, grammar: .sample)
      #expect(shape(again) == shape(tree), "\(source)")
      #expect(again.description == source)
    } catch {
      Issue.record("\(error.text(in: SourceText(text: source), width: 200))")
    }
  }
}

/// What lines are made of, and what they are broken with.
private let fragments =
  [
    "messages", "where ", "select ", "count by ", "sort -", "take 3", "top 2 by ", "pivot ",
    "context ", "explode ", "first per ", "summarize ", "fill", "grep ", "load ", "sql ", "let ",
    "explain ", "param ", "set ", "a", "sender", "été", "日", "_", "`x y`", "`", "$p", "$",
    "\"x y\"", "'l\\'été'", "\"", "'", "/a b/", "/", "\\", "\\ ", "\\\n", "\n", "\r\n", " | ", "|",
    ";", "#", "# note\n", " ", "  ", "\u{A0}", "(", ")", ", ", ",", ":", "..", ".", "=", "==", "!=",
    "!~", "!", "<", ">=", "~", "+", "-", "*", "%", "1", "2025", "2025-02", "-02-17", "17/02/2025",
    "T16:14", "7d", "5m", "1.5", "e5", "and ", "or ", "not ", "in ", "has ", "exact ", "between ",
    "is null", "null", "today", "&&", "||", "“", "\u{1B}", "\u{FEFF}", "🌸", "%s", "-f ", "from:",
    "9999999999999999999999", "\\u{41}", "\\u{FFFFFFFF}",
  ]

/// Some fragments after another, words, or a good line with fragments in wrong places.
private func randomText(_ generator: inout SeededGenerator) -> String {
  let count = Int.random(in: 1...14, using: &generator)
  let pieces = (0..<count).map { _ in
    fragments[Int.random(in: 0..<fragments.count, using: &generator)]
  }
  let verbs = ["grep ", "load ", "sql ", "set ", "grep -f "]
  switch Int.random(in: 0...2, using: &generator) {
  case 0: return pieces.joined()
  case 1: return verbs[Int.random(in: 0..<verbs.count, using: &generator)] + pieces.joined()
  default: break
  }
  var trees = RandomTrees(seed: generator.next())
  var line = trees.pipeline().description.unicodeScalars
  for piece in pieces.prefix(2) {
    let offset = Int.random(in: 0...line.count, using: &generator)
    line.insert(contentsOf: piece.unicodeScalars, at: line.index(line.startIndex, offsetBy: offset))
  }
  return String(line)
}

@Test(arguments: 1...8)
func `any text is read or refused at a place in it, and what is read prints itself`(
  seed: Int
) throws {
  var generator = SeededGenerator(seed: UInt64(seed))
  for _ in 0..<600 {
    let text = randomText(&generator)
    _ = isOpen(text, grammar: .sample)
    do {
      let script = try parseScript(text, grammar: .sample)
      let again = try parseScript(script.description, grammar: .sample)
      #expect(shape(again) == shape(script), "\(text) → \(script)")
    } catch {
      let span = try #require(error.span)
      #expect(span.lower >= 0 && span.upper <= text.utf8.count, "\(text): \(error)")
      #expect(error.cause == .usage)
    }
  }
}
