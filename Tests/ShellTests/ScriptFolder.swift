import Diagnostics
import Output

@testable import Shell

extension ChatFolder {
  /// Runs a script as the program does: how it ends, and all that is said.
  func run(
    _ path: String, _ words: String..., keepsGoing: Bool = false
  ) -> (status: Int32, said: [String]) {
    let collected = Said()
    let outcome = session.runScript(
      path, words: words, keepsGoing: keepsGoing, to: collected.console)
    return (outcome.status, collected.lines)
  }

  func check(_ path: String) -> (status: Int32, said: [String]) {
    let collected = Said()
    return (session.checkScript(path, to: collected.console).status, collected.lines)
  }
}

/// What a session said outside of a terminal.
final class Said {
  private var bytes: [UInt8] = []

  var console: Console {
    let sink = Sink { (bytes) throws(Diagnostic) in self.bytes += bytes }
    return Console(results: sink, screen: .plain, remarks: sink, remarkScreen: .plain)
  }

  var lines: [String] {
    String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
  }
}

let chatOfScripts = """
  17/02/2025, 16:14 - Ana: un café
  18/02/2025, 09:00 - Bo: deux thés
  01/03/2025, 10:30 - Ana: trois cafés
  """

/// A folder with the chat loaded, and scripts.
func folder(_ scripts: [String: String]) throws -> ChatFolder {
  let folder = try ChatFolder(["chat.txt": chatOfScripts].merging(scripts) { $1 })
  _ = folder.answer("load chat.txt")
  return folder
}
