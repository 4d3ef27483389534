import Model

extension InputFile.Kind {
  /// What a text is, told by its content and not by its name: docs/formats.md#exports. The
  /// text may be the first ``FileContents/head`` bytes of a longer one.
  init(of text: [UInt8]) {
    if ChunkHeader.begins(text) {
      self = .chunk
    } else {
      let isChat =
        text.starts(with: WebExport.title) || firstHeaderLine(in: text.span) != nil
        || LineMark(of: text.span)?.isOnMostLines == true
      self = isChat ? .export : .other
    }
  }
}
