public import Diagnostics
import Model

/// The text of a small file that is no chat: a script, a list of patterns.
///
/// It may be UTF-8 or UTF-16, with any line breaks; they come back as `\n`.
///
/// - Parameters:
///   - path: the file; a relative one starts from `directory`.
///   - directory: an absolute folder.
///   - unpacks: whether it may be compressed, by itself.
/// - Throws: What is wrong with the file, with the nearest name that exists where there is none.
public func readText(
  at path: String, directory: String, unpacks: Bool = false
) throws(Diagnostic) -> String {
  let written = Path(path)
  let whole = written.resolved(in: Path(directory))
  switch FileStatus.of(whole) {
  case .failure(let error): throw MissingPath(written: written, path: whole).diagnostic(error)
  case .success(let status) where status.kind == .folder:
    throw Diagnostic("“\(path)” is a folder, and a text file is needed here")
  case .success(let status) where status.kind != .file:
    throw Diagnostic("“\(path)” \(InputFailure(notAFile: status.kind).reason)")
  case .success: break
  }
  var bytes: [UInt8]
  do throws(InputFailure) {
    bytes = try FileContents(of: whole, interrupt: .never).bytes
    guard bytes.count <= largestText else {
      throw InputFailure(.limit, PackedText.tooLarge(largestText))
    }
    if unpacks, let kind = ArchiveKind.of(Array(bytes.prefix(512))), kind.container == nil {
      bytes = try PackedText.bytes(in: bytes, kind, of: path, most: largestText)
    }
  } catch {
    throw Diagnostic("“\(path)” \(error.reason)")
  }
  if let foreign = ForeignFile.of(bytes) {
    throw Diagnostic("“\(path)” is no text but \(foreign.name)", help: foreign.help)
  }
  let text = DecodedText(bytes, isChat: false)
  if let damage = text.damage {
    throw Diagnostic("“\(path)” is no UTF-8 text: line \(damage.firstLine) is damaged")
  }
  return String(decoding: text.bytes, as: UTF8.self)
}

/// The most bytes of a script or a list of patterns.
private let largestText = 16 << 20

/// A file that is no text, told by its first bytes.
private struct ForeignFile {
  /// What it is, for a message.
  let name: String
  /// What to do with it where a text is needed.
  let help: String

  static func of(_ bytes: [UInt8]) -> ForeignFile? {
    if bytes.starts(with: Array("SQLite format 3\0".utf8)) {
      return ForeignFile(
        name: "a database", help: "write a table of it as csv: sqlite3 -header -csv FILE …")
    }
    guard let kind = ArchiveKind.of(Array(bytes.prefix(512))) else { return nil }
    return ForeignFile(
      name: "a file of \(kind.name)",
      help: kind.name == "zip"
        ? "unpack it first; a spreadsheet is saved as csv" : "unpack it first")
  }
}
