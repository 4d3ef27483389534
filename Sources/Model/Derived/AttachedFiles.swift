/// Finds the files that messages name among those that were looked at, and among archives. They lie beside the text of the
/// export, in its folder or its archive; the Web's exports name a folder there
/// (docs/formats.md#attachments-and-marks).
struct AttachedFiles: Sendable {
  private let corpus: Corpus
  private let copies: MessageCopies

  /// Those files.
  private let files: [InputFile]

  /// Where files of a name are, by ``key(of:)`` of the name; of each path every end that may be a name:
  /// in an archive it may stand behind a colon.
  private let places: [String: [Place]]

  private struct Place {
    /// The file among ``files``.
    let file: Int
    /// Bytes of its path before the name.
    let folder: Int
  }

  /// Those of a corpus. Linear in the files that were looked at.
  init(of corpus: Corpus, check: () throws(Interrupted) -> Void) throws(Interrupted) {
    self.corpus = corpus
    copies = try MessageCopies(of: corpus, check: check)
    let files = corpus.archives.isEmpty ? corpus.files : corpus.files + corpus.archives
    self.files = files
    var places: [String: [Place]] = [:]
    places.reserveCapacity(files.count)
    try Checked.forEach(files.count, check: check) { file in
      let path = files[file].path
      for start in AttachedFiles.starts(ofNamesIn: path) {
        let folder = path.utf8.distance(from: path.startIndex, to: start)
        places[AttachedFiles.key(of: path[start...]), default: []]
          .append(Place(file: file, folder: folder))
      }
    }
    self.places = places
  }

  /// The file that a message of a transcript names, from where its text stands: in one source, or in as
  /// many as were merged. Nil where none of them has it.
  func file(named name: String, in message: Int, of number: Int) -> InputFile? {
    guard let candidates = places[AttachedFiles.key(of: name[...])] else { return nil }
    let transcript = corpus.transcripts[number]
    let below = AttachedFiles.folder(of: name, in: text(of: message, in: transcript))
    for lines in copies.lines(of: message, in: number) {
      guard let text = transcript.place(ofLine: lines.lowerBound)?.file else { continue }
      let path = corpus.files[text].path
      if let file = file(named: name, in: below, beside: path, among: candidates) { return file }
    }
    return nil
  }

  private func text(of message: Int, in transcript: Transcript) -> Slice<SharedBytes> {
    let start = Int(corpus.messages.starts[message])
    return transcript.text[start..<(start + Int(corpus.messages.lengths[message]))]
  }

  /// The folder that a text gives a file in, as `media/` in `[Image](media/a.jpg)`; mostly none.
  private static func folder(of name: String, in text: Slice<SharedBytes>) -> Slice<SharedBytes> {
    guard let slash = text.firstRange(of: Array("/\(name))".utf8))?.lowerBound,
      let bracket = text[..<slash].lastIndex(of: UInt8(ascii: "("))
    else { return text[text.startIndex..<text.startIndex] }
    return text[(bracket + 1)...slash]
  }

  /// The one of some files that stands beside a path, or in a folder there; of several whose names differ
  /// in their bytes only, the one that is spelt so.
  private func file(
    named name: String, in below: Slice<SharedBytes>, beside path: String,
    among candidates: [Place]
  ) -> InputFile? {
    for start in AttachedFiles.starts(ofNamesIn: path) {
      let folder = Array(path[..<start].utf8) + below
      let near = candidates.filter { place in
        place.folder == folder.count && files[place.file].path.utf8.starts(with: folder)
      }
      let exact = near.first { place in
        files[place.file].path.utf8.dropFirst(place.folder).elementsEqual(name.utf8)
      }
      if let found = exact ?? near.first { return files[found.file] }
    }
    return nil
  }

  /// Where the name may begin in a path: behind a colon that no slash follows, the last one first, and
  /// behind the last slash.
  private static func starts(ofNamesIn path: String) -> [String.Index] {
    let bytes = path.utf8
    let folder = bytes.lastIndex(of: UInt8(ascii: "/")).map { bytes.index(after: $0) }
    let name = bytes[(folder ?? bytes.startIndex)...]
    let colons = name.indices.filter { name[$0] == UInt8(ascii: ":") }
    return colons.reversed().map { bytes.index(after: $0) } + [name.startIndex]
  }

  /// What names have in common that are spelt alike: without the mark of direction that the export puts
  /// before some; `String` takes composed and decomposed letters for equal.
  private static func key(of name: Substring) -> String {
    String(name.unicodeScalars.drop { $0 == "\u{200E}" })
  }
}
