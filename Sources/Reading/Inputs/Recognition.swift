import Model

/// Whether a text is of a chat: an export, a chunk, or lines of one with a header.
public func isChat(_ text: String) -> Bool {
  InputFile.Kind(of: Array(text.utf8)) != .other
}

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
      self = isChat && !ForeignFormat.hidesText(text.span) ? .export : .other
    }
  }
}
