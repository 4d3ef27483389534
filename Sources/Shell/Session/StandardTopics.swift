import Model
import Query

/// The topics that every session has: those that the chunker looked for, as patterns on folded text
/// (docs/formats.md#the-chunk-header).
let standardTopics: [Lens.Topic] = [
  topic("modèle IA", "model"), topic("Suisse", "suisse|swiss"),
  topic("universités suisses", "epfl|ethz"), topic("podcast", "podcast"),
  topic("NotebookLM", "notebooklm"),
].compactMap { $0 }

/// A topic of a pattern; nil where the pattern does not compile.
private func topic(_ name: String, _ source: String) -> Lens.Topic? {
  guard let pattern = try? Pattern(source) else { return nil }
  return Lens.Topic(name: name, pattern: source) { texts in
    // A pattern of plain alternatives cannot be too costly.
    (try? pattern.select(texts)) ?? [Bool](repeating: false, count: texts.count)
  }
}
