import Diagnostics
import Glibc

/// The user's own editor of texts, on this process's terminal.
struct TextEditor {
  /// The command, as $VISUAL or $EDITOR has it.
  let command: String

  /// The folder for the file that it is given.
  let folder: String

  /// Has the user edit a text; what it has become, without line breaks at its end.
  func edit(_ text: String) throws(Diagnostic) -> String {
    // mkstemps(3) puts letters of its own in the place of the six.
    var name = Array("\(folder)/causerie-XXXXXX.causerie".utf8CString)
    let descriptor = unsafe mkstemps(&name, Int32(".causerie".utf8.count))
    guard descriptor >= 0 else { throw failure("make a file in “\(folder)”") }
    defer {
      close(descriptor)
      unsafe unlink(&name)
    }
    let path = String(decoding: name.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    let bytes = Array((text + "\n").utf8)
    guard unsafe write(descriptor, bytes, bytes.count) == bytes.count else {
      throw failure("write to “\(path)”")
    }
    try run(on: path)
    // An editor may have put another file in its place.
    return try contents(of: path)
  }

  private func run(on path: String) throws(Diagnostic) {
    let modes = TerminalModes()
    guard let child = ChildProcess("\(command) \"$@\"", arguments: [path]) else {
      throw failure("start “\(command)”")
    }
    let status = child.wait { if Signals.isTerminated { child.terminate() } }
    modes.restore()
    // Ctrl-C was a key of the editor.
    Signals.clearInterrupt()
    guard status == 0 else {
      throw Diagnostic(
        "“\(command)” ended with status \(status): nothing is done",
        help: "$VISUAL or $EDITOR names the editor: export EDITOR=nano")
    }
  }

  private func contents(of path: String) throws(Diagnostic) -> String {
    let file = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw failure("read “\(path)”") }
    defer { close(file) }
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = unsafe read(file, &piece, piece.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw failure("read “\(path)”") }
      guard count > 0 else { break }
      bytes += piece[..<count]
    }
    while let last = bytes.last, last == UInt8(ascii: "\n") || last == UInt8(ascii: "\r") {
      bytes.removeLast()
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private func failure(_ verb: String) -> Diagnostic {
    Diagnostic("cannot \(verb): \(unsafe String(cString: strerror(errno)))")
  }
}

/// How the terminal of standard input treats keys, to be given back after another program has used it.
struct TerminalModes {
  private var modes: termios?

  /// The modes as they are now.
  init() {
    var modes = termios()
    if unsafe tcgetattr(0, &modes) == 0 { self.modes = modes }
  }

  /// Sets them again.
  func restore() {
    guard var modes else { return }
    unsafe tcsetattr(0, TCSADRAIN, &modes)
  }
}
