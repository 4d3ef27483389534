import Diagnostics
import Foundation
import Model
import Testing

@testable import Reading

/// Loads a file of these bytes: the paths that gave messages, what is wrong with the load, and the
/// rows of `problems`.
func loadArchive(
  _ bytes: [UInt8], as name: String, _ limits: ArchiveLimits = ArchiveLimits()
) throws -> (read: [String], failure: String?, problems: [String]) {
  let sandbox = try InputSandbox()
  try sandbox.write(bytes, to: name)
  var options = ReadingOptions(directory: sandbox.path)
  options.limits = limits
  let (corpus, report) = try read([LoadRequest(path: name)], options: options)
  // Nothing is ever written.
  #expect(try FileManager.default.contentsOfDirectory(atPath: sandbox.path) == [name])
  return (
    corpus.files.filter { $0.kind != .other }.map(\.path), report.outcomes[0].failure?.message,
    corpus.problems.map { "\($0.file ?? ""): \($0.detail)" }
  )
}
