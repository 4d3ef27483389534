import Diagnostics
import Model
import Query

extension Lens.Topic {
  /// The topics that every session begins with: those that the chunker looked for, as patterns on
  /// folded text (docs/formats.md#the-chunk-header).
  static let standard: [Lens.Topic] = [
    standard("modèle IA", "model"), standard("Suisse", "suisse|swiss"),
    standard("universités suisses", "epfl|ethz"), standard("podcast", "podcast"),
    standard("NotebookLM", "notebooklm"),
  ].compactMap { $0 }

  /// A topic of a regular expression; nil where it does not compile.
  private static func standard(_ name: String, _ source: String) -> Lens.Topic? {
    // A pattern of plain alternatives is never too costly: there is nothing to note.
    (try? Pattern(source)).map { Lens.Topic(name, $0, notes: Notes()) }
  }

  /// A topic of a plain text, found anywhere, case and accents folded.
  init(_ name: String, plain text: String) {
    let matcher = TextMatcher(.contains, text)
    self.init(name: name, pattern: text) { texts in
      // Only an interrupt is thrown, and there is none to ask.
      (try? matcher.select(texts)) ?? [Bool](repeating: false, count: texts.count)
    }
  }

  /// A topic of a regular expression on folded text.
  ///
  /// A text on which the expression is too costly does not match, and a note says so.
  init(_ name: String, _ pattern: Pattern, notes: Notes) {
    self.init(name: name, pattern: "/\(pattern.source)/") { texts in
      if let selected = try? pattern.select(texts) { return selected }
      return (0..<texts.count).map { row in
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
}

extension Scope {
  /// Names a pattern, in the place of a topic that has the name, however it is spelt.
  mutating func name(_ topic: Lens.Topic) {
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
