/// The chunks of a corpus: what the columns of the table share.
final class ChunkView: Sendable {
  let corpus: Corpus

  /// The texts of the transcripts, which the chunks are stretches of.
  let buffers: [SharedBytes]

  /// The path of each file.
  let files: CategoryColumn

  /// The hash behind each chunk's key: ``KeyHash`` over its lines, and, where equal chunks of the
  /// same transcript come before it, how many do.
  let keys: Lazy<[UInt64]>

  /// The chunks that are loaded.
  init(_ corpus: Corpus, _ lens: Lens) {
    self.corpus = corpus
    buffers = corpus.transcripts.map(\.text)
    files = CategoryColumn(corpus.files.map(\.path))
    keys = Lazy { () throws(Interrupted) in
      var hashes: [UInt64] = []
      for chunk in corpus.chunks {
        try lens.check()
        var hash = KeyHash()
        let text = corpus.transcripts[chunk.transcript].text
        hash.add(linesOf: text.span.extracting(chunk.bytes))
        hashes.append(hash.value)
      }
      for transcript in corpus.transcripts {
        try KeyHash.numberEquals(in: &hashes, among: transcript.chunks, check: lens.check)
      }
      return hashes
    }
  }
}
