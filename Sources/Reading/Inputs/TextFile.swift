public import Diagnostics

/// The text of a small file that is no chat: a script, a list of patterns.
///
/// It may be UTF-8 or UTF-16, with any line breaks; they come back as `\n`.
///
/// - Parameters:
///   - path: the file; a relative one starts from `directory`.
///   - directory: an absolute folder.
/// - Throws: What is wrong with the file, with the nearest name that exists where there is none.
public func readText(at path: String, directory: String) throws(Diagnostic) -> String {
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
  let contents: FileContents
  do throws(InputFailure) {
    contents = try FileContents(of: whole, interrupt: .never)
  } catch {
    throw Diagnostic("“\(path)” \(error.reason)")
  }
  guard contents.bytes.count <= largestText else {
    throw Diagnostic("“\(path)” has more than 16 MiB, too much for a text like this")
  }
  let text = DecodedText(contents.bytes)
  if let damage = text.damage {
    throw Diagnostic("“\(path)” is no UTF-8 text: line \(damage.firstLine) is damaged")
  }
  return String(decoding: text.bytes, as: UTF8.self)
}

/// The most bytes of a script or a list of patterns.
private let largestText = 16 << 20
