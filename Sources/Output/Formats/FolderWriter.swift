import Diagnostics

/// What a format that is a folder of files writes through.
struct FolderWriter {
  /// Asked every few milliseconds.
  let interrupt: Interrupt
  /// What there is to say of it.
  var written = Format.Written()

  private let draft: FolderDraft
  private let progress: ((_ rows: Int, _ bytes: Int) -> Void)?
  private var bytes = 0

  init(
    draft: FolderDraft, interrupt: Interrupt, progress: ((_ rows: Int, _ bytes: Int) -> Void)?
  ) {
    self.draft = draft
    self.interrupt = interrupt
    self.progress = progress
  }

  /// Writes a file of the folder, or of a folder in it.
  mutating func write(
    _ content: [UInt8], to name: String, in folder: String? = nil
  ) throws(Diagnostic) {
    try interrupt.check()
    try draft.write(content, to: name, in: folder)
    bytes += content.count
  }

  /// Tells how many rows are written.
  func note(rows: Int) {
    progress?(rows, bytes)
  }
}
