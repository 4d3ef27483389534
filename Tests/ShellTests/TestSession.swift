import Diagnostics
import Foundation
import Model
import Output
import Shell

/// The root of the repository.
let repository = URL(fileURLWithPath: #filePath)
  .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

/// A session at the root of the repository on 15 January 2026 at noon, which is the user's home.
func testSession() -> Session {
  let noon = CivilDate(year: 2026, month: 1, day: 15).flatMap { Moment($0, hour: 12) }
  var world = World(directory: repository) { noon?.seconds ?? 0 }
  // Whoever sits at the editor changes nothing.
  world.edit = { $0 }
  world.home = repository
  world.listFolder = { path in
    let folder = path.hasPrefix("/") ? path : repository + "/" + path
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.map { name in
      let status = try? FileManager.default.attributesOfItem(atPath: folder + "/" + name)
      return (name, status?[.type] as? FileAttributeType == .typeDirectory)
    }
  }
  return Session(world: world)
}

extension Session {
  /// The lines of the answer to a statement, results and remarks in the order they come, as on a
  /// terminal of 80 columns without colour.
  mutating func answer(to statement: String, columns: Int = 80) -> [String] {
    let text = Transcript()
    let sink = Sink { (bytes) throws(Diagnostic) in text.bytes += bytes }
    let screen = Screen.terminal(columns: columns, lines: 24, colored: false)
    let console = Console(results: sink, screen: screen, remarks: sink, remarkScreen: screen)
    _ = run(statement, to: console)
    // A page shows the line breaks of csv as its own.
    var lines = String(decoding: text.bytes, as: UTF8.self)
      .replacing("\r\n", with: "\n").components(separatedBy: "\n")
    if lines.last == "" { lines.removeLast() }
    return lines
  }
}

private final class Transcript {
  var bytes: [UInt8] = []
}
