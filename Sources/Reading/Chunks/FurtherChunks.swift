import Model

/// Chunks behind the first in its file, as where chunk files were put into one.
extension ChunkFile {
  /// A row that says so; none where the file holds one chunk. Linear in its lines.
  func problemsOfFurther(in label: String) -> [Problem] {
    let bytes = lines.buffer.span.extracting(0..<lines.range.upperBound)
    let title = ChunkHeader.title
    let needle = title.span
    var first: Int?
    var count = 1
    var start = lines.range.lowerBound
    while let place = ChunkLines.place(of: needle, in: bytes, from: start) {
      start = place + needle.count
      // A title that somebody quotes has no field behind it.
      guard ChunkHeader.isField(bytes.extracting(start..<lineEnd(bytes, from: start))) else {
        continue
      }
      first = first ?? place
      count += 1
    }
    guard let first else { return [] }
    let before = bytes.extracting(lines.range.lowerBound..<first)
    let line = firstLine + Reading.count(of: UInt8(ascii: "\n"), in: before)
    return [
      Problem(
        .warning, .malformedField, file: label, line: line,
        "another chunk begins here, \(count) in all: they are read as one, with lines that they "
          + "repeat; load the files that were put together")
    ]
  }
}
