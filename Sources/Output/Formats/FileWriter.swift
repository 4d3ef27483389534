import Diagnostics

/// What a format that is written by a library writes through.
struct FileWriter {
  /// The file to write, which becomes the target once it is whole; what the target holds where rows are
  /// added to it, empty otherwise.
  let path: String
  /// Where it goes.
  let target: TargetFile
  /// Asked every few milliseconds.
  let interrupt: Interrupt
  /// What there is to say of it.
  var written = Format.Written()

  private let progress: ((_ rows: Int, _ bytes: Int) -> Void)?

  init(
    path: String, target: TargetFile, interrupt: Interrupt,
    progress: ((_ rows: Int, _ bytes: Int) -> Void)?
  ) {
    self.path = path
    self.target = target
    self.interrupt = interrupt
    self.progress = progress
  }

  /// The folder that it stands in.
  var folder: String { path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "." }

  /// The error that the library has failed, in its words; the target is as it was.
  func failure(_ message: String) -> Diagnostic {
    Diagnostic("cannot write “\(target.path)”: \(message); nothing was changed")
  }

  /// Tells how many rows are written.
  func note(rows: Int) {
    progress?(rows, fileSize(at: path) ?? 0)
  }
}
