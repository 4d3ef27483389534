import Diagnostics
import Model
import Query
import Synchronization

/// A name for a pattern.
struct Topic: Sendable {
  /// What it is called.
  let name: String

  /// What its texts match, case and accents folded.
  let sought: Sought

  /// What a topic looks for.
  enum Sought: Sendable {
    /// A plain text, found anywhere.
    case text(String)
    /// A regular expression.
    case pattern(TopicPattern)
  }

  /// The topics that every session begins with: those that the chunker looked for
  /// (docs/formats.md#the-chunk-header).
  static let standard: [Topic] = [
    ("modèle IA", "model", "modèle|model"), ("Suisse", "suisse|swiss", "suisse|swiss"),
    ("universités suisses", "epfl|ethz", "epfl|ethz"), ("podcast", "podcast", "podcast"),
    ("NotebookLM", "notebooklm", "notebooklm"),
  ].map { Topic(name: $0, sought: .pattern(TopicPattern(standing: $1, inChunks: $2))) }

  /// The topic as tables see it.
  ///
  /// - Parameter notes: told of a pattern that is too costly for some texts, which then do not
  ///   match: a column cannot fail.
  func seen(notes: Notes) -> Lens.Topic {
    switch sought {
    case .text(let text):
      let matcher = TextMatcher(.contains, text)
      return Lens.Topic(name: name, pattern: text) { texts in
        // Only an interrupt is thrown, and there is none to ask.
        (try? matcher.select(texts)) ?? [Bool](repeating: false, count: texts.count)
      }
    case .pattern(let pattern):
      return Lens.Topic(name: name, pattern: "/\(pattern.source)/") { texts in
        guard let compiled = pattern.compiled else {
          return [Bool](repeating: false, count: texts.count)
        }
        return (try? compiled.select(texts)) ?? selectOneByOne(compiled, texts, notes)
      }
    }
  }

  /// The topic as headers of chunks list it: a standing one by the words that the chunker looked for, in
  /// either case but with their accents.
  func inChunkHeaders(notes: Notes) -> Lens.Topic {
    guard case .pattern(let pattern) = sought, let words = pattern.wordsInChunks,
      let exact = try? Pattern("(?i)\(words)", exact: true)
    else { return seen(notes: notes) }
    return Lens.Topic(name: name, pattern: "/\(pattern.source)/") { texts in
      (try? exact.select(texts)) ?? selectOneByOne(exact, texts, notes)
    }
  }

  private func selectOneByOne(_ pattern: Pattern, _ texts: TextColumn, _ notes: Notes) -> [Bool] {
    (0..<texts.count).map { row in
      do throws(Diagnostic) {
        return try pattern.select(texts.gathered([Int32(row)]))[0]
      } catch {
        notes.add(
          .note(
            "the pattern of the topic “\(name)” is too costly for some texts, which do not count",
            help: error.help))
        return false
      }
    }
  }
}

/// A topic's regular expression. Those that stand in every session are compiled when a question first
/// matches them: together they would cost as much as starting does otherwise.
final class TopicPattern: Sendable {
  let source: String
  /// The words of which the chunker looked for one, as an expression; nil for a topic of the user's.
  let wordsInChunks: String?
  private let known: Mutex<Pattern?>

  init(_ pattern: Pattern) {
    source = pattern.source
    wordsInChunks = nil
    known = Mutex(pattern)
  }

  /// One of which it is known that it compiles.
  init(standing source: String, inChunks words: String) {
    self.source = source
    wordsInChunks = words
    known = Mutex(nil)
  }

  /// The pattern; nil where it does not compile.
  var compiled: Pattern? {
    known.withLock { known in
      if known == nil { known = try? Pattern(source) }
      return known
    }
  }
}

extension Scope {
  /// Names a pattern, in the place of a topic that has the name, however it is spelt.
  mutating func name(_ topic: Topic) {
    if let place = place(ofTopic: topic.name) {
      topics[place] = topic
    } else {
      topics.append(topic)
    }
  }

  /// The place of the topic with a name, case and accents apart; nil where there is none.
  func place(ofTopic name: String) -> Int? {
    let wanted = Fold.string(name)
    return topics.firstIndex { Fold.string($0.name) == wanted }
  }
}
